"""`cb holidays`."""
