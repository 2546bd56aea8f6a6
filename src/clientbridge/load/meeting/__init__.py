"""What a search for a time needs: the parties, and when they are busy."""
