"""Reviews in and out: JSON, the .review bundle, Markdown and CSV."""
