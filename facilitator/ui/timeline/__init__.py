"""The Timeline page: strip, table and entry line."""
