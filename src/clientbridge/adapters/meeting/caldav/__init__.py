"""Calendars that are CalDAV collections (RFC 4791): asked for some days, and written to when told so."""
