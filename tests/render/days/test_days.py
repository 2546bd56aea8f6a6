from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from clientbridge.core.days.closures import Break
from clientbridge.core.days.day import Day, DayStatus, Reason, ReasonKind
from clientbridge.core.days.greetings import Greeting, GreetingTone
from clientbridge.core.days.holiday_report import DayRow, HolidayReport
from clientbridge.core.days.place import Place
from clientbridge.render import page_of
from clientbridge.render.formats import Look
from clientbridge.render.writers.to_plain import to_plain
from clientbridge.render.writers.to_terminal import to_terminal

MONDAY, WEDNESDAY = date(2026, 12, 7), date(2026, 12, 9)


def reason(kind: ReasonKind, name: str = "Feast") -> Reason:
    return Reason(kind=kind, name=name)


def row(
    on: date,
    *reasons: Reason,
    client: str = "acme",
    status: DayStatus = DayStatus.CLOSED,
    greeting: Greeting | None = None,
    break_: Break | None = None,
    region: str | None = None,
) -> DayRow:
    return DayRow(
        date=on,
        client=client,
        country="BE",
        region=region,
        status=status,
        reasons=reasons,
        hours=None,
        days_until=(on - MONDAY).days,
        working_days_until=3,
        back_on=on + timedelta(days=1),
        break_=break_,
        greeting=greeting,
        notes=(),
        name=client,
        named_by=Day(
            date=on,
            place=Place("BE"),
            status=status,
            reasons=reasons,
            asides=tuple(
                one for one in reasons if one.kind is ReasonKind.NO_DATA and status is not DayStatus.UNKNOWN
            ),
        ).named_by,
        on_weekend=any(one.kind is ReasonKind.WEEKEND for one in reasons),
    )


def told(*rows: DayRow, asked: int = 2) -> list[str]:
    answer = HolidayReport(from_=MONDAY, to=date(2026, 12, 31), days=rows, today=MONDAY, asked=asked)
    return to_plain(page_of(answer)).splitlines()


def test_days_of_the_same_meaning_are_one_line() -> None:
    holiday, second = (reason(ReasonKind.PUBLIC_HOLIDAY, name) for name in ("Eid", "Eid Holiday"))
    lines = told(row(MONDAY, holiday), row(MONDAY + timedelta(days=1), second))
    assert lines[1].startswith("Mon 7 - Tue 8 Dec, acme, closed, Eid")
    assert sum("acme, closed" in line for line in lines) == 1


def short(on: date, hours: str | None, client: str = "acme") -> DayRow:
    season = reason(ReasonKind.SEASON, "Ramadan")
    return replace(row(on, season, client=client, status=DayStatus.REDUCED), hours=hours)


def test_a_run_of_days_tells_the_hours_of_each_weekday() -> None:
    """Whichever comes first; hours that differ from one Friday to the next are not one run."""
    friday = MONDAY + timedelta(days=4)
    days = [friday, *(friday + timedelta(days=ahead) for ahead in (3, 4, 5, 6, 7))]
    usual = ["10:00-12:00", *["10:00-15:00"] * 4, "10:00-12:00"]
    one = [short(on, hours) for on, hours in zip(days, usual, strict=True)]
    said = "work 10:00-15:00, on Fri 10:00-12:00"
    assert told(*one)[1].startswith(f"Fri 11 - Fri 18 Dec, acme, short day, Ramadan, {said}")
    assert sum("Ramadan" in line for line in told(*one[:-1], short(days[-1], "10:00-11:00"))) == 2
    assert sum("Ramadan" in line for line in told(*one, *(short(on, None, "bayside") for on in days))) == 2
    assert (
        sum("Ramadan" in line for line in told(*one, *(replace(day, client="b", name="b") for day in one)))
        == 1
    )


