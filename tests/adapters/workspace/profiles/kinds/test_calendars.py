"""The calendars of a profile: one or several, with what their entries count as, and every mistake told."""

import pytest

from clientbridge.adapters.time.zone_database import open_zone_database
from clientbridge.adapters.workspace.profiles.client import client_of
from clientbridge.adapters.workspace.profiles.kinds.calendars import named_places
from clientbridge.adapters.workspace.profiles.me import me_of
from clientbridge.adapters.workspace.profiles.reading import Reading
from clientbridge.adapters.yaml_files.reader import parse
from clientbridge.core.workspace.profiles import CalendarSource, Weight

LIKELY, IGNORE = Weight.LIKELY, Weight.IGNORE
DAV = "https://cal.example/lea/work/"


def reading_of(calendar: str, more: str = "") -> Reading:
    source = f"name: Lea\ncountry: BE\ncalendar: {calendar}\n{more}"
    return Reading(document=parse(source.encode(), file="me.yaml"), zones=open_zone_database(()))


@pytest.mark.parametrize(
    ("written", "more", "calendars"),
    [
        ("lea.ics", "", (CalendarSource("lea.ics"),)),
        ("", "", ()),
        ("[]", "", ()),
        ("[lea.ics, webcal://a.com/b.ics]", "", (CalendarSource("lea.ics"), CalendarSource("https://a.com/b.ics"))),
        ("{file: calendars/team, busy: likely}", "", (CalendarSource("calendars/team", busy=LIKELY),)),
        ("[{address: 'https://a.com/b.ics', tentative: ignore}]", "",
         (CalendarSource("https://a.com/b.ics", tentative=IGNORE),)),
        (f"[a.ics, {{caldav: '{DAV}', tentative: busy, save: yes}}]", "tentative: likely\n",
         (CalendarSource("a.ics", tentative=LIKELY), CalendarSource(DAV, is_caldav=True, saves=True))),
    ],
)  # fmt: skip
def test_calendars_are_read(written: str, more: str, calendars: tuple[CalendarSource, ...]) -> None:
    reading = reading_of(written, more)
    lea = me_of(reading)
    assert reading.problems == ()
    assert lea is not None
    assert lea.schedule.calendars == calendars


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("[[a.ics]]", "3:12 a list where a file, a folder or an https address belongs"),
        ("{busy: busy}", "3:11 a calendar needs its place"),
        ("{file: a.ics, caldav: 'https://a.com/'}", "3:11 a calendar has one place, not 'file' and 'caldav'"),
        ("{file: a.ics, busy: maybe}", "3:31 'maybe' is not busy, likely or ignore"),
        ("{caldav: lea/work}", "3:20 a CalDAV collection has an address"),
        ("{caldav: 'http://cal.example/'}", "3:20 an http address is not read, only https ones are"),
        ("[{file: a.ics, save: yes}, {file: b.ics, save: yes}]", "3:11 two calendars say 'save: yes'"),
        ("{address: 'https://a.com/b.ics', save: yes}", "3:50 nothing can be written to such an address"),
        ("{file: a.ics, password: word}", "3:25 unknown key 'password'"),
        ("'https://lea:word@a.com/'", "3:11 the address holds a user name or a password"),
        ("{caldav: 'https://lea@a.com/'}", "3:20 the address holds a user name or a password"),
    ],
)
def test_what_is_wrong_is_told(written: str, told: str) -> None:
    reading = reading_of(written)
    me_of(reading)
    (problem,) = reading.problems
    assert f"{problem.line}:{problem.column} {problem.say}".startswith(told)
    assert "word@" not in f"{problem.say}{problem.suggestion}"


def test_only_yours_are_written_to() -> None:
    reading = reading_of("{file: a.ics, save: yes}")
    client_of(reading, client_id="acme")
    assert [problem.say for problem in reading.problems] == ["unknown key 'save'"]


def test_every_place_that_a_profile_names_is_found_with_the_way_to_it() -> None:
    people = "people: [{id: a, calendar: b.ics}, {id: b, calendar: [{file: c.ics}]}, {id: c}]\n"
    document = reading_of("[a.ics, {caldav: 'https://a.com/', busy: likely}]", people).document
    assert [(path, node.text) for path, node in named_places(document)] == [
        (("calendar", 0), "a.ics"),
        (("calendar", 1, "caldav"), "https://a.com/"),
        (("people", 0, "calendar"), "b.ics"),
        (("people", 1, "calendar", 0, "file"), "c.ics"),
    ]
