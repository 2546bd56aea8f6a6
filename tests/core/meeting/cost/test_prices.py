"""The table of docs/meeting-cost.md, row by row and edge by edge.

Each expected line is ``code minutes x rate``, added up by hand from the times in the case.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from meetings import EVERY_DAY, WORKDAYS, at, custom, meeting, searched, someone, taken
from scenes import Scene

from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.meeting.cost.customs import MeetingCustom, WeekEdge
from clientbridge.core.meeting.party_view import PartyViews
from clientbridge.core.meeting.search import SearchResult
from clientbridge.core.workspace.profiles import DateRange

SPLIT = "09:00-12:30, 13:30-17:30"
WHOLE = "09:00-17:00"
NIGHT_SHIFT = "22:00-06:00"
TUESDAY = date(2026, 11, 24)


def lines(result: SearchResult, start: str, minutes: int, party: int = 0) -> list[str]:
    """What a meeting costs one party; soft kinds after those outside working time, as they are shown."""
    asked = replace(result, request=replace(result.request, duration=minutes))
    parts = PartyViews(asked).slot(at(start)).parties[party].parts
    assert all(part.cost == part.minutes * part.rate for part in parts)
    return [f"{part.code} {part.minutes}x{part.rate}" for part in parts]


def alone(hours: str, days: Sequence[int] = WORKDAYS) -> SearchResult:
    return searched(meeting(someone(hours, days), first="sun 00:00", last="sun2 00:00"))


@pytest.mark.parametrize(
    ("hours", "start", "minutes", "expected"),
    [
        # before, after and between the hours: 1 in the first hour from them
        (SPLIT, "tue2 08:00", 60, ["early 60x1"]),
        (SPLIT, "tue2 08:59", 1, ["early 1x1"]),
        (SPLIT, "tue2 09:00", 1, []),
        (SPLIT, "tue2 12:29", 1, []),
        (SPLIT, "tue2 12:30", 1, ["break 1x1"]),
        (SPLIT, "tue2 13:29", 1, ["break 1x1"]),
        (SPLIT, "tue2 13:30", 1, []),
        (SPLIT, "tue2 17:29", 1, []),
        (SPLIT, "tue2 17:30", 1, ["late 1x1"]),
        (SPLIT, "tue2 12:00", 120, ["break 60x1"]),
        (SPLIT, "tue2 08:30", 600, ["early 30x1", "late 60x1", "break 60x1"]),
        # the square of the hour, whichever side of the hours is nearer
        (SPLIT, "tue2 08:00", 1, ["early 1x1"]),
        (SPLIT, "tue2 07:59", 1, ["early 1x4"]),
        (SPLIT, "tue2 07:00", 60, ["early 60x4"]),
        (SPLIT, "tue2 06:59", 1, ["early 1x9"]),
        (SPLIT, "tue2 06:30", 120, ["early 30x1", "early 60x4", "early 30x9"]),
        (SPLIT, "tue2 18:29", 1, ["late 1x1"]),
        (SPLIT, "tue2 18:30", 1, ["late 1x4"]),
        (SPLIT, "tue2 20:30", 60, ["late 60x16"]),
        ("09:00-11:00, 17:00-19:00", "tue2 13:00", 120, ["break 120x9"]),
        # 144 from the twelfth hour on, and so nearly everywhere on days off
        ("09:00-10:00", "tue2 20:59", 1, ["late 1x121"]),
        ("09:00-10:00", "tue2 21:00", 1, ["late 1x144"]),
        (SPLIT, "sat2 10:00", 60, ["day_off 60x144"]),
        (SPLIT, "sun 10:00", 60, ["day_off 60x144"]),
        (SPLIT, "sun 22:30", 30, ["day_off 30x121"]),
        # the night, 23:00 to 06:00, costs 144 more, outside the hours only
        (SPLIT, "tue2 05:59", 1, ["early 1x16", "night 1x144"]),
        (SPLIT, "tue2 06:00", 1, ["early 1x9"]),
        (SPLIT, "tue2 22:59", 1, ["late 1x36"]),
        (SPLIT, "tue2 23:00", 1, ["late 1x36", "night 1x144"]),
        (SPLIT, "tue2 23:30", 60, ["early 30x49", "late 30x49", "night 60x144"]),
        (SPLIT, "sun 05:30", 60, ["day_off 60x144", "night 30x144"]),
        ("20:00-23:30", "tue2 22:30", 60, []),
        ("00:00-04:00", "tue2 03:30", 60, ["late 30x1", "night 30x144"]),
        ("18:00-24:00", "tue2 17:30", 60, ["early 30x1"]),
        ("18:00-24:00", "tue2 23:30", 60, ["early 30x1", "night 30x144"]),
        # hours that run over midnight belong to the day on which they start
        (NIGHT_SHIFT, "wed2 05:59", 1, []),
        (NIGHT_SHIFT, "wed2 06:00", 1, ["early 1x1"]),
        (NIGHT_SHIFT, "tue2 21:00", 120, ["early 60x1"]),
        # lunch, 12:00 to 13:00, where the hours go on over all of it
        (WHOLE, "tue2 11:59", 1, []),
        (WHOLE, "tue2 12:00", 1, ["lunch 1x1"]),
        (WHOLE, "tue2 12:59", 1, ["lunch 1x1"]),
        (WHOLE, "tue2 13:00", 1, []),
        (WHOLE, "tue2 11:30", 120, ["lunch 60x1"]),
        ("12:00-13:00", "tue2 12:00", 60, ["lunch 60x1"]),
        ("12:01-17:00", "tue2 12:01", 59, []),
        ("09:00-12:59, 14:00-18:00", "tue2 12:00", 59, []),
        ("09:00-13:00, 14:00-18:00", "tue2 12:00", 60, ["lunch 60x1"]),
        ("08:00-10:00, 11:00-17:00", "tue2 12:00", 60, ["lunch 60x1"]),
        # the first 60 minutes of the hours after a day off
        (SPLIT, "mon2 08:59", 1, ["early 1x1"]),
        (SPLIT, "mon2 09:00", 1, ["after_days_off 1x1"]),
        (SPLIT, "mon2 09:59", 1, ["after_days_off 1x1"]),
        (SPLIT, "mon2 10:00", 1, []),
        (SPLIT, "tue2 09:10", 30, []),
        ("09:00-09:40, 10:00-17:30", "mon2 09:00", 90, ["break 20x1", "after_days_off 40x1"]),
        (NIGHT_SHIFT, "mon2 22:00", 120, ["after_days_off 60x1"]),
        # the last 120 minutes of the last part of the hours before a day off
        (SPLIT, "fri2 15:29", 1, []),
        (SPLIT, "fri2 15:30", 1, ["before_days_off 1x1"]),
        (SPLIT, "fri2 17:29", 1, ["before_days_off 1x1"]),
        (SPLIT, "fri2 17:30", 1, ["late 1x1"]),
        (SPLIT, "thu2 16:30", 60, []),
        (
            "09:00-12:00, 16:30-17:30",
            "fri2 11:00",
            390,
            ["break 120x1", "break 120x4", "break 30x9", "before_days_off 60x1"],
        ),
        ("18:00-24:00", "fri2 21:30", 150, ["before_days_off 120x1"]),
        # not for hours that run over midnight, however short the part after it is
        (NIGHT_SHIFT, "sat2 04:00", 60, []),
        ("20:00-01:00", "fri2 23:00", 60, []),
        ("20:00-00:01", "fri2 22:00", 120, []),
    ],
)
def test_minutes_of_a_meeting_and_their_rate(
    hours: str, start: str, minutes: int, expected: list[str]
) -> None:
    assert lines(alone(hours), start, minutes) == expected


@pytest.mark.parametrize(
    ("hours", "start", "minutes", "expected"),
    [
        # a Spanish lunch, from 14:00 to 16:00
        (WHOLE, "tue2 12:00", 60, []),
        (WHOLE, "tue2 13:59", 2, ["lunch 1x1"]),
        (WHOLE, "tue2 15:30", 60, ["lunch 30x1"]),
        # a break of one's own is the lunch
        ("09:00-13:30, 15:00-18:00", "tue2 15:00", 60, []),
        # hours that end in the middle of it do not go through it
        ("09:00-15:00", "tue2 14:00", 60, []),
    ],
)
def test_lunch_is_when_the_place_has_it(hours: str, start: str, minutes: int, expected: list[str]) -> None:
    spaniard = replace(someone(hours, WORKDAYS), lunch=(14 * 60, 16 * 60))
    assert (
        lines(searched(meeting(spaniard, first="sun 00:00", last="sun2 00:00")), start, minutes) == expected
    )


def test_a_single_worked_day_has_both_edges() -> None:
    wednesdays = alone("09:00-12:00", [2])
    assert lines(wednesdays, "wed2 09:00", 180) == ["after_days_off 60x1", "before_days_off 120x1"]
    assert lines(alone("09:00-12:00", EVERY_DAY), "wed2 09:00", 180) == []


@pytest.mark.parametrize(
    ("appointment", "buffer", "start", "minutes", "expected"),
    [
        ("tue 10:00-tue 11:00", 0, "tue 09:59", 1, []),
        ("tue 10:00-tue 11:00", 0, "tue 10:00", 1, ["busy 1x1"]),
        ("tue 10:00-tue 11:00", 0, "tue 10:30", 60, ["busy 30x1"]),
        ("tue 10:00-tue 11:00", 15, "tue 09:30", 120, ["busy 90x1"]),
        ("tue 16:30-tue 18:00", 0, "tue 16:00", 120, ["late 60x1", "busy 30x1"]),
        ("tue 18:00-tue 19:00", 0, "tue 18:00", 60, ["late 60x4"]),
    ],
)
def test_another_appointment_costs_inside_the_hours_only(
    appointment: str, buffer: int, start: str, minutes: int, expected: list[str]
) -> None:
    scene = meeting(replace(someone(), busy=taken(appointment)))
    assert lines(searched(scene, replace(scene.request, buffer=buffer)), start, minutes) == expected


@pytest.mark.parametrize(
    ("start", "minutes", "expected"),
    [
        ("mon 23:59", 1, ["late 1x49", "night 1x144"]),
        ("tue 00:00", 1, ["early 1x64", "night 1x144", "likely_closed 1x2"]),
        ("tue 09:00", 60, ["likely_closed 60x2"]),
        ("tue 12:30", 60, ["lunch 30x1", "likely_closed 60x2"]),
        ("tue 16:30", 60, ["late 30x1", "likely_closed 60x2"]),
        ("tue 23:59", 1, ["late 1x49", "night 1x144", "likely_closed 1x2"]),
        ("wed 09:00", 60, []),
    ],
)
def test_a_likely_closed_date_costs_two_a_minute(start: str, minutes: int, expected: list[str]) -> None:
    soft = replace(someone(), likely_off=frozenset({TUESDAY}))
    found = searched(meeting(soft))
    assert sorted(lines(found, start, minutes)) == sorted(expected)


@pytest.mark.parametrize(
    ("buffer", "start", "minutes", "expected"),
    [
        (0, "tue 09:59", 1, []),
        (0, "tue 10:00", 1, ["likely_busy 1x2"]),
        (0, "tue 10:30", 60, ["likely_busy 30x2"]),
        (15, "tue 09:30", 120, ["likely_busy 90x2"]),
        (0, "tue 16:30", 60, ["late 30x1", "likely_busy 60x2"]),
        # where another appointment is firm, that alone counts
        (0, "tue 12:30", 60, ["busy 30x1", "lunch 30x1", "likely_busy 30x2"]),
    ],
)
def test_a_likely_appointment_costs_two_a_minute(
    buffer: int, start: str, minutes: int, expected: list[str]
) -> None:
    scene = meeting(replace(someone(), busy=taken("tue 13:00-tue 14:00")))
    likely = minutes_of("tue 10:00-tue 11:00", "tue 12:30-tue 13:30", "tue 16:00-tue 18:00")
    party = replace(scene.request.me, likely=likely)
    request = replace(scene.request, parties=(party,), buffer=buffer)
    assert lines(searched(scene, request), start, minutes) == expected


def minutes_of(*appointments: str) -> tuple[tuple[int, int], ...]:
    return tuple((at(start), at(end)) for start, end in (text.split("-") for text in appointments))


def without_data(scene: Scene) -> Scene:
    """The same with calendars that end on the Tuesday."""
    known = DateRange(date(2026, 1, 1), TUESDAY)
    ended = {place: PlaceCalendar(place=place, days=known) for place in scene.calendars}
    return replace(scene, calendars=ended)


@pytest.mark.parametrize(
    ("start", "expected"),
    [("tue 10:00", []), ("wed 10:00", ["unknown_day 60x1"]), ("sat 10:00", ["day_off 60x144"])],
)
def test_a_date_without_data_costs_one_a_minute(start: str, expected: list[str]) -> None:
    assert lines(searched(without_data(meeting(someone()))), start, 60) == expected


@pytest.mark.parametrize(
    ("habit", "start", "minutes", "expected"),
    [
        (custom(), "tue 13:59", 1, []),
        (custom(), "tue 14:00", 1, ["custom 1x1"]),
        (custom(), "tue 14:59", 1, ["custom 1x1"]),
        (custom(), "tue 15:00", 1, []),
        (custom(rate=3), "tue 13:30", 120, ["custom 60x3"]),
        (custom(weekdays=frozenset({1, 4})), "tue 14:00", 60, ["custom 60x1"]),
        (custom(weekdays=frozenset({1, 4})), "wed 14:00", 60, []),
        (custom(), "sat 14:00", 60, ["day_off 60x144"]),
        (custom(edge=WeekEdge.FIRST_DAY), "mon2 14:00", 60, ["custom 60x1"]),
        (custom(edge=WeekEdge.FIRST_DAY), "tue2 14:00", 60, []),
        (custom(edge=WeekEdge.LAST_DAY), "fri 14:00", 60, ["custom 60x1"]),
        (custom(edge=WeekEdge.LAST_DAY), "thu 14:00", 60, []),
        (custom(edge=WeekEdge.LAST_DAY), "mon2 14:00", 60, []),
        (custom(weekdays=frozenset({0}), edge=WeekEdge.LAST_DAY), "fri 14:00", 60, []),
    ],
)
def test_a_custom_of_the_place(habit: MeetingCustom, start: str, minutes: int, expected: list[str]) -> None:
    scene = meeting(someone(), last="sun2 00:00")
    (me,) = scene.request.parties
    request = replace(scene.request, parties=(replace(me, customs=(habit,)),))
    assert lines(searched(scene, request), start, minutes) == expected
