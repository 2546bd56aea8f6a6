"""What was said and promised: the journal files, people read from address books, and what changed last."""
