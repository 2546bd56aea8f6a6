"""Commands about the relationship with a client: log, promise, today, review, client map."""
