"""`cb culture`."""
