"""Appointments written into a calendar of your own, when told so: a file, a folder or a CalDAV collection."""
