"""Pages of commands that change a profile or a client without an editor."""
