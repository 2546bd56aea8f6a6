from datetime import UTC, date, datetime

from icalendar import Calendar, Event

from clientbridge.core.days.day import DayStatus, Reason, ReasonKind
from clientbridge.core.days.holiday_report import DayRow, HolidayReport
from clientbridge.render.days.days_ics import days_to_ics

NOW = datetime(2026, 11, 23, 7, 5, tzinfo=UTC)
DAY = date(2026, 12, 31)
FEAST = Reason(kind=ReasonKind.PUBLIC_HOLIDAY, name="Ōmisoka, year's end", local_name="大晦日; \x1b[1m休み")


def row(client: str | None, *reasons: Reason) -> DayRow:
    return DayRow(
        date=DAY,
        client=client,
        country="JP",
        region=None,
        status=DayStatus.CLOSED,
        reasons=reasons,
        hours=None,
        days_until=38,
        working_days_until=27,
        back_on=None,
        break_=None,
        greeting=None,
        notes=("the date is an estimate",),
        name="Japan",
        named_by=reasons,
    )


def written(*rows: DayRow) -> str:
    return days_to_ics(HolidayReport(from_=DAY, to=DAY, days=rows, today=DAY), now=NOW)


def events_of(text: str) -> list[Event]:
    calendar = Calendar.from_ical(text)
    assert isinstance(calendar, Calendar)
    return calendar.events


def test_a_row_is_a_day_of_free_time_with_what_is_known_of_it() -> None:
    (event,) = events_of(written(row(None, FEAST)))
    assert (event.start, event.end) == (DAY, date(2027, 1, 1))
    assert event.DTSTAMP == NOW
    assert str(event["SUMMARY"]) == "Japan: Ōmisoka, year's end"
    assert str(event["DESCRIPTION"]) == "closed; 大晦日; [1m休み; the date is an estimate"
    assert event.categories == ["CLOSED"]
    assert str(event["TRANSP"]) == "TRANSPARENT"


def test_a_weekend_is_called_by_its_status() -> None:
    weekend = Reason(kind=ReasonKind.WEEKEND, name="Thursday")
    (event,) = events_of(written(row("hikari", weekend)))
    assert str(event["SUMMARY"]) == "hikari: closed"


def test_the_same_rows_give_the_same_bytes_and_each_its_own_id() -> None:
    rows = (row("hikari", FEAST), row("solaris", FEAST))
    assert written(*rows) == written(*rows)
    events = events_of(written(*rows))
    assert len({str(event["UID"]) for event in events}) == len(rows)
