"""Busy times out of calendars: where they are kept, what they say, and what of it is kept for next time."""
