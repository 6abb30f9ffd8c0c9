"""Use cases: what the program does, without a face."""
