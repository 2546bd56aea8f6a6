import re
from datetime import UTC, datetime

import pytest
from calendar_samples import SAMPLES

from clientbridge.adapters.meeting.calendar_decoding import decoded
from clientbridge.adapters.meeting.calendar_sources import CalendarText
from clientbridge.adapters.meeting.calendars.busy_calendar import busy_calendar
from clientbridge.adapters.meeting.calendars.components import (
    CalendarComponent,
    component_tree,
    without_words,
)
from clientbridge.adapters.time.zone_database import open_zone_database
from clientbridge.core.errors import ClientbridgeError
from clientbridge.core.meeting.busy_times import CalendarOwner
from clientbridge.core.time.intervals import Spans, minute_of

FIRST, LAST = datetime(2026, 11, 23, tzinfo=UTC), datetime(2026, 12, 7, tzinfo=UTC)

JOINED = [
    "3 the part 'VEVENTEND:X' that ends here has no beginning",
    "1 the event that begins here has no end",
]
EVENT = "BEGIN:VEVENT\nUID:a\nDTSTART:20261201\nEND:VEVENT"


BROKEN_RULE = "3 the line RRULE goes on in one that cannot be read"
BROKEN_LIST = "3 the line RDATE goes on in one that cannot be read"


def drawn(part: CalendarComponent) -> str:
    inner = " ".join([*(line.name for line in part.properties), *map(drawn, part.parts)])
    return f"{part.name}({inner})"


def tree(text: str) -> tuple[str, list[str]]:
    root, faults = component_tree(text)
    return " ".join(map(drawn, root.parts)), [f"{fault.line} {fault.say}" for fault in faults]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"BEGIN:VCALENDAR\n{EVENT}\nEND:VCALENDAR", "VCALENDAR(VEVENT(UID DTSTART))"),
        (f"begin:vcalendar\n{EVENT.lower()}\nend:vcalendar", "VCALENDAR(VEVENT(UID DTSTART))"),
        (f"BEGIN:VCALENDAR \n{EVENT}\nEND:VCALENDAR".replace("\n", "  \n"), "VCALENDAR(VEVENT(UID DTSTART))"),
        (f"BEGIN:VCALENDAR\n{EVENT}\nEND:VCALENDAR\n" * 2, "VCALENDAR(VEVENT(UID DTSTART)) " * 2),
        (EVENT, "VEVENT(UID DTSTART)"),
        (f"<html>\n{EVENT}", "VEVENT(UID DTSTART)"),
        (
            "BEGIN:VEVENT\nUID:a\nBEGIN:VALARM\nDURATION:PT1H\nEND:VALARM\nDTSTART:20261201\nEND:VEVENT",
            "VEVENT(UID DTSTART VALARM())",
        ),
        ("BEGIN:VEVENT\nSUMMARY:private\nUID:a\nEND:VEVENT", "VEVENT(UID)"),
    ],
)  # fmt: skip
def test_parts(text: str, expected: str) -> None:
    assert tree(text) == (expected.strip(), [])


