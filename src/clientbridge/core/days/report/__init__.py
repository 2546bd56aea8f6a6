"""What a list of days is shown as besides its rows: pictures, whole breaks, and what comes after it."""
