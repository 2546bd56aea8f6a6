"""The picture of what each start costs: rows, signs, numbers, and its sentences."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from meetings import meeting, someone, taken
from minute_oracle import SlowParty, Trip
from zones import zone

from clientbridge.core.meeting.cost.cost_map import cost_map
from clientbridge.core.meeting.plan import plan
from clientbridge.core.meeting.result import MeetingPlan
from clientbridge.core.meeting.search import search
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.render.formats import Look
from clientbridge.render.meeting.meeting_plan import page
from clientbridge.render.writers.to_plain import to_plain
from clientbridge.render.writers.to_terminal import to_terminal
from conftest import Run


def mapped(*parties: SlowParty, count: int = 2, last: str = "mon2 00:00") -> MeetingPlan:
    scene = meeting(*parties, last=last)
    result = search(replace(scene.request, count=count), scene.almanac)
    return replace(plan(result), map=cost_map(result))


def rows(answer: MeetingPlan, width: int = 80) -> list[str]:
    """The map alone, from its legend on."""
    shown = to_terminal(page(answer), Look(width=width)).splitlines()
    (legend,) = [number for number, line in enumerate(shown) if line.startswith("Cost ")]
    return [line.rstrip() for line in shown[legend : shown.index("", legend)]]


LONG_DAY = replace(someone("10:00-16:00"), accepts=((540, 1140),))


BUSY_ON_TUESDAY = replace(someone("09:00-17:00"), busy=taken("tue 00:00-tue 23:59"))


def test_a_week_is_drawn_as_its_costs_say() -> None:
    assert rows(mapped(LONG_DAY, BUSY_ON_TUESDAY)) == [
        "Cost by half hours  █ nothing  ▓ up to 60  ▒ up to 240  · no start",
        "your time   8       10      12      14      16",
        "Mon 23 Nov  ····▒▒▒▒▓▓▓▓1 ▓▓▒▒▓▓██████████▓▓▓▓······  1 11:00",
        "Tue 24 Nov  no start",
        "Wed 25 Nov  ····▓▓▓▓2 ████▓▓▒▒▓▓██████████▓▓▓▓······  2 10:00",
        "Thu 26 Nov  ····▓▓▓▓██████▓▓▒▒▓▓██████████▓▓▓▓······",
        "Fri 27 Nov  ····▓▓▓▓██████▓▓▒▒▓▓██▓▓▓▓▒▒▒▒▒▒▒▒······",
        "Sat 28 Nov  to Sun 29 Nov: no start",
    ]


def test_half_the_width_where_the_screen_is_narrow() -> None:
    assert rows(mapped(LONG_DAY, BUSY_ON_TUESDAY), 45)[3] == "Mon 23 Nov  ··▒▒▓▓1▓▒▓█████▓▓···  1 11:00"


def test_sentences_where_no_picture_fits_and_to_be_read_aloud() -> None:
    answer = mapped(LONG_DAY, BUSY_ON_TUESDAY)
    said = "Wed 25 Nov: 09:00-10:00 up to 60, 10:00-11:30 nothing"
    assert said in to_plain(page(answer))
    assert "Sat 28 Nov to Sun 29 Nov: no start" in to_plain(page(answer))
    narrow = " ".join(to_terminal(page(answer), Look(width=30)).split())
    assert said in narrow
    assert "█" not in narrow.split("best 1 at")[1]


def test_every_hour_of_a_round_the_clock_search_fits_eighty_columns() -> None:
    whole = someone("00:00-24:00", range(7))
    shown = rows(mapped(whole, whole, count=5))
    assert all(len(line) <= 80 for line in shown)
    assert shown[1].split() == ["your", "time", *map(str, range(0, 24, 2))]


def test_more_than_nine_slots_are_starred_and_counted() -> None:
    shown = rows(mapped(someone(), someone(), count=12, last="wed 00:00"))
    assert sum(line.count("*") for line in shown) == 12 - 9
    assert sum(2 + int(line.split(" +")[1]) for line in shown[2:]) == 12


def test_a_traveller_sees_where_each_day_is() -> None:
    away = replace(
        someone(), trips=(Trip(first=date(2026, 11, 25), last=date(2026, 11, 25), zone=zone("Asia/Dubai")),)
    )
    shown = rows(mapped(away, someone("00:00-24:00", range(7))))
    assert [line for line in shown if line in {"UTC", "Dubai"}] == ["UTC", "Dubai", "UTC"]
    assert shown[shown.index("Dubai") + 1].startswith("Wed 25 Nov")


def test_a_new_year_is_named() -> None:
    scene = meeting(someone(), someone(), first="mon 00:00", last="mon2 00:00")
    start = scene.request.within[0] + 35 * 24 * 60
    request = replace(scene.request, within=(start, start + 7 * 24 * 60), now=start)
    result = search(request, Almanac(scene.calendars, request.within))
    shown = rows(replace(plan(result), map=cost_map(result)))
    assert shown[shown.index("2027") + 1].startswith("Fri 1 Jan")


def test_the_page_holds_the_picture(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "map.html"
    got = run("--demo", "meet", "hikari", "--map", "--html", str(file))
    assert (got.code, got.out) == (0, "")
    assert "your time" in file.read_text(encoding="utf-8")
    assert "<script" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "--map draws one search, and no client is named"),
        (("hikari", "--at", "thu 3pm"), "--map and --at do not go together"),
        (("hikari", "--every", "1w"), "--map and --every do not go together"),
        (("hikari", "--text"), "--map and --text do not go together"),
    ],
)
def test_where_there_is_nothing_to_draw(run: Run, words: Sequence[str], said: str) -> None:
    got = run("--demo", "meet", *words, "--map")
    assert (got.code, said in got.err) == (2, True)


def map_of(run: Run, *words: str) -> dict[str, Any] | None:
    found: dict[str, Any] | None = json.loads(
        run("--demo", "meet", "hikari", "--next", "3d", "--json", *words).out
    )["map"]
    return found


def test_the_json_has_the_map_only_where_it_was_asked_for(run: Run) -> None:
    asked = map_of(run, "--map")
    assert asked is not None
    assert asked["cell_minutes"] == 30
    assert {len(day["costs"]) for day in asked["days"]} == {48}
    assert map_of(run) is None
