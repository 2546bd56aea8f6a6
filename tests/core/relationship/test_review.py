"""Rule table of the month with a client. Months are those of the client's calendar: Tokyo, UTC+9.

In Tokyo November 2026 lasts from 31 October 15:00Z to 30 November 15:00Z. Work ends at 08:30Z in Tokyo, at
17:00Z in Brussels. Unless a case says otherwise it is Monday 7 December.
"""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from people import AT_HIKARI, BRUSSELS, HIKARI, MORI, TANAKA, TOKYO, day, journal_of, logged, utc

from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.relationship.client_state import ClientState
from clientbridge.core.relationship.journal.entries import (
    Entry,
    FeedbackAnswered,
    ProblemClosed,
    Promised,
    PromiseDropped,
    PromiseKept,
    PromiseMoved,
)
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind, Owner
from clientbridge.core.relationship.review import (
    BeatReview,
    ClientReview,
    Month,
    PromiseCount,
    Review,
    Risk,
    SharedClient,
    SharedPromise,
    SharedReview,
    review_client,
    share_review,
)
from clientbridge.core.relationship.rhythm import Beat
from clientbridge.core.workspace.profiles import BusinessContext, Client, Rhythm, Seniority

CALL, FEEDBACK, PROBLEM = EventKind.CALL, EventKind.FEEDBACK, EventKind.PROBLEM
ME, THEM = Owner
NOVEMBER = Month(2026, 11)
LATER = "12-07 07:00"


def state(
    *lines: Entry, now: str = LATER, client: Client = HIKARI, yours: PartyCalendar = BRUSSELS
) -> ClientState:
    return ClientState(client=client, journal=journal_of(*lines), theirs=TOKYO, yours=yours, now=utc(now))


def review(*lines: Entry, month: Month = NOVEMBER, now: str = LATER, client: Client = HIKARI) -> ClientReview:
    return review_client(state(*lines, now=now, client=client), month)


def promised(due: str | None, owner: Owner = ME, id_: str = "k1", text: str = "send the SOW") -> Promised:
    when = None if due is None else day(due)
    return Promised(id=EntryId(id_), at=utc("10-01 08:00"), owner=owner, text=text, due=when)


def kept(at: str, promise: str = "k1") -> PromiseKept:
    return PromiseKept(id=EntryId(f"d{at}"), at=utc(at), promise=EntryId(promise))


def moved(at: str, due: str, *, told: bool) -> PromiseMoved:
    return PromiseMoved(id=EntryId(f"m{at}"), at=utc(at), promise=EntryId("k1"), due=day(due), told=told)


