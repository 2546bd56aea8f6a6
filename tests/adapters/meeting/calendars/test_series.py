from datetime import datetime, timedelta, tzinfo

import pytest
from zones import zone

from clientbridge.adapters.meeting.calendars.busy_status import BusyStatus
from clientbridge.adapters.meeting.calendars.components import component_tree
from clientbridge.adapters.meeting.calendars.events import CalendarEvent, calendar_event
from clientbridge.adapters.meeting.calendars.rule_dates import StepBudget
from clientbridge.adapters.meeting.calendars.series import first_span, newest_revisions, spans_of
from clientbridge.adapters.meeting.calendars.values import FileClocks

BRUSSELS = zone("Europe/Brussels")


def named(name: str) -> tzinfo | None:
    return zone(name)


CLOCKS = FileClocks(BRUSSELS, BRUSSELS, named)
FIRST, LAST = datetime.fromisoformat("2026-11-30"), datetime.fromisoformat("2026-12-07")


def event(*lines: str, status: BusyStatus = BusyStatus.BUSY) -> CalendarEvent:
    root, _ = component_tree("\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"]))
    return calendar_event(root.parts[0], CLOCKS, status, "lea.ics")[0]


def times(master: CalendarEvent, *changes: CalendarEvent) -> list[str]:
    spans = spans_of(master, changes, FIRST, LAST, StepBudget())
    week = FIRST.astimezone(BRUSSELS), LAST.astimezone(BRUSSELS)
    inside = sorted(
        {(one.start, one.end, one.status.value) for one in spans if week[0] < one.start < week[1]}
    )
    return [
        f"{start:%d %H:%M}-{end:%H:%M}{'' if status == 'busy' else ' ' + status}"
        for start, end, status in inside
    ]


DAILY = event("DTSTART:20261130T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=4")
WHOLE = event("DTSTART;VALUE=DATE:20261130", "RRULE:FREQ=DAILY;COUNT=3")


def in_place_of(date: str, *lines: str, later: bool = False) -> CalendarEvent:
    stands_for = f"RECURRENCE-ID{';RANGE=THISANDFUTURE' if later else ''}{date}"
    return event(stands_for, *lines)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (":20261201T100000Z", ["30 10:00-11:00", "02 10:00-11:00", "03 10:00-11:00"]),
        (";TZID=Asia/Tokyo:20261201T190000", ["30 10:00-11:00", "02 10:00-11:00", "03 10:00-11:00"]),
        (":20261201T110000", ["30 10:00-11:00", "02 10:00-11:00", "03 10:00-11:00"]),
        (";VALUE=DATE:20261201", ["30 10:00-11:00", "02 10:00-11:00", "03 10:00-11:00"]),
        (":20261201T110000Z", ["30 10:00-11:00", "01 10:00-11:00", "02 10:00-11:00", "03 10:00-11:00"]),
    ],
)
def test_a_date_that_was_changed_is_no_longer_one_of_the_series(change: str, expected: list[str]) -> None:
    moved = in_place_of(change, "DTSTART:20261201T150000Z", "DURATION:PT2H")
    assert times(DAILY, moved) == sorted(expected, key=lambda one: (one[:2] != "30", one))


@pytest.mark.parametrize(
    "line",
    [
        "EXDATE:20261201T100000Z",
        "EXDATE;TZID=Asia/Tokyo:20261201T190000",
        "EXDATE;VALUE=DATE:20261201",
        "EXDATE:20261111T100000Z,20261201T100000Z",
        "EXRULE:FREQ=DAILY;INTERVAL=10",
    ],
)
def test_dates_that_were_taken_out(line: str) -> None:
    series = event(
        "DTSTART:20261121T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;UNTIL=20261202T100000Z", line
    )
    assert times(series) == ["30 10:00-11:00", "02 10:00-11:00"]


@pytest.mark.parametrize(
    "line",
    [
        "EXDATE;VALUE=DATE:20261201",
        "EXDATE:20261201T000000",
        "EXDATE:20261130T230000Z",
        "EXDATE:20261201T000000Z",
        "EXDATE;TZID=Asia/Tokyo:20261201T000000",
        "EXDATE;TZID=America/Vancouver:20261201T000000",
    ],
)
def test_whole_days_that_were_taken_out(line: str) -> None:
    series = event("DTSTART;VALUE=DATE:20261130", "RRULE:FREQ=DAILY;COUNT=3", line)
    starts = {f"{one.start:%d %H}" for one in spans_of(series, (), FIRST, LAST, StepBudget())}
    assert starts == {"29 23", "01 23"}