@pytest.mark.parametrize(
    ("text", "expected", "faults"),
    [
        (
            f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:b\n{EVENT}\nEND:VCALENDAR",
            "VCALENDAR(VEVENT(UID) VEVENT(UID DTSTART))",
            ["2 the event that begins here has no end"],
        ),
        (
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:b\nEND:VCALENDAR",
            "VCALENDAR(VEVENT(UID))",
            ["2 the event that begins here has no end"],
        ),
        (
            f"BEGIN:VCALENDAR\n{EVENT}",
            "VCALENDAR(VEVENT(UID DTSTART))",
            ["1 the calendar that begins here has no end"],
        ),
        (
            f"BEGIN:VCALENDAR\nUID:b\nEND:VEVENT\n{EVENT}\nEND:VCALENDAR",
            "VCALENDAR(VEVENT(UID DTSTART))",
            ["3 the event that ends here has no beginning"],
        ),
        (
            "BEGIN:VEVENT\nBEGIN:Y\nBEGIN:X\nUID:n\nEND:Y\nUID:a\nEND:VEVENT",
            "VEVENT(UID Y(X()))",
            ["3 the part 'X' that begins here has no end"],
        ),
        (
            "BEGIN:VTIMEZONE\nTZID:a\nDTSTART:x\nEND:DAYLIGHT\nEND:VTIMEZONE",
            "VTIMEZONE(TZID)",
            ["4 the part 'DAYLIGHT' that ends here has no beginning"],
        ),
        ("BEGIN:VEVENT\nUID:a\nEND:VEVENTEND:X", "VEVENT(UID)", JOINED),
        ("BEGIN:VEVENT\nDTSTART;X\nUID:a\nEND:VEVENT", "VEVENT(UID)", ["2 the line DTSTART has no value"]),
        ("BEGIN:VFREEBUSY\nFREEBUSY x\nEND:VFREEBUSY", "VFREEBUSY()", ["2 the line FREEBUSY has no value"]),
        ("BEGIN:VEVENT\nRDATE:a,\nb,\nc\nEND:VEVENT", "VEVENT(RDATE)", [BROKEN_LIST]),
        ("BEGIN:VEVENT\nRRULE:A=B;\nC=D\nEND:VEVENT", "VEVENT(RRULE)", [BROKEN_RULE]),
        ('BEGIN:VEVENT\nATTENDEE;CN="a" "b\nUID:a\nEND:VEVENT', "VEVENT(UID)", []),
    ],
)  # fmt: skip
def test_what_is_not_closed_is_told(text: str, expected: str, faults: list[str]) -> None:
    assert tree(text) == (expected, faults)


@pytest.mark.parametrize("line", ["DTEND", "DTEND 20261201", "dtend=20261201", "DTEND;X 20261201", "DTEND;X"])
def test_an_event_knows_of_a_time_without_a_value(line: str) -> None:
    root, faults = component_tree(f"BEGIN:VEVENT\n{line}\nEND:VEVENT")
    assert [(one.name, one.value, one.line) for one in root.parts[0].properties] == [("DTEND", "", 2)]
    assert faults == ()


def test_texts_of_several_lines_are_passed_over() -> None:
    text = "BEGIN:VEVENT\nDESCRIPTION:Dear all\nsee you, then\nUID\nDTSTART:20261201\nEND:VEVENT"
    assert tree(text) == ("VEVENT(DTSTART)", [])


def test_no_nesting_exhausts_anything() -> None:
    deep = "BEGIN:X\n" * 50_000 + "END:Y\n" * 50_000
    text = f"BEGIN:VCALENDAR\n{deep}{EVENT}\nEND:VCALENDAR"
    root, _ = component_tree(text)
    (calendar,) = root.parts
    assert [drawn(part) for part in calendar.within("VEVENT")] == ["VEVENT(UID DTSTART)"]


def test_what_is_told_is_bounded() -> None:
    _, faults = component_tree("END:VEVENT\n" * 100_000)
    assert 0 < len(faults) <= 200


def test_a_text_without_words_says_the_same_of_time() -> None:
    """What is told may stand on other lines."""
    zones, within = open_zone_database(), (minute_of(FIRST), minute_of(LAST))
    owner = CalendarOwner(home=zones.find("Europe/Brussels"), emails=("tess@example.com",))

    def read(text: str) -> tuple[Spans, list[str]]:
        try:
            found = busy_calendar([CalendarText(name="work.ics", text=text)], within, owner, zones)
        except ClientbridgeError as error:
            return (), [error.say]
        return found.busy, sorted(re.sub(r"line \d+", "line", problem.say) for problem in found.unread)

    texts = [decoded(file.read_bytes()) for file in sorted(SAMPLES.rglob("*.ics"))]
    assert len(texts) > 400
    assert [text for text in texts if read(text) != read(without_words(text))] == []


def test_a_text_without_words_tells_no_more_of_a_broken_line_than_its_name() -> None:
    text = "BEGIN:VEVENT\nDTEND 2026 secret\nof a secret\nEND:VEVENT\n"
    assert without_words(text) == "BEGIN:VEVENT\nDTEND\n?\nEND:VEVENT\n"
