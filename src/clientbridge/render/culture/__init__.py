"""The pages of working cultures."""
