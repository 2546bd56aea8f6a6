"""Who is warned that calendars elsewhere may be an hour wrong."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from meetings import at, meeting, searched, someone
from minute_oracle import Trip

from clientbridge.core.meeting.cautions.zone_changes import ZoneChange, zone_cautions
from clientbridge.core.time.intervals import at_minute

SINCE = date(2026, 3, 1)
CHANGE = ZoneChange(
    zones=frozenset({"America/Vancouver", "America/Whitehorse"}),
    since=SINCE,
    say="British Columbia stays on summer time",
    release="2026b",
    source="https://example.org",
)


def warned(now: date, *changes: ZoneChange) -> list[tuple[str, str]]:
    scene = meeting(someone(), someone(where="America/Vancouver"), someone(where="Asia/Tokyo"))
    midnight = at("tue 00:00") + (now - date(2026, 11, 24)).days * 1440
    request = replace(scene.request, now=midnight)
    assert at_minute(midnight).date() == now
    return [(one.code, one.party) for one in zone_cautions(searched(scene, request), changes or (CHANGE,))]


@pytest.mark.parametrize(
    ("days", "is_warned"),
    [(-367, False), (-366, True), (0, True), (366, True), (367, False)],
)
def test_a_change_is_told_for_a_year_before_and_after(days: int, *, is_warned: bool) -> None:
    assert warned(SINCE + timedelta(days=days)) == ([("zone_changed", "client1")] if is_warned else [])


def test_only_parties_in_a_zone_that_changed_are_warned() -> None:
    elsewhere = replace(CHANGE, zones=frozenset({"Africa/Cairo"}))
    assert warned(SINCE, elsewhere) == []
    tokyo = replace(CHANGE, zones=frozenset({"Asia/Tokyo", "UTC"}))
    assert warned(SINCE, elsewhere, tokyo, CHANGE) == [
        ("zone_changed", "me"),
        ("zone_changed", "client1"),
        ("zone_changed", "client2"),
    ]


def test_a_traveller_is_warned_of_the_zone_of_the_journey() -> None:
    away = Trip(
        first=date(2026, 11, 25), last=date(2026, 11, 26), zone=someone(where="America/Vancouver").zone
    )
    scene = meeting(replace(someone(), trips=(away,)), someone())
    (caution,) = zone_cautions(searched(scene), [replace(CHANGE, since=date(2026, 11, 1))])
    assert caution.party == "me"
    assert caution.detail == (
        "British Columbia stays on summer time (since 2026-11-01); "
        "calendars older than release 2026b show Lea an hour wrong"
    )
