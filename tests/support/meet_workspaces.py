"""Workspaces made at random: files as a user writes them, and the same facts for the slow answer."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import holidays
from minute_oracle import DAY, Hours, SlowParty, SlowSearch, Span, Trip, Week, midnight
from zones import zone

CHANGES = (
    ("Africa/Cairo", "2027-04-30"),
    ("Africa/Cairo", "2027-10-29"),
    ("Asia/Beirut", "2027-03-28"),
    ("Asia/Beirut", "2027-10-31"),
    ("Australia/Lord_Howe", "2026-10-04"),
    ("Australia/Lord_Howe", "2027-04-04"),
    ("Africa/Casablanca", "2026-09-20"),
    ("Africa/Casablanca", "2025-02-23"),
    ("America/Vancouver", "2026-11-01"),
    ("America/Vancouver", "2026-03-08"),
    ("America/Havana", "2027-11-07"),
    ("Pacific/Apia", "2011-12-30"),
    ("America/New_York", "2026-11-01"),
    ("America/New_York", "2027-03-14"),
    ("Europe/London", "2027-03-28"),
    ("Europe/London", "2026-10-25"),
    ("Antarctica/Troll", "2027-03-28"),
    ("Pacific/Chatham", "2026-09-27"),
    ("Pacific/Chatham", "2027-04-04"),
    ("America/Santiago", "2027-04-04"),
    ("America/Santiago", "2027-09-05"),
    ("Atlantic/Azores", "2027-03-28"),
    ("Atlantic/Azores", "2026-10-25"),
    ("Asia/Gaza", "2026-10-24"),
    ("Asia/Jerusalem", "2027-03-26"),
    ("Europe/Brussels", "2026-12-24"),
    ("Europe/Brussels", "2026-11-09"),
)
ZONES = (
    *(name for name, _ in CHANGES),
    "Asia/Kathmandu",
    "Australia/Eucla",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "America/St_Johns",
    "Asia/Dubai",
)
WEEKENDS = {"BE": (5, 6), "PL": (5, 6), "CZ": (5, 6), "BD": (4, 5)}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HOURS = (
    "09:00-17:00",
    "08:30-12:00, 13:00-17:45",
    "09:00-12:30, 13:30-18:00",
    "10:00-19:00",
    "07:00-15:00",
    "00:00-24:00",
    "22:00-06:00",
    "20:30-04:30",
    "18:00-24:00",
    "00:00-08:00",
    "06:07-11:53, 14:00-22:01",
    "01:30-10:15",
    "04:00-07:00, 23:00-02:30",
)


def clock(text: str) -> int:
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def hours(text: str) -> Hours:
    """``22:00-06:00`` as minutes after midnight, the end on the next day where it is not after the start."""
    parts = []
    for part in text.split(", "):
        start, end = (clock(side) for side in part.split("-"))
        parts.append((start, end if end > start else end + 1440))
    return tuple(parts)


@dataclass(frozen=True, kw_only=True)
class Case:
    """One call of the command in one workspace, and what it is about."""

    files: dict[str, str]
    arguments: tuple[str, ...]
    now: datetime
    count: int
    search: SlowSearch

    def write(self, folder: Path) -> None:
        for name, text in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


@dataclass
class Profile:
    """A profile in the making."""

    party: SlowParty
    country: str
    plain: Hours | None
    """The same hours on every day that is worked in the place."""
    mapped: Week | None
    """Hours by weekday, whatever is worked in the place."""
    lines: list[str] = field(default_factory=list)

    def week(self, country: str) -> Week:
        return self.mapped or tuple(() if day in WEEKENDS[country] else self.plain or () for day in range(7))


class Maker:
    """Throws the dice for one case; ``hot`` is the date around which everything happens."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)  # noqa: S311 - cases of a test, not secrets
        self.hot_zone, hot = self.dice.choice(CHANGES)
        self.hot = date.fromisoformat(hot)
        self.files: dict[str, str] = {}

    def often(self, percent: int) -> bool:
        return self.dice.randrange(100) < percent

    def days(self, length: int) -> tuple[date, date]:
        first = self.hot + self.dice.randrange(-3, 4) * DAY
        return first, first + self.dice.randrange(length) * DAY

    def week(self) -> tuple[str, Hours | None, Week | None]:
        """A value for ``hours:`` with what it means."""
        if not self.often(40):
            text = self.dice.choice(HOURS[:4] if self.often(50) else HOURS)
            return f'"{text}"', hours(text), None
        mapped: list[Hours] = [()] * 7
        shown = []
        first = self.dice.randrange(4)
        for low, high in ((first, 3), (4, 4), (5, 5), (6, 6)):
            if low >= 4 and self.often(40):
                continue
            text = self.dice.choice(HOURS)
            mapped[low : high + 1] = [hours(text)] * (high + 1 - low)
            name = WEEKDAYS[low] if low == high else f"{WEEKDAYS[low]}-{WEEKDAYS[high]}"
            shown.append(f'{name}: "{text}"')
        return "{" + ", ".join(shown) + "}", None, tuple(mapped)

    def profile(self, who: str, name: str) -> Profile:
        place = self.hot_zone if self.often(50) else self.dice.choice(ZONES)
        country = self.dice.choice(tuple(WEEKENDS))
        public = country != "BD" and self.often(25)
        shown, plain, mapped = self.week()
        lines = [
            f"name: {name}",
            f"country: {country}",
            f"timezone: {place}",
            f"hours: {shown}",
            f"public_holidays: {'yes' if public else 'no'}",
        ]
        off = frozenset[date]()
        if public:
            rest = holidays.country_holidays(country, years=(self.hot.year, self.hot.year + 1))
            off = frozenset(rest)
        party = SlowParty(id=who, zone=zone(place), week=(), off=off)
        made = Profile(party=party, country=country, plain=plain, mapped=mapped, lines=lines)
        made.party = replace(party, week=made.week(country))
        self.closures(made, "days_off")
        self.season(made)
        return made

    def closures(self, made: Profile, key: str) -> None:
        if not self.often(25):
            return
        first, last = self.days(3)
        made.lines.append(f"{key}: [{{days: {first}..{last}, name: Closure}}]")
        made.party = replace(made.party, off=made.party.off | set(between(first, last)))

    def season(self, made: Profile) -> None:
        if not self.often(20):
            return
        first, last = self.days(6)
        text = self.dice.choice(HOURS)
        made.lines.append(f'seasons: [{{days: {first}..{last}, hours: "{text}"}}]')
        made.party = replace(made.party, seasons=((first, last, hours(text)),))

    def travel(self, made: Profile, *, abroad: bool) -> None:
        """Some days elsewhere; ``abroad`` may name the country, whose public holidays would then count."""
        first, last = self.days(5)
        place = self.dice.choice(ZONES)
        country = self.dice.choice((None, "BD", "CZ"))
        if not abroad:
            country = None
        named = f", country: {country}" if country else ""
        made.lines.append(f"travel: [{{days: {first}..{last}, timezone: {place}{named}}}]")
        week = made.week(country) if country else None
        trip = Trip(first=first, last=last, zone=zone(place), week=week)
        made.party = replace(made.party, trips=(trip,))

    def calendar(self, made: Profile) -> None:
        name = f"calendars/{made.party.id.replace('/', '-')}.ics"
        made.lines.append(f"calendar: {name}")
        events = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN"]
        busy: list[Span] = []
        for number in range(self.dice.randrange(1, 5)):
            lines, spans = self.event(made.party)
            busy.extend(spans)
            stamp = ["BEGIN:VEVENT", f"UID:{number}@example.com", "DTSTAMP:20250101T000000Z"]
            events += [*stamp, *lines, "SUMMARY:Secret", "END:VEVENT"]
        self.files[name] = "\r\n".join([*events, "END:VCALENDAR", ""])
        made.party = replace(made.party, busy=tuple(busy))

    def event(self, party: SlowParty) -> tuple[list[str], list[Span]]:
        """Lines of one event with the spans it keeps busy."""
        kind = self.dice.choice(("utc", "zoned", "all_day", "weekly", "floating", "free"))
        day = self.hot + self.dice.randrange(-3, 5) * DAY
        at = self.dice.randrange(5 * 60, 21 * 60, 5)
        long = self.dice.randrange(15, 240, 5)
        if kind == "all_day" and not party.trips:
            lines = [f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + DAY:%Y%m%d}"]
            return lines, [(midnight(party.zone, day), midnight(party.zone, day + DAY))]
        if kind in {"zoned", "weekly"} or (kind == "floating" and not party.trips):
            return self.local_event(party, kind, day, at, long)
        start = datetime.combine(day, datetime.min.time(), UTC) + timedelta(minutes=at)
        end = start + timedelta(minutes=long)
        lines = [f"DTSTART:{start:%Y%m%dT%H%M%SZ}", f"DTEND:{end:%Y%m%dT%H%M%SZ}"]
        if kind == "free":
            return [*lines, "TRANSP:TRANSPARENT"], []
        return lines, [(start, end)]

    def local_event(
        self, party: SlowParty, kind: str, day: date, at: int, long: int
    ) -> tuple[list[str], list[Span]]:
        place = party.zone if kind == "floating" else zone(self.dice.choice(ZONES))
        if place.key == "Pacific/Apia":
            place = zone("Asia/Tokyo")
        if kind == "floating":
            place = party.zone
            day = day if place.key != "Pacific/Apia" else day + 9 * DAY
        back = 3 if kind == "weekly" else 0
        clocked = [datetime.combine(day + (n - back) * 7 * DAY, datetime.min.time()) for n in range(6)]
        starts = [each + timedelta(minutes=at) for each in clocked]
        of = "" if kind == "floating" else f";TZID={place.key}"
        lines = [f"DTSTART{of}:{starts[0]:%Y%m%dT%H%M%S}", f"DURATION:PT{long}M"]
        if kind == "weekly":
            lines.append("RRULE:FREQ=WEEKLY;COUNT=6")
        real = [each.replace(tzinfo=place).astimezone(UTC) for each in starts]
        used = real if kind == "weekly" else real[:1]
        return lines, [(start, start + timedelta(minutes=long)) for start in used]


def between(first: date, last: date) -> list[date]:
    return [first + n * DAY for n in range((last - first).days + 1)]
