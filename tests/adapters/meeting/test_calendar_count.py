from clientbridge.adapters.meeting.calendar_count import counted
from clientbridge.adapters.meeting.calendar_sources import CalendarText


def test_what_begins_is_counted_in_any_case_and_words_in_titles_are_not() -> None:
    text = (
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:BEGIN:VEVENT\r\nBEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT\r\n"
        "begin:vevent\r\nend:vevent\r\nBEGIN:VFREEBUSY\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n"
    )
    assert counted([CalendarText(name="a.ics", text=text)] * 2) == (2, 6)
    assert counted([CalendarText(name="a.ics", text="no calendar")]) == (0, 0)
    assert counted([]) == (0, 0)
