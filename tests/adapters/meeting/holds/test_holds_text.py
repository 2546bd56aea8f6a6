from dataclasses import replace

import pytest
from kept_offers import MADE, kept

from clientbridge.adapters.meeting.holds.holds_text import offers_in, text_of_others, text_with
from clientbridge.core.meeting.offers.kept_offer import withdrawn
from clientbridge.core.meeting.offers.offer import OfferId

OTHERS = (
    "BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\nX-WR-CALNAME:Mine\nVERSION:2.0\r\n"
    "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261124T080000Z\r\nSUMMARY:Den\r\n tist\r\n"
    "BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT\r\n"
    "BEGIN:VJOURNAL\nUID:2\nSUMMARY:Of somebody else\x85\u2028 \x0c\nEND:VJOURNAL\n"
    "END:VCALENDAR"
)
SECOND = replace(kept(), id=OfferId("zzzzzz"), names=("Bolt, NV",))


def test_offers_are_read_as_they_were_written() -> None:
    text = text_with("", (kept(), SECOND), MADE)
    assert offers_in(text, file="holds.ics").offers == (kept(), SECOND)
    assert text.count("BEGIN:VEVENT") == 6


def test_what_is_not_ours_keeps_every_byte() -> None:
    text = text_with(OTHERS, (kept(), SECOND), MADE)
    assert text_of_others(text) == OTHERS
    assert text_with(text, (), MADE) == OTHERS
    assert offers_in(text, file="holds.ics").offers == (kept(), SECOND)


def test_writing_the_same_again_changes_nothing() -> None:
    text = text_with(OTHERS, (kept(),), MADE)
    assert text_with(text, (kept(),), MADE) == text


def test_what_is_called_off_leaves_its_record_and_no_hold() -> None:
    text = text_with(text_with("", (kept(),), MADE), (withdrawn(kept()),), MADE)
    assert "BEGIN:VEVENT" not in text
    assert offers_in(text, file="holds.ics").offers == (withdrawn(kept()),)


def test_a_file_that_another_program_has_folded_otherwise_is_read() -> None:
    text = text_with("", (kept(),), MADE).replace("\r\n ", "").replace("\r\n", "\n")
    assert offers_in(text, file="holds.ics").offers == (kept(),)


def damaged() -> str:
    return text_with("", (kept(),), MADE).replace('"version"', '"wersion')


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("hello", 1, "it is not a calendar, which begins with BEGIN:VCALENDAR and ends with END:VCALENDAR"),
        (damaged(), 38, "the offer cannot be read: its text is damaged"),
        (
            text_with("", (kept(), kept()), MADE),
            83,
            "the offer k3x9ab stands here twice: delete one of the two",
        ),
        (
            "BEGIN:VCALENDAR\n<<<<<<< HEAD\nX:1\n=======\nX:2\n>>>>>>> b\nEND:VCALENDAR\n",
            2,
            "git could not merge lines 2 to 6: two versions stand here",
        ),
    ],
)
def test_problems_are_told_by_their_line(text: str, line: int, said: str) -> None:
    (problem,) = offers_in(text, file="calendars/holds.ics").problems
    assert (problem.file, problem.line, problem.say) == ("calendars/holds.ics", line, said)


@pytest.mark.parametrize("text", ["", " \r\n\n"])
def test_an_empty_file_has_no_offers_and_no_problems(text: str) -> None:
    assert offers_in(text, file="x") == offers_in("", file="x")
    assert text_with(text, (kept(),), MADE).startswith("BEGIN:VCALENDAR\r\n")
