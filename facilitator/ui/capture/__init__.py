"""The line in which anything is written down from anywhere."""
