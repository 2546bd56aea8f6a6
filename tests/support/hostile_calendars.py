"""Calendars made to stall a program or to fill the machine, by name; the largest has 20 MB.

Run as a program it reads them one after the other, and prints as JSON how long each took and what came of it.
"""

import json
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from calendar_samples import written_spans
from peak_memory import peak_megabytes

from clientbridge.adapters.meeting.calendar_sources import CalendarText
from clientbridge.adapters.meeting.calendars.busy_calendar import busy_calendar
from clientbridge.adapters.time.zone_database import open_zone_database
from clientbridge.core.errors import ClientbridgeError
from clientbridge.core.meeting.busy_times import BusyTimes, CalendarOwner
from clientbridge.core.time.intervals import minute_of, subtraction

GOOD = ("2026-12-01T10:00Z/2026-12-01T11:00Z",)
ALL_WEEK = ("2026-11-30T00:00Z/2026-12-07T00:00Z",)
DAYS = ("2026-11-30", *(f"2026-12-0{day}" for day in range(1, 7)))
DAILY = tuple(f"{day}T09:00Z/{day}T10:00Z" for day in DAYS)
_AT_NINE = "DTSTART:20261124T090000Z\nDTEND:20261124T100000Z"
_AT_TEN = "DTSTART:20261201T100000Z\nDTEND:20261201T110000Z"


@dataclass(frozen=True)
class HostileCalendar:
    """A text, built when it is asked for."""

    text: Callable[[], str]
    busy: tuple[str, ...] = GOOD
    """In the week of 30 November 2026, at least, unless something is told."""


def _event(*lines: str, uid: str = "1") -> str:
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT"])


def _calendar(*parts: str) -> str:
    return "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *parts, "END:VCALENDAR", ""])


_GOOD_EVENT = _event(_AT_TEN, uid="good")


def _rule(rule: str, start: str = _AT_NINE) -> HostileCalendar:
    return HostileCalendar(lambda: _calendar(_event(start, f"RRULE:{rule}"), _GOOD_EVENT))


def _alone(busy: tuple[str, ...], text: Callable[[], Iterable[str]]) -> HostileCalendar:
    return HostileCalendar(lambda: _calendar(*text()), busy)


def _in_good(lines: Callable[[], str]) -> HostileCalendar:
    """The good event with something between its lines."""
    return HostileCalendar(
        lambda: _calendar(_event("DTSTART:20261201T100000Z", lines(), "DTEND:20261201T110000Z"))
    )


def _zone(*parts: tuple[str, str, str, str]) -> HostileCalendar:
    """An event by a zone of its own, beside the good one."""
    lines = (
        f"BEGIN:STANDARD\nDTSTART:{start}\n{rule}TZOFFSETFROM:{before}\nTZOFFSETTO:{after}\nEND:STANDARD"
        for start, rule, before, after in parts
    )
    zone = "\n".join(["BEGIN:VTIMEZONE", "TZID:Evil", *lines, "END:VTIMEZONE"])
    event = _event("DTSTART;TZID=Evil:20261201T100000", "DTEND;TZID=Evil:20261201T110000")
    return HostileCalendar(lambda: _calendar(zone, event, _GOOD_EVENT))


def _day(number: int, first_year: int = 1980) -> str:
    """So many days on, each month having 28."""
    return f"{first_year + number // 336}{1 + number // 28 % 12:02d}{1 + number % 28:02d}"


def _listed(count: int, most: int, first: int = 0) -> str:
    return ",".join(str(first + number % most) for number in range(count))


