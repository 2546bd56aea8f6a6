"""What to be careful about in an answer: clocks that others show wrongly, calendars not read whole."""
