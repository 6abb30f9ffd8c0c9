"""How long a silence on the timeline may be before it is remarked on."""

GAP_MINUTES = 30
"""A silence during the impact that is longer than this is remarked on, unless set otherwise."""
