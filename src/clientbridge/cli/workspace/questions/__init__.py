"""QUESTIONS FOR A NEW PROFILE: each from an option, else asked at a terminal, else taken from the place."""
