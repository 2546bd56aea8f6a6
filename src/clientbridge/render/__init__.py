"""HOW ANSWERS LOOK: one result becomes text in one format; nothing here prints."""
