"""`cb brief`."""
