"""How offers of meeting times look."""
