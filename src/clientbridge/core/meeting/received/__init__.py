"""Invitations that others send: what they ask, and what would be answered."""
