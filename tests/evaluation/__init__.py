"""How well the coach reads, in figures; ``make evaluate`` prints them and keeps the page."""
