"""Days and times as people type them: one table of words and one grammar, read by `core.time.parse`."""
