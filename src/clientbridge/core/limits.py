"""How much one call may ask for, so that it ends within fifteen seconds and a gigabyte.

The seconds below were measured on one busy core of a small server. A call beyond its bound is refused at
once, with what to type instead (docs/answers.md).
"""

from datetime import timedelta
from math import ceil

from clientbridge.core.errors import UsageError

LONGEST_RANGE = timedelta(days=3 * 366)
"""Of a search, of a series and of a list of days: beyond it no holidays are decreed or computed reliably."""
YEARS = range(1973, 2200)
"""Years for which zone rules and calendars are usable."""
MOST_BYTES_OF_A_MAIL = 20_000_000
"""With all that hangs on it; mail servers take some 25 MB."""
MOST_SLOTS = 1000
MOST_OFFERED = 12
MOST_OCCURRENCES = 160
MOST_SEARCHED = 200_000
"""Parties times days of a search: 500 over a year take 3 s, 180 over three years 4 s."""
MOST_IN_TURNS = 150_000
"""The same with ``--rotate``, by starts a quarter of an hour apart: 100 over three years take 7 s."""
MOST_LISTED = 35_000
"""The same for a search for every client apart, without a name: 500 over eight weeks take 7 s."""
MOST_TIMES_SHOWN = 20_000
"""Slots times parties: 20 parties with 1000 slots take 3 s."""
MOST_EXPLAINED = 10_000
"""Parties times days for which it is said who blocks and what would help: 500 over two weeks take 5 s."""
MOST_DAYS_OF_PLACES = 50_000
"""Places times days, each with holidays to compute: 250 over 200 days take 11 s, over a year 16 s."""
MOST_DAYS_TOLD = 1_000_000
"""Clients times days, whose places have few calendars: 10,000 over 200 days take 13 s."""
MOST_CLOCKS = 3000
"""Parties of a world clock, with a row and a picture each: 1000 take 3 s."""

USUAL_STEP = 15
_MINUTES_PER_DAY = 24 * 60


def days_of(minutes: int) -> int:
    """The days that a range of minutes touches."""
    return max(1, ceil(minutes / _MINUTES_PER_DAY))


def check_search(parties: int, days: int) -> None:
    """Raises UsageError for more parties than can be searched over so many days."""
    _check(parties, days, MOST_SEARCHED)


def check_series(parties: int, days: int) -> None:
    """Raises UsageError for more parties than can be searched over a whole series."""
    _check(parties, days, MOST_SEARCHED, hint="give fewer --times or fewer clients")


def check_turns(parties: int, days: int, step: int) -> None:
    """Raises UsageError for more turns than can be shared out."""
    finer = ceil(USUAL_STEP / step)
    _check(parties, days, MOST_IN_TURNS // finer, hint="give fewer --times, a longer --step or fewer clients")


def check_list(clients: int, days: int, step: int) -> None:
    """Raises UsageError for more clients than can each be searched for."""
    _check(clients, days, MOST_LISTED // ceil(USUAL_STEP / step), hint="name those you want to meet")


def check_clocks(parties: int) -> None:
    """Raises UsageError for more parties than a world clock can show."""
    if parties > MOST_CLOCKS:
        say = f"{parties} clocks are more than can be shown at once"
        raise UsageError(say, hint="name those you want to see")


def check_times_shown(slots: int, parties: int) -> None:
    """Raises UsageError for more times of parties than can be shown."""
    if slots * parties > MOST_TIMES_SHOWN:
        say = f"{slots} slots with {parties} parties are more than can be shown"
        raise UsageError(say, hint=f"give --count {max(1, MOST_TIMES_SHOWN // parties)} or less")


def check_days_told(subjects: int, places: int, days: int) -> None:
    """Raises UsageError for more days than can be told."""
    if places * days > MOST_DAYS_OF_PLACES or subjects * days > MOST_DAYS_TOLD:
        most = min(MOST_DAYS_OF_PLACES // places, MOST_DAYS_TOLD // subjects)
        say = f"{subjects} clients or places over {days} days are more than can be told at once"
        raise UsageError(say, hint=f"give --next {max(1, most)}d or name fewer")


def days_looked_ahead(subjects: int, places: int) -> int:
    """How far the next day off is looked for: a year, less for very many; 0 where nobody is asked about."""
    most = min(MOST_DAYS_OF_PLACES // max(places, 1), MOST_DAYS_TOLD // max(subjects, 1))
    return min(most, 366) if subjects else 0


def _check(parties: int, days: int, most: int, *, hint: str | None = None) -> None:
    if parties * days > most:
        say = f"{parties} parties over {days} days are more than can be searched at once"
        raise UsageError(say, hint=hint or f"give --next {max(1, most // parties)}d or name fewer clients")
