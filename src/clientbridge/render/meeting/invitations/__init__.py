"""Meetings as files that calendars obey: invited, changed, called off."""