_RULES = {
    "an interval of nothing": _rule("FREQ=YEARLY;INTERVAL=0"),
    "an interval of no hour, in small letters": _rule("freq=hourly;interval=0"),
    "an interval backwards": _rule("FREQ=DAILY;INTERVAL=-1"),
    "an interval beyond all time": _rule("FREQ=YEARLY;INTERVAL=99999999999"),
    "an interval of 100,000 digits": _rule(f"FREQ=DAILY;INTERVAL={'9' * 100_000}"),
    "a count of nothing": _rule("FREQ=DAILY;COUNT=0"),
    "30 February, daily": _rule("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"),
    "30 February, every third year": _rule("FREQ=YEARLY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=30"),
    "30 February, every second": _rule("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "DTSTART:20200101T000000Z"),
    "a place that no set has": _rule("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=9999"),
    "a place that no month has": _rule("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300"),
    "week 53 in June": _rule("FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6"),
    "an end before the start, every second": _rule("FREQ=SECONDLY;UNTIL=00010101T000000Z"),
    "10,000 values in each list": _rule(
        f"FREQ=DAILY;BYSECOND={_listed(10_000, 60)};BYMINUTE={_listed(10_000, 60)}"
        f";BYHOUR={_listed(10_000, 24)}"
    ),
    "a yearly event of the year 26": _rule("FREQ=YEARLY", "DTSTART:00261201T090000Z\nDURATION:PT1H"),
    "20 that never come, by the minute": HostileCalendar(
        lambda: _calendar(
            *[
                _event(_AT_NINE, "RRULE:FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30,31;BYHOUR=3", uid=str(number))
                for number in range(20)
            ],
            _GOOD_EVENT,
        )
    ),
    "every second": _alone(
        ALL_WEEK,
        lambda: [_event("DTSTART:20261124T090000Z", "DTEND:20261124T090001Z", "rrule:freq=secondly")],
    ),
    "every minute since 1970": _alone(
        ALL_WEEK,
        lambda: [_event("DTSTART:19700101T000000Z", "DTEND:19700101T000100Z", "RRULE:FREQ=MINUTELY")],
    ),
    "every hour for ten years each": _alone(
        ALL_WEEK, lambda: [_event("DTSTART:20100101T000000Z", "DURATION:P3650D", "RRULE:FREQ=HOURLY")]
    ),
    "a count of a billion": _alone(
        DAILY,
        lambda: [_event("DTSTART:19700101T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=1000000000")],
    ),
    "10,000 days of the year": _alone(
        DAILY, lambda: [_event(_AT_NINE, f"RRULE:FREQ=YEARLY;BYYEARDAY={_listed(10_000, 366, 1)}")]
    ),
    "200,000 parts of a rule": _alone(
        DAILY, lambda: [_event(_AT_NINE, f"RRULE:FREQ=DAILY{';X=1' * 200_000}")]
    ),
    "48 of every half hour since the year 1": _alone(
        (),
        lambda: (
            _event(
                "DTSTART:00010101T000000Z\nDTEND:00010101T000001Z",
                f"RRULE:FREQ=DAILY;BYHOUR={_listed(24, 24)};BYMINUTE=0,30",
                uid=str(number),
            )
            for number in range(48)
        ),
    ),
    "500 days since the year 1": _alone(
        (),
        lambda: (
            _event(
                f"DTSTART;VALUE=DATE:{_day(number * 29, 1).zfill(8)}", "RRULE:FREQ=YEARLY", uid=str(number)
            )
            for number in range(500)
        ),
    ),
}
_LISTS = {
    "5,000 dates taken out": _alone(
        DAILY,
        lambda: [
            _event(
                "DTSTART:20100101T090000Z",
                "DURATION:PT1H",
                "RRULE:FREQ=DAILY",
                f"EXDATE:{','.join(f'{_day(number, 2012)}T090000Z' for number in range(4900))}",
            )
        ],
    ),
    "100,000 lines that take out a date": _alone(
        DAILY[:1] + DAILY[2:],
        lambda: [
            _event(
                "DTSTART:20100101T090000Z",
                "DURATION:PT1H",
                "RRULE:FREQ=DAILY",
                *["EXDATE:20261201T090000Z"] * 100_000,
            )
        ],
    ),
    "200,000 single dates": _alone(
        DAILY[1:2],
        lambda: [
            _event(
                "DTSTART:19000101T090000Z",
                "DURATION:PT1H",
                "RDATE:" + ",".join(f"{_day(at // 24, 1900)}T{at % 24:02d}0000Z" for at in range(200_000)),
                "RDATE:20261201T090000Z",
            )
        ],
    ),
    "50,000 periods of a week each": _alone(
        ALL_WEEK,
        lambda: [
            _event(
                "DTSTART:20261130T000000Z",
                "DURATION:PT1M",
                "RDATE;VALUE=PERIOD:"
                + ",".join(
                    f"20261130T{at // 3600:02d}{at // 60 % 60:02d}{at % 60:02d}Z/P7D" for at in range(50_000)
                ),
            )
        ],
    ),
    "5,000 changes of a series": _alone(
        DAILY,
        lambda: [
            _event("DTSTART:19800101T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY", uid="s"),
            *(
                _event(
                    f"RECURRENCE-ID:{_day(at)}T090000Z",
                    f"DTSTART:{_day(at)}T110000Z",
                    "DURATION:PT1H",
                    uid="s",
                )
                for at in range(5_000)
            ),
        ],
    ),
    "5,000 changes of one date": _alone(
        (DAILY[0], "2026-12-01T11:00Z/2026-12-01T12:00Z", *DAILY[2:]),
        lambda: [
            _event("DTSTART:20261130T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=7", uid="s"),
            *(
                _event(
                    "RECURRENCE-ID:20261201T090000Z",
                    "DTSTART:20261201T110000Z",
                    "DURATION:PT1H",
                    f"SEQUENCE:{number}",
                    uid="s",
                )
                for number in range(5_000)
            ),
        ],
    ),
    "20,000 events of one name": _alone(
        (),
        lambda: (
            _event(f"DTSTART:2026120{1 + at % 6}T{at // 6 % 24:02d}0000Z", "DURATION:PT1M", uid="s")
            for at in range(20_000)
        ),
    ),
    "5,000 time zones": _alone(
        GOOD,
        lambda: [
            *(
                f"BEGIN:VTIMEZONE\nTZID:Z{number}\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0000\n"
                "TZOFFSETTO:+0000\nEND:STANDARD\nEND:VTIMEZONE"
                for number in range(5_000)
            ),
            _event("DTSTART;TZID=Z4999:20261201T100000", "DURATION:PT1H"),
        ],
    ),
}
_TEXTS = {
    "100,000 line feeds": HostileCalendar(lambda: "\n" * 100_000, ()),
    "100,000 line feeds in an event": _in_good(lambda: "\n" * 100_000),
    "1,500,000 folds": _in_good(lambda: "SUMMARY:x" + "\n " * 1_500_000),
    "a line of 2,000,000 blanks": _in_good(lambda: " " * 2_000_000),
    "20 MB folded": _in_good(lambda: "DESCRIPTION:" + ("x" * 73 + "\n ") * 270_000),
    "a description of 300 KB": _in_good(lambda: "DESCRIPTION:" + "long " * 60_000),
    "a picture of 300 KB": _in_good(
        lambda: "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + ("QUJD" * 18 + "\n ") * 4_200
    ),
    "500,000 quotes": _in_good(lambda: 'ATTENDEE;CN="' + '"a' * 500_000 + ":mailto:a@example.com"),
    "a million backslashes": _in_good(lambda: "SUMMARY:" + "\\" * 1_000_001),
    "200,000 parameters": HostileCalendar(
        lambda: _calendar(_event(f"DTSTART{';X-A=1' * 200_000}:20261201T100000Z", "DTEND:20261201T110000Z"))
    ),
    "100,000 alarms": _in_good(
        lambda: "\n".join(["BEGIN:VALARM\nTRIGGER:-PT5M\nDURATION:P1D\nEND:VALARM"] * 100_000)
    ),
    "50,000 alarms that have no end": HostileCalendar(
        lambda: _calendar(_event(_AT_TEN, "\n".join(["BEGIN:VALARM"] * 50_000)))
    ),
    "50,000 events that have no end": HostileCalendar(
        lambda: "\n".join(["BEGIN:VCALENDAR", *["BEGIN:VEVENT"] * 50_000]), ()
    ),
    "50,000 empty events": HostileCalendar(lambda: _calendar(*["BEGIN:VEVENT\nEND:VEVENT"] * 50_000), ()),
    "200,000 ends": HostileCalendar(lambda: _calendar(*["END:VEVENT"] * 200_000), ()),
    "20,000 parts within parts": HostileCalendar(
        lambda: _calendar(*["BEGIN:X-A"] * 20_000, *["END:X-A"] * 20_000, _GOOD_EVENT)
    ),
}
_VALUES = {
    "a length of more weeks than there are": HostileCalendar(
        lambda: _calendar(_event("DTSTART:20261201T100000Z", f"DURATION:P{'9' * 21}W"), _GOOD_EVENT),
    ),
    "a length of a million digits": HostileCalendar(
        lambda: _calendar(_event("DTSTART:20261202T100000Z", f"DURATION:PT{'9' * 1_000_000}S"), _GOOD_EVENT)
    ),
    "a zone by the second": _zone(("16010101T000000", "RRULE:FREQ=SECONDLY\n", "+0100", "+0200")),
    "a zone that changes daily since 1601": _zone(
        ("16010101T000000", "RRULE:FREQ=DAILY;INTERVAL=2\n", "+0100", "+0200"),
        ("16010102T000000", "RRULE:FREQ=DAILY;INTERVAL=2\n", "+0200", "+0100"),
    ),
    "a zone with an interval of nothing": _zone(
        ("16010101T000000", "RRULE:FREQ=YEARLY;INTERVAL=0\n", "+0100", "+0200")
    ),
    "a zone days away": _zone(("16010101T000000", "", "+9999", "-9999")),
    "the name of a zone of 1 MB": HostileCalendar(
        lambda: _calendar(
            _event(f"DTSTART;TZID={'A' * 1_000_000}:20261201T100000", "DURATION:PT1H"), _GOOD_EVENT
        )
    ),
    "zones that are paths": HostileCalendar(
        lambda: _calendar(
            *(
                _event(f"DTSTART;TZID={name}:20261201T100000", "DURATION:PT1H", uid=name)
                for name in ("../../../../etc/passwd", "/etc/localtime", "Europe", "tzdata.zi")
            ),
            _GOOD_EVENT,
        )
    ),
    "a zone that moves the cursor": HostileCalendar(
        lambda: _calendar(
            _event("DTSTART;TZID=\x1b[31mred\x07\u202e:20261201T100000", "DURATION:PT1H"), _GOOD_EVENT
        )
    ),
}
HOSTILE_CALENDARS: Mapping[str, HostileCalendar] = {**_RULES, **_LISTS, **_TEXTS, **_VALUES}


def _outcomes() -> dict[str, object]:
    zones = open_zone_database([])
    owner = CalendarOwner(home=zones.find("Europe/Brussels"))
    week = (minute_of(datetime(2026, 11, 30, tzinfo=UTC)), minute_of(datetime(2026, 12, 7, tzinfo=UTC)))
    found: dict[str, object] = {}
    for name, calendar in HOSTILE_CALENDARS.items():
        text = calendar.text()
        started = time.process_time()
        try:
            read = busy_calendar([CalendarText(name="work.ics", text=text)], week, owner, zones)
            told = bool(read.unread)
        except ClientbridgeError:
            read, told = BusyTimes(), True
        has_good = calendar.busy == GOOD
        missing = bool(subtraction(written_spans(calendar.busy), read.busy))
        found[name] = {
            "seconds": time.process_time() - started,
            "megabytes": peak_megabytes(),
            "told": told,
            "missing": missing,
            "good_is_lost": has_good and missing,
        }
    return found


if __name__ == "__main__":
    print(json.dumps(_outcomes()))  # noqa: T201
