"""Where things go on screen and paper: pure layout, in px, with text measured by the caller."""
