"""A value of a profile set by typing it: which key is meant, what the words become, and the change."""
