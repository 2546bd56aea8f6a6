"""The pages of your files."""
