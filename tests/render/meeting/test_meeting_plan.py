"""Pages about meetings: hubs, day bars, many places, and names that try to move the cursor."""

from dataclasses import replace
from pathlib import Path

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
from conftest import Run

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


def test_a_narrow_screen_has_a_line_a_party(run: Run) -> None:
    words = ("--demo", "meet", "hikari", "bayside", "nordlys", "--client-stretch", "5h", "--count", "1")
    wide = run(*words, terminal=True, width=100, NO_COLOR="1").out
    narrow = run(*words, terminal=True, width=50, NO_COLOR="1").out
    assert "   you, Brussels" in wide
    assert "   you, Brussels" not in narrow
    for client in ("Tokyo, hikari", "Boston, bayside", "Oslo, nordlys"):
        assert len([line for line in narrow.splitlines() if line.endswith(client)]) == 1


def test_what_is_in_the_way_is_a_row_a_party(run: Run) -> None:
    shown = run("--demo", "meet", "hikari", "bayside", terminal=True, width=80, NO_COLOR="1").out
    rows = shown.partition("In the way\n")[2].partition("\n\n")[0]
    assert rows.count("Hikari Seimitsu KK") == 1
    assert "Lea Peeters" not in shown
    assert "works 09:00-12:00, 13:00-17:30 (" in rows


def test_the_days_of_hours_are_those_of_their_clock(run: Run) -> None:
    """Friday morning in Tokyo is Thursday evening in Brussels."""
    words = ("--demo", "meet", "hikari", "bayside", "--next", "1w", "--now", "2026-11-26T07:05:00Z")
    rows = run(*words, terminal=True, width=140, NO_COLOR="1").out
    assert "works 09:00-16:00 (Fri 27 Nov)" in rows


def test_remarks_are_told_once_with_the_numbers_of_their_slots(run: Run) -> None:
    shown = run("--demo", "meet", "hikari", "--count", "3", terminal=True, width=80, NO_COLOR="1").out
    assert "1-3  you: 60 min outside hours (early)" in shown or "you: 30 min outside hours (early)" in shown
    assert shown.count("outside hours (early)") <= 2


def test_a_change_that_asks_for_the_night_is_told_as_such(run: Run, tmp_path: Path) -> None:
    """Whatever the hour, somebody between London, Los Angeles and Auckland is in bed."""
    (tmp_path / "clients").mkdir()
    (tmp_path / "me.yaml").write_text("name: Lea\ncountry: GB\nhours: 09:00-17:00\n", encoding="utf-8")
    places = {
        "la": ("US", "America/Los_Angeles"),
        "sp": ("BR", "America/Sao_Paulo"),
        "pe": ("AU", "Australia/Perth"),
        "ak": ("NZ", "Pacific/Auckland"),
        "in": ("IN", "Asia/Kolkata"),
    }
    for name, (country, where) in places.items():
        text = f"name: {name}\ncountry: {country}\ntimezone: {where}\nhours: 09:00-17:00\n"
        (tmp_path / "clients" / f"{name}.yaml").write_text(text, encoding="utf-8")
    for words, title in ((places, "What would help, at night for someone\n"), (["pe"], "What would help\n")):
        shown = run("meet", *words, folder=tmp_path, terminal=True, width=80, NO_COLOR="1").out
        assert title in shown, shown
