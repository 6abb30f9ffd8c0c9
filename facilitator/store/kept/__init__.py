"""The figures of the trends and the cards of the list, kept ready by every write."""
