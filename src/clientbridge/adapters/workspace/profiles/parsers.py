"""Single texts of a profile: dates, spans of time, languages, addresses. Each raises ValueError.

A message may carry a suggestion after its last semicolon.
"""

import re
from calendar import monthrange
from datetime import date

from clientbridge.core.spelling import fold, is_blank, nearest
from clientbridge.core.time.durations import TimeSpan, parse_time_span
from clientbridge.core.time.formatting import MONTH_NAMES
from clientbridge.core.time.hours import WEEKDAY_NAMES, Weekday
from clientbridge.core.workspace.client_ids import LONGEST_ID, is_device_name
from clientbridge.core.workspace.mail_address import is_mail_address
from clientbridge.core.workspace.profiles import DateRange

_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTH_DAY = re.compile(r"(?:--)?(\d{1,2})-(\d{1,2})")
_LIKE_EMAIL = re.compile(r"(?<![^\s@<>(),;:\"'])[^\s@<>(),;:\"']++@[^\s@<>(),;:\"']+")
_ADDRESS = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_LOGIN_IN_ADDRESS = (
    "the address holds a user name or a password, and others may read this file; "
    "leave them out, and say who logs in under 'credentials' in your own config.yaml"
)
_YEARS = range(1973, 2200)
_LEAP_YEAR = 2024
WEEKDAYS = tuple(name.lower() for name in (*(name[:3] for name in WEEKDAY_NAMES), *WEEKDAY_NAMES))


def text(written: str) -> str:
    """Any text, without space around it."""
    return written.strip()


def one_date(written: str) -> date:
    """``2026-12-01``; a day that no calendar has is reported as such."""
    match = _DATE.fullmatch(written.strip())
    if match is None:
        raise ValueError(f"'{written}' is not a date; write it like 2026-12-01, the year first")
    year, month, day = (int(part) for part in match.groups())
    _check_day(month, day, year)
    if year not in _YEARS:
        raise ValueError(f"the year {year} is out of reach; years are {_YEARS[0]} to {_YEARS[-1]}")
    return date(year, month, day)


def _check_day(month: int, day: int, year: int) -> None:
    if not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        raise ValueError(f"there is no month {month}; write year-month-day, like 2026-12-01")
    longest = monthrange(year, month)[1] if year > 0 else 31
    if not 1 <= day <= longest:
        when = f" {year}" if month == 2 and day == 29 else ""  # noqa: PLR2004 - 29 February
        name = MONTH_NAMES[month - 1]
        raise ValueError(f"{day} {name}{when} does not exist; {name} has {longest} days")


def date_range(written: str) -> DateRange:
    """``2026-12-01..2026-12-09``, both days included, or one date."""
    first_text, dots, last_text = (part.strip() for part in written.partition(".."))
    if not dots:
        dates = _DATE.findall(written)
        if len(dates) == 2:  # noqa: PLR2004 - a range has two ends
            first_text, last_text = ("-".join(parts) for parts in dates)
            raise ValueError(f"'{written}' is not a range of days; write {first_text}..{last_text}")
        return DateRange(one_date(written), one_date(written))
    first, last = one_date(first_text), one_date(last_text.lstrip("."))
    if last < first:
        raise ValueError(f"{last} is before {first}; the first day comes first")
    return DateRange(first, last)


def month_day(written: str) -> tuple[int, int]:
    """``05-17``: month and day without a year."""
    if (match := _DATE.fullmatch(written.strip())) is not None:
        raise ValueError(f"'{written}' has a year; leave it out: {int(match[2]):02d}-{int(match[3]):02d}")
    match = _MONTH_DAY.fullmatch(written.strip())
    if match is None:
        raise ValueError(f"'{written}' is not a month and a day; write 17 May as 05-17")
    month, day = int(match[1]), int(match[2])
    if month > 12 >= day:  # noqa: PLR2004 - months of a year
        _check_day(day, month, _LEAP_YEAR)
        raise ValueError(f"there is no month {month}; the month comes first: {day:02d}-{month:02d}")
    _check_day(month, day, _LEAP_YEAR)
    return month, day


def days_or_longer(written: str) -> str:
    """A span of time that can be added to a date, as written: ``2w``, ``30d``, ``3mo``."""
    span = parse_time_span(written)
    if not span.whole_days or span == TimeSpan():
        raise ValueError(f"'{written}' is not a number of days; write it like 1d, 2w or 3mo")
    return written.strip()


