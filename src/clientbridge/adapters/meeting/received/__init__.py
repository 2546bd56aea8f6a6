"""Invitations as mail programs send them: found in a mail, and read."""
