"""Whatever stands in a name or a note, a calendar file has the lines that it has with plain words."""

import re
from datetime import UTC, date, datetime

from hypothesis import example, given
from hypothesis import strategies as st
from invitations import NOW, invited, nine_each_week, read
from zones import zone

from clientbridge.core.days.day import DayStatus
from clientbridge.core.days.place import Place
from clientbridge.core.days.report.spells import Spell
from clientbridge.core.meeting.slots import Slot
from clientbridge.render.days.days_ics import days_to_ics
from clientbridge.render.safe_text import REORDERING, safe

TOKYO = zone("Asia/Tokyo")
EMAILS = ("lea@example.com", "sato@example.com", "ana@example.com")
# What some reader takes for the end of a line, beside what one takes for the end of a value.
LINE_ENDS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
SIGNS = (
    *("\r\n", "\r\n ", "\n\t", "\x00", "\x1b[2J", "\u202e", "\u2066", "\ufeff", "\\", "\\n", "é", "佐"),
    *('"', ";", ":", ",", "^n", "^'", "ATTENDEE:mailto:x@y.de", "END:VEVENT", "BEGIN:VEVENT"),
)
HOSTILE = st.one_of(
    st.text(st.characters(), max_size=30),
    st.lists(
        st.sampled_from([*LINE_ENDS, *SIGNS]),
        max_size=12,
    ).map("".join),
)
INJECTIONS = ("H\rATTENDEE:mailto:x@y.de", "H\u2028END:VEVENT", 'H";X=1:\x85UID:1', "H\x0bX:1\x0cX:2\x00")
PROPERTY = re.compile(r'([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):')


TEXTS = {"SUMMARY", "DESCRIPTION", "UID", "NAME", "X-WR-CALNAME"}


def lines_of(text: str) -> list[str]:
    """The lines as a reader sees them that ends one wherever any reader does."""
    unfolded = text.replace("\r\n ", "").replace("\r\n\t", "")
    return re.split(f"\r\n|[{LINE_ENDS}]", unfolded)


def skeleton(text: str) -> list[str]:
    """Each line's property with its parameters, and the values of those that are ours."""
    found = []
    for line in lines_of(text)[:-1]:
        match = PROPERTY.match(line)
        assert match is not None, line
        parameters = re.findall(r';([A-Z-]+)=(?:"[^"]*"|[^";:,]*)', match[2])
        value = "" if match[1] in TEXTS else line[match.end() :]
        found.append(f"{match[1]} {parameters} {value}")
    return found


def is_only_text(text: str) -> bool:
    """Without a control character anywhere, or a sign that turns the direction of a line."""
    return not any(char in REORDERING or not safe(char) for char in text.replace("\r\n", ""))


def meeting(names: tuple[str, str, str]) -> str:
    one = nine_each_week(TOKYO, 1)[0]
    slot = Slot(rank=1, start=one.start, end=one.end, cost=0, reasons=(), parties=one.parties * len(names))
    return invited((slot,), TOKYO, names=names, emails=EMAILS)


@given(names=st.tuples(HOSTILE, HOSTILE, HOSTILE))
@example(names=INJECTIONS[:3])
@example(names=INJECTIONS[1:])
def test_no_name_adds_to_an_invitation(names: tuple[str, str, str]) -> None:
    text = meeting(names)
    assert skeleton(text) == skeleton(meeting(("Lea", "Sato", "Ana")))
    assert is_only_text(text)
    (event,) = read(text).events
    assert str(event["SUMMARY"]) == f"Meeting: {', '.join(map(safe, names))}"
    guests = [str(guest.params["CN"]) for guest in (event.organizer, *event.attendees)]
    assert guests == [re.sub(r'["\\]', "", safe(name)) for name in names]


def days(words: tuple[str, str, str, str, str]) -> str:
    client, name, local_name, hours, note = words
    spell = Spell(
        client=client,
        name=name,
        place=Place("JP"),
        first=date(2026, 12, 31),
        last=date(2026, 12, 31),
        status=DayStatus.CLOSED,
        names=(name,),
        local_names=(local_name,),
        hours=hours,
        notes=(note,),
    )
    return days_to_ics((spell, spell), title=note, now=NOW)


@given(words=st.tuples(*[HOSTILE] * 5))
@example(words=(*INJECTIONS, "x"))
def test_no_word_adds_to_a_calendar_of_days(words: tuple[str, str, str, str, str]) -> None:
    text = days(words)
    assert skeleton(text) == skeleton(days(("acme", "Feast", "祝日", "9:00", "estimate")))
    assert is_only_text(text)
    first, second = read(text).events
    assert (first.start, first.end, first["UID"]) == (date(2026, 12, 31), date(2027, 1, 1), second["UID"])
    assert datetime(2026, 11, 23, 7, 5, tzinfo=UTC) == first.DTSTAMP
    calendar = read(text)
    assert str(calendar["NAME"]) == str(calendar["X-WR-CALNAME"]) == safe(words[4])
