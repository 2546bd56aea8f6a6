"""Journals and what is computed from them."""
