"""The library: all reviews in one list, and what can be done with whole reviews."""
