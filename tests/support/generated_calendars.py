"""Calendars made at random from a number: what is in the file, and the same as a library agrees to.

Each event exists twice. `written` is what programs write, in all their freedom; `plain` means the same by
RFC 5545 in the one form on which the library that it is compared with (calendar_library.py) is right:

* UNTIL of a timed series is an instant in UTC. A day (Outlook, Google) means through the end of that day, a
  time without Z that reading of the clock of the start; the library drops the last date for either.
* EXDATE has the form of the start. A day takes out what begins on that day; the library compares instants.
* `X-LENGTH` holds days and seconds: a DTEND gives every date of a series the same exact length (section
  3.8.5.3), and so does the time part of a DURATION, days being days of the calendar (section 3.3.6). The
  library counts both by the clock on the wall, an hour off over a clock change.
* X-WR-TIMEZONE is left out: the library moves series in UTC by it.
* A floating event has no time in UTC beside it: the library then reads its start as UTC too.

Series begin at a date of their rule, as section 3.8.5.3 asks; else COUNT has no agreed meaning. A UID is one
series: the library keeps one of several events that share one. Where one date of a day is excluded or
changed, it is the only one of that day: the library takes out the others with it.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from itertools import chain, islice
from random import Random

from dateutil.rrule import rrulestr
from icalendar import Timezone
from zones import zone

HOME = "Europe/Brussels"
DAY = timedelta(days=1)
_NEW_YEAR = datetime.fromisoformat("2026-01-01")
_NEAR_CHANGES = ("2026-03-01", "2026-10-10", "2027-03-20", "2026-09-20")
"""Days before clocks change in one place or another."""
_BEYOND = 150 * DAY
"""What may be the end of a series is looked for so far after the range."""
_MOST_DATES = 2000
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_PLACES = (
    "Europe/Brussels",
    "Europe/London",
    "Europe/Dublin",  # winter is the exception there
    "America/New_York",
    "America/St_Johns",
    "America/Sao_Paulo",
    "America/Vancouver",  # no change of clocks from 2026
    "America/Santiago",
    "America/Nuuk",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Sydney",
    "Australia/Lord_Howe",  # half an hour
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Antarctica/Troll",  # two hours
    "Etc/GMT-12",
)
_DEFINED_WRONGLY = "Antarctica/Troll"
"""The library writes its change of clocks, two hours in one step, at another hour than it reads it."""
_OF_WINDOWS = {
    "W. Europe Standard Time": "Europe/Berlin",
    "Eastern Standard Time": "America/New_York",
    "AUS Eastern Standard Time": "Australia/Sydney",
    "India Standard Time": "Asia/Kolkata",
    "GMT Standard Time": "Europe/London",
}
_OFFSETS = (
    "-0930",
    "-0800",
    "-0500",
    "-0330",
    "+0000",
    "+0100",
    "+0200",
    "+0545",
    "+0930",
    "+1245",
    "+001730",
)
_NORTH = (("BYMONTH=3;BYDAY=-1SU", "BYMONTH=10;BYDAY=-1SU"), ("BYMONTH=3;BYDAY=2SU", "BYMONTH=11;BYDAY=1SU"))
_SOUTH = (("BYMONTH=10;BYDAY=1SU", "BYMONTH=4;BYDAY=1SU"), ("BYMONTH=9;BYDAY=-1SA", "BYMONTH=4;BYDAY=1SA"))


@dataclass(frozen=True)
class Clock:
    """How a time says on which clock it is."""

    zone: tzinfo
    parameter: str = ""
    """``;TZID=Europe/Brussels``."""
    suffix: str = ""
    """``Z``."""
    definition: tuple[str, ...] = ()
    """The lines of its VTIMEZONE."""
    is_read_in_gaps: bool = True
    """Whether the library reads a time that is skipped, or shown twice, as section 3.3.5 has it."""

    def written(self, local: datetime) -> str:
        return f"{local:%Y%m%dT%H%M%S}{self.suffix}"

    def instant(self, local: datetime) -> datetime:
        return local.replace(tzinfo=self.zone).astimezone(UTC)


@dataclass(frozen=True)
class GeneratedEvent:
    """The lines of one VEVENT, each in two forms."""

    uid: str
    written: tuple[str, ...]
    plain: tuple[str, ...]


@dataclass(frozen=True)
class GeneratedCalendar:
    """A calendar and the range that is asked of it."""

    seed: int
    first: datetime
    last: datetime
    floating: str
    zones: tuple[tuple[str, ...], ...]
    events: tuple[GeneratedEvent, ...]

    @property
    def plain(self) -> str:
        """The text for the library."""
        events = ((event.plain, event.uid) for event in self.events)
        return _text(chain(*self.zones, *(_event(lines) for lines, _ in events)), ())

    @property
    def lines(self) -> tuple[str, ...]:
        """Whole lines in the order in which they stand in the file."""
        pick = Random(f"order {self.seed}")  # noqa: S311
        parts = [*self.zones, *(_event(_shuffled(event.written, pick)) for event in self.events)]
        if pick.random() < 0.2:
            pick.shuffle(parts)  # zones after the events that use them, changes before their series
        of_calendar = [f"X-WR-TIMEZONE:{self.floating}"] if self.floating != HOME else []
        return tuple(_text(chain(*parts), of_calendar).splitlines())

    @property
    def text(self) -> str:
        """As the file has it."""
        return as_file(self.lines, Random(f"form {self.seed}"))  # noqa: S311

    def without(self, uid: str) -> "GeneratedCalendar":
        """The calendar without an event, and all that changes it."""
        return replace(self, events=tuple(event for event in self.events if event.uid != uid))


def as_file(lines: Sequence[str], pick: Random) -> str:
    """Line ends, folding and the case of names, as one program or another has them."""
    end = pick.choice(["\r\n", "\r\n", "\n", "\r"])
    width = pick.choice([75, 75, 75, 30, 11, 10_000])
    blank = pick.choice([" ", " ", "\t"])
    case = pick.choice([str, str, str, str.lower, str.title])
    written = (_in_case(line, case) for line in lines)
    folded = (
        f"{end}{blank}".join(line[at : at + width] for at in range(0, len(line), width)) for line in written
    )
    return end.join(folded) + pick.choice(["", end, end, end * 2])


def _in_case(line: str, case: type[str] | object) -> str:
    name, separator, rest = line.partition(":")
    head, semicolon, parameters = name.partition(";")
    if not callable(case) or not separator:
        return line
    if head in {"BEGIN", "END", "RRULE"}:
        rest = case(rest)
    return f"{case(head)}{semicolon}{parameters}{separator}{rest}"


def _shuffled(lines: Sequence[str], pick: Random) -> Sequence[str]:
    if pick.random() < 0.5 or any(line.startswith("BEGIN:") for line in lines):
        return lines
    return pick.sample(lines, len(lines))


def _event(lines: Sequence[str]) -> tuple[str, ...]:
    return ("BEGIN:VEVENT", *lines, "END:VEVENT")


def _text(parts: Iterator[str] | chain[str], of_calendar: Sequence[str]) -> str:
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//generated//EN", *of_calendar]
    return "\r\n".join([*head, *parts, "END:VCALENDAR", ""])


@cache
def _defined_place(name: str, called: str) -> Clock:
    definition = Timezone.from_tzinfo(
        zone(name), called, first_date=date(2010, 1, 1), last_date=date(2030, 1, 1)
    )
    lines = tuple(definition.to_ical().decode().replace("\r\n ", "").splitlines())
    return Clock(zone(name), f";TZID={called}", definition=lines)


@dataclass(frozen=True)
class _Length:
    days: int = 0
    seconds: int = 0

    def end(self, start: datetime, clock: Clock) -> datetime:
        return clock.instant(start + self.days * DAY) + timedelta(seconds=self.seconds)

    @property
    def line(self) -> str:
        return f"X-LENGTH:{self.days} {self.seconds}"

    @property
    def duration(self) -> str:
        hours, rest = divmod(self.seconds, 3600)
        minutes, seconds = divmod(rest, 60)
        parts = [f"{n}{letter}" for n, letter in ((hours, "H"), (minutes, "M"), (seconds, "S")) if n]
        if self.days and self.days % 7 == 0 and not parts:
            return f"P{self.days // 7}W"
        days = f"{self.days}D" if self.days else ""
        return f"P{days}{'T' if parts else ''}{''.join(parts)}" if days or parts else "PT0S"


@dataclass
class _Lines:
    """The two forms of one event, as they grow."""

    written: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)

    def both(self, *lines: str) -> None:
        self.written += lines
        self.plain += lines

    def event(self, uid: str) -> GeneratedEvent:
        return GeneratedEvent(uid, tuple(self.written), tuple(self.plain))


def generated_calendar(seed: int) -> GeneratedCalendar:
    """The calendar of that number: always the same."""
    return _Maker(seed).calendar()


class _Maker:
    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._pick = Random(seed)  # noqa: S311
        self._first = _NEW_YEAR + self._pick.randrange(700) * DAY
        if self._pick.random() < 0.5:  # around a change of clocks
            self._first = self._pick.choice([datetime.fromisoformat(day) for day in _NEAR_CHANGES])
        self._last = self._first + self._pick.choice([7, 30, 42]) * DAY
        self._floating = self._pick.choice([HOME, HOME, HOME, *_PLACES])
        self._clocks = [self._clock(number) for number in range(self._pick.choice([1, 1, 2, 3]))]

    def calendar(self) -> GeneratedCalendar:
        count = self._pick.choice([1, 1, 2, 3, 5])
        events = [
            event for number in range(count) for event in self._events(f"e{number}-{self._seed}@example.com")
        ]
        return GeneratedCalendar(
            seed=self._seed,
            first=self._first,
            last=self._last,
            floating=self._floating,
            zones=tuple(clock.definition for clock in self._clocks if clock.definition),
            events=tuple(events),
        )

    def _clock(self, number: int) -> Clock:
        name = self._pick.choice(_PLACES)
        kind = self._pick.choice(
            ["UTC", "floating", "place", "place", "defined", "Windows", "own", "own", "own"]
        )
        match kind:
            case "UTC":
                return Clock(UTC, suffix="Z")
            case "floating":
                return Clock(zone(self._floating))
            case "place":
                return Clock(zone(name), f";TZID={name}")
            case "defined" if name != _DEFINED_WRONGLY:
                return _defined_place(name, name)
            case "Windows":
                windows = self._pick.choice(sorted(_OF_WINDOWS))
                return Clock(zone(_OF_WINDOWS[windows]), f";TZID={windows}")
        return self._own_clock(f"{self._pick.choice(['Customized Time Zone', 'Zone', '/x/Custom'])} {number}")

    def _own_clock(self, called: str) -> Clock:
        """A zone that is nowhere but in the file."""
        standard = self._pick.choice(_OFFSETS)
        summer = f"{standard[0]}{int(standard[1:3]) + (-1 if standard[0] == '-' else 1):02}{standard[3:]}"
        since = self._pick.choice(["1601", "1970", "2007"])
        lines = ["BEGIN:VTIMEZONE", f"TZID:{called}"]
        shape = self._pick.choice(["north", "south", "none", "daylight alone"])
        if shape in {"none", "daylight alone"}:
            part = "STANDARD" if shape == "none" else "DAYLIGHT"
            lines += [f"BEGIN:{part}", f"DTSTART:{since}0101T000000"]
            lines += [f"TZOFFSETFROM:{standard}", f"TZOFFSETTO:{standard}", f"END:{part}"]
        else:
            spring, autumn = self._pick.choice(_NORTH if shape == "north" else _SOUTH)
            for part, rule, before, after in (
                ("STANDARD", autumn, summer, standard),
                ("DAYLIGHT", spring, standard, summer),
            ):
                lines += [f"BEGIN:{part}", f"DTSTART:{self._onset(since, rule)}", f"RRULE:FREQ=YEARLY;{rule}"]
                lines += [f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}", f"END:{part}"]
        definition = (*lines, "END:VTIMEZONE")
        own = Timezone.from_ical("\r\n".join([*definition, ""]))
        assert isinstance(own, Timezone)
        quoted = f'"{called}"' if self._pick.random() < 0.3 else called
        return Clock(
            own.to_tz(lookup_tzid=False), f";TZID={quoted}", definition=definition, is_read_in_gaps=False
        )

    def _onset(self, since: str, rule: str) -> str:
        january = datetime.fromisoformat(f"{since}-01-01T0{self._pick.choice([2, 3])}:00")
        return f"{next(iter(rrulestr(f'FREQ=YEARLY;{rule}', dtstart=january))):%Y%m%dT%H%M%S}"

    def _events(self, uid: str) -> list[GeneratedEvent]:
        if self._pick.random() < 0.2:
            return self._whole_days(uid)
        clock = self._pick.choice(self._clocks)
        start = self._time(self._first + self._pick.randrange(-3, 42) * DAY, clock)
        if self._pick.random() < 0.25:
            return [self._single(uid, start, clock)]
        return self._series(uid, start, clock)

    def _time(self, day: datetime, clock: Clock) -> datetime:
        hours = range(24) if clock.is_read_in_gaps else range(6, 20)
        seconds = self._pick.choice([0, 0, 0, 0, 0, 30, 59])
        minute = self._pick.choice([0, 0, 0, 15, 30, 45, 7])
        return datetime.combine(day, time(self._pick.choice(hours), minute, seconds))

    def _single(self, uid: str, start: datetime, clock: Clock) -> GeneratedEvent:
        lines = self._begun(uid, start, clock)
        self._add_length(lines, start, clock)
        self._add_more(lines)
        return lines.event(uid)

    def _begun(self, uid: str, start: datetime, clock: Clock) -> _Lines:
        lines = _Lines()
        lines.both(
            f"UID:{uid}", "DTSTAMP:20260101T000000Z", f"DTSTART{clock.parameter}:{clock.written(start)}"
        )
        return lines

    def _length(self) -> _Length:
        pick = self._pick
        minutes = pick.choice([15, 30, 45, 60, 60, 90, 480, 1440, 36 * 60, pick.randrange(1, 3000)])
        return _Length(0, minutes * 60 + pick.choice([0, 0, 0, 1, 59]))

    def _add_length(self, lines: _Lines, start: datetime, clock: Clock) -> None:
        length = self._length()
        form = self._pick.choice(["end", "end", "end in UTC", "duration", "days", "none"])
        if form in {"end", "end in UTC"}:
            end = length.end(start, clock)
            local = end.astimezone(clock.zone).replace(tzinfo=None)
            is_safe = clock.is_read_in_gaps or 4 <= local.hour <= 22
            if form == "end in UTC" or clock.instant(local) != end or not is_safe:
                lines.written.append(f"DTEND:{end:%Y%m%dT%H%M%SZ}")
            else:
                lines.both(f"DTEND{clock.parameter}:{clock.written(local)}")
        elif form == "none":
            length = _Length()
        else:
            if form == "days":
                length = replace(length, days=self._pick.choice([1, 2, 7]), seconds=length.seconds % 7200)
                if self._pick.random() < 0.5:
                    length = replace(length, seconds=0)
            lines.both(f"DURATION:{length.duration}")
        lines.plain.append(length.line)

    def _add_more(self, lines: _Lines) -> None:
        """What says whether it takes time, and what says nothing of it."""
        pick = self._pick
        if pick.random() < 0.2:
            lines.both(pick.choice(["STATUS:CANCELLED", "TRANSP:TRANSPARENT"]))
        elif pick.random() < 0.3:
            lines.both(pick.choice(["STATUS:CONFIRMED", "STATUS:TENTATIVE", "TRANSP:OPAQUE"]))
        if pick.random() < 0.3:
            lines.written += ["DESCRIPTION:" + "A long text\\, and so on\\n" * pick.randrange(1, 9)]
        if pick.random() < 0.2:
            lines.written += ['ATTENDEE;CN="Bo: the; other";PARTSTAT=DECLINED:mailto:bo@example.com']
        if pick.random() < 0.2:
            lines.written += [
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "TRIGGER:-PT15M",
                "DURATION:PT5M",
                "END:VALARM",
            ]

    def _series(self, uid: str, start: datetime, clock: Clock) -> list[GeneratedEvent]:
        by_hours = clock.is_read_in_gaps
        rule = _RuleMaker(self._pick, start, by_hours=by_hours).rule()
        back = 40 if "HOURLY" in rule else 1500
        early = start - self._pick.choice([0, 0, self._pick.randrange(60), self._pick.randrange(back)]) * DAY
        if "HOURLY" not in rule:
            rule = _RuleMaker(self._pick, early, by_hours=False).rule()
        dates = self._dates(rule, early)
        if not dates:
            return [self._single(uid, start, clock)]
        start = dates[0]
        lines = self._begun(uid, start, clock)
        periods = self._pick.random() < 0.1 and "HOURLY" not in rule and 4 <= start.hour <= 22
        if periods:
            lines.both("DURATION:PT30M")
        else:
            self._add_length(lines, start, clock)
        dates = self._add_rule(lines, rule, dates, clock)
        near = self._alone_on_their_days(dates)
        excluded = self._excluded(lines, near, clock)
        taken = {at.date() for at in near}
        self._add_dates(lines, start, clock, taken, periods=periods)
        self._add_more(lines)
        changes = self._changes(uid, [at for at in near if at not in excluded and at != start], clock)
        return [lines.event(uid), *changes]

    def _alone_on_their_days(self, dates: Sequence[datetime]) -> list[datetime]:
        """The dates near the range that are the only ones of their days."""
        times_of_day = Counter(at.date() for at in dates)
        near = (at for at in dates if self._first - 3 * DAY <= at <= self._last + 3 * DAY)
        return [at for at in near if times_of_day[at.date()] == 1]

    def _dates(self, rule: str, start: datetime) -> list[datetime]:
        """What the rule gives, from its first date, which becomes the start."""
        until = f"{self._last + _BEYOND:%Y%m%dT%H%M%S}"
        return list(islice(rrulestr(f"{rule};UNTIL={until}", dtstart=start), _MOST_DATES))

    def _add_rule(self, lines: _Lines, rule: str, dates: list[datetime], clock: Clock) -> list[datetime]:
        """With an end in one of its forms; the dates that are left."""
        ends = self._pick.choice(["never", "never", "count", "until", "until", "day", "local"])
        if len(dates) == _MOST_DATES or ends == "never":
            lines.both(f"RRULE:{rule}")
            return dates
        if ends == "count":
            count = self._pick.randrange(1, len(dates) + 1)
            lines.both(f"RRULE:{rule};COUNT={count}")
            return dates[:count]
        last = self._pick.choice(dates) + self._pick.choice([timedelta(), timedelta(), timedelta(hours=1)])
        if ends == "day":
            last = datetime.combine(last, time(23, 59, 59))
        is_local = ends == "local" or not (clock.parameter or clock.suffix)
        until = f"{clock.instant(last):%Y%m%dT%H%M%SZ}"
        written = f"{last:%Y%m%d}" if ends == "day" else clock.written(last) if is_local else until
        plain = until if clock.parameter or clock.suffix else clock.written(last)
        lines.written.append(f"RRULE:{self._rule_in_any_order(f'{rule};UNTIL={written}')}")
        lines.plain.append(f"RRULE:{rule};UNTIL={plain}")
        return [at for at in dates if at <= last]

    def _rule_in_any_order(self, rule: str) -> str:
        parts = rule.split(";")
        return ";".join(parts if self._pick.random() < 0.7 else self._pick.sample(parts, len(parts)))

    def _excluded(self, lines: _Lines, near: Sequence[datetime], clock: Clock) -> set[datetime]:
        if not near or self._pick.random() < 0.5:
            return set()
        chosen = self._pick.sample(near, min(len(near), self._pick.choice([1, 1, 2, 5])))
        form = self._pick.choice(["same", "list", "UTC", "day"])
        if form == "day":
            chosen = [at for at in near if at.date() in {one.date() for one in chosen}]
            lines.written += [
                f"EXDATE;VALUE=DATE:{day:%Y%m%d}" for day in sorted({at.date() for at in chosen})
            ]
        elif form == "UTC":
            lines.written += [f"EXDATE:{clock.instant(at):%Y%m%dT%H%M%SZ}" for at in chosen]
        elif form == "list":
            lines.written.append(f"EXDATE{clock.parameter}:{','.join(map(clock.written, chosen))}")
        else:
            lines.written += [f"EXDATE{clock.parameter}:{clock.written(at)}" for at in chosen]
        lines.plain += [f"EXDATE{clock.parameter}:{clock.written(at)}" for at in chosen]
        return set(chosen)

    def _add_dates(
        self, lines: _Lines, start: datetime, clock: Clock, taken: Collection[date], *, periods: bool
    ) -> None:
        """Single dates, on days that have none by the rule."""
        count = self._pick.choice([1, 1, 2, 4])
        days = [self._first + self._pick.randrange(40) * DAY for _ in range(count)]
        at = [
            datetime.combine(day, start.time()).replace(minute=40) for day in days if day.date() not in taken
        ]
        if not at:
            return
        if periods:
            at = [datetime.combine(one, time(12, 10)) for one in at]
            same = (
                f"RDATE;VALUE=PERIOD{clock.parameter}:{','.join(f'{clock.written(one)}/PT2H' for one in at)}"
            )
            in_utc = ",".join(f"{clock.instant(one):%Y%m%dT%H%M%SZ}/PT120M" for one in at)
            lines.written.append(self._pick.choice([same, f"RDATE;VALUE=PERIOD:{in_utc}"]))
            lines.plain.append(same)
        elif self._pick.random() < 0.2:
            lines.both(f"RDATE{clock.parameter}:{','.join(map(clock.written, at))}")

    def _changes(self, uid: str, near: Sequence[datetime], clock: Clock) -> list[GeneratedEvent]:
        """Single dates of a series that were moved or cancelled."""
        if not near or self._pick.random() < 0.6:
            return []
        changed = self._pick.sample(near, min(len(near), self._pick.choice([1, 1, 2, 4])))
        return [self._change(uid, at, clock) for at in changed]

    def _change(self, uid: str, at: datetime, clock: Clock) -> GeneratedEvent:
        pick = self._pick
        moved_to = at
        if pick.random() < 0.7:
            moved_to = self._time(at + pick.choice([0, 0, 0, 1, -1, 5]) * DAY, clock)
        other = pick.choice([clock, clock, clock, *self._clocks])
        if other is not clock:
            moved_to = self._time(at, other)
        lines = self._begun(uid, moved_to, other)
        same = f"RECURRENCE-ID{clock.parameter}:{clock.written(at)}"
        in_utc = f"RECURRENCE-ID:{clock.instant(at):%Y%m%dT%H%M%SZ}"
        lines.written.append(in_utc if pick.random() < 0.3 else same)
        lines.plain.append(same)
        self._add_length(lines, moved_to, other)
        self._add_more(lines)
        if pick.random() < 0.5:
            lines.both(f"SEQUENCE:{pick.randrange(5)}")
        return lines.event(uid)

    def _whole_days(self, uid: str) -> list[GeneratedEvent]:
        start = datetime.combine(self._first + self._pick.randrange(-3, 42) * DAY, time())
        rule = ""
        dates = [start]
        if self._pick.random() < 0.6:
            early = (
                start - self._pick.choice([0, 0, self._pick.randrange(60), self._pick.randrange(1500)]) * DAY
            )
            rule = _RuleMaker(self._pick, early, by_day=True, by_hours=False).rule()
            dates = self._dates(rule, early) or [start]
            start = dates[0]
        days = self._pick.choice([1, 1, 1, 2, 5, 14])
        lines = _Lines()
        lines.both(f"UID:{uid}", f"DTSTART;VALUE=DATE:{start:%Y%m%d}")
        form = self._pick.choice(["end", "duration", "none"])
        if form == "end":
            lines.both(f"DTEND;VALUE=DATE:{start + days * DAY:%Y%m%d}")
        elif form == "duration":
            lines.both(f"DURATION:P{days}D")
        lines.plain.append(_Length(1 if form == "none" else days).line)
        self._add_more(lines)
        if rule and rule != "":
            ends = self._pick.choice(["", f";COUNT={self._pick.randrange(1, 30)}"])
            if self._pick.random() < 0.4:
                ends = f";UNTIL={self._pick.choice(dates):%Y%m%d}"
            lines.both(f"RRULE:{rule}{ends}")
            near = self._alone_on_their_days(dates)
            if near and self._pick.random() < 0.4:
                lines.both(f"EXDATE;VALUE=DATE:{self._pick.choice(near):%Y%m%d}")
        return [lines.event(uid)]


class _RuleMaker:
    """Rules of every frequency, of which a date is or soon will be one."""

    def __init__(self, pick: Random, start: datetime, *, by_hours: bool, by_day: bool = False) -> None:
        self._pick = pick
        self._start = start
        self._weekday = _WEEKDAYS[start.weekday()]
        self._week = start.isocalendar().week
        self._by_hours = by_hours
        self._by_day = by_day

    def rule(self) -> str:
        makers = [self._daily, self._weekly, self._weekly, self._monthly, self._monthly, self._yearly]
        if self._by_hours:
            makers.append(self._hourly)
        parts = self._pick.choice(makers)()
        if self._pick.random() < 0.3 and "HOURLY" not in parts:
            parts = f"{parts};INTERVAL={self._pick.choice([1, 2, 2, 3, 4, 5])}"
        if self._pick.random() < 0.15:
            parts = f"{parts};WKST={self._pick.choice(['SU', 'MO', 'SA', 'WE'])}"
        return parts

    def _some(self, lowest: int, highest: int, own: int, most: int = 4) -> str:
        numbers = {
            own,
            *(self._pick.randrange(lowest, highest + 1) for _ in range(self._pick.randrange(most))),
        }
        return ",".join(str(number) for number in sorted(numbers - {0}))

    def _weekdays(self) -> str:
        days = {self._weekday, *self._pick.sample(_WEEKDAYS, self._pick.choice([0, 0, 1, 2, 4]))}
        return ",".join(day for day in _WEEKDAYS if day in days)

    def _nth_weekday(self, most: int = 5) -> str:
        nth = (self._start.day - 1) // 7 + 1
        days = [f"{nth if most == 5 else self._pick.randrange(1, most)}{self._weekday}"]
        while self._pick.random() < 0.4:
            days.append(f"{self._pick.choice([1, 2, 3, 4, 5, -1, -2])}{self._pick.choice(_WEEKDAYS)}")
        return ",".join(self._pick.sample(days, len(days)))

    def _months(self) -> str:
        return self._some(1, 12, self._start.month, 6)

    def _maybe(self, parts: str, chance: float = 0.25) -> str:
        return parts if self._pick.random() < chance else ""

    def _position(self, days: str, *, from_end: bool = False) -> str:
        """Which of these days; one that is never there would be looked for through eight thousand years."""
        places = ["1", "-1", "1,-1", *(["2", "-2", "1,3"] if days.count(",") > 1 else [])]
        if from_end:  # of the week in which a series begins the library counts from there
            places = ["-1", *(["-2"] if days.count(",") > 1 else [])]
        return f"{days};BYSETPOS={self._pick.choice(places)}"

    def _daily(self) -> str:
        hours = "" if self._by_day else self._maybe(f";BYHOUR={self._some(6, 20, max(self._start.hour, 6))}")
        return (
            f"FREQ=DAILY{self._maybe(f';BYDAY={self._weekdays()}')}{self._maybe(f';BYMONTH={self._months()}')}"
            f"{self._maybe(f';BYMONTHDAY={self._some(-31, 31, self._start.day, 12)}', 0.1)}{hours}"
        )

    def _weekly(self) -> str:
        weekdays = self._maybe(f";BYDAY={self._weekdays()}", 0.7)
        if weekdays and self._pick.random() < 0.15:
            weekdays = self._position(weekdays, from_end=True)
        return f"FREQ=WEEKLY{weekdays}{self._maybe(f';BYMONTH={self._months()}', 0.1)}"

    def _monthly(self) -> str:
        by = self._pick.choice(
            [
                "",
                f";BYMONTHDAY={self._some(-31, 31, self._start.day)}",
                f";BYMONTHDAY={self._pick.choice([-1, 28, 29, 30, 31])}",
                f";BYDAY={self._nth_weekday()}",
                self._position(f";BYDAY={self._weekdays()}"),
                f";BYDAY={self._weekdays()}",
                f";BYDAY={self._weekday};BYMONTHDAY={self._some(1, 31, self._start.day, 12)}",
                self._position(f";BYMONTHDAY={self._some(1, 31, self._start.day, 8)}"),
            ]
        )
        return f"FREQ=MONTHLY{by}{self._maybe(f';BYMONTH={self._months()}', 0.15)}"

    def _yearly(self) -> str:
        by = self._pick.choice(
            [
                "",
                f";BYMONTH={self._months()}",
                f";BYMONTH={self._months()};BYMONTHDAY={self._some(-31, 31, self._start.day)}",
                f";BYMONTH={self._months()};BYDAY={self._nth_weekday()}",
                f";BYMONTH={self._months()};BYDAY={self._weekdays()}",
                self._position(f";BYMONTH={self._months()};BYDAY={self._weekdays()}"),
                f";BYMONTHDAY={self._some(-31, 31, self._start.day)}",
                f";BYDAY={self._nth_weekday(53)}",
                f";BYDAY={self._weekdays()}",
                f";BYYEARDAY={self._some(-366, 366, self._start.timetuple().tm_yday, 12)}",
                f";BYDAY={self._weekdays()};BYWEEKNO={self._some(-53, 53, self._week, 8)}",
                f";BYDAY={self._weekdays()};BYSETPOS={self._some(-100, 100, 7)}",
            ]
        )
        return f"FREQ=YEARLY{by}"

    def _hourly(self) -> str:
        hours = self._maybe(f";BYHOUR={self._some(6, 20, max(self._start.hour, 6), 5)}", 0.4)
        interval = "" if hours else f";INTERVAL={self._pick.choice([1, 3, 5, 7, 25])}"
        weekdays = self._maybe(f";BYDAY={self._weekdays()}", 0.4)
        return f"FREQ=HOURLY{weekdays}{hours}{interval}"
