from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from clientbridge.core.days.closures import Break
from clientbridge.core.days.day import Day, DayStatus, Reason, ReasonKind
from clientbridge.core.days.greetings import Greeting, GreetingTone
from clientbridge.core.days.holiday_report import DayRow, HolidayReport
from clientbridge.core.days.place import Place
from clientbridge.render import page_of
from clientbridge.render.writers.to_plain import to_plain

MONDAY = date(2026, 12, 7)


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
    assert lines[1].startswith("Mon 7 Dec - Tue 8 Dec, acme, closed, Eid")
    assert sum("acme, closed" in line for line in lines) == 1


def test_what_is_not_announced_makes_no_day_off_and_is_told_beside_it() -> None:
    missing, saturday = (
        reason(ReasonKind.NO_DATA, "not announced yet"),
        reason(ReasonKind.WEEKEND, "Saturday"),
    )
    assert "acme, closed, Saturday (not announced yet" in told(row(MONDAY, saturday, missing))[1]
    season = reason(ReasonKind.SEASON, "Spring Festival")
    likely = row(MONDAY, season, missing, status=DayStatus.LIKELY_CLOSED)
    assert "acme, likely closed, Spring Festival (not announced yet" in told(likely)[1]
    assert "acme, unknown, not announced yet" in told(row(MONDAY, missing, status=DayStatus.UNKNOWN))[1]


def test_a_slow_season_runs_over_the_weekend_and_a_holiday_does_not() -> None:
    friday, monday = date(2026, 12, 11), date(2026, 12, 14)
    soft = DayStatus.LIKELY_CLOSED
    season, feast = reason(ReasonKind.SEASON), reason(ReasonKind.OPTIONAL)
    assert (
        "Fri 11 Dec - Mon 14 Dec"
        in told(row(friday, season, status=soft), row(monday, season, status=soft))[1]
    )
    assert len(told(row(friday, feast, status=soft), row(monday, feast, status=soft))) == 3


def test_a_closure_of_their_own_hides_the_holidays_in_it() -> None:
    own, holiday = reason(ReasonKind.COMPANY, "Winter closure"), reason(ReasonKind.PUBLIC_HOLIDAY)
    lines = told(row(MONDAY, own), row(MONDAY + timedelta(days=1), own, holiday))
    assert lines[1].startswith("Mon 7 Dec - Tue 8 Dec, acme, closed, Winter closure")


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


def test_a_break_says_how_long_and_when_they_are_back() -> None:
    around = Break(from_=MONDAY - timedelta(days=2), to=MONDAY, days=3, bridge=(date(2026, 12, 8),))
    lines = told(row(MONDAY, reason(ReasonKind.PUBLIC_HOLIDAY), break_=around))
    assert "(3 days off, back Tue 8 Dec; bridge Tue 8 Dec; 3 working days before)" in lines[1]


def test_the_day_of_a_few_regions_is_neither_closed_nor_an_ordinary_day() -> None:
    few = Reason(kind=ReasonKind.REGION_DEPENDENT, name="State Day", regions=("BE-WAL",))
    assert told(row(MONDAY, few, status=DayStatus.WORKING))[1] == (
        "Mon 7 Dec (today), acme, regional, State Day (only BE-WAL)"
    )


def test_a_region_is_asked_for_once() -> None:
    few = Reason(kind=ReasonKind.REGION_DEPENDENT, name="State Day", regions=("BE-WAL",))
    unsettled = row(MONDAY, few, status=DayStatus.LIKELY_CLOSED)
    assert "cb client edit acme" in told(unsettled)[-1]
    answered = row(MONDAY, few, status=DayStatus.LIKELY_CLOSED, region="BE-BRU")
    assert not any("client edit" in line for line in told(answered))


def test_a_run_is_on_a_weekend_only_where_all_of_it_is() -> None:
    feast, weekend = reason(ReasonKind.PUBLIC_HOLIDAY), reason(ReasonKind.WEEKEND, "Sunday")
    sunday = MONDAY - timedelta(days=1)
    assert "(on a weekend" in told(row(sunday, weekend, feast))[1]
    assert "weekend" not in told(row(sunday, weekend, feast), row(MONDAY, feast))[1]
    saturday = row(sunday - timedelta(days=1), weekend, feast)
    assert "(on a weekend" in told(saturday, row(sunday, weekend, feast))[1]


def test_only_what_names_a_day_is_estimated() -> None:
    """Founding Day in Ramadan: the date of Ramadan is an estimate, that of the day is not."""
    feast = reason(ReasonKind.PUBLIC_HOLIDAY, "Founding Day")
    ramadan = Reason(kind=ReasonKind.SEASON, name="Ramadan", estimated=True)
    assert "estimated" not in told(row(MONDAY, feast, ramadan))[1]
    assert "estimated" in told(row(MONDAY, ramadan, status=DayStatus.REDUCED))[1]


def test_a_gap_in_what_is_known_is_told_once_unless_a_day_says_it() -> None:
    gap = "moved days are not announced yet"
    holiday = reason(ReasonKind.PUBLIC_HOLIDAY)
    first = replace(row(MONDAY, holiday), not_known=gap)
    rows = (first, replace(first, date=MONDAY + timedelta(days=2)), replace(first, name="bayside"))
    assert [line for line in told(*rows) if gap in line] == [f"acme, bayside: {gap}."]
    assert [line for line in told(first, asked=1) if "announced" in line] == [f"{gap.capitalize()}."]
    bridge = row(MONDAY + timedelta(days=1), reason(ReasonKind.NO_DATA, gap), status=DayStatus.UNKNOWN)
    assert sum(gap in line.lower() for line in told(first, bridge)) == 1, "the bridge says it"
