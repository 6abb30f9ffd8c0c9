"""The Findings page: because of these factors, we found this, so we will do that."""
