"""Days that a law or a decree moves, and days of which no decree has spoken yet."""
