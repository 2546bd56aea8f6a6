"""What does this date mean for work, here? One function answers: `assess_day`."""
