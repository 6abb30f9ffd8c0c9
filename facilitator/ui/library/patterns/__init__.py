"""The page of the library that shows what keeps coming back."""
