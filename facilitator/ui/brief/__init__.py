"""The Brief: what happened in a few lines, and who is in the room."""
