"""Pages of the agenda, promises, people at a client, journal entries, reviews and handovers."""
