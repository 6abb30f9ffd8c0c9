"""The Actions page: what will be changed, by whom, and how lasting it is."""
