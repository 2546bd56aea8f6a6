from datetime import UTC, datetime, timedelta

import pytest
from zones import zone

from clientbridge.adapters.meeting.calendar_sources import CalendarText
from clientbridge.adapters.meeting.calendars.busy_calendar import MOST_PROBLEMS, busy_calendar
from clientbridge.adapters.meeting.reading_budget import MOST_EVENTS
from clientbridge.adapters.time.zone_database import open_zone_database
from clientbridge.core.errors import SourceFailedError
from clientbridge.core.meeting.busy_times import BusyTimes, CalendarOwner
from clientbridge.core.time.intervals import Span, Spans, at_minute, minute_of
from clientbridge.core.workspace.profiles import Weight

OWNER = CalendarOwner(home=zone("Europe/Brussels"), emails=("tess@example.com",))
ZONES = open_zone_database([])


def between(first: str, last: str) -> Span:
    return minute_of(datetime.fromisoformat(f"{first}T00:00Z")), minute_of(
        datetime.fromisoformat(f"{last}T00:00Z")
    )


WEEK = between("2026-11-23", "2026-11-30")


def calendar(*events: str, head: str = "") -> str:
    body = "".join(f"BEGIN:VEVENT\nUID:{at}\n{event}\nEND:VEVENT\n" for at, event in enumerate(events))
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{body}END:VCALENDAR\n"


def shown(spans: Spans) -> list[str]:
    return [f"{at_minute(start):%d %H:%M}-{at_minute(end):%d %H:%M}" for start, end in spans]


def read(*texts: str, within: Span = WEEK, owner: CalendarOwner = OWNER) -> BusyTimes:
    named = [CalendarText(name=f"{number}.ics", text=text) for number, text in enumerate(texts, 1)]
    return busy_calendar(named, within, owner, ZONES)


def busy(*texts: str) -> list[str]:
    found = read(*texts)
    assert found.unread == ()
    return shown(found.busy)


def told(*texts: str) -> list[str]:
    return [f"{problem.place} {problem.say}" for problem in read(*texts).unread]


