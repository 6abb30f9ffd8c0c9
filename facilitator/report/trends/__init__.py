"""The page of the trends on paper: what there is to heed, then every chart with its table."""
