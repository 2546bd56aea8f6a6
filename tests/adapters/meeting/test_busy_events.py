from datetime import UTC, datetime, timedelta

import pytest
from zones import zone

from clientbridge.adapters.meeting.busy_events import busy_spans
from clientbridge.adapters.time.zone_database import open_zone_database
from clientbridge.core.errors import SourceFailedError
from clientbridge.core.time.intervals import Spans, at_minute, minute_of

BRUSSELS = zone("Europe/Brussels")
ZONES = open_zone_database([])
WEEK = (minute_of(datetime(2026, 11, 23, tzinfo=UTC)), minute_of(datetime(2026, 11, 30, tzinfo=UTC)))


def calendar(*events: str, head: str = "") -> str:
    body = "".join(f"BEGIN:VEVENT\nUID:{at}\n{event}\nEND:VEVENT\n" for at, event in enumerate(events))
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{body}END:VCALENDAR\n"


def shown(spans: Spans) -> list[str]:
    return [f"{at_minute(start):%d %H:%M}-{at_minute(end):%d %H:%M}" for start, end in spans]


def busy(text: str) -> list[str]:
    return shown(busy_spans([text], WEEK, home=BRUSSELS, zones=ZONES, name="lea.ics"))


VTIMEZONE = """BEGIN:VTIMEZONE
TZID:Office
BEGIN:STANDARD
DTSTART:20000101T000000
TZOFFSETFROM:+0300
TZOFFSETTO:+0300
END:STANDARD
END:VTIMEZONE
"""


DAILY = "DTSTART;TZID=Europe/Brussels:20260601T090000\nDURATION:PT30M\nRRULE:FREQ=DAILY;BYDAY=MO,TU"
OFTEN = "DTSTART:20200101T100000Z\nRRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7;BYMINUTE=1,2,3,4,5,6,7"


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("DTSTART:20261124T100000Z\nDTEND:20261124T110000Z", ["24 10:00-24 11:00"]),
        ("DTSTART:20261124T100000Z\nDURATION:PT1H30M", ["24 10:00-24 11:30"]),
        ("DTSTART:20261124T100030Z\nDTEND:20261124T110030Z", ["24 10:00-24 11:01"]),
        ("DTSTART;TZID=America/Vancouver:20261124T090000\nDURATION:PT1H", ["24 16:00-24 17:00"]),
        ("DTSTART;TZID=Romance Standard Time:20261124T090000\nDURATION:PT1H", ["24 08:00-24 09:00"]),
        ('DTSTART;TZID="Tokyo Standard Time":20261124T090000\nDURATION:PT1H', ["24 00:00-24 01:00"]),
        ("DTSTART;TZID=/sf.net/Asia/Tokyo:20261124T090000\nDURATION:PT1H", ["24 00:00-24 01:00"]),
        ("DTSTART:20261124T100000\nDTEND:20261124T110000", ["24 09:00-24 10:00"]),
        ("DTSTART;VALUE=DATE:20261124", ["23 23:00-24 23:00"]),
        ("DTSTART;VALUE=DATE:20261124\nDTEND;VALUE=DATE:20261126", ["23 23:00-25 23:00"]),
        ("DTSTART:20260105T100000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY", ["23 10:00-23 11:00"]),
        (f"{DAILY}\nEXDATE;TZID=Europe/Brussels:20261123T090000", ["24 08:00-24 08:30"]),
        ("DTSTART:20261101T100000Z\nDURATION:PT1H\nRDATE:20261125T150000Z", ["25 15:00-25 16:00"]),
        ("DTSTART:20261124T100000Z\nDTEND:20261124T110000Z\nSTATUS:CANCELLED", []),
        ("DTSTART:20261124T100000Z\nDTEND:20261124T110000Z\nTRANSP:TRANSPARENT", []),
        ("DTSTART:20261124T100000Z\nDTEND:20261124T110000Z\nX-MICROSOFT-CDO-BUSYSTATUS:FREE", []),
        ("DTSTART:20261124T100000Z\nDTEND:20261124T110000Z\nSTATUS:TENTATIVE", ["24 10:00-24 11:00"]),
        ("DTSTART:20261124T100000Z\nDTEND:20261124T100000Z", []),
        ("DTSTART:20261101T100000Z\nDTEND:20261224T110000Z", ["23 00:00-30 00:00"]),
        ("DTSTART:20251101T100000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20260101T000000Z", []),
        ("DTSTART:20271101T100000Z\nDURATION:PT1H", []),
        ("DTSTART:20261124T1000\n 00Z\nDTEND:2026112\n\t4T110000Z", ["24 10:00-24 11:00"]),
    ],
)  # fmt: skip
def test_events(event: str, expected: list[str]) -> None:
    assert busy(calendar(event)) == expected
    assert busy(calendar(event).replace("\n", "\r\n")) == expected


