import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from zones import zone

from clientbridge.core.errors import UsageError
from clientbridge.core.time.parse import read_date, read_day_or_moment, read_moment

TODAY = date(2026, 11, 27)
"""A Friday."""


def in_(name: str) -> Callable[[date], ZoneInfo]:
    """Whoever stays in one zone."""
    return lambda _day: zone(name)


IN_BRUSSELS, IN_UTC = in_("Europe/Brussels"), in_("UTC")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-03", date(2026, 12, 3)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 28)),
        ("yesterday", date(2026, 11, 26)),
        ("fri", date(2026, 12, 4)),
        ("sat", date(2026, 11, 28)),
        ("Thursday", date(2026, 12, 3)),
        ("+3d", date(2026, 11, 30)),
        ("+2w", date(2026, 12, 11)),
        ("+3mo", date(2027, 2, 27)),
        ("-1y", date(2025, 11, 27)),
        ("-3d", date(2026, 11, 24)),
        ("+0d", TODAY),
        ("TODAY", TODAY),
        (" 2026-12-03 ", date(2026, 12, 3)),
        # a weekday is the next one after today, never today
        ("Friday", date(2026, 12, 4)),
        ("sun", date(2026, 11, 29)),
        ("mon", date(2026, 11, 30)),
        # the first and the last day that can be asked
        ("1973-01-01", date(1973, 1, 1)),
        ("2199-12-31", date(2199, 12, 31)),
    ],
)
def test_days(text: str, expected: date) -> None:
    assert read_date(text, today=TODAY) == expected


@pytest.mark.parametrize("today", [date(2026, 11, 23) + timedelta(days=ahead) for ahead in range(7)])
@pytest.mark.parametrize("number", range(7))
def test_a_weekday_is_one_to_seven_days_ahead(today: date, number: int) -> None:
    day = read_date(("mon", "tue", "wed", "thu", "fri", "sat", "sun")[number], today=today)
    assert day.weekday() == number
    assert 1 <= (day - today).days <= 7


@pytest.mark.parametrize(
    ("text", "why", "hint"),
    [
        ("03/04", "Sat 3 Apr 2027 or Thu 4 Mar 2027", "write 2027-04-03 or 2027-03-04"),
        ("03/04/26", "could be two different days", "write it like 2026-12-03"),
        ("2026-02-30", "there is no day 2026-02-30", "write it like 2026-12-03"),
        ("someday", "'someday' is not a day", "write it like 2026-12-03"),
        ("+3h", "is not a whole number of days", "write it like 2026-12-03"),
        ("+soon", "'+soon' is not a day", "write it like 2026-12-03"),
        ("1972-12-31", "the year of '1972-12-31' is out of reach", "1973 to 2199 can be asked"),
        ("2200-01-01", "the year of '2200-01-01' is out of reach", "1973 to 2199 can be asked"),
        ("+100y", None, None),
        ("-100y", "out of reach", "1973 to 2199 can be asked"),
    ],
)
def test_why_a_day_is_refused_and_what_to_write(text: str, why: str | None, hint: str | None) -> None:
    if why is None:
        assert read_date(text, today=TODAY) == date(2126, 11, 27)
        return
    with pytest.raises(UsageError, match=re.escape(why)) as refused:
        read_date(text, today=TODAY)
    assert refused.value.hint is not None
    assert hint is not None
    assert refused.value.hint.startswith(hint)


@pytest.mark.parametrize(
    "text",
    ["03/04", "3.4", "2026-02-30", "", "someday", "+3h", "+", "26-1-1", "0001-01-01", "+9999999d"],
)
def test_what_is_not_one_day(text: str) -> None:
    with pytest.raises(UsageError):
        read_date(text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-03 15:00", "2026-12-03T14:00"),
        ("2026-12-03T15:00", "2026-12-03T14:00"),
        ("2026-12-03T15:00Z", "2026-12-03T15:00"),
        ("2026-12-03T15:00:00+09:00", "2026-12-03T06:00"),
        ("2026-12-03 15:00-0300", "2026-12-03T18:00"),
        ("fri 9:30", "2026-12-04T08:30"),
        ("15:00", "2026-11-27T14:00"),
        ("24:00", "2026-11-27T23:00"),
        ("2026-12-03T15:00:30.5Z", "2026-12-03T15:00:30.500000"),
        ("2026-12-03t15:00z", "2026-12-03T15:00"),
        ("1973-01-01T00:00Z", "1973-01-01T00:00"),
        ("2199-12-31T23:59Z", "2199-12-31T23:59"),
    ],
)
def test_moments(text: str, expected: str) -> None:
    moment = read_moment(text, today=TODAY, zone_on=IN_BRUSSELS)
    assert moment == datetime.fromisoformat(expected).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-03",
        "tonight",
        "2026-12-03 25:00",
        "2026-13-03T15:00Z",
        "fri",
        "9999-12-31T23:00-09:00",
        "1972-12-31T23:59Z",
        "2200-01-01T00:00Z",
    ],
)
def test_what_is_not_one_moment(text: str) -> None:
    with pytest.raises(UsageError):
        read_moment(text, today=TODAY, zone_on=IN_BRUSSELS)


@pytest.mark.parametrize(
    ("text", "both"),
    [
        (
            "2027-03-14 02:30",
            ["2027-03-14T06:30Z (01:30, UTC-05:00)", "2027-03-14T07:30Z (03:30, UTC-04:00)"],
        ),
        (
            "2027-11-07 01:30",
            ["2027-11-07T05:30Z (01:30, UTC-04:00)", "2027-11-07T06:30Z (01:30, UTC-05:00)"],
        ),
    ],
)
def test_a_time_that_is_skipped_or_repeated_names_both_instants(text: str, both: list[str]) -> None:
    with pytest.raises(UsageError) as refused:
        read_moment(text, today=TODAY, zone_on=in_("America/New_York"))
    assert refused.value.hint is not None
    assert all(instant in refused.value.hint for instant in both)


def test_a_time_alone_is_on_the_day_that_is_today() -> None:
    saturday = date(2026, 11, 28)
    assert read_moment("09:00", today=saturday, zone_on=IN_BRUSSELS) == datetime(
        2026, 11, 28, 8, 0, tzinfo=UTC
    )
    assert read_day_or_moment("today", today=saturday, zone_on=IN_BRUSSELS) == saturday
    assert read_day_or_moment("fri 9:30", today=TODAY, zone_on=IN_UTC) == datetime(
        2026, 12, 4, 9, 30, tzinfo=UTC
    )


@pytest.mark.parametrize(("text", "utc_hour"), [("2026-12-08 15:00", 11), ("2026-12-10 15:00", 14)])
def test_a_time_is_read_on_the_clock_of_where_one_is_that_day(text: str, utc_hour: int) -> None:
    """In Dubai until 9 December, in Brussels afterwards."""
    dubai, brussels = zone("Asia/Dubai"), zone("Europe/Brussels")
    moment = read_moment(
        text, today=TODAY, zone_on=lambda day: dubai if day <= date(2026, 12, 9) else brussels
    )
    assert (moment.hour, moment.minute) == (utc_hour, 0)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("tonight", "'tonight' has no time of day"),
        ("fri", "'fri' has no time of day"),
        ("fri 9:99", "not a time of day"),
    ],
)
def test_why_a_moment_is_refused(text: str, why: str) -> None:
    with pytest.raises(UsageError, match=why) as refused:
        read_moment(text, today=TODAY, zone_on=IN_UTC)
    assert refused.value.hint is not None
    assert refused.value.hint.startswith('write it like "2026-12-03 15:00"')
