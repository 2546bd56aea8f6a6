"""Time zones of this machine."""
