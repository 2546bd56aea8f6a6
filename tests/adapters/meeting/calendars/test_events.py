from datetime import datetime, timedelta, tzinfo

import pytest
from zones import zone

from clientbridge.adapters.meeting.calendars.busy_status import BusyStatus
from clientbridge.adapters.meeting.calendars.components import CalendarComponent, component_tree
from clientbridge.adapters.meeting.calendars.events import (
    CalendarEvent,
    calendar_event,
    revision_of,
)
from clientbridge.adapters.meeting.calendars.values import FileClocks, UnreadValueError

BRUSSELS = zone("Europe/Brussels")


def named(name: str) -> tzinfo | None:
    return zone(name) if "/" in name else None


CLOCKS = FileClocks(BRUSSELS, BRUSSELS, named)


def part(*lines: str) -> CalendarComponent:
    root, _ = component_tree("\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"]))
    return root.parts[0]


TEN = "DTSTART:20261203T100000Z"
NOON = "DTEND:20261203T120000Z"
RULES = [f"RRULE:FREQ=DAILY;INTERVAL={number}" for number in range(1, 12)]
MANY = ",".join(["20261204T100000Z"] * 6000)


def read(*lines: str) -> tuple[CalendarEvent, list[str]]:
    event, faults = calendar_event(part(*lines), CLOCKS, BusyStatus.BUSY, "lea.ics")
    return event, [f"{fault.line} {fault.say}" for fault in faults]


DAY = "DTSTART;VALUE=DATE:20261203"


@pytest.mark.parametrize(
    ("lines", "hours"),
    [
        ([TEN], 0),
        ([TEN, "DTEND:20261203T113000Z"], 1.5),
        ([TEN, "DTEND;TZID=Asia/Tokyo:20261203T203000"], 1.5),
        (["DTSTART;TZID=Asia/Tokyo:20261203T190000", "DTEND:20261203T203000"], 1.5),
        ([TEN, "DURATION:PT1H30M"], 1.5),
        ([TEN, "DTEND:20261203T100000Z"], 0),
        ([TEN, "DTEND;VALUE=DATE:20261204"], 13),
        ([TEN, "DTEND;VALUE=DATE:20261203"], 14),
        ([DAY], 24),
        ([DAY, "DTEND;VALUE=DATE:20261205"], 48),
        ([DAY, "DTEND;VALUE=DATE:20261203"], 24),
        ([DAY, "DTEND;VALUE=DATE:18991230"], 24),
        ([DAY, "DTEND:20261203T120000Z"], 13),
        ([DAY, "DURATION:P2D"], 48),
        ([DAY, "DURATION:PT1H"], 24),
        (["DTSTART;TZID=Europe/Brussels:20270327T220000", "DURATION:PT8H"], 8),
    ],
)
def test_how_long_it_takes(lines: list[str], hours: float) -> None:
    event, faults = read(*lines)
    assert (event.length.after(event.start) - event.start.instant) / timedelta(hours=1) == hours
    assert faults == []


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ([TEN, "DTEND:later"], "3 'later' is no time"),
        ([TEN, "DURATION:-PT1H"], "3 a length of '-PT1H' is less than nothing"),
        ([TEN, "DTEND:20261203T090000Z"], "3 it ends before it begins"),
        ([TEN, "DTEND;TZID=Nowhere:20261203T113000"], "3 the time zone 'Nowhere' is not known"),
        ([TEN, "DTEND:"], "3 the line DTEND has no value"),
        ([TEN, "DURATION:"], "3 the line DURATION has no value"),
        ([TEN, "DTEND 20261203T110000Z"], "3 the line DTEND has no value"),
    ],
)
def test_an_unknown_end_is_told_and_takes_the_rest_of_the_day(lines: list[str], fault: str) -> None:
    event, faults = read(*lines)
    assert f"{event.length.after(event.start):%d %H:%M}" == "04 00:00"
    assert faults == [fault]


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ([TEN, "RRULE:FREQ=SOMETIMES"], "3 it repeats by a rule that cannot be followed, 'SOMETIMES'"),
        ([TEN, "RRULE:FREQ=DAILY;INTERVAL=0"], "3 its rule has INTERVAL=0, which cannot be followed"),
        ([TEN, "RRULE:FREQ=DAILY;UNTIL=never"], "3 'NEVER' is no time"),
        ([TEN, "EXDATE:20261204T100000Z,x"], "3 'x' is no time"),
        ([TEN, "RDATE:20261204T100000Z,20261301T100000Z"], "3 there is no day 20261301T100000Z"),
        ([TEN, "RECURRENCE-ID:x"], "3 'x' is no time"),
        ([TEN, "RRULE:"], "3 the line RRULE has no value"),
        ([TEN, "X-APPLE-TRAVEL-DURATION:soon"], "3 'soon' is no length of time"),
        ([TEN, "RRULE:FREQ=WEEKLY;BYDAY=TH,"], "3 its rule has BYDAY=TH,, which cannot be followed"),
        ([TEN, NOON, NOON.replace("T12", "T13")], "4 it has two of DTEND; only the first is used"),
        ([TEN, "DTSTART:20261204T100000Z"], "3 it has two of DTSTART; only the first is used"),
        ([TEN, TEN.replace(":", ";TZID=Asia/Tokyo:")], "3 it has two of DTSTART; only the first is used"),
        (["DTSTART:00261203T100000Z"], "2 it begins in the year 26"),
        ([TEN, *RULES], "13 it repeats by 11 rules, more than 10"),
        (["DTSTART:25691203T100000Z"], "2 it begins in the year 2569"),
        (
            [TEN, "RDATE;VALUE=PERIOD:20261204T100000Z/20261204T090000Z"],
            "3 a single date of it ends before it begins",
        ),
        (
            [TEN, "RECURRENCE-ID;RANGE=THISANDPRIOR:20261203T100000Z"],
            "3 it changes earlier dates too, which is not followed",
        ),
        ([TEN, f"EXDATE:{MANY}"], "1 it has 6000 single dates, more than 5000"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_told_beside_the_rest(lines: list[str], fault: str) -> None:
    event, faults = read(*lines)
    assert event.start.local.hour == 10
    assert faults == [fault]


def test_a_whole_day_that_comes_again_within_a_day_is_told() -> None:
    event, faults = read("DTSTART;VALUE=DATE:20261203", "RRULE:FREQ=HOURLY;COUNT=3")
    assert (event.start.whole_day, faults) == (True, ["3 a whole day comes again within a day"])


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["UID:a"], "it has no start"),
        (["DTSTART:"], "it has no start"),
        (["DTSTART:x"], "'x' is no time"),
        (["DTSTART;TZID=Nowhere:20261203T100000"], "the time zone 'Nowhere' is not known"),
    ],
)
def test_without_a_start_there_is_nothing_to_keep(lines: list[str], says: str) -> None:
    with pytest.raises(UnreadValueError) as failed:
        read(*lines)
    assert failed.value.say == says


