"""Answers about your files themselves: what stands in them, what is wrong, what was changed."""
