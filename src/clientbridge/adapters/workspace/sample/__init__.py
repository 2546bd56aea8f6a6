"""The sample workspace: filled from its templates for a day, and laid out as files."""