VTIMEZONE = """BEGIN:VTIMEZONE
TZID:Office
BEGIN:STANDARD
DTSTART:20000101T000000
TZOFFSETFROM:+0300
TZOFFSETTO:+0300
END:STANDARD
END:VTIMEZONE
"""
TEN = "DTSTART:20261124T100000Z\nDTEND:20261124T110000Z"
"""The 24th from ten to eleven."""
OLD = "DTSTART:20200101T100000Z"
DAILY = "DTSTART;TZID=Europe/Brussels:20260601T090000\nDURATION:PT30M\nRRULE:FREQ=DAILY;BYDAY=MO,TU"


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (TEN, ["24 10:00-24 11:00"]),
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
        (f"{TEN}\nSTATUS:CANCELLED", []),
        (f"{TEN}\nTRANSP:TRANSPARENT", []),
        (f"{TEN}\nATTENDEE;PARTSTAT=DECLINED:mailto:tess@example.com", []),
        (f"{TEN}\nSTATUS:TENTATIVE", ["24 10:00-24 11:00"]),
        ("DTSTART:20261124T100000Z\nDTEND:20261124T100000Z", []),
        ("DTSTART:20261101T100000Z\nDTEND:20261224T110000Z", ["23 00:00-30 00:00"]),
        ("DTSTART:20261101T100000Z\nDTEND:99991231T235959Z", ["23 00:00-30 00:00"]),
        ("DTSTART:20251101T100000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20260101T000000Z", []),
        ("DTSTART:20271101T100000Z\nDURATION:PT1H", []),
        ("DTSTART:20261124T1000\n 00Z\nDTEND:2026112\n\t4T110000Z", ["24 10:00-24 11:00"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_events(event: str, expected: list[str], end: str) -> None:
    assert busy(calendar(event).replace("\n", end)) == expected


def test_a_zone_that_the_file_defines_holds_for_it_alone() -> None:
    event = "DTSTART;TZID=Office:20261124T090000\nDURATION:PT1H"
    later = VTIMEZONE.replace("+0300", "-0500")
    assert busy(calendar(event, head=VTIMEZONE)) == ["24 06:00-24 07:00"]
    assert told(calendar(event), calendar(event, head=later)) == [
        "1.ics:5:1 the time zone 'Office' is not known"
    ]
    assert busy(calendar(event, head=VTIMEZONE), calendar(event.replace("24T", "25T"), head=later)) == [
        "24 06:00-24 07:00", "25 14:00-25 15:00",
    ]  # fmt: skip
    both = calendar(event, head=VTIMEZONE) + calendar(event.replace("24T", "25T"), head=later)
    assert busy(both) == ["24 06:00-24 07:00", "25 14:00-25 15:00"]


def test_the_definition_decides_whatever_its_name_says() -> None:
    event = "DTSTART;TZID=Asia/Tokyo:20261124T090000\nDURATION:PT1H"
    assert busy(calendar(event, head=VTIMEZONE.replace("Office", "Asia/Tokyo"))) == ["24 06:00-24 07:00"]


@pytest.mark.parametrize(
    ("head", "event", "expected"),
    [
        ("X-WR-TIMEZONE:Asia/Tokyo\n", "DTSTART:20261124T100000Z\nDURATION:PT1H", ["24 10:00-24 11:00"]),
        ("X-WR-TIMEZONE:Asia/Tokyo\n", "DTSTART:20261124T100000\nDURATION:PT1H", ["24 01:00-24 02:00"]),
        ("X-WR-TIMEZONE:Asia/Tokyo\n", "DTSTART;VALUE=DATE:20261124", ["23 23:00-24 23:00"]),
    ],
)
def test_the_zone_that_a_calendar_is_written_in(head: str, event: str, expected: list[str]) -> None:
    assert busy(calendar(event, head=head)) == expected


def test_one_moved_and_one_cancelled_of_a_series_also_in_another_file() -> None:
    series = (
        "BEGIN:VEVENT\nUID:a\nDTSTART:20261123T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4\nEND:VEVENT\n"
    )
    changes = (
        "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20261124T100000Z\nDTSTART:20261124T130000Z\nDURATION:PT1H\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20261125T100000Z\nDTSTART:20261125T100000Z\nDURATION:PT1H\n"
        "STATUS:CANCELLED\nEND:VEVENT\n"
    )
    expected = ["23 10:00-23 11:00", "24 13:00-24 14:00", "26 10:00-26 11:00"]
    whole = "BEGIN:VCALENDAR\n{}END:VCALENDAR\n"
    assert busy(whole.format(series + changes)) == expected
    assert busy(whole.format(changes), whole.format(series)) == expected


def test_two_events_of_one_uid_or_without_any_both_stand() -> None:
    two = calendar(TEN, TEN.replace("24T", "25T"))
    both = ["24 10:00-24 11:00", "25 10:00-25 11:00"]
    assert busy(two.replace("UID:1", "UID:0")) == both
    assert busy(two.replace("UID:1\n", "UID:\n").replace("UID:0\n", "UID:\n")) == both


def test_an_old_revision_in_the_range_gives_way_to_a_newer_one_outside() -> None:
    moved = calendar(f"{TEN}\nSEQUENCE:1", f"{TEN.replace('1124', '1224')}\nSEQUENCE:2").replace(
        "UID:1", "UID:0"
    )
    assert busy(moved) == []


def test_a_cancellation_takes_no_time() -> None:
    assert busy(calendar(TEN, head="METHOD:CANCEL\n")) == []


HOURLY = "DTSTART:20261124T100000Z\nDURATION:PT1H\nRRULE:FREQ=HOURLY;INTERVAL=2;COUNT=3\nSEQUENCE:0"


@pytest.mark.parametrize(
    ("head", "replaces"),
    [
        ("", True),
        ("METHOD:PUBLISH\n", True),
        ("METHOD:ADD\n", False),
        ("METHOD:COUNTER\n", False),
        ("METHOD:REPLY\n", False),
    ],
)
def test_only_its_organizer_replaces_an_event_and_not_by_adding_to_it(head: str, *, replaces: bool) -> None:
    later = calendar(f"{TEN.replace('24T', '25T')}\nSEQUENCE:1", head=head)
    earlier = [] if replaces else ["24 10:00-24 11:00"]
    assert busy(calendar(f"{TEN}\nSEQUENCE:0"), later) == [*earlier, "25 10:00-25 11:00"]


@pytest.mark.parametrize(
    ("head", "event", "expected"),
    [
        ("METHOD:CANCEL\n", "SEQUENCE:1", []),
        ("METHOD:CANCEL\n", "SUMMARY:of no revision", ["10", "12", "14"]),
        ("METHOD:CANCEL\n", "RECURRENCE-ID:20261124T120000Z\nSEQUENCE:1", ["10", "14"]),
        ("", "RECURRENCE-ID:20261124T120000Z\nSTATUS:CANCELLED", ["10", "14"]),
        ("", "DTSTART;TZID=Mars:20261124T120000\nSTATUS:CANCELLED\nSEQUENCE:1", []),
        ("METHOD:REFRESH\n", "ATTENDEE:mailto:bob@example.com", ["10", "12", "14"]),
        ("METHOD:REPLY\n", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob@example.com", ["10", "12", "14"]),
    ],
)
def test_what_takes_no_time_needs_no_start(head: str, event: str, expected: list[str]) -> None:
    assert busy(calendar(HOURLY), calendar(event, head=head)) == [
        f"24 {hour}:00-24 {int(hour) + 1}:00" for hour in expected
    ]


def test_a_change_of_all_later_dates_without_its_series_is_told() -> None:
    change = "RECURRENCE-ID;RANGE=THISANDFUTURE:20261124T090000Z"
    lost = calendar(f"{change}\n{TEN}")
    assert told(lost) == ["1.ics:3:1 its series is not in the calendar; when it comes again is not known"]
    assert told(lost, calendar("DTSTART:20261123T090000Z\nRRULE:FREQ=DAILY")) == []
    assert told(calendar(f"{change}\n{TEN}\nRRULE:FREQ=DAILY")) == []
    assert told(calendar(f"{change}\n{TEN}\nSTATUS:CANCELLED")) == []


def test_a_cancelled_date_that_cannot_be_read_is_told() -> None:
    text = calendar("RECURRENCE-ID:garbage\nSTATUS:CANCELLED")
    assert told(calendar(HOURLY), text) == ["2.ics:5:1 'garbage' is no time"]


def test_tentative_counts_as_its_owner_wishes() -> None:
    text = calendar(f"{TEN}\nSTATUS:TENTATIVE")
    free = CalendarOwner(home=OWNER.home, tentative=Weight.IGNORE)
    assert (shown(read(text).busy), shown(read(text, owner=free).busy)) == (["24 10:00-24 11:00"], [])


BOTH = (
    calendar("DTSTART:20261124T100000Z\nDURATION:PT2H"),
    calendar("DTSTART:20261124T110000Z\nDURATION:PT2H\nSTATUS:TENTATIVE"),
)


@pytest.mark.parametrize(
    ("busy", "tentative", "taken", "perhaps"),
    [
        ("busy", "busy", ["24 10:00-24 13:00"], []),
        ("busy", "likely", ["24 10:00-24 12:00"], ["24 12:00-24 13:00"]),
        ("busy", "ignore", ["24 10:00-24 12:00"], []),
        ("likely", "busy", ["24 11:00-24 13:00"], ["24 10:00-24 11:00"]),
        ("likely", "likely", [], ["24 10:00-24 13:00"]),
        ("ignore", "likely", [], ["24 11:00-24 13:00"]),
        ("ignore", "ignore", [], []),
    ],
)
def test_entries_count_as_their_calendar_is_weighed(
    busy: str, tentative: str, taken: list[str], perhaps: list[str]
) -> None:
    owner = CalendarOwner(home=OWNER.home, busy=Weight(busy), tentative=Weight(tentative))
    found = read(*BOTH, owner=owner)
    assert (shown(found.busy), shown(found.likely)) == (taken, perhaps)


def test_a_series_keeps_its_clock_over_a_change() -> None:
    text = calendar(
        "DTSTART;TZID=Europe/Brussels:20260601T090000\nDURATION:PT30M\nRRULE:FREQ=WEEKLY;BYDAY=MO"
    )
    spans = read(text, within=between("2026-10-19", "2026-11-01")).busy
    assert shown(spans) == ["19 07:00-19 07:30", "26 08:00-26 08:30"]


def test_free_busy_periods() -> None:
    text = (
        "BEGIN:VCALENDAR\nBEGIN:VFREEBUSY\n"
        "FREEBUSY;FBTYPE=BUSY:20261124T100000Z/PT1H30M,20261125T080000Z/20261125T090000Z\n"
        "FREEBUSY;FBTYPE=FREE:20261126T100000Z/PT1H\nEND:VFREEBUSY\nEND:VCALENDAR\n"
    )
    assert busy(text) == ["24 10:00-24 11:30", "25 08:00-25 09:00"]


@pytest.mark.parametrize(
    ("event", "says"),
    [
        ("SUMMARY:no start", "3:1 it has no start"),
        ("DTSTART:garbage\nDURATION:PT1H", "6:1 'garbage' is no time"),
        ("DTSTART;TZID=Mars:20261124T100000\nDURATION:PT1H", "6:1 the time zone 'Mars' is not known"),
        ("DTSTART:20261324T100000Z", "6:1 there is no day 20261324T100000Z"),
        (f"{OLD}\nRRULE:FREQ=SECONDLY", "7:1 it repeats by a rule that cannot be followed, every second"),
        (f"{OLD}\nRRULE:FREQ=WEEKLY;BYDAY=XX", "7:1 it repeats on 'XX', which is no weekday"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_told_and_the_others_count(event: str, says: str) -> None:
    text = calendar(f"SUMMARY:private\n{event}", TEN)
    found = read(text)
    assert shown(found.busy) == ["24 10:00-24 11:00"]
    (problem,) = found.unread
    assert f"{problem.place} {problem.say}" == f"1.ics:{says}"
    assert "private" not in repr(found)


def test_hours_of_availability_are_told_to_be_unread() -> None:
    text = calendar(TEN, head="BEGIN:VAVAILABILITY\nEND:VAVAILABILITY\n")
    assert told(text) == ["1.ics:3:1 hours of availability (VAVAILABILITY) are not read"]


def test_what_is_wrong_with_an_entry_that_takes_no_time_is_not_told() -> None:
    assert told(calendar(f"{TEN}\nRRULE:FREQ=NEVER\nSTATUS:CANCELLED")) == []


def test_an_unknown_zone_of_the_calendar_is_told() -> None:
    assert told(calendar(TEN, head="X-WR-TIMEZONE:Mars/Base\n")) == [
        "1.ics:3:1 the time zone 'Mars/Base' of the calendar is not known"
    ]


def test_a_file_that_is_cut_off_is_told() -> None:
    assert told(calendar(TEN).removesuffix("END:VCALENDAR\n")) == [
        "1.ics:1:1 the calendar that begins here has no end"
    ]


@pytest.mark.parametrize("text", ["<html>sign in</html>", "", "\n" * 100_000, "BEGIN:VCARD\nEND:VCARD"])
def test_what_is_no_calendar_is_told_beside_others_and_alone_an_error(text: str) -> None:
    assert told(calendar(TEN), text) == ["2.ics:1:1 it is not a calendar, which begins with BEGIN:VCALENDAR"]
    with pytest.raises(SourceFailedError, match=r"1\.ics is not a calendar"):
        read(text)


def test_what_is_wrong_with_one_event_is_told_as_one() -> None:
    event = f"{OLD}\nRDATE:1\nRDATE:2\nRDATE:3\nEXDATE:4"
    assert told(calendar(event)) == [
        "1.ics:6:1 '1' is no time, line 7: '2' is no time, line 8: '3' is no time, 1 more"
    ]


def test_only_so_much_is_told_and_something_of_each_file() -> None:
    found = read(calendar(*["SUMMARY:x"] * 1000), calendar(*["SUMMARY:y"] * 3))
    assert [problem.file for problem in found.unread] == [*["1.ics"] * MOST_PROBLEMS, "2.ics"]


def test_a_hundred_thousand_old_events_are_passed_over() -> None:
    old = "BEGIN:VEVENT\nUID:x\nDTSTART:20200101T100000Z\nDTEND:20200101T110000Z\nSUMMARY:x\nEND:VEVENT\n"
    assert busy(calendar(TEN).replace("END:VCALENDAR", old * 100_000 + "END:VCALENDAR")) == [
        "24 10:00-24 11:00"
    ]


def test_more_events_in_the_range_than_anyone_has_are_refused() -> None:
    start = datetime(2026, 11, 23, tzinfo=UTC)
    lines = "BEGIN:VEVENT\nDTSTART:{:%Y%m%dT%H%M%SZ}\nEND:VEVENT\n"
    many = "".join(lines.format(start + timedelta(seconds=at)) for at in range(MOST_EVENTS // 4 + 1))
    with pytest.raises(SourceFailedError, match="more events than one call reads"):
        read(f"BEGIN:VCALENDAR\n{many}END:VCALENDAR\n")
