"""Your files: profiles, changes, undo."""
