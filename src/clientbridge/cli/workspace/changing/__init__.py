"""Commands that change a profile without an editor."""