def test_a_zone_defined_in_the_calendar() -> None:
    event = "DTSTART;TZID=Office:20261124T090000\nDURATION:PT1H"
    assert busy(calendar(event, head=VTIMEZONE)) == ["24 06:00-24 07:00"]


def test_one_moved_and_one_cancelled_of_a_series() -> None:
    text = (
        "BEGIN:VCALENDAR\nVERSION:2.0\n"
        "BEGIN:VEVENT\nUID:a\nDTSTART:20261123T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20261124T100000Z\nDTSTART:20261124T130000Z\nDURATION:PT1H\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20261125T100000Z\nDTSTART:20261125T100000Z\nDURATION:PT1H\n"
        "STATUS:CANCELLED\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    assert busy(text) == ["23 10:00-23 11:00", "24 13:00-24 14:00", "26 10:00-26 11:00"]


def test_one_of_an_old_series_moved_into_the_range() -> None:
    text = (
        "BEGIN:VCALENDAR\nVERSION:2.0\n"
        "BEGIN:VEVENT\nUID:a\nDTSTART:20250106T100000Z\nDTEND:20250106T110000Z\n"
        "RRULE:FREQ=DAILY;UNTIL=20250110T100000Z\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20250107T100000Z\nDTSTART:20261124T130000Z\nDURATION:PT1H\nEND:VEVENT\n"
        "END:VCALENDAR\n"
    )
    assert busy(text) == ["24 13:00-24 14:00"]


def test_a_series_keeps_its_wall_clock_over_a_change() -> None:
    text = calendar(
        "DTSTART;TZID=Europe/Brussels:20260601T090000\nDURATION:PT30M\nRRULE:FREQ=WEEKLY;BYDAY=MO"
    )
    within = (minute_of(datetime(2026, 10, 19, tzinfo=UTC)), minute_of(datetime(2026, 11, 1, tzinfo=UTC)))
    spans = busy_spans([text], within, home=BRUSSELS, zones=ZONES, name="lea.ics")
    assert shown(spans) == ["19 07:00-19 07:30", "26 08:00-26 08:30"]


def test_free_busy_periods() -> None:
    text = (
        "BEGIN:VCALENDAR\nBEGIN:VFREEBUSY\n"
        "FREEBUSY;FBTYPE=BUSY:20261124T100000Z/PT1H30M,20261125T080000Z/20261125T090000Z\n"
        "FREEBUSY;FBTYPE=FREE:20261126T100000Z/PT1H\nEND:VFREEBUSY\nEND:VCALENDAR\n"
    )
    assert busy(text) == ["24 10:00-24 11:30", "25 08:00-25 09:00"]


def test_the_zone_that_a_calendar_is_written_in() -> None:
    event = "DTSTART:20261124T100000Z\nDURATION:PT1H"
    assert busy(calendar(event, head="X-WR-TIMEZONE:Asia/Tokyo\n")) == ["24 10:00-24 11:00"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<html>sign in</html>", "not a calendar"),
        ("", "not a calendar"),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261124T100000Z\n", "broken"),
        (calendar("SUMMARY:no start"), "no start"),
        (calendar("DTSTART:20261124T100000Z\nDTEND:garbage"), "wrong DTEND"),
        (calendar("DTSTART:garbage\nDURATION:PT1H"), "wrong DTSTART"),
        (calendar("DTSTART:20261124T100000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=XX"), "wrong RRULE"),
        (calendar("DTSTART;TZID=Mars/Base:20261124T100000\nDURATION:PT1H"), "'Mars/Base'"),
        (calendar("DTSTART:20200101T100000Z\nRRULE:FREQ=SECONDLY"), "too often"),
        (calendar("DTSTART:20200101T100000Z\nRRULE:FREQ=HOURLY"), "too often"),
        (calendar(OFTEN), "too often"),
        (calendar("DTSTART:20261324T100000Z"), "does not exist"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_an_error_and_never_free_time(text: str, says: str) -> None:
    with pytest.raises(SourceFailedError, match=r"lea\.ics") as failed:
        busy(text)
    assert says in failed.value.say


def test_a_hundred_thousand_old_events_are_passed_over() -> None:
    old = "BEGIN:VEVENT\nUID:x\nDTSTART:20200101T100000Z\nDTEND:20200101T110000Z\nSUMMARY:x\nEND:VEVENT\n"
    text = calendar("DTSTART:20261124T100000Z\nDURATION:PT1H")
    text = text.replace("END:VCALENDAR", old * 100_000 + "END:VCALENDAR")
    assert busy(text) == ["24 10:00-24 11:00"]


def test_too_many_events_in_the_range_are_told() -> None:
    start = datetime(2026, 11, 23, tzinfo=UTC)
    events = [f"DTSTART:{start + timedelta(minutes=at):%Y%m%dT%H%M%SZ}\nDURATION:PT1M" for at in range(6000)]
    with pytest.raises(SourceFailedError, match="6000 events"):
        busy(calendar(*events))
