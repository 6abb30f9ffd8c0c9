"""What an incident left behind comes in: read, questions answered, sorted out by keys."""
