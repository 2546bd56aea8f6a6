"""The relationship with a client: journal, promises, rhythm, ties, agenda, review and handover."""
