"""The actions of all reviews, as a page of the library."""
