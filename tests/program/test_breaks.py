"""Each break, its bridges and the day of return, against a reading of the days one by one."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from zones import zone

from clientbridge.adapters.data_files import data_folder
from clientbridge.adapters.days.place_calendars import calendar_for
from clientbridge.adapters.days.places import zone_for
from clientbridge.adapters.json_cache import NO_CACHE
from clientbridge.core.days.closures import break_around
from clientbridge.core.days.day import DayStatus, ReasonKind
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place import Place
from clientbridge.core.workspace.profiles import Schedule
from conftest import IS_LONG

SAMPLES = sorted(path.stem for path in (data_folder() / "countries").glob("??.yaml"))
COUNTRIES = SAMPLES if IS_LONG else ("AE", "BD", "CN", "ES", "IL", "JP")
FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
MARGIN = 80
"""Days on either side that are read too: no break here comes near."""


def letters(days: PartyCalendar) -> str:
    """A letter a day: worked, off in every week, off otherwise; read from the statuses and reasons alone."""
    found = []
    on = FIRST - timedelta(days=MARGIN)
    while on <= LAST + timedelta(days=MARGIN):
        day = days.day(on)
        kinds = {reason.kind for reason in day.reasons}
        soft = kinds <= {ReasonKind.SEASON, ReasonKind.REGION_DEPENDENT}
        off = day.status is DayStatus.CLOSED or (day.status is DayStatus.LIKELY_CLOSED and not soft)
        found.append("w" if not off else "e" if ReasonKind.WEEKEND in kinds else "h")
        on += timedelta(days=1)
    return "".join(found)


def expected(text: str) -> Mapping[int, tuple[int, int, tuple[int, ...], int]]:
    """For each day off its first and last day, its bridges and the day of return, by position."""
    bridges = [one.start() for one in re.finditer("(?<=h)w(?=[eh])|(?<=e)w(?=h)", text)]
    loose = "".join("b" if at in set(bridges) else letter for at, letter in enumerate(text))
    found: dict[int, tuple[int, int, tuple[int, ...], int]] = {}
    for whole in re.finditer("[ehb]+", loose):
        within = tuple(at for at in bridges if whole.start() <= at < whole.end())
        for run in re.finditer("[eh]+", whole[0]):
            first, last = whole.start() + run.start(), whole.start() + run.end() - 1
            found |= dict.fromkeys(range(first, last + 1), (first, last, within, whole.end()))
    return found


@pytest.mark.parametrize("country", COUNTRIES)
def test_each_break_is_as_its_days_say(country: str) -> None:
    schedule = Schedule(place=Place(country), zone=zone(zone_for(country, None) or "UTC"))
    margin = timedelta(days=MARGIN)
    calendar = calendar_for(schedule.place, FIRST - margin, LAST + margin, NO_CACHE)
    days = PartyCalendar(schedule=schedule, calendars={schedule.place: calendar})
    breaks = expected(letters(days))
    start = FIRST - margin
    wrong, bridged = [], 0
    for at in range(MARGIN, MARGIN + (LAST - FIRST).days + 1):
        around = break_around(start + timedelta(days=at), days)
        told = around and (
            (around.from_ - start).days,
            (around.to - start).days,
            tuple((day - start).days for day in around.bridge),
            around.back and (around.back - start).days,
        )
        bridged += bool(told and told[2])
        if told != breaks.get(at):
            wrong.append((start + timedelta(days=at), told, breaks.get(at)))
    assert wrong == []
    assert len(breaks) > 300
    assert bridged or country == "HU", "Hungary's decrees free every one"


def test_all_sample_countries_are_known() -> None:
    assert len(SAMPLES) >= 48
