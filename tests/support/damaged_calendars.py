"""Calendars with one thing wrong, and calendars made to stall a program; each made from a number."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random

from generated_calendars import HOME, GeneratedCalendar, GeneratedEvent, as_file

_GARBAGE = (
    *(
        "",
        " ",
        "x",
        "0",
        "-1",
        "99999999999999999999",
        "TRUE",
        "2026-13-45",
        "20261301T000000",
        "20260230T100000Z",
    ),
    *(
        "20261010T250000",
        "PT",
        "P-1D",
        "PT1X",
        "-PT1H",
        "FREQ=",
        "FREQ=SOMETIMES",
        "FREQ=DAILY;INTERVAL=0",
        ";;;",
    ),
    *(
        "FREQ=DAILY;COUNT=x",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=MONTHLY;BYMONTHDAY=99",
        "\x00\x01",
        "ä" * 50,
        "🦀",
        "'\"'",
    ),
    *(
        "T",
        "Z",
        "20261010T100000+0100",
        "20261010",
        "10/10/2026 10:00",
        "=?utf-8?Q?x?=",
        "FREQ=DAILY;UNTIL=never",
    ),
)
_LETTERS = 'ABCXZ019 :;,="\\-+/\t\x00\x7fé'
_WHOLE_DAYS = ("DTSTART;VALUE=DATE", "DTEND;VALUE=DATE")
_TIMES = ("DTSTART", "DTEND", "DURATION")


@dataclass(frozen=True)
class Damage:
    """A calendar with one thing wrong."""

    what: str
    uid: str
    """The event that may have changed; of the others nothing may be lost. "" where any may have."""
    text: str
    plain: str
    """For the library: the event alone, with the same damage. "" where damage makes no other event of it."""


def damaged_line(calendar: GeneratedCalendar, seed: int) -> Damage | None:
    """One line of one event damaged; None where no event says the same to the library."""
    pick = Random(f"damage {seed}")  # noqa: S311
    uids = sorted({event.uid for event in calendar.events})
    told_alike = [
        uid for uid in uids if all(_is_told_alike(event) for event in calendar.events if event.uid == uid)
    ]
    if not told_alike:
        return None
    uid = pick.choice(told_alike)
    at = pick.choice([at for at, event in enumerate(calendar.events) if event.uid == uid])
    event = calendar.events[at]
    line = pick.choice([line for line in event.plain if not line.startswith("X-LENGTH")])
    what = pick.choice(sorted(_DAMAGES))
    lines = _DAMAGES[what](line, pick)
    if _is_other_day(what, line, lines) or _is_another_event(what, line, lines, calendar):
        return None
    broken = replace(event, written=_with(event.written, line, lines), plain=_with(event.plain, line, lines))
    if line.startswith(_TIMES):  # the length that was made known is no more
        broken = replace(broken, plain=tuple(one for one in broken.plain if not one.startswith("X-LENGTH")))
    events = (*calendar.events[:at], broken, *calendar.events[at + 1 :])
    whole = replace(calendar, events=events)
    alone = replace(calendar, events=tuple(event for event in events if event.uid == uid))
    return Damage(f"{what}: {line} -> {lines}", uid, whole.text, alone.plain)


def damaged_structure(calendar: GeneratedCalendar, seed: int) -> Damage:
    """A BEGIN or END lost, doubled or misspelt, or the text cut short: what makes no other event of one."""
    pick = Random(f"structure {seed}")  # noqa: S311
    lines = list(calendar.lines)
    what = pick.choice(["lost", "doubled", "misspelt", "joined", "cut", "cut"])
    at = pick.choice([at for at, line in enumerate(lines) if line.startswith(("BEGIN:", "END:"))])
    whole = f"{what}: line {at + 1}, {lines[at]}"
    if what == "cut":
        text = as_file(lines, pick)
        end = pick.randrange(len(text))
        return Damage(f"cut at {end}", "", text[:end], "")
    put = {
        "lost": [],
        "doubled": [lines[at]] * 2,
        "misspelt": [lines[at].replace("E", "X", 1)],
        "joined": ["".join(lines[at : at + 2])],
    }[what]
    lines[at : at + 1 + (what == "joined")] = put
    return Damage(whole, "", as_file(lines, pick), "")


def _is_other_day(what: str, line: str, lines: list[str]) -> bool:
    """A start on another day that may be meant: nothing tells it from another event."""
    if not line.startswith("DTSTART"):
        return False
    is_a_day = what == "garbage" and lines[0].rpartition(":")[2].startswith("20261010")
    return is_a_day or (what in {"other digit", "flipped"} and lines[0] > line)


def _is_another_event(what: str, line: str, lines: list[str], calendar: GeneratedCalendar) -> bool:
    """What the library reads otherwise, though nothing in it is wrong.

    Of an end before its start, as whole days, it swaps the two; we keep the day that is named first. A time
    without a zone it reads on the clock at home, whatever the file says of such times, and a day with one on
    the clock of that zone (RFC 5545 section 3.2.19 knows no such day). A time without seconds it refuses; an
    event of no length takes its minute only for its seconds.
    """
    if what == "cut" and line.startswith("DTSTART;TZID"):
        return len(lines[0].rpartition(":")[2]) in {len("20261010"), len("20261010T1000")}
    if line.startswith(_WHOLE_DAYS) and what in {"flipped", "other digit"}:
        return True
    if line.startswith(_WHOLE_DAYS) and what == "garbage":
        return lines[0].rpartition(":")[2].startswith("20261010")
    return what == "other zone" and ";TZID=:" in lines[0] and calendar.floating != HOME


def _is_told_alike(event: GeneratedEvent) -> bool:
    return all(line in event.written or line.startswith("X-LENGTH") for line in event.plain)


def _with(lines: tuple[str, ...], line: str, instead: list[str]) -> tuple[str, ...]:
    at = lines.index(line)
    return (*lines[:at], *instead, *lines[at + 1 :])


def _flipped(line: str, pick: Random) -> list[str]:
    at = pick.randrange(len(line))
    return [line[:at] + pick.choice(_LETTERS) + line[at + 1 :]]


def _other_digit(line: str, pick: Random) -> list[str]:
    digits = [at for at, letter in enumerate(line) if letter.isdigit()]
    if not digits:
        return []
    at = pick.choice(digits)
    return [line[:at] + pick.choice("0123456789") + line[at + 1 :]]


def _garbage(line: str, pick: Random) -> list[str]:
    return [f"{line.partition(':')[0]}:{pick.choice(_GARBAGE)}"]


def _other_zone(line: str, pick: Random) -> list[str]:
    name, _, value = line.rpartition(":")
    return [f"{name.partition(';')[0]};TZID={pick.choice(['Nowhere/City', '', 'X Standard Time'])}:{value}"]


_DAMAGES: Mapping[str, Callable[[str, Random], list[str]]] = {
    "lost": lambda line, pick: [],  # noqa: ARG005
    "doubled": lambda line, pick: [line, line],  # noqa: ARG005
    "doubled with a difference": lambda line, pick: [line, *_other_digit(line, pick)],
    "cut": lambda line, pick: [line[: pick.randrange(len(line))]],
    "flipped": _flipped,
    "other digit": _other_digit,
    "garbage": _garbage,
    "other zone": _other_zone,
}

GOOD_EVENT = ("BEGIN:VEVENT", "UID:good", "DTSTART:20261201T100000Z", "DTEND:20261201T110000Z", "END:VEVENT")
_MOST_CHARACTERS = 400_000
_NUMBERS = ("0", "-1", "1", "2", "366", "400", "9999", "10000", "4294967296", "9" * 40, "9" * 5000)
_MOMENTS = (
    *(
        "00010101T000000",
        "00010101",
        "00260101T000000Z",
        "15821015T000000Z",
        "16010101T000000",
        "19000101T000000Z",
    ),
    *(
        "20261201T100000",
        "20261201",
        "20261201T100000Z",
        "20261130T235960Z",
        "20380119T031408Z",
        "99991231T235959Z",
    ),
    *("99991231", "99990101T000000", "20261201T240000", "00000000T000000", "99999999T999999Z"),
)
_FREQUENCIES = ("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY", "secondly", "NEVER")
_LISTS = (
    "BYSECOND",
    "BYMINUTE",
    "BYHOUR",
    "BYDAY",
    "BYMONTHDAY",
    "BYYEARDAY",
    "BYWEEKNO",
    "BYMONTH",
    "BYSETPOS",
)
_ZONES = (
    "Evil",
    "Europe/Brussels",
    "/etc/passwd",
    "../../etc/passwd",
    "A" * 10_000,
    "\x1b[31m",
    "UTC+99",
    "Etc/GMT-99",
)


def hostile_calendar(seed: int) -> str:
    """A good event among others whose numbers, lists, repetitions and nesting are beyond reason."""
    pick = Random(f"hostile {seed}")  # noqa: S311
    lines = ["BEGIN:VCALENDAR"]
    if pick.random() < 0.4:
        lines += _hostile_zone(pick)
    for number in range(pick.choice([1, 1, 3, 30])):
        event = _hostile_event(pick, number)
        size = sum(map(len, event))
        lines += event * min(pick.choice([1, 1, 1, 1, 500]), max(1, _MOST_CHARACTERS // size))
    if pick.random() < 0.2:
        nested = pick.choice(
            ["BEGIN:VEVENT", "BEGIN:VALARM", "BEGIN:X-A", "END:VEVENT", "END:X-A", "BEGIN:VCALENDAR"]
        )
        lines += [nested] * pick.choice([1, 30, 5000])
    good = [] if pick.random() < 0.1 else list(GOOD_EVENT)
    lines += [*good, "END:VCALENDAR"]
    return as_file(lines, pick)[:_MOST_CHARACTERS]


def _hostile_event(pick: Random, number: int) -> list[str]:
    zone = pick.choice(["", "", f";TZID={pick.choice(_ZONES)}", ";VALUE=DATE"])
    lines = ["BEGIN:VEVENT", f"UID:{pick.choice([str(number), '', 'same', 'x' * 5000])}"]
    lines.append(f"DTSTART{zone}:{pick.choice(_MOMENTS)}")
    lines.append(pick.choice([f"DTEND{zone}:{pick.choice(_MOMENTS)}", f"DURATION:{_duration(pick)}", "X:1"]))
    if pick.random() < 0.7:
        rule = f"RRULE:{_rule(pick)}"
        lines += [rule] * (pick.choice([1, 1, 1, 40]) if len(rule) < 1000 else 1)
    for name in ("EXDATE", "RDATE", "EXRULE", "RECURRENCE-ID", "SEQUENCE"):
        if pick.random() < 0.15:
            lines += _repeated(name, pick)
    return [*lines, "END:VEVENT"]


def _repeated(name: str, pick: Random) -> list[str]:
    if name == "SEQUENCE":
        return [f"SEQUENCE:{pick.choice(_NUMBERS)}"]
    if name == "EXRULE":
        return [f"EXRULE:{_rule(pick)}"]
    if name == "RECURRENCE-ID":
        return [f"RECURRENCE-ID;RANGE=THISANDFUTURE:{pick.choice(_MOMENTS)}"]
    period = f"/{_duration(pick)}" if pick.random() < 0.3 else ""
    values = ",".join([pick.choice(_MOMENTS) + period for _ in range(3)] * pick.choice([1, 10, 3000]))
    return [f"{name}:{values}"] * pick.choice([1, 1, 20])


def _duration(pick: Random) -> str:
    begins = pick.choice(["P", "P", "PT", "PT", "-P", "+PT"])
    return f"{begins}{pick.choice(_NUMBERS)}{pick.choice('WDHMSX')}"


def _rule(pick: Random) -> str:
    parts = [f"FREQ={pick.choice(_FREQUENCIES)}"]
    if pick.random() < 0.4:
        parts.append(f"INTERVAL={pick.choice(_NUMBERS)}")
    if pick.random() < 0.4:
        parts.append(pick.choice([f"COUNT={pick.choice(_NUMBERS)}", f"UNTIL={pick.choice(_MOMENTS)}"]))
    for name in pick.sample(_LISTS, pick.choice([0, 1, 1, 2, 4])):
        parts.append(f"{name}={_listed(name, pick)}")  # noqa: PERF401
    return ";".join(parts * pick.choice([1, 1, 1, 1, 300]))


def _listed(name: str, pick: Random) -> str:
    if name == "BYDAY":
        values = [
            f"{pick.choice(['', '1', '-1', '5', '53', '99'])}{day}" for day in ("MO", "WE", "SU", "XX")[:3]
        ]
    elif pick.random() < 0.5:
        values = [str(number) for number in range(pick.choice([1, 12, 28, 60, 366]))]
    else:
        values = [pick.choice(["1", "2", "29", "30", "31", "-1", "59", "366", "53", pick.choice(_NUMBERS)])]
    return ",".join(values)


def _hostile_zone(pick: Random) -> list[str]:
    lines = ["BEGIN:VTIMEZONE", "TZID:Evil"]
    for _ in range(pick.choice([1, 2, 2, 150, 3000])):
        part = pick.choice(["STANDARD", "DAYLIGHT"])
        lines += [f"BEGIN:{part}", f"DTSTART:{pick.choice(_MOMENTS)}"]
        lines += [f"RRULE:{_rule(pick)}"] if pick.random() < 0.6 else []
        offsets = ["+0100", "-0100", "+9999", "+2359", "-235959", "+000000", "x"]
        lines += [f"TZOFFSETFROM:{pick.choice(offsets)}", f"TZOFFSETTO:{pick.choice(offsets)}", f"END:{part}"]
    return [*lines, "END:VTIMEZONE"]
