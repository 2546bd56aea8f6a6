"""What a meeting costs each party."""
