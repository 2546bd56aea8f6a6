"""Pages about the workspace: clients, and changes and problems of its files."""
