"""What does this date mean for work, here? `assess_day` judges a day, `PartyCalendar` the days of a party."""
