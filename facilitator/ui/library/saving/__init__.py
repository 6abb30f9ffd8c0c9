"""Sheets that save what is told of the whole library to a file."""
