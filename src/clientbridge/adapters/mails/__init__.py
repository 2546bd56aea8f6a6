"""Mails as programs save them: what was written in one, whatever carries it."""
