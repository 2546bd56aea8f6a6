"""Asking people how they like to work: the questions, and what became of the answers."""
