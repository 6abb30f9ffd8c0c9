"""What an incident left behind, read: one small module a source, behind one interface."""
