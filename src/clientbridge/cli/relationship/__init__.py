"""The commands of the journal: log, promise, today, review, client map."""
