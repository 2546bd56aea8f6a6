from datetime import UTC, datetime, timedelta, tzinfo

import pytest
from zones import zone

from clientbridge.adapters.meeting.calendars.content_lines import content_line
from clientbridge.adapters.meeting.calendars.values import (
    EventTime,
    FileClocks,
    UnreadValueError,
    event_length,
    event_time,
    instant_of,
    utc_offset_value,
)

BRUSSELS, TOKYO = zone("Europe/Brussels"), zone("Asia/Tokyo")


def named(name: str) -> tzinfo | None:
    return {"Tokyo": TOKYO}.get(name)


CLOCKS = FileClocks(home=BRUSSELS, floating=zone("America/New_York"), named=named)


def read(text: str, beside: EventTime | None = None) -> EventTime:
    line = content_line(text, 3)
    assert line is not None
    return event_time(line, CLOCKS, beside=beside)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("DTSTART:20261201T100000Z", "2026-12-01T10:00:00"),
        ("DTSTART:20261201t100000z", "2026-12-01T10:00:00"),
        ("DTSTART;TZID=Tokyo:20261201T100000Z", "2026-12-01T10:00:00"),
        ("DTSTART;TZID=Tokyo:20261201T100000", "2026-12-01T01:00:00"),
        ("DTSTART:20261201T100000", "2026-12-01T15:00:00"),
        ("DTSTART;TZID=:20261201T100000", "2026-12-01T15:00:00"),
        ("DTSTART:20261201T1000", "2026-12-01T15:00:00"),
        ("DTSTART:2026-12-01T10:00:00+01:00", "2026-12-01T09:00:00"),
        ("DTSTART:20261201T100000-0530", "2026-12-01T15:30:00"),
        ("DTSTART:20261201T100000.500Z", "2026-12-01T10:00:00"),
        ("DTSTART:20261201T240000Z", "2026-12-02T00:00:00"),
        ("DTSTART:20261201T095960Z", "2026-12-01T10:00:00"),
        ("DTSTART:20261201", "2026-11-30T23:00:00"),
        ("DTSTART;VALUE=DATE:20261201T100000Z", "2026-11-30T23:00:00"),
        ("DTSTART;VALUE=DATE;TZID=Tokyo:20261201", "2026-11-30T23:00:00"),
    ],
)
def test_times(text: str, instant: str) -> None:
    assert read(text).instant == datetime.fromisoformat(instant).replace(tzinfo=UTC)


def test_a_time_without_a_zone_is_read_on_the_clock_of_the_start_beside_it() -> None:
    start = read("DTSTART;TZID=Tokyo:20261201T100000")
    assert read("DTEND:20261201T110000", start).instant == datetime(2026, 12, 1, 2, tzinfo=UTC)
    assert read("DTEND:20261201T110000", read("DTSTART:20261201")).zone == CLOCKS.floating


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("DTSTART:tomorrow", "'tomorrow' is no time"),
        ("DTSTART:20261301", "there is no day 20261301"),
        ("DTSTART:20260230T100000", "there is no day"),
        ("DTSTART:00000101T000000Z", "there is no day"),
        ("DTSTART:20261201T250000", "no time of day"),
        ("DTSTART:20261201T106000", "no time of day"),
        ("DTSTART;TZID=Mars/Base:20261201T100000", "the time zone 'Mars/Base' is not known"),
        ("DTSTART:" + "9" * 100, "…' is no time"),
        ("DTSTART:\x1b[31m", "'?[31m' is no time"),
        ("DTSTART:２０２６１２０１", "is no time"),
    ],
)
def test_what_is_no_time_is_told_with_its_line(text: str, says: str) -> None:
    with pytest.raises(UnreadValueError) as failed:
        read(text)
    assert says in failed.value.say
    assert failed.value.line == 3


@pytest.mark.parametrize(
    ("text", "days", "exact"),
    [
        ("PT1H30M", 0, timedelta(minutes=90)),
        ("pt15m", 0, timedelta(minutes=15)),
        ("P1W", 7, timedelta()),
        ("P1DT2H", 1, timedelta(hours=2)),
        ("P1W2D", 9, timedelta()),
        ("+PT10S", 0, timedelta(seconds=10)),
        ("-PT0S", 0, timedelta()),
        ("PT24H", 0, timedelta(hours=24)),
        ("P999999999999D", 9998 * 366, timedelta()),
    ],
)
def test_lengths(text: str, days: int, exact: timedelta) -> None:
    length = event_length(text, 1)
    assert (length.days, length.exact) == (days, exact)


@pytest.mark.parametrize("text", ["", "P", "PT", "1H", "PT1X", "-PT1H", "P1.5D", "PT" + "9" * 5000 + "H"])
def test_what_is_no_length(text: str) -> None:
    with pytest.raises(UnreadValueError):
        event_length(text, 1)


def test_days_are_those_of_the_calendar_and_hours_are_real() -> None:
    start = EventTime(datetime(2026, 10, 24, 12), BRUSSELS)  # noqa: DTZ001
    assert event_length("P1D", 1).after(start) == datetime(2026, 10, 25, 11, tzinfo=UTC)
    assert event_length("PT24H", 1).after(start) == datetime(2026, 10, 25, 10, tzinfo=UTC)
    assert event_length("P9999999D", 1).after(start).year == 9999
    assert event_length("PT999999999999S", 1).after(read("DTSTART:99990101")).year == 9999


@pytest.mark.parametrize(
    ("local", "instant"),
    [
        (datetime(2026, 3, 29, 2, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),  # noqa: DTZ001
        (datetime(2026, 10, 25, 2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # noqa: DTZ001
        (datetime(1, 1, 1), datetime(1, 1, 3, tzinfo=UTC)),  # noqa: DTZ001
        (datetime(9999, 12, 31, 23), datetime(9999, 12, 30, tzinfo=UTC)),  # noqa: DTZ001
    ],
)
def test_skipped_and_repeated_readings_and_the_ends_of_time(local: datetime, instant: datetime) -> None:
    assert instant_of(local, BRUSSELS) == instant


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("+0100", 60), ("-0530", -330), ("0200", 120), ("+01:00", 60), ("+001730", 17.5), ("-0000", 0)],
)
def test_offsets(text: str, minutes: float) -> None:
    line = content_line(f"TZOFFSETTO:{text}", 1)
    assert line is not None
    assert utc_offset_value(line) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "+1", "+9900", "Z", "+01000"])
def test_no_offset(text: str) -> None:
    line = content_line(f"TZOFFSETTO:{text}", 1)
    assert line is not None
    with pytest.raises(UnreadValueError):
        utc_offset_value(line)
