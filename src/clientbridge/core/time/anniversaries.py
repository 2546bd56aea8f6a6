"""Yearly dates, as a month and a day: birthdays, the end of a business year.

In a common year 29 February is observed on the 28th.
"""

from datetime import date

MonthDay = tuple[int, int]


def in_year(month_day: MonthDay, year: int) -> date:
    """The date of the anniversary in that year."""
    month, day = month_day
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)


def next_on(month_day: MonthDay, today: date) -> date:
    """The first anniversary on or after today."""
    this_year = in_year(month_day, today.year)
    return this_year if this_year >= today else in_year(month_day, today.year + 1)


def nearest_to(month_day: MonthDay, today: date) -> date:
    """The anniversary closest to today; of two equally close, the earlier."""
    years = (today.year - 1, today.year, today.year + 1)
    return min((in_year(month_day, year) for year in years), key=lambda on: abs((on - today).days))
