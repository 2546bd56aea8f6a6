"""Rule table of greetings and birthdays to come. You are in Brussels (UTC+1), the client in Tokyo (UTC+9).

Unless a case says otherwise it is Tuesday 24 November 2026, 08:00 in Brussels and 16:00 in Tokyo.
"""

from dataclasses import replace
from datetime import date

import pytest
from agenda_states import FOUNDING_DAY, NOW, QUIET, closed, of, state
from people import AT_HIKARI, TANAKA, day, day_fact, logged

from clientbridge.core.days.day import DayStatus
from clientbridge.core.days.greetings import Feast, GreetingTone
from clientbridge.core.days.place_calendar import DayFact
from clientbridge.core.relationship.agenda.agenda import AgendaCode
from clientbridge.core.relationship.agenda.agenda_items import agenda_items
from clientbridge.core.relationship.journal.kinds import EventKind
from clientbridge.core.workspace.profiles import Client, DateRange, DaysOff, Person

CHAT, EMAIL, NOTE = EventKind.CHAT, EventKind.EMAIL, EventKind.NOTE
BOTH = (
    'Founding Day; Jubilee from Thu 26 Nov, back Mon 30 Nov: "Happy Founding Day!" '
    '"A happy jubilee to all of you."'
)
EVE = replace(FOUNDING_DAY, id="eve", names=("Founding Eve",), say="A merry eve!", eve_of=FOUNDING_DAY.id)
JUBILEE = replace(FOUNDING_DAY, id="jubilee", names=("Jubilee",), say="A happy jubilee to all of you.")


@pytest.mark.parametrize(
    ("feast", "now", "when"),
    [
        ("11-25", NOW, "11-24"),  # sent today
        ("11-24", NOW, None),  # the day itself: the moment has passed
        ("12-02", NOW, "12-01"),  # to be sent in seven days
        ("12-03", NOW, None),
        ("11-30", NOW, "11-27"),  # a Monday: sent on the Friday before it
        ("11-25", "11-24 23:30", None),  # Wednesday in both places
        ("11-25", "11-24 15:30", None),  # Wednesday in Tokyo, still the sending day in Brussels
        ("11-27", "11-24 16:00", "11-26"),
    ],
)
def test_a_greeting_is_due_on_the_working_day_before_the_feast(
    feast: str, now: str, when: str | None
) -> None:
    current = state(now=now, holidays=closed(feast), feasts=[FOUNDING_DAY])
    assert [item.when for item in of(AgendaCode.GREETING, current)] == ([] if when is None else [day(when)])


def test_a_feast_on_a_working_day_is_greeted_the_day_before() -> None:
    worked = closed("11-26", status=DayStatus.WORKING)
    assert [item.when for item in of(AgendaCode.GREETING, state(holidays=worked, feasts=[FOUNDING_DAY]))] == [
        day("11-25")
    ]


def test_a_greeting_says_what_to_write() -> None:
    (item,) = of(AgendaCode.GREETING, state(holidays=closed("11-30"), feasts=[FOUNDING_DAY]))
    assert item.why == 'Founding Day on Mon 30 Nov, back Tue 1 Dec: "Happy Founding Day!"'


def test_a_break_is_one_line_with_all_that_is_to_be_said_before_it() -> None:
    off = DaysOff(days=DateRange(day("11-26"), day("12-04")), name="Closure")
    client = replace(QUIET, schedule=replace(AT_HIKARI, days_off=(off,)))
    holidays = closed("11-27") | closed("12-02", name="Jubilee")
    (item,) = agenda_items(state(client=client, holidays=holidays, feasts=[FOUNDING_DAY, JUBILEE]))
    said = '"Happy Founding Day!" "A happy jubilee to all of you."'
    assert (item.code, item.when) == (AgendaCode.GREETING, day("11-25"))
    assert item.why == f"Closure from Thu 26 Nov, back Mon 7 Dec: {said}"


