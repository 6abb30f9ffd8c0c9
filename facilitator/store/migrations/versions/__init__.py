"""One module a step, named by the version it leads to."""
