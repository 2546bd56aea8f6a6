"""`cb meet`."""
