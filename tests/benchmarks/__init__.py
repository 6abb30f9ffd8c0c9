"""Measurements against a floor in the same run; ``make bench`` prints them and keeps the table."""
