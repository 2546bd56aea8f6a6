"""Pages about meetings: hubs, day bars, many places, and names that try to move the cursor."""

from dataclasses import replace

import pytest
from minute_oracle import SlowParty, SlowSearch
from scenes import scene_of, utc, weekdays_of
from zones import zone

from clientbridge.core.meeting.plan import plan
from clientbridge.core.meeting.result import MeetingPlan
from clientbridge.core.meeting.search import search
from clientbridge.render.formats import Look
from clientbridge.render.meeting.meeting_plan import page
from clientbridge.render.writers.to_plain import to_plain
from clientbridge.render.writers.to_terminal import to_terminal

OFFICE = weekdays_of(range(5), ((540, 1020),))


def planned(*names: str) -> MeetingPlan:
    parties = tuple(SlowParty(zone=zone(name), week=OFFICE) for name in names)
    start, end = utc("2026-11-23T00:00Z"), utc("2026-11-28T00:00Z")
    scene = scene_of(SlowSearch(parties=parties, start=start, end=end, duration=60))
    return plan(search(scene.request, scene.almanac))


def test_people_at_one_place_are_a_hub() -> None:
    shown = to_terminal(page(planned("Europe/Brussels", *["Europe/Berlin"] * 6)), Look())
    assert "6 people, Berlin x6" in shown
    assert "Client 1 x6" in shown


def test_many_places_are_listed_under_each_slot() -> None:
    names = (
        "Europe/London",
        "Europe/Athens",
        "Africa/Cairo",
        "Africa/Lagos",
        "Europe/Istanbul",
        "Asia/Dubai",
    )
    shown = to_terminal(page(planned("Europe/Brussels", *names)), Look())
    assert "14:00-15:00  Athens, client2" in shown


@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_line_fits_the_screen(width: int) -> None:
    shown = to_terminal(page(planned("Europe/Brussels", "Europe/London", "Europe/Athens")), Look(width=width))
    assert all(len(line) <= width for line in shown.splitlines())


def test_the_day_bar_is_read_without_colour_and_aloud() -> None:
    answer = planned("Europe/Brussels", "Europe/London")
    shown = to_terminal(page(answer), Look())
    (mine,) = [line for line in shown.splitlines() if line.startswith("you  ")]
    (best,) = [line for line in shown.splitlines() if "^" in line]
    assert mine.index("█") == 12 + 18
    assert mine[best.index("^")] == "█"
    spoken = to_plain(page(answer))
    assert "you: works 09:00-17:00" in spoken
    assert "Client 1: works 10:00-18:00" in spoken
    assert not set("█▒·") & set(spoken)


def test_a_name_cannot_move_the_cursor() -> None:
    answer = planned("Europe/Brussels", "Europe/London")
    named = replace(answer.parties[1], name="\x1b[2J\x1b[31mEvil")
    shown = to_terminal(page(replace(answer, parties=(answer.parties[0], named))), Look())
    assert "\x1b" not in shown
