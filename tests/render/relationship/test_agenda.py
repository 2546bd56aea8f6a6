"""The page of `cb today`: what fits a screen of 80 x 24, in the order of its numbers, nothing lost unsaid."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from clientbridge.core.command_line import command
from clientbridge.core.days.day import DayStatus
from clientbridge.core.relationship.agenda.agenda import Agenda, AgendaCode, AgendaItem
from clientbridge.core.relationship.agenda.ranking import ranked
from clientbridge.core.relationship.client_clock import Clock
from clientbridge.core.time.formatting import city
from clientbridge.render.formats import Look
from clientbridge.render.relationship.agenda import page
from clientbridge.render.views import AgendaView
from clientbridge.render.writers.to_plain import to_plain
from clientbridge.render.writers.to_terminal import to_terminal

TODAY = date(2026, 12, 21)
NOW = datetime(2026, 12, 21, 7, 5, tzinfo=UTC)
HERE, TOKYO = ZoneInfo("Europe/Brussels"), ZoneInfo("Asia/Tokyo")
CODES = (
    AgendaCode.PROMISE_LATE,
    AgendaCode.PROBLEM_OPEN,
    AgendaCode.WAITING,
    AgendaCode.GREETING,
    AgendaCode.UPDATE_DUE,
    AgendaCode.NO_CONTACT,
)


def clock(client: str, zone: ZoneInfo = TOKYO) -> Clock:
    return Clock(
        client=client,
        name=client,
        timezone=zone,
        where=city(zone.key),
        local_time=NOW.astimezone(zone),
        day=DayStatus.WORKING,
        reasons=(),
        names=(),
        perhaps=False,
        many_off=False,
        office_hours=False,
        ends_early=None,
        worked_through=(),
        may_write=True,
        next_there=None,
        next_here=None,
    )


def item(client: str, code: AgendaCode, ahead: int = 0, why: str = "send the figures") -> AgendaItem:
    when = TODAY + timedelta(days=ahead)
    return AgendaItem(client=client, code=code, why=why, when=when, command=command("brief", client))


def names(count: int) -> list[str]:
    return [f"client{number:02d}" for number in range(count)]


def agenda(clients: Iterable[str], items: Iterable[AgendaItem]) -> Agenda:
    return Agenda(
        today=TODAY,
        until=TODAY + timedelta(days=7),
        you="08:05 Europe/Brussels",
        here=HERE,
        clocks=tuple(map(clock, clients)),
        items=ranked(items, TODAY),
    )


def busy(count: int) -> Agenda:
    """Every client with one item of each kind, some of them ahead."""
    clients = names(count)
    items = [item(client, code, ahead=number % 3) for client in clients for number, code in enumerate(CODES)]
    return agenda(clients, items)


def shown(result: Agenda, view: AgendaView | None = None, width: int = 80) -> list[str]:
    made = page(result) if view is None else page(result, view)
    return to_terminal(made, Look(width=width)).splitlines()


def numbers(lines: Iterable[str]) -> list[int]:
    return [int(line.split()[0]) for line in lines if line.split() and line.split()[0].isdigit()]


@pytest.mark.parametrize("count", [1, 5, 8, 12, 40])
def test_busy_clients_fit_one_screen_numbered_in_the_order_shown(count: int) -> None:
    result = busy(count)
    lines = shown(result)
    assert len(lines) <= 23
    told = numbers(lines)
    assert told == list(range(1, len(told) + 1))
    left = len(result.items) - len(told)
    assert any(line.startswith(f"and {left} more") for line in lines) is bool(left)
    assert any(line.endswith(": cb today --all") for line in lines) is (count > 1)
    assert sum("write or call" in line for line in lines) == min(count, 8)
    assert any(f"{count - 8} more client" in line for line in lines) is (count > 8)


@pytest.mark.parametrize("count", [1, 12, 40])
def test_all_shows_every_clock_and_item_with_its_command(count: int) -> None:
    result = busy(count)
    lines = shown(result, AgendaView(is_whole=True))
    assert numbers(lines) == list(range(1, len(result.items) + 1))
    assert sum(line.strip().startswith("cb brief") for line in lines) == len(result.items)
    assert sum("write or call" in line for line in lines) == count
    assert not any("today --all" in line for line in lines)


def test_a_quiet_day_has_room_for_the_command_of_each_line() -> None:
    lines = shown(agenda(["acme"], [item("acme", AgendaCode.WAITING), item("acme", AgendaCode.GREETING, 2)]))
    assert [line.strip() for line in lines[3:]] == [
        "Now",
        "1  acme  send the figures (late)  today",
        "cb brief acme",
        "",
        "Soon",
        "2  acme  send the figures         Wed 23 Dec",
        "cb brief acme",
    ]


def test_where_the_commands_have_no_room_the_first_is_next_and_the_others_are_told_of() -> None:
    items = [item("acme", AgendaCode.PROMISE_LATE, why=f"thing {number}") for number in range(10)]
    lines = shown(agenda(["acme"], items))
    assert lines[-3] == "the command for each: cb today --all"
    assert lines[-2:] == ["", "Next: cb brief acme"]


@pytest.mark.parametrize("items", [[], [item("acme", AgendaCode.GREETING, 2)]])
def test_a_day_without_work_says_so(items: list[AgendaItem]) -> None:
    assert "Nothing needs you today." in shown(agenda(["acme"], items))


def test_without_clients_there_is_a_page() -> None:
    assert shown(agenda([], [])) == [
        "Mon 21 Dec 2026  08:05 Europe/Brussels",
        "",
        "No clients yet.",
        "",
        "Next: cb client add",
    ]


def test_what_has_no_day_stands_last_and_names_none() -> None:
    clients = names(3)
    lines = shown(
        agenda(
            clients,
            [*(item(one, AgendaCode.NO_CONTACT) for one in clients), item("acme", AgendaCode.GREETING, 3)],
        )
    )
    start = lines.index("Any time")
    assert lines[start + 1] == "2  3 clients  no contact logged yet with client00, client01 and client02"


def test_of_many_clocks_those_in_the_agenda_come_first() -> None:
    result = agenda(names(9), [item("client08", AgendaCode.WAITING)])
    lines = shown(result)
    assert lines[1].startswith("client08")
    assert "and 1 more client: cb today --all" in lines


def test_a_day_off_comes_before_an_ordinary_one_among_many_clocks() -> None:
    result = agenda(names(9), [])
    off = replace(clock("client08"), day=DayStatus.CLOSED, names=("Founding Day",), may_write=False)
    lines = shown(replace(result, clocks=(*result.clocks[:8], off)))
    assert lines[1].startswith("client08")


@pytest.mark.parametrize("letter", ["q", "字"])
def test_a_promise_of_a_page_is_shortened_and_told_in_full_with_all(letter: str) -> None:
    text = " ".join([letter * 7] * 100)
    result = agenda(["acme"], [item("acme", AgendaCode.PROMISE_LATE, why=text)])
    lines = shown(result)
    assert len(lines) <= 10
    assert any("…" in line for line in lines)
    assert "".join(shown(result, AgendaView(is_whole=True))).count(letter) == 700


def test_a_text_without_a_space_is_shortened_too() -> None:
    result = agenda(["acme"], [item("acme", AgendaCode.PROMISE_LATE, why="x" * 1000)])
    assert len(shown(result)) <= 10


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (date(2026, 12, 18), "Fri 18 Dec"),
        (date(2027, 1, 4), "Mon 4 Jan"),  # two weeks ahead: the year is clear
        (date(2026, 6, 24), "Wed 24 Jun"),  # 180 days ago
        (date(2025, 12, 22), "Mon 22 Dec 2025"),
        (date(2027, 6, 20), "Sun 20 Jun 2027"),
    ],
)
def test_a_year_is_named_where_it_is_not_clear(when: date, expected: str) -> None:
    (row,) = [
        line
        for line in to_plain(
            page(agenda(["acme"], [item("acme", AgendaCode.WAITING, (when - TODAY).days)]))
        ).splitlines()
        if line.startswith("1, ")
    ]
    assert row.endswith(f", {expected}")


@pytest.mark.parametrize("width", [40, 60, 120])
def test_other_widths_lose_nothing(width: int) -> None:
    result = busy(5)
    lines = shown(result, width=width)
    assert all(len(line) <= width for line in lines)
    assert [line for line in lines if line.startswith("Next: ")]
    assert len(numbers(lines)) == len(numbers(shown(result)))


LONG = "you promised: a comparison of the four ships, with what each of them costs a year in port and at sea"


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (60, "you promised: a comparison of the four ships, with what each…"),
        (80, "you promised: a comparison of the four ships, with what each…"),
        (100, "you promised: a comparison of the four ships, with what each of them costs a year…"),
        (140, LONG),
    ],
)
def test_a_reason_has_all_the_width_of_the_screen(width: int, expected: str) -> None:
    items = [item("acme", AgendaCode.FEEDBACK_OPEN, why=LONG) for _ in range(20)]
    made = to_plain(page(agenda(["acme"], items), AgendaView(width=width)))
    assert f"1, acme, {expected}, today\n" in made


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (80, "greeting: Founding Day on Wed 23 Dec, back Thu 24 Dec"),
        (120, 'Founding Day on Wed 23 Dec, back Thu 24 Dec: "Happy Founding Day to you and yours."'),
    ],
)
def test_the_words_of_a_greeting_are_whole_or_left_to_the_whole_list(width: int, expected: str) -> None:
    why = 'Founding Day on Wed 23 Dec, back Thu 24 Dec: "Happy Founding Day to you and yours."'
    items = [item("acme", AgendaCode.GREETING, why=why) for _ in range(20)]
    made = to_plain(page(agenda(["acme"], items), AgendaView(width=width)))
    assert f"1, acme, {expected}, today\n" in made
    assert why in to_plain(page(agenda(["acme"], items), AgendaView(is_whole=True)))