def test_the_way_to_it_is_busy_too() -> None:
    way = "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT"
    series = event("DTSTART:20261130T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3", f"{way}30M")
    nearer = in_place_of(":20261201T100000Z", "DTSTART:20261201T100000Z", "DURATION:PT1H", f"{way}15M")
    assert times(series, nearer) == ["30 09:30-11:00", "02 09:30-11:00"]
    assert first_span(nearer).start == datetime.fromisoformat("2026-12-01T09:45Z")
    farthest = event("DTSTART:20261201T100000Z", f"{way}99H")
    assert first_span(farthest).start == datetime.fromisoformat("2026-11-30T10:00Z")


def test_the_start_counts_even_off_the_rule() -> None:
    series = event("DTSTART:20261201T100000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;BYDAY=TH")
    assert times(series) == ["01 10:00-11:00", "03 10:00-11:00"]


def test_rules_and_single_dates_together() -> None:
    series = event(
        "DTSTART:20261130T100000Z",
        "DURATION:PT1H",
        "RRULE:FREQ=WEEKLY;BYDAY=MO",
        "RRULE:FREQ=WEEKLY;BYDAY=WE",
        "RDATE:20261203T150000Z",
    )
    assert times(series) == ["30 10:00-11:00", "02 10:00-11:00", "03 15:00-16:00"]


def test_a_series_keeps_the_reading_of_its_clock() -> None:
    series = event("DTSTART;TZID=America/Vancouver:20260901T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY")
    assert times(series) == ["01 16:00-17:00"]


def test_from_a_date_on_all_are_moved() -> None:
    later = in_place_of(":20261201T100000Z", "DTSTART:20261201T120000Z", "DURATION:PT30M", later=True)
    assert times(DAILY, later) == ["30 10:00-11:00", "02 12:00-12:30", "03 12:00-12:30"]


def test_from_a_date_on_all_are_moved_also_on_another_clock() -> None:
    lines = ["DTSTART;TZID=Asia/Tokyo:20261201T210000", "DURATION:PT30M"]
    for stands_for in (":20261201T100000Z", ";TZID=Asia/Tokyo:20261201T190000"):
        later = in_place_of(stands_for, *lines, later=True)
        assert times(DAILY, later) == ["30 10:00-11:00", "02 12:00-12:30", "03 12:00-12:30"]


def test_moved_beyond_the_end_of_time_it_stays_there() -> None:
    twice = event("DTSTART:20261130T100000Z", "DURATION:PT1H", "RDATE:20261205T100000Z")
    moved = ["DTSTART;TZID=Asia/Tokyo:99991231T100000", "DURATION:PT30M"]
    assert times(twice, in_place_of(":20261201T100000Z", *moved, later=True)) == ["30 10:00-11:00"]


def test_from_a_date_on_by_a_rule_of_its_own() -> None:
    lines = ["DTSTART:20261201T120000Z", "DURATION:PT30M", "RRULE:FREQ=DAILY;COUNT=2"]
    later = in_place_of(":20261201T100000Z", *lines, later=True)
    assert times(DAILY, later) == ["30 10:00-11:00"]
    assert times(later) == ["01 12:00-12:30", "02 12:00-12:30"]


def test_long_ones_reach_into_the_range() -> None:
    series = event("DTSTART:20260101T000000Z", "DURATION:P40D", "RRULE:FREQ=MONTHLY;COUNT=11")
    ends = {one.end for one in spans_of(series, (), FIRST, LAST, StepBudget())}
    assert max(ends) == datetime.fromisoformat("2026-12-11T00:00:00+00:00")


@pytest.mark.parametrize(
    ("sequences", "outside", "left"),
    [
        ([None, None], None, [None, None]),
        ([0, 0], None, [0, 0]),
        ([0, 2, 1], None, [2]),
        ([None, 1], None, [None, 1]),
        ([1], 2, []),
        ([2], 1, [2]),
        ([None], 1, [None]),
    ],
)
def test_a_later_revision_replaces_the_earlier(
    sequences: list[int | None], outside: int | None, left: list[int | None]
) -> None:
    revisions = [
        event("DTSTART:20261201T100000Z", *([] if one is None else [f"SEQUENCE:{one}"])) for one in sequences
    ]
    assert [one.sequence for one in newest_revisions(revisions, outside)] == left


def test_a_revision_of_one_date_replaces_that_of_the_same_date_alone() -> None:
    old = in_place_of(":20261201T100000Z", "DTSTART:20261201T120000Z", "SEQUENCE:1")
    new = in_place_of(":20261201T100000Z", "DTSTART:20261201T130000Z", "SEQUENCE:2")
    other = in_place_of(":20261202T100000Z", "DTSTART:20261202T130000Z", "SEQUENCE:0")
    assert newest_revisions((DAILY, old, new, other), 5) == (DAILY, new, other)


def test_the_first_time_alone() -> None:
    span = first_span(WHOLE)
    assert (span.end - span.start, span.status) == (timedelta(hours=24), BusyStatus.BUSY)