def test_what_is_not_announced_makes_no_day_off_and_is_told_beside_it() -> None:
    missing, saturday = (
        reason(ReasonKind.NO_DATA, "not announced yet"),
        reason(ReasonKind.WEEKEND, "Saturday"),
    )
    assert "acme, closed, Saturday, not announced yet" in told(row(MONDAY, saturday, missing))[1]
    season = reason(ReasonKind.SEASON, "Spring Festival")
    likely = row(MONDAY, season, missing, status=DayStatus.LIKELY_CLOSED)
    assert "acme, likely closed, Spring Festival, not announced yet" in told(likely)[1]
    assert "acme, unknown, not announced yet" in told(row(MONDAY, missing, status=DayStatus.UNKNOWN))[1]


def test_a_slow_season_runs_over_the_weekend_and_a_holiday_does_not() -> None:
    friday, monday = date(2026, 12, 11), date(2026, 12, 14)
    soft = DayStatus.LIKELY_CLOSED
    season, feast = reason(ReasonKind.SEASON), reason(ReasonKind.OPTIONAL)
    assert (
        "Fri 11 - Mon 14 Dec" in told(row(friday, season, status=soft), row(monday, season, status=soft))[1]
    )
    assert len(told(row(friday, feast, status=soft), row(monday, feast, status=soft))) == 3


def test_a_closure_of_their_own_hides_the_holidays_in_it() -> None:
    own, holiday = reason(ReasonKind.COMPANY, "Winter closure"), reason(ReasonKind.PUBLIC_HOLIDAY)
    lines = told(row(MONDAY, own), row(MONDAY + timedelta(days=1), own, holiday))
    assert lines[1].startswith("Mon 7 - Tue 8 Dec, acme, closed, Winter closure")


def test_clients_that_share_a_day_share_a_line() -> None:
    holiday = reason(ReasonKind.PUBLIC_HOLIDAY)
    lines = told(*(row(MONDAY, holiday, client=client) for client in ("a", "b", "c", "d", "e")), asked=5)
    assert lines[1].startswith("Mon 7 Dec (today), a, b, c and 2 more, closed, Feast")


def test_one_greeting_for_a_feast_of_two_days_and_none_for_a_solemn_one() -> None:
    send_at = datetime(2026, 12, 4, 8, 30, tzinfo=UTC)
    merry = Greeting(tone=GreetingTone.FESTIVE, say="Merry!", send_at=send_at, send_on=date(2026, 12, 4))
    quiet = Greeting(tone=GreetingTone.SOLEMN, say=None, send_at=None, never="Happy day")
    lines = told(
        row(MONDAY, reason(ReasonKind.PUBLIC_HOLIDAY, "Eve"), greeting=merry),
        row(MONDAY + timedelta(days=1), reason(ReasonKind.PUBLIC_HOLIDAY), greeting=merry),
        row(MONDAY + timedelta(days=3), reason(ReasonKind.PUBLIC_HOLIDAY, "Mourning"), greeting=quiet),
    )
    said = lines[lines.index("What to say") + 1 :]
    assert said[0] == "acme, Merry! Best sent Fri 4 Dec, 09:30 there."
    assert said[1] == "acme, a quiet day: no greeting. Never: Happy day."
    assert not any("Merry" in line for line in said[1:])


def test_a_break_is_said_once_with_the_way_back() -> None:
    around = Break(
        from_=MONDAY - timedelta(days=2), to=MONDAY + timedelta(days=1), days=4, bridge=(), back=WEDNESDAY
    )
    said = "3 working days left before it; off Sat 5 to Tue 8 Dec (4 days); back Wed 9 Dec"
    eve, feast = reason(ReasonKind.OPTIONAL, "Eve"), reason(ReasonKind.PUBLIC_HOLIDAY)
    lines = told(
        row(MONDAY, eve, break_=around, status=DayStatus.LIKELY_CLOSED),
        row(MONDAY + timedelta(days=1), feast, break_=around),
    )
    assert lines[1:3] == [
        f"Mon 7 Dec (today), acme, likely closed, Eve, {said}",
        "Tue 8 Dec (tomorrow), acme, closed, Feast",
    ]


