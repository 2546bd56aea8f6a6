"""What `cb` wrote is known again, and nothing else is taken for it."""

from datetime import UTC, datetime

import pytest
from invitations import invited, nine_each_week
from zones import zone

from clientbridge.core.meeting.offers.published_times import PublishedTimes
from clientbridge.render.days.days_ics import days_to_ics
from clientbridge.render.meeting.invitations.free_busy_ics import free_busy_ics
from clientbridge.render.own_files import BUSY_TIMES, DAYS_OFF, HTML, INVITATION, MARKDOWN, OwnKind
from clientbridge.render.page import Line, Page, Title, phrase
from clientbridge.render.writers.to_html import to_html
from clientbridge.render.writers.to_markdown import to_markdown

PAGE = Page((Title("Lea <!-- clientbridge -->"), Line(phrase("<!-- clientbridge -->"))))
ONE, SERIES = (invited(nine_each_week(zone("Asia/Tokyo"), times), zone("Asia/Tokyo")) for times in (1, 3))
DAYS = days_to_ics((), title="Days off", now=datetime(2026, 11, 23, tzinfo=UTC))
BUSY = free_busy_ics(
    PublishedTimes(within=(0, 9), busy=((1, 2),), tentative=()), None, datetime(2026, 11, 23, tzinfo=UTC)
)
WRITTEN = {
    INVITATION: ONE,
    DAYS_OFF: DAYS,
    BUSY_TIMES: BUSY,
    MARKDOWN: to_markdown(PAGE),
    HTML: to_html(PAGE),
}
# The notes of a person may quote a file of ours.
JOURNAL = '{"text": "PRODID:-//clientbridge//cb meet//EN"}\n'
PROFILE = "name: Lea\ncountry: BE\nnotes: <!-- clientbridge -->\n"


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.what)
def test_each_kind_knows_its_own_alone(kind: OwnKind) -> None:
    assert [other for other, text in WRITTEN.items() if kind.recognises(text)] == [kind]
    assert not any(kind.recognises(text) for text in ("", "\n", JOURNAL, PROFILE, "BEGIN:VCALENDAR\r\n"))


def test_a_series_is_an_invitation_too() -> None:
    assert INVITATION.recognises(SERIES)
    assert INVITATION.recognises(SERIES.replace("\r\n", "\n"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("-//clientbridge//cb meet//EN", "-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN"),
        ("UID:abc@clientbridge", "UID:somebody-else@example.com\r\nX-WAS:"),
        ("UID:abc@clientbridge", "UID;X-A=B:somebody-else@example.com\r\nX-WAS:"),
        ("END:VCALENDAR\r\n", "END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
        ("BEGIN:VCALENDAR\r\n", "BEGIN:VCALENDAR\r\nX-NOTE:a\r\n PRODID"),
    ],
)
def test_a_calendar_that_others_wrote_to_is_theirs(before: str, after: str) -> None:
    changed = SERIES.replace(before, after, 1)
    assert changed != SERIES
    assert INVITATION.recognises(changed) is (before == "BEGIN:VCALENDAR\r\n")


def test_a_mark_within_an_event_is_none() -> None:
    head, mark, rest = SERIES.partition("PRODID:-//clientbridge//cb meet//EN\r\n")
    moved = f"{head}{rest}".replace("BEGIN:VEVENT\r\n", f"BEGIN:VEVENT\r\n{mark}", 1)
    assert not INVITATION.recognises(moved)


def test_a_page_that_somebody_wrote_on_is_theirs() -> None:
    assert not MARKDOWN.recognises(f"{WRITTEN[MARKDOWN]}\nMy notes.\n")
    assert not HTML.recognises(f"<!-- mine -->{WRITTEN[HTML]}")
