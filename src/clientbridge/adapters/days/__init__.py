"""What the days of a place are: our tables and the holidays library, as core values."""
