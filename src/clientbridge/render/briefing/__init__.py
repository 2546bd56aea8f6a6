"""The brief on one screen, and all of it."""
