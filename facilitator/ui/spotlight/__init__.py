"""One event, factor, finding or action, large and alone on the Stage."""
