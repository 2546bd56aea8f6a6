"""`cb offer`."""
