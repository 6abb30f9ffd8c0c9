"""Feeds the readers of sources with bytes that nobody would write; ``make fuzz`` runs it."""
