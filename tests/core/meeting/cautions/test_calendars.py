from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from meetings import meeting, someone

from clientbridge.core.errors import Problem
from clientbridge.core.meeting.busy_times import CalendarCopy
from clientbridge.core.meeting.cautions.calendars import calendar_cautions
from clientbridge.core.meeting.request import MeetingRequest

NO_START = "line 3: it has no start; line 9: it has no start"
ONE = "could not be read; its time is not known (line 3: it has no start)"
WHOLE = "work.ics could not be read whole; some of its times are not known"
SEARCH = meeting(someone(where="Europe/Brussels"), someone()).request
"""From Monday 23 November 2026 00:00 in UTC."""
NOW = datetime(2026, 11, 23, tzinfo=UTC)


def unread(*lines: int, file: str = "work.ics") -> tuple[Problem, ...]:
    return tuple(Problem(file=file, line=line, column=1, say="it has no start") for line in lines)


def told(request: MeetingRequest) -> list[tuple[str, str, str]]:
    return [(one.code, one.party, one.detail) for one in calendar_cautions(request)]


@pytest.mark.parametrize(
    ("problems", "details"),
    [
        ((), []),
        (unread(3), [f"1 event in work.ics {ONE}"]),
        (
            unread(3, 9, 12),
            [f"3 events in work.ics could not be read; their time is not known ({NO_START}; …)"],
        ),
        (
            unread(1, 9),
            [f"{WHOLE} (line 1: it has no start; line 9: it has no start)"],
        ),
        (
            sum((unread(3, file=f"{number}.ics") for number in range(5)), ()),
            [
                *(f"1 event in {number}.ics {ONE}" for number in range(3)),
                "2 more files of Client 1's calendar could not be read whole",
            ],
        ),
    ],
)  # fmt: skip
def test_each_file_is_told_with_its_first_reasons(problems: tuple[Problem, ...], details: list[str]) -> None:
    client = replace(SEARCH.others[0], unread=problems)
    request = replace(SEARCH, parties=(SEARCH.me, client))
    assert told(request) == [("calendar_unread", "client1", detail) for detail in details]


@pytest.mark.parametrize(
    ("ago", "age"),
    [
        (timedelta(minutes=-5), "Mon 23 Nov 01:05, 0 min ago"),
        (timedelta(minutes=59), "Mon 23 Nov 00:01, 59 min ago"),
        (timedelta(hours=1), "Mon 23 Nov 00:00, 1 h ago"),
        (timedelta(hours=47, minutes=59), "Sat 21 Nov 01:01, 47 h ago"),
        (timedelta(hours=48), "Sat 21 Nov 01:00, 2 days ago"),
    ],
)
def test_a_copy_is_told_with_its_age_on_your_clock(ago: timedelta, age: str) -> None:
    copy = CalendarCopy(fetched=NOW - ago, failure="cal.example does not answer")
    mine = replace(SEARCH, parties=(replace(SEARCH.me, calendar_copies=(copy,)), *SEARCH.others))
    assert told(mine) == [
        ("calendar_copy", "me", f"cal.example does not answer; your busy times are as of {age}")
    ]
    theirs = replace(SEARCH, parties=(SEARCH.me, replace(SEARCH.others[0], calendar_copies=(copy,))))
    assert told(theirs)[0][2].startswith("cal.example does not answer; Client 1's busy times are as of")
