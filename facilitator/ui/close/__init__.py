"""The Close page: what is still lacking, what was learned, and how the review is handed on."""