def span_of_time(written: str) -> str:
    """Any span of time, as written: ``45m``, ``1d``."""
    parse_time_span(written)
    return written.strip()


def weekday(written: str) -> int:
    """``thu`` or ``Thursday``, Monday being 0."""
    try:
        return int(Weekday.named(written))
    except KeyError:
        close = nearest(written, WEEKDAYS, most=1)
        hint = f"did you mean '{close[0]}'?" if close else "write it like thu"
        raise ValueError(f"'{written}' is not a weekday; {hint}") from None


def scale_value(written: str) -> int:
    """1 to 5."""
    if written.strip() not in {"1", "2", "3", "4", "5"}:
        raise ValueError(f"'{written}' is not on the scale; write a whole number from 1 to 5")
    return int(written)


def email(written: str) -> str:
    """``ana@example.com``."""
    address = written.strip()
    if not is_mail_address(address):
        raise ValueError(f"'{written}' is not an e-mail address; {_email_hint(written)}")
    return address


def _email_hint(written: str) -> str:
    """What follows a question mark are the parts of a link, perhaps more recipients."""
    meant = [found for found in _LIKE_EMAIL.findall(written.partition("?")[0]) if is_mail_address(found)]
    if len(meant) > 1:
        return f"write one, {meant[0]}, or in me.yaml a list: [{', '.join(meant)}]"
    return f"write {meant[0]}" if meant else "write it like ana@example.com"


def web_address(written: str) -> str:
    """``https://example.com/feed.xml``."""
    if _ADDRESS.fullmatch(written.strip()) is None:
        raise ValueError(f"'{written}' is not a web address; write it like https://example.com/feed.xml")
    return written.strip()


def calendar_place(written: str) -> str:
    """A file or folder, or an address that can be fetched; ``webcal:`` is https by another name.

    What is wrong with an address is told without it: it may hold a password or a key.
    """
    from clientbridge.adapters.web.web_address import is_address, parse_address

    place = re.sub(r"^webcals?://", "https://", written.strip(), flags=re.IGNORECASE)
    if is_address(place) and parse_address(place).user is not None:
        raise ValueError(_LOGIN_IN_ADDRESS)
    return place


def collection_address(written: str) -> str:
    """The address of a CalDAV collection."""
    from clientbridge.adapters.web.web_address import is_address

    if not is_address(written):
        raise ValueError("a CalDAV collection has an address; write it like https://cal.example/lea/work/")
    return calendar_place(written)


def holds_place(written: str) -> str:
    """A calendar file within the workspace, whose holds the program writes: ``calendars/holds.ics``."""
    place = written.strip()
    parts = place.split("/")
    inside = "\\" not in place and ":" not in place and not {"", ".", ".."} & {*parts}
    if not inside or place.startswith("~") or not parts[-1].lower().removesuffix(".ics"):
        raise ValueError(
            f"'{written}' is no file within your files; write it like calendars/holds.ics, without '..'"
        )
    if not parts[-1].lower().endswith(".ics"):
        raise ValueError(f"'{written}' is no calendar file; write it like calendars/holds.ics")
    return place


def identifier(written: str) -> str:
    """A short name for the command line: ``ana``."""
    word = written.strip()
    if len(word) > LONGEST_ID:
        raise ValueError(f"an id has at most {LONGEST_ID} letters, this one {len(word)}; write a shorter one")
    if _ID.fullmatch(word) is None:
        plain = re.sub(r"[^a-z0-9_-]+", "-", fold(word)).strip("-_") or "ana"
        raise ValueError(f"'{written}' is not an id; write small letters, digits, '-' or '_', like {plain}")
    return word


def client_identifier(written: str) -> str:
    """An id that can also be the name of a file on every machine."""
    word = identifier(written)
    if is_device_name(word):
        say = f"Windows keeps no file called '{word}', which is a device there"
        raise ValueError(f"{say}; write another id, like {word}-1")
    return word


def name(written: str) -> str:
    """What someone or something is called: at least one sign that can be seen."""
    if is_blank(written):
        raise ValueError("the name is empty; write one that can be seen")
    return written.strip()
