"""Replies that came by mail: their text, and the lines in it that are for the program."""