def test_a_break_that_has_begun_keeps_the_greetings_of_its_feasts() -> None:
    off = DaysOff(days=DateRange(day("11-23"), day("11-27")), name="Closure")
    client = replace(QUIET, schedule=replace(AT_HIKARI, days_off=(off,)))
    (item,) = agenda_items(state(client=client, holidays=closed("11-26"), feasts=[FOUNDING_DAY]))
    assert item.why == 'Closure, back Mon 30 Nov: "Happy Founding Day!"'


def test_a_break_out_of_sight_is_told_once_its_greeting_is_to_be_sent() -> None:
    off = DaysOff(days=DateRange(day("12-03"), day("12-11")), name="Closure")
    client = replace(QUIET, schedule=replace(AT_HIKARI, days_off=(off,)))
    holidays = closed("12-08")
    assert agenda_items(state(client=client, holidays=holidays, feasts=[FOUNDING_DAY])) == ()
    (item,) = agenda_items(state(client=client, holidays=holidays, feasts=[FOUNDING_DAY], now="11-25 07:00"))
    assert (item.when, item.why) == (
        day("12-02"),
        'Closure from Thu 3 Dec, back Mon 14 Dec: "Happy Founding Day!"',
    )


def test_a_feast_on_a_day_that_is_worked_is_a_line_of_its_own() -> None:
    worked = closed("11-26", status=DayStatus.WORKING) | closed("11-27", name="Jubilee")
    first, second = agenda_items(state(holidays=worked, feasts=[FOUNDING_DAY]))
    assert (first.code, first.why) == (AgendaCode.HOLIDAY, "Jubilee, back Mon 30 Nov")
    assert (second.code, second.why) == (
        AgendaCode.GREETING,
        'Founding Day on Thu 26 Nov: "Happy Founding Day!"',
    )


@pytest.mark.parametrize(
    ("likely", "names", "expected"),
    [
        ((), ("A",), "A"),
        ((), ("A", "B"), "A; B"),
        ((), ("A", "B", "C"), "A to C"),
        (("A",), ("A", "B", "C"), "A (many are away) to C"),
        (("A", "B", "C"), ("A", "B", "C"), "A; B; C, many are away"),
    ],
)
def test_a_long_break_is_called_by_its_first_and_last_day(
    likely: tuple[str, ...], names: tuple[str, ...], expected: str
) -> None:
    holidays: dict[date, DayFact] = {}
    for ahead, name in enumerate(names):
        status = DayStatus.LIKELY_CLOSED if name in likely else DayStatus.CLOSED
        holidays |= closed(f"11-{25 + ahead}", status=status, name=name)
    (item,) = of(AgendaCode.HOLIDAY, state(holidays=holidays))
    assert item.why.partition(", Fri 27")[0].partition(", back ")[0] == expected


@pytest.mark.parametrize(
    "feast",
    [
        replace(FOUNDING_DAY, say=None),
        replace(FOUNDING_DAY, tone=GreetingTone.SOLEMN),
        replace(FOUNDING_DAY, of_one_faith=True),
    ],
)
def test_days_without_a_greeting_give_no_item(feast: Feast) -> None:
    assert of(AgendaCode.GREETING, state(holidays=closed("11-30"), feasts=[feast])) == []


@pytest.mark.parametrize(("days_later", "greeted"), [(14, True), (15, False)])
def test_a_feast_may_follow_the_last_working_day_by_two_weeks(days_later: int, *, greeted: bool) -> None:
    # The last working day is Tuesday 1 December, seven days ahead; from the 2nd on the client is closed.
    off = DaysOff(days=DateRange(day("12-02"), day("12-31")), name="Closure")
    client = replace(QUIET, schedule=replace(AT_HIKARI, days_off=(off,)))
    feast = date(2026, 12, 1 + days_later)
    holidays = {feast: day_fact(DayStatus.CLOSED, "Founding Day")}
    items = of(AgendaCode.GREETING, state(client=client, holidays=holidays, feasts=[FOUNDING_DAY]))
    assert bool(items) is greeted


def born(month: int, on: int) -> Client:
    person = Person(id="ana", name="Ana Souza", schedule=AT_HIKARI, birthday=(month, on))
    return replace(QUIET, people=(TANAKA, person))


