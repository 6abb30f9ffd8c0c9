"""Where everything stands in the charts of the trends page, on the screen and in print."""
