"""One library of reviews in one SQLite file."""