@pytest.mark.parametrize(
    ("birthday", "now", "when"),
    [
        ((11, 24), NOW, "11-24"),
        ((12, 1), NOW, "12-01"),
        ((12, 2), NOW, None),
        ((11, 23), NOW, None),
        ((1, 2), "12-28 07:00", "2027-01-02"),
        ((2, 29), "2027-02-22 07:00", "2027-02-28"),  # no leap year: the 28th
        ((2, 29), "2027-03-01 07:00", None),
        ((2, 29), "2028-02-22 07:00", "2028-02-29"),
        ((2, 29), "2028-02-29 07:00", "2028-02-29"),
        ((11, 24), "11-24 22:59", "11-24"),
        ((11, 24), "11-24 23:00", None),  # your calendar counts: it is Wednesday now
    ],
)
def test_birthdays_are_listed_a_week_ahead(birthday: tuple[int, int], now: str, when: str | None) -> None:
    items = of(AgendaCode.BIRTHDAY, state(now=now, client=born(*birthday)))
    why = "Ana Souza's birthday: congratulate"
    if when is not None and day(when) > state(now=now).your_date:
        why = "Ana Souza's birthday"
    assert [(item.when, item.why) for item in items] == ([] if when is None else [(day(when), why)])


@pytest.mark.parametrize(
    ("holidays", "expected"),
    [
        # Three days of one feast, with the same words.
        (
            closed("11-26", "11-27", "11-30"),
            [("11-25", 'Founding Day from Thu 26 Nov, back Tue 1 Dec: "Happy Founding Day!"')],
        ),
        # Worked days lie between: still the same feast, greeted before its first day.
        (
            closed("11-26", "11-30"),
            [("11-25", 'Founding Day on Thu 26 Nov, back Tue 1 Dec: "Happy Founding Day!"')],
        ),
        # A day later it is already over, and its second day starts nothing new.
        (closed("11-24", "11-26"), []),
        # The eve of the feast has other words, and is its first day.
        (
            closed("11-26", name="Founding Eve") | closed("11-27"),
            [("11-25", 'Founding Eve; Founding Day from Thu 26 Nov, back Mon 30 Nov: "A merry eve!"')],
        ),
        # Two feasts behind one another, nobody at work between: one message says both.
        (
            closed("11-26") | closed("11-27", name="Jubilee"),
            [
                (
                    "11-25",
                    BOTH,
                )
            ],
        ),
        # Two feasts with work between: each has its day.
        (
            closed("11-26") | closed("12-01", name="Jubilee"),
            [
                ("11-25", 'Founding Day on Thu 26 Nov, back Wed 2 Dec: "Happy Founding Day!"'),
                ("11-30", 'Jubilee on Tue 1 Dec, back Wed 2 Dec: "A happy jubilee to all of you."'),
            ],
        ),
        # The same feast again after more than a week is another one.
        (
            closed("11-25", "12-02"),
            [("11-24", 'Founding Day on Wed 25 Nov, back Thu 26 Nov: "Happy Founding Day!"')],
        ),
        (
            closed("11-22", "11-30"),
            [("11-27", 'Founding Day on Mon 30 Nov, back Tue 1 Dec: "Happy Founding Day!"')],
        ),
    ],
)
def test_a_day_has_one_line_of_greetings_and_a_feast_one_greeting(
    holidays: dict[date, DayFact], expected: list[tuple[str, str]]
) -> None:
    items = of(AgendaCode.GREETING, state(holidays=holidays, feasts=[FOUNDING_DAY, JUBILEE, EVE]))
    assert [(item.when, item.why) for item in items] == [(day(when), why) for when, why in expected]


def test_the_command_logs_all_that_is_to_be_said() -> None:
    holidays = closed("11-26") | closed("11-27", name="Jubilee")
    (item,) = of(AgendaCode.GREETING, state(holidays=holidays, feasts=[FOUNDING_DAY, JUBILEE]))
    said = "Happy Founding Day! A happy jubilee to all of you."
    assert item.command.words == ("log", "hikari", said)
    greeted = logged(NOTE, "11-24 06:00", text=said)
    assert of(AgendaCode.GREETING, state(greeted, holidays=holidays, feasts=[FOUNDING_DAY, JUBILEE])) == []