@pytest.mark.parametrize(
    ("month", "text", "first", "last", "following"),
    [
        (Month(2026, 11), "2026-11", "2026-11-01", "2026-11-30", Month(2026, 12)),
        (Month(2026, 12), "2026-12", "2026-12-01", "2026-12-31", Month(2027, 1)),
        (Month(2027, 2), "2027-02", "2027-02-01", "2027-02-28", Month(2027, 3)),
        (Month(2028, 2), "2028-02", "2028-02-01", "2028-02-29", Month(2028, 3)),
    ],
)
def test_a_month_has_its_days_and_a_following_month(
    month: Month, text: str, first: str, last: str, following: Month
) -> None:
    assert str(month) == text
    assert (month.days.first, month.days.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert month.following == following


def count(**numbers: int) -> PromiseCount:
    return PromiseCount(
        **{"due": 0, "kept_on_time": 0, "kept_late": 0, "still_open": 0, "moved": 0, "told": 0, **numbers}
    )


@pytest.mark.parametrize(
    ("lines", "counted"),
    [
        ([], count()),
        ([promised("10-31")], count()),
        ([promised("11-01")], count(due=1, still_open=1)),
        ([promised("11-30")], count(due=1, still_open=1)),
        ([promised("12-01")], count()),
        ([promised(None)], count()),
        ([promised("11-20", THEM)], count()),
        ([promised("11-20"), kept("11-20 17:00")], count(due=1, kept_on_time=1)),  # 18:00, as work ends
        ([promised("11-20"), kept("11-20 17:01")], count(due=1, kept_late=1)),
        ([promised("11-20"), kept("11-02 08:00")], count(due=1, kept_on_time=1)),
        ([promised("11-20"), kept("12-02 08:00")], count(due=1, kept_late=1)),
        (
            [
                promised("11-20"),
                PromiseDropped(id=EntryId("x"), at=utc("11-10 08:00"), promise=EntryId("k1"), why=""),
            ],
            count(),
        ),
        (
            [promised("10-20"), moved("10-19 08:00", "11-20", told=True)],  # moved into the month
            count(due=1, still_open=1, moved=1, told=1),
        ),
        ([promised("11-20"), moved("11-19 08:00", "12-20", told=True)], count()),  # and out of it
        (
            [
                promised("11-02"),
                moved("11-01 08:00", "11-10", told=False),
                moved("11-09 08:00", "11-20", told=True),
                kept("11-20 08:00"),
            ],
            count(due=1, kept_on_time=1, moved=1, told=1),
        ),
        # Moved when it was late already: it was due on the first date, and was not kept by then.
        (
            [promised("11-20"), moved("11-20 17:01", "11-27", told=True)],
            count(due=1, still_open=1, moved=1, told=1),
        ),
        (
            [promised("11-20"), moved("11-23 08:00", "11-27", told=True), kept("11-26 08:00")],
            count(due=1, kept_late=1, moved=1, told=1),
        ),
        (
            [promised("11-20"), moved("11-23 08:00", "12-20", told=True), kept("12-18 08:00")],
            count(due=1, kept_late=1, moved=1, told=1),  # also into another month
        ),
        ([promised("10-20"), moved("11-03 08:00", "11-27", told=False), kept("11-26 08:00")], count()),
        (
            [promised("11-20"), moved("11-20 16:59", "11-27", told=True), kept("11-26 08:00")],
            count(due=1, kept_on_time=1, moved=1, told=1),  # a minute before its end: in time
        ),
        (
            [
                promised("11-02"),
                moved("11-01 08:00", "11-10", told=True),
                moved("11-11 08:00", "11-20", told=True),
                kept("11-20 08:00"),
            ],
            count(due=1, kept_late=1, moved=1, told=2),
        ),
        (
            [promised(None), moved("11-02 08:00", "11-20", told=False), kept("11-20 08:00")],
            count(due=1, kept_on_time=1),
        ),
        (
            [promised("11-20"), promised("11-21", id_="k2"), kept("11-21 08:00", "k2")],
            count(due=2, kept_on_time=1, still_open=1),
        ),
    ],
)
def test_promises_count_in_the_month_they_fall_due(lines: list[Entry], counted: PromiseCount) -> None:
    assert review(*lines).yours == counted


@pytest.mark.parametrize(
    ("at", "counted"),
    [
        ("11-20 08:30", count(due=1, kept_on_time=1)),  # 17:30 in Tokyo
        ("11-20 08:31", count(due=1, kept_late=1)),
    ],
)
def test_their_promises_are_due_at_the_end_of_their_day(at: str, counted: PromiseCount) -> None:
    reviewed = review(promised("11-20", THEM), kept(at))
    assert (reviewed.theirs, reviewed.yours) == (counted, count())


@pytest.mark.parametrize(
    ("at", "counted"),
    [("10-31 14:59", 0), ("10-31 15:00", 1), ("11-30 14:59", 1), ("11-30 15:00", 0)],
)
def test_events_count_in_the_month_of_the_clients_calendar(at: str, counted: int) -> None:
    reviewed = review(logged(CALL, at), logged(FEEDBACK, at), logged(PROBLEM, at))
    assert (reviewed.contacts, reviewed.feedback, reviewed.problems) == (counted,) * 3
    assert share_review(state(logged(CALL, at)), NOVEMBER).contacts == counted


@pytest.mark.parametrize(
    ("kind", "counted"),
    [
        (CALL, 1),
        (EventKind.MEETING, 1),
        (EventKind.EMAIL, 1),
        (EventKind.CHAT, 1),
        (EventKind.VISIT, 1),
        (EventKind.NOTE, 0),
        (EventKind.GIFT, 0),
    ],
)
def test_only_events_with_both_sides_are_contacts(kind: EventKind, counted: int) -> None:
    assert review(logged(kind, "11-10 03:00")).contacts == counted
    assert share_review(state(logged(kind, "11-10 03:00")), NOVEMBER).contacts == counted


def test_feedback_counts_as_acted_on_and_problems_as_open() -> None:
    reviewed = review(
        logged(FEEDBACK, "11-02 03:00", id_="f1"),
        replace(logged(FEEDBACK, "11-03 03:00", id_="f2"), no_action="thanked"),
        logged(FEEDBACK, "11-04 03:00", id_="f3"),
        FeedbackAnswered(
            id=EntryId("a"), at=utc("12-01 03:00"), feedback=EntryId("f3"), promise=EntryId("k1")
        ),
        logged(PROBLEM, "11-05 03:00", id_="p1"),
        logged(PROBLEM, "11-06 03:00", id_="p2"),
        logged(PROBLEM, "11-07 03:00", id_="p3"),
        ProblemClosed(id=EntryId("c"), at=utc("11-08 03:00"), problem=EntryId("p2"), text=""),
    )
    assert (reviewed.feedback, reviewed.feedback_acted_on) == (3, 2)
    assert (reviewed.problems, reviewed.problems_open) == (3, 2)


@pytest.mark.parametrize(
    ("last", "month", "now", "held"),
    [
        ("11-17", NOVEMBER, LATER, True),  # due on 1 December, after the month
        ("11-16", NOVEMBER, LATER, True),  # due on 30 November, its last day
        ("11-13", NOVEMBER, LATER, False),  # due on 27 November
        (None, NOVEMBER, LATER, False),
        ("11-10", NOVEMBER, "11-24 07:00", True),  # today is the last day looked at: due today
        ("11-09", NOVEMBER, "11-25 07:00", False),
        ("11-10", NOVEMBER, "11-24 15:00", True),  # already Wednesday in Tokyo, and Tuesday for you
        ("11-10", NOVEMBER, "11-24 23:00", False),
    ],
)
def test_a_check_in_holds_where_it_is_not_overdue_on_the_last_day(
    last: str | None, month: Month, now: str, *, held: bool
) -> None:
    lines = [] if last is None else [logged(CALL, f"{last} 03:00")]
    reviewed = review(*lines, month=month, now=now, client=replace(HIKARI, rhythm=Rhythm(checkin="2w")))
    last_day = None if last is None else day(last)
    assert reviewed.rhythm == (BeatReview(beat=Beat.CHECKIN, kept=held, last=last_day),)


@pytest.mark.parametrize(
    ("lines", "rhythm", "now", "missed"),
    [
        # Feedback and visits count from the first contact: not due before three months and a year.
        ([(CALL, "11-10")], Rhythm(feedback="3mo", visit="12mo"), LATER, set()),
        ([(CALL, "11-10")], Rhythm(feedback="2w", visit="12mo"), LATER, {Beat.FEEDBACK}),
        ([(CALL, "11-10")], Rhythm(feedback="3mo"), "11-12 07:00", set()),
        # A month without a word has missed what is due at once; while it runs, it is only due.
        (
            [],
            Rhythm(checkin="2w", update="1w", feedback="3mo", visit="1y"),
            LATER,
            {Beat.CHECKIN, Beat.UPDATE},
        ),
        ([], Rhythm(checkin="2w", update="1w", feedback="3mo", visit="1y"), "11-24 07:00", set()),
        ([], Rhythm(update="1w", update_on=3), LATER, {Beat.UPDATE}),
        ([(FEEDBACK, "11-25")], Rhythm(checkin="2w", feedback="3mo"), LATER, {Beat.CHECKIN}),
        (
            [(FEEDBACK, "11-25")],
            Rhythm(checkin="2w", feedback="3mo"),
            "11-30 07:00",
            {Beat.CHECKIN},
        ),  # its last day
        # What came after the month is no merit of it, and does not stand in for what was missed.
        ([(CALL, "11-02"), (CALL, "12-02")], Rhythm(checkin="2w"), LATER, {Beat.CHECKIN}),
        ([(CALL, "12-02")], Rhythm(checkin="2w"), LATER, {Beat.CHECKIN}),
        # It fell due on the holiday of the 23rd, so on the 24th, which is today.
        ([(CALL, "11-09")], Rhythm(checkin="2w"), "11-24 07:00", set()),
        # Overdue since the 24th, and today is a Saturday: a day off does not make it kept.
        ([(CALL, "11-10")], Rhythm(checkin="2w"), "11-28 07:00", {Beat.CHECKIN}),
    ],
)
def test_nothing_is_missed_before_it_was_due(
    lines: list[tuple[EventKind, str]], rhythm: Rhythm, now: str, missed: set[Beat]
) -> None:
    events = [logged(kind, f"{on} 03:00") for kind, on in lines]
    reviewed = review(*events, now=now, client=replace(HIKARI, rhythm=rhythm))
    assert {beat.beat for beat in reviewed.rhythm if not beat.kept} == missed


def test_their_promise_counts_by_the_calendar_of_the_person() -> None:
    lisbon = replace(MORI, schedule=replace(AT_HIKARI, zone=ZoneInfo("Europe/Lisbon")))
    theirs = replace(promised("11-20", THEM), person="mori")
    people = {"mori": PartyCalendar(schedule=lisbon.schedule, calendars=TOKYO.calendars)}
    for at, counted in (
        ("11-20 17:30", count(due=1, kept_on_time=1)),
        ("11-20 17:31", count(due=1, kept_late=1)),
    ):
        current = replace(state(theirs, kept(at)), people=people)
        assert review_client(current, NOVEMBER).theirs == counted


def test_ties_of_a_month_know_nothing_of_what_came_after_it() -> None:
    lines = [logged(CALL, "11-20 03:00", "mori"), logged(CALL, "12-02 03:00", "mori")]
    assert review(*lines).strong == 0
    assert review(*lines, month=Month(2026, 12), now="12-31 07:00").strong == 1


@pytest.mark.parametrize(
    ("now", "strong"),
    [
        ("11-23 03:00", 1),  # the 24th of October is thirty days ago
        ("11-24 03:00", 0),
        (LATER, 0),  # on 30 November
    ],
)
def test_ties_are_those_of_the_last_day(now: str, strong: int) -> None:
    lines = [logged(CALL, "10-24 03:00", "mori"), logged(CALL, "10-20 03:00", "mori")]
    reviewed = review(*lines, now=now)
    assert (reviewed.strong, reviewed.people) == (strong, 2)


def test_contact_gaps_are_reviewed() -> None:
    client = replace(HIKARI, manager="Lea Peeters")
    reviewed = review(logged(CALL, "11-10 03:00", "mori"), client=client)
    assert (reviewed.client, reviewed.name, reviewed.manager) == ("hikari", "Hikari KK", "Lea Peeters")
    assert (reviewed.single_contact, reviewed.levels_missing) == ("mori", (Seniority.EXECUTIVE.value,))


def risks(month: Month, client: Client = HIKARI, yours: PartyCalendar = BRUSSELS) -> list[Risk]:
    return list(review_client(state(client=client, yours=yours), month).risks)


QUIET = replace(HIKARI, people=())


@pytest.mark.parametrize(
    ("month", "client", "expected"),
    [
        (Month(2026, 8), QUIET, []),
        # Brussels leaves summer time on 25 October 2026 and enters it on 28 March 2027; Tokyo has none.
        (
            Month(2026, 9),
            QUIET,
            [Risk(code="clock_change", when=day("10-25"), say="your clocks go back by 60 minutes")],
        ),
        (
            Month(2027, 2),
            QUIET,
            [Risk(code="clock_change", when=day("2027-03-28"), say="your clocks go forward by 60 minutes")],
        ),
        (Month(2026, 10), QUIET, [Risk(code="closed", when=day("11-23"), say="Labor Thanksgiving Day")]),
        (
            NOVEMBER,
            QUIET,
            [Risk(code="closed", when=day("12-28"), until=day("2027-01-05"), say="Winter closure")],
        ),
        (
            Month(2026, 10),
            HIKARI,
            [
                Risk(code="closed", when=day("11-23"), say="Labor Thanksgiving Day"),
                Risk(code="birthday", when=day("11-28"), say="Yui Mori's birthday"),
            ],
        ),
        (
            Month(2027, 1),
            replace(QUIET, people=(replace(MORI, birthday=(2, 29)), replace(TANAKA, birthday=(3, 1)))),
            [Risk(code="birthday", when=day("2027-02-28"), say="Yui Mori's birthday")],
        ),
        (
            Month(2027, 2),
            replace(QUIET, context=BusinessContext(fiscal_year_end=(3, 31))),
            [
                Risk(code="clock_change", when=day("2027-03-28"), say="your clocks go forward by 60 minutes"),
                Risk(code="fiscal_year_end", when=day("2027-03-31"), say="their business year ends"),
            ],
        ),
        (
            Month(2027, 1),
            replace(QUIET, context=BusinessContext(fiscal_year_end=(2, 29))),
            [Risk(code="fiscal_year_end", when=day("2027-02-28"), say="their business year ends")],
        ),
        (
            Month(2027, 2),
            replace(QUIET, context=BusinessContext(fiscal_year_end=(4, 30))),
            [Risk(code="clock_change", when=day("2027-03-28"), say="your clocks go forward by 60 minutes")],
        ),
        (
            Month(2026, 10),
            replace(
                QUIET,
                context=BusinessContext(fiscal_year_end=(11, 23)),
                people=(replace(MORI, birthday=(11, 23)),),
            ),
            [
                Risk(code="birthday", when=day("11-23"), say="Yui Mori's birthday"),
                Risk(code="closed", when=day("11-23"), say="Labor Thanksgiving Day"),
                Risk(code="fiscal_year_end", when=day("11-23"), say="their business year ends"),
            ],
        ),
    ],
)
def test_what_next_month_brings(month: Month, client: Client, expected: list[Risk]) -> None:
    assert risks(month, client) == expected


NEW_YORK = replace(BRUSSELS, schedule=replace(BRUSSELS.schedule, zone=ZoneInfo("America/New_York")))


@pytest.mark.parametrize(
    ("month", "yours", "when"),
    [
        (Month(2024, 2), BRUSSELS, ["2024-03-31"]),  # the last day of the month
        (Month(2024, 3), BRUSSELS, []),
        (Month(2026, 10), NEW_YORK, ["2026-11-01"]),  # and the first one
        (Month(2026, 9), NEW_YORK, []),
    ],
)
def test_clocks_change_in_the_month_they_show(month: Month, yours: PartyCalendar, when: list[str]) -> None:
    changes = [risk.when for risk in risks(month, QUIET, yours) if risk.code == "clock_change"]
    assert changes == [day(one) for one in when]


def test_a_clock_change_in_a_shared_zone_is_listed_once_as_theirs() -> None:
    in_brussels = replace(BRUSSELS, schedule=replace(AT_HIKARI, zone=BRUSSELS.schedule.zone))
    current = ClientState(
        client=QUIET,
        journal=journal_of(),
        theirs=replace(TOKYO, schedule=in_brussels.schedule),
        yours=BRUSSELS,
        now=utc(LATER),
    )
    assert [risk.say for risk in review_client(current, Month(2026, 9)).risks] == [
        "their clocks go back by 60 minutes"
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([promised("11-20")], [("11-20", None)]),
        ([promised("2027-03-01")], [("2027-03-01", None)]),  # open, whenever it falls due
        ([promised("11-20"), kept("11-10 15:00")], [("11-20", "11-11")]),  # the day on their calendar
        ([promised("12-20"), kept("11-30 14:59")], [("12-20", "11-30")]),  # kept in the month
        ([promised("12-20"), kept("11-30 15:00")], []),
        ([promised("10-31"), kept("10-31 14:59")], []),
        ([promised("11-30"), kept("12-02 08:00")], [("11-30", "12-02")]),
        ([promised(None), kept("11-10 08:00")], [(None, "11-10")]),
        ([promised(None), kept("12-10 08:00")], []),
        (
            [
                promised("11-20"),
                PromiseDropped(id=EntryId("x"), at=utc("11-10 08:00"), promise=EntryId("k1"), why=""),
            ],
            [],
        ),
    ],
)
def test_the_client_sees_open_promises_and_those_of_the_month(
    lines: list[Entry], expected: list[tuple[str | None, str | None]]
) -> None:
    assert share_review(state(*lines), NOVEMBER).promises == tuple(
        SharedPromise(
            owner=ME,
            text="send the SOW",
            due=None if due is None else day(due),
            done=None if done is None else day(done),
        )
        for due, done in expected
    )


def test_the_client_sees_its_closures_of_next_month_and_no_other_risk() -> None:
    assert share_review(state(), NOVEMBER) == SharedClient(
        client="hikari",
        name="Hikari KK",
        promises=(),
        contacts=0,
        closed_next_month=(
            Risk(code="closed", when=day("12-28"), until=day("2027-01-05"), say="Winter closure"),
        ),
    )


def test_a_month_without_clients_has_no_answer() -> None:
    assert not Review(month="2026-11", clients=()).answered
    assert not SharedReview(month="2026-11", clients=()).answered
    assert Review(month="2026-11", clients=(review(),)).answered
    assert SharedReview(month="2026-11", clients=(share_review(state(), NOVEMBER),)).answered