def test_the_days_of_a_break_are_not_said_again_beside_themselves() -> None:
    around = Break(
        from_=MONDAY,
        to=MONDAY,
        days=1,
        bridge=(MONDAY + timedelta(days=1),),
        back=WEDNESDAY,
        short=(WEDNESDAY,),
    )
    (line,) = (
        line
        for line in told(row(MONDAY, reason(ReasonKind.PUBLIC_HOLIDAY), break_=around))
        if "Feast" in line
    )
    assert line.endswith(
        "Feast, 3 working days left before it; Tue 8 Dec is likely taken off too; back Wed 9 Dec, a short day"
    )


def test_what_is_said_below_a_row_has_the_whole_width() -> None:
    around = Break(from_=MONDAY - timedelta(days=2), to=MONDAY, days=3, bridge=(), back=WEDNESDAY)
    answer = HolidayReport(
        from_=MONDAY,
        to=date(2026, 12, 31),
        days=(row(MONDAY, reason(ReasonKind.PUBLIC_HOLIDAY), break_=around),),
        today=MONDAY,
        asked=2,
    )
    assert to_terminal(page_of(answer), Look(width=80)).splitlines()[1:4] == [
        "when               who           what",
        "Mon 7 Dec (today)  acme  closed  Feast",
        "  3 working days left before it; off Sat 5 to Mon 7 Dec (3 days); back Wed 9 Dec",
    ]


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        ({}, 1),
        ({"hours": "09:00-12:00"}, 2),
        ({"working_days_until": 2}, 2),
        ({"break_": Break(from_=MONDAY, to=MONDAY, days=1, bridge=())}, 2),
    ],
)
def test_only_clients_for_whom_a_day_means_the_same_share_a_line(change: dict[str, Any], lines: int) -> None:
    one = row(MONDAY, reason(ReasonKind.PUBLIC_HOLIDAY))
    told_of = told(one, replace(one, client="bayside", name="bayside", **change))
    assert sum("Feast" in line for line in told_of) == lines


def merry(say: str, send_on: date = MONDAY) -> Greeting:
    return Greeting(tone=GreetingTone.FESTIVE, say=say, send_at=None, send_on=send_on, feast=say)


def test_a_greeting_is_for_those_alone_to_whom_it_is_said() -> None:
    feast = reason(ReasonKind.PUBLIC_HOLIDAY)
    lines = told(row(MONDAY, feast, greeting=merry("Merry!")), row(MONDAY, feast, client="bayside"))
    assert "acme, bayside, closed, Feast" in lines[1]
    assert lines[lines.index("What to say") + 1 :][0].startswith("acme, Merry!")


def test_greetings_beyond_five_are_counted_and_of_one_client_all_are_shown() -> None:
    rows = [
        row(
            MONDAY + timedelta(days=2 * at), reason(ReasonKind.PUBLIC_HOLIDAY), greeting=merry(f"Merry {at}!")
        )
        for at in range(7)
    ]
    lines = told(*rows)
    said = lines[lines.index("What to say") + 1 : -1]
    assert [line.partition(" ")[2][:8] for line in said[:5]] == [f"Merry {at}!" for at in range(5)]
    assert said[5:] == ["and 2 more; ask about one client to see all of theirs."]
    assert sum("Merry" in line for line in told(*rows, asked=1)) == 7


def test_the_day_of_a_few_regions_is_neither_closed_nor_an_ordinary_day() -> None:
    few = Reason(kind=ReasonKind.REGION_DEPENDENT, name="State Day", regions=("BE-WAL",))
    assert told(row(MONDAY, few, status=DayStatus.WORKING))[1] == (
        "Mon 7 Dec (today), acme, regional, State Day, only in BE-WAL"
    )


