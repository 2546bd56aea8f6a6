"""What the Tab key may offer."""
