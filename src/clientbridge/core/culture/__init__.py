"""How working cultures differ, what is known about it, and from whom."""
