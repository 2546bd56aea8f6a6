from datetime import datetime

import pytest

from clientbridge.adapters.meeting.calendars.components import CalendarComponent, component_tree
from clientbridge.adapters.meeting.calendars.day_range import DigitRange, is_likely_year


def part(*lines: str) -> CalendarComponent:
    return component_tree("\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"]))[0].parts[0]


WEEK = DigitRange.around(datetime.fromisoformat("2026-11-30"), datetime.fromisoformat("2026-12-07"))


@pytest.mark.parametrize(
    ("lines", "excluded"),
    [
        (["DTSTART:20261201T100000Z"], False),
        (["DTSTART:20261209T100000Z"], False),
        (["DTSTART:20261211T100000Z"], True),
        (["DTSTART:20261127T100000Z"], False),
        (["DTSTART:20261126T100000Z"], True),
        (["DTSTART:20261101T100000Z", "DTEND:20261201T100000Z"], False),
        (["DTSTART:20261101T100000Z", "DTEND:20261102T100000Z"], True),
        (["DTSTART:20261101T100000Z", "DTEND:20261102T100000Z", "DTEND:20261202T100000Z"], False),
        (["DTSTART:20281201T100000Z", "DTSTART:20261201T100000Z"], False),
        (["DTSTART:20261101T100000Z", "DTEND:soon"], False),
        (["DTSTART:20261101T100000Z", "DTEND:"], False),
        (["DTSTART:20261101T100000Z", "DTEND:20261102T100000Z", "DTEND:20261201T100000Z"], False),
        (["DTSTART:20261101T100000Z", "DTSTART:20261201T100000Z"], False),
        (["DTSTART:20261101T100000Z", "RRULE="], False),
        (["DTSTART:20261211T100000Z", "DTSTART:20261201T100000Z"], False),
        (["DTSTART:25691201T100000Z"], False),
        (["DTSTART:99991201T100000Z"], True),
        (["DTSTART:20261101T100000Z", "DURATION:P60D"], False),
        (["DTSTART:20261101T100000Z", "RRULE:FREQ=DAILY"], False),
        (["DTSTART:20261211T100000Z", "RDATE:20261201T100000Z"], False),
        (["DTSTART:20261211T100000Z", "RECURRENCE-ID:20261201T100000Z"], False),
        (["DTSTART:00261201T100000Z"], False),
        (["DTSTART:20261399T100000Z"], False),
        (["DTSTART:soon"], False),
        (["UID:a"], False),
    ],
)
def test_only_what_certainly_lies_outside_is_left_unread(lines: list[str], excluded: bool) -> None:  # noqa: FBT001
    assert WEEK.excludes(part(*lines)) is excluded


def test_years_in_which_something_begins() -> None:
    assert [is_likely_year(year) for year in (26, 1899, 1900, 2026, 2443, 2569, 9999)] == [
        *(False, False, True, True, False, False, True)
    ]
