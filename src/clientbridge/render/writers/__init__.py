"""One writer a format: a page, or for JSON a result, as text."""
