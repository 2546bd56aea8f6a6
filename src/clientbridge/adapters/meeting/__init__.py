"""Busy times and the tables about meetings."""
