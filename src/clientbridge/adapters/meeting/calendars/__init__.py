"""What a calendar text says about when someone is busy: titles, places and people are never kept."""
