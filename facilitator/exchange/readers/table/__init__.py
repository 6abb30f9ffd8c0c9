"""Tables of events, whatever their columns are called."""
