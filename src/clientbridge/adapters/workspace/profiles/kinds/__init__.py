"""Kinds of values with a form of their own."""