@pytest.mark.parametrize(
    ("kind", "at", "text", "from_them", "is_gone"),
    [
        (NOTE, "11-24 06:00", "Happy Founding Day!", False, True),
        (EMAIL, "11-24 06:00", "wrote: happy founding day, all the best", False, True),
        (EMAIL, "11-24 06:00", "Best wishes for Founding Day", False, True),
        (CHAT, "11-24 06:00", "sent the greeting", False, True),
        (EventKind.GIFT, "11-24 06:00", "chocolate, with wishes for Founding Day", False, True),
        (EMAIL, "11-10 06:00", "Happy Founding Day!", False, True),  # two weeks early
        (EMAIL, "2025-11-24 06:00", "Happy Founding Day!", False, False),  # last year
        (EMAIL, "11-24 06:00", "Happy Founding Day!", True, False),  # they wished it to you
        (EMAIL, "11-24 06:00", "Budget for the founding team", False, False),
        (
            EMAIL,
            "11-24 06:00",
            "Planned the call around Founding Day",
            False,
            False,
        ),  # names it, wishes nothing
        (EMAIL, "11-24 06:00", "Happy with the pilot", False, False),
        (EMAIL, "11-20 06:00", "sent greetings", False, False),  # of which feast? none was due on the day
        (NOTE, "11-24 06:00", "birthday wishes to Mori", False, False),
        (EventKind.PROBLEM, "11-24 06:00", "the Happy Founding Day! banner is broken", False, False),
    ],
)
def test_a_logged_greeting_removes_its_line(
    kind: EventKind, at: str, text: str, *, from_them: bool, is_gone: bool
) -> None:
    event = logged(kind, at, text=text, from_them=from_them)
    items = of(AgendaCode.GREETING, state(event, holidays=closed("11-25"), feasts=[FOUNDING_DAY]))
    assert (items == []) is is_gone


def test_of_two_feasts_the_one_that_was_not_greeted_stays() -> None:
    holidays = closed("11-26") | closed("11-27", name="Jubilee")
    greeted = logged(EMAIL, "11-24 06:00", text="Happy Founding Day!")
    (item,) = of(AgendaCode.GREETING, state(greeted, holidays=holidays, feasts=[FOUNDING_DAY, JUBILEE]))
    said = 'Founding Day; Jubilee from Thu 26 Nov, back Mon 30 Nov: "A happy jubilee to all of you."'
    assert (item.why, item.when) == (said, day("11-25"))


@pytest.mark.parametrize(
    ("birthday", "words"),
    [
        ((11, 24), ("log", "hikari", "Happy birthday", "--with", "ana", "--kind", "chat")),  # today
        ((11, 25), ("brief", "hikari", "--person", "ana")),  # a word ahead
    ],
)
def test_a_birthday_is_congratulated_on_the_day(birthday: tuple[int, int], words: tuple[str, ...]) -> None:
    (item,) = of(AgendaCode.BIRTHDAY, state(client=born(*birthday)))
    assert item.command.words == words


@pytest.mark.parametrize(
    ("at", "text", "people", "is_gone"),
    [
        ("11-24 06:00", "Happy birthday", ("ana",), True),
        ("11-24 06:00", "Birthday wishes by phone", (), True),
        ("11-24 06:00", "Happy birthday", ("tanaka",), False),
        ("11-24 06:00", "Talked of the budget", ("ana",), False),
        ("11-20 06:00", "Happy birthday", ("ana",), False),  # four days early
        ("2025-11-24 06:00", "Happy birthday", ("ana",), False),
    ],
)
def test_a_logged_congratulation_removes_the_birthday(
    at: str, text: str, people: tuple[str, ...], *, is_gone: bool
) -> None:
    event = logged(CHAT, at, *people, text=text)
    assert (of(AgendaCode.BIRTHDAY, state(event, client=born(11, 24))) == []) is is_gone
