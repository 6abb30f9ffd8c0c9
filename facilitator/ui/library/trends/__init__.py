"""The page of the trends: charts, the same as tables, and the reviews behind every mark."""
