"""Search over the whole library: what of a review is searchable, and what a line finds."""
