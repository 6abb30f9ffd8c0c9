"""Programs that do the same, run by an environment of their own."""
