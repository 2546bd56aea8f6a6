"""The keys of a profile: how each is read, shown and written."""
