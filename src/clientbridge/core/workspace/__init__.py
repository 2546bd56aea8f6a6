"""The workspace: profiles, and results about its files (contents, problems, changes)."""
