"""What help and your own defaults look like."""