def test_who_works_through_a_holiday_is_told_so() -> None:
    through = replace(
        row(MONDAY, status=DayStatus.WORKING), worked_through=(reason(ReasonKind.PUBLIC_HOLIDAY),)
    )
    assert told(through)[1] == "Mon 7 Dec (today), acme, working, they work through Feast"
    assert told(row(MONDAY, status=DayStatus.WORKING))[1].endswith("working, ordinary working day")


def test_a_greeting_whose_morning_has_passed_is_sent_today() -> None:
    late = replace(merry("Merry!"), at_once=True)
    lines = told(row(MONDAY, reason(ReasonKind.PUBLIC_HOLIDAY), greeting=late))
    assert "acme, Merry! Send it today." in lines


def test_a_region_is_called_by_its_name() -> None:
    few = Reason(
        kind=ReasonKind.REGION_DEPENDENT,
        name="State Day",
        regions=("BE-WAL", "BE-VLG", "BE-BRU", "BE-X"),
        region_names=("Wallonia", "Flanders", "Brussels", "Elsewhere"),
    )
    line = told(row(MONDAY, few, status=DayStatus.WORKING))[1]
    assert line.endswith("State Day, only in Wallonia, Flanders, Brussels and 1 more")


def test_a_region_is_asked_for_once() -> None:
    few = Reason(kind=ReasonKind.REGION_DEPENDENT, name="State Day", regions=("BE-WAL",))
    unsettled = row(MONDAY, few, status=DayStatus.LIKELY_CLOSED)
    assert "cb client edit acme" in told(unsettled)[-1]
    answered = row(MONDAY, few, status=DayStatus.LIKELY_CLOSED, region="BE-BRU")
    assert not any("client edit" in line for line in told(answered))


def test_a_run_is_on_a_weekend_only_where_all_of_it_is() -> None:
    feast, weekend = reason(ReasonKind.PUBLIC_HOLIDAY), reason(ReasonKind.WEEKEND, "Sunday")
    sunday = MONDAY - timedelta(days=1)
    assert "on a weekend" in told(row(sunday, weekend, feast))[1]
    assert "weekend" not in told(row(sunday, weekend, feast), row(MONDAY, feast))[1]
    saturday = row(sunday - timedelta(days=1), weekend, feast)
    assert "on a weekend" in told(saturday, row(sunday, weekend, feast))[1]


def test_only_what_names_a_day_is_estimated() -> None:
    """Founding Day in Ramadan: the date of Ramadan is an estimate, that of the day is not."""
    feast = reason(ReasonKind.PUBLIC_HOLIDAY, "Founding Day")
    ramadan = Reason(kind=ReasonKind.SEASON, name="Ramadan", estimated=True)
    assert "estimate" not in told(row(MONDAY, feast, ramadan))[1]
    assert "the date is an estimate" in told(row(MONDAY, ramadan, status=DayStatus.REDUCED))[1]


def test_a_gap_in_what_is_known_is_told_once_unless_a_day_says_it() -> None:
    gap = "moved days are not announced yet"
    holiday = reason(ReasonKind.PUBLIC_HOLIDAY)
    first = replace(row(MONDAY, holiday), not_known=gap)
    rows = (first, replace(first, date=MONDAY + timedelta(days=2)), replace(first, name="bayside"))
    assert [line for line in told(*rows) if gap in line] == [f"acme, bayside: {gap}."]
    assert [line for line in told(first, asked=1) if "announced" in line] == [f"{gap.capitalize()}."]
    bridge = row(MONDAY + timedelta(days=1), reason(ReasonKind.NO_DATA, gap), status=DayStatus.UNKNOWN)
    assert sum(gap in line.lower() for line in told(first, bridge)) == 1, "the bridge says it"


def test_without_clients_there_are_no_days_but_a_way_to_add_one() -> None:
    nobody = HolidayReport(from_=MONDAY, to=WEDNESDAY, today=MONDAY, days=(), asked=0)
    assert to_plain(page_of(nobody)).splitlines() == ["No clients yet.", "Next: cb client add"]
