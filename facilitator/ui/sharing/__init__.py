"""What goes between this review and others: files taken over, trackers read back, a words list."""
