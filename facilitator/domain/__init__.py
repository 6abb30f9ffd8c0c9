"""What a review is: frozen records, the rules on them, and the grammars people type."""
