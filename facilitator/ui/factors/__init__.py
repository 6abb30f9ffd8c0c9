"""The Factors page: the five-whys tree, its outline and the coverage of the five families."""
