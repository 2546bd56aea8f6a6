"""WHAT THE USER TYPES: parse, load, compute, show; one command a file."""
