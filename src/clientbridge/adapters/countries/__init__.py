"""What is known about countries: their files, the tables beside them, and what a library derives."""