@pytest.mark.parametrize(
    ("start", "until", "last"),
    [
        (TEN, "20261205T100000Z", "20261205"),
        (TEN, "20261205T095959Z", "20261204"),
        (TEN, "20261205", "20261205"),
        ("DTSTART;TZID=Asia/Tokyo:20261203T100000", "20261205T100000", "20261205"),
        ("DTSTART;TZID=Asia/Tokyo:20261203T100000", "20261205T005959Z", "20261204"),
        (DAY, "20261205", "20261205"),
        (DAY, "20261204T230000Z", "20261205"),
        (DAY, "20261205T235959Z", "20261205"),
        (DAY, "20261204T150000Z", "20261205"),
        (DAY, "20261205T050000Z", "20261205"),
    ],
)
def test_the_last_date_of_a_rule_is_included(start: str, until: str, last: str) -> None:
    event, _ = read(start, f"RRULE:FREQ=DAILY;UNTIL={until}")
    (rule,) = event.rules
    days = [event.start.local + timedelta(days=count) for count in range(5)]
    assert [f"{day:%Y%m%d}" for day in days if rule.reaches(day, event.start)][-1] == last


def test_dates_besides_the_start() -> None:
    event, faults = read(
        TEN, "DURATION:PT1H", "RDATE;VALUE=PERIOD:20261204T100000Z/PT2H,20261205T100000Z/20261205T130000Z",
        "RDATE;VALUE=DATE:20261206", "RDATE;TZID=Asia/Tokyo:20261207T190000",
    )  # fmt: skip
    assert faults == []
    assert [f"{at.instant:%d %H:%M}-{length.after(at):%H:%M}" for at, length in event.more] == [
        "04 10:00-12:00", "05 10:00-13:00", "06 10:00-11:00", "07 10:00-11:00",
    ]  # fmt: skip


def test_what_became_of_one_date_has_no_rule_of_its_own_but_what_became_of_all_later_ones() -> None:
    lines = [TEN, "UID:a", "SEQUENCE:2", "RRULE:FREQ=DAILY", "RDATE:20261209T100000Z"]
    one, _ = read(*lines, "RECURRENCE-ID:20261202T100000Z")
    assert (one.rules, one.more, one.and_later, one.sequence) == ((), (), False, 2)
    assert one.replaced_at == datetime.fromisoformat("2026-12-02T10:00:00+00:00")
    later, _ = read(*lines, "RECURRENCE-ID;RANGE=THISANDFUTURE:20261202T100000Z")
    assert (len(later.rules), len(later.more), later.and_later) == (1, 1, True)


@pytest.mark.parametrize(
    ("line", "revision"),
    [("SEQUENCE:3", 3), ("SEQUENCE:x", None), ("SEQUENCE:" + "9" * 5000, None), ("UID:a", None)],
)
def test_revisions(line: str, revision: int | None) -> None:
    assert revision_of(part(line)) == revision
