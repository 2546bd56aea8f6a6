"""The pages of promises, people, notes and months."""
