from datetime import date

from clientbridge.core.days.day import DayStatus
from clientbridge.core.days.holiday_report import HolidayReport, NextDayOff
from clientbridge.render import page_of
from clientbridge.render.writers.to_plain import to_plain

FIRST, LAST = date(2026, 12, 7), date(2026, 12, 13)


def coming(
    client: str | None, on: date | None, *names: str, status: DayStatus = DayStatus.CLOSED
) -> NextDayOff:
    return NextDayOff(
        client=client,
        country="NO",
        region=None,
        date=on,
        status=status if on else None,
        names=names,
        name="Norway",
    )


def told(*ahead: NextDayOff) -> list[str]:
    report = HolidayReport(from_=FIRST, to=LAST, days=(), next_off=ahead, today=FIRST, asked=len(ahead))
    return to_plain(page_of(report)).splitlines()


def test_the_nearest_comes_first_and_the_same_is_said_once() -> None:
    eve, new_year = date(2026, 12, 24), date(2027, 1, 1)
    likely = DayStatus.LIKELY_CLOSED
    assert told(
        coming("bayside", None),
        coming("hikari", new_year, "New Year's Day"),
        coming("nordlys", eve, "Christmas Eve", status=likely),
        *(coming(client, eve, "Christmas Eve", status=likely) for client in ("a", "b", "c")),
        coming("solaris", eve, "Fair", "Feast"),
    ) == [
        "7 clients: only ordinary days Mon 7 Dec to Sun 13 Dec 2026.",
        "nordlys, a, b and 1 more: nothing until Thu 24 Dec, Christmas Eve (likely closed)",
        "solaris: nothing until Thu 24 Dec, Fair; Feast",
        "hikari: nothing until Fri 1 Jan 2027, New Year's Day",
        "bayside: no day off within a year",
    ]


def test_a_place_is_called_by_its_name() -> None:
    assert told(coming(None, date(2026, 12, 25), "Christmas Day"))[1] == (
        "Norway: nothing until Fri 25 Dec, Christmas Day"
    )


def test_lines_beyond_ten_are_counted_by_client() -> None:
    lines = told(*(coming(f"c{at}", date(2026, 12, 14 + at // 2), f"Day {at // 2}") for at in range(24)))
    assert len(lines) == 12
    assert lines[-1] == "and 4 more with nothing until later."
