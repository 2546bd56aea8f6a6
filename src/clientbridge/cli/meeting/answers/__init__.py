"""`cb answer`."""
