import time

import pytest

from clientbridge.adapters.meeting.calendars.content_lines import (
    content_line,
    name_of,
    unescaped,
    unfolded_lines,
)

LINES = ["DTSTART:20261201", "SUMMARY:one two", "END:X"]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_lines_end_in_three_ways_and_go_on_after_a_blank(end: str) -> None:
    text = end.join(["DTSTART:2026", " 1201", "SUMMARY:one", "\t two", "END:X", ""])
    assert [line for _, line in unfolded_lines(text)] == LINES
    assert [number for number, _ in unfolded_lines(text)] == [1, 3, 5]


def test_empty_lines_are_passed_over_also_within_a_folded_one() -> None:
    assert list(unfolded_lines("\n\nDTSTART:2026\r\r\n 1201\n\nEND:X")) == [
        (3, "DTSTART:20261201"),
        (7, "END:X"),
    ]


def test_only_these_characters_end_a_line() -> None:
    text = "SUMMARY:a\u2028b\x0bc\x0cd\x85e"
    assert list(unfolded_lines(text)) == [(1, text)]


def test_a_line_is_cut_rather_than_kept_without_bound() -> None:
    text = "X:" + "\n " + "\n ".join(["y" * 1_000_000] * 5)
    ((_, line),) = unfolded_lines(text)
    assert len(line) < 3_100_000


@pytest.mark.parametrize("text", ["\n" * 3_000_000, "\r\n " * 1_000_000, " " * 3_000_000, ";" * 1_000_000])
def test_what_says_nothing_is_passed_over_quickly(text: str) -> None:
    started = time.process_time()
    lines = list(unfolded_lines(f"A:b\n{text}"))
    assert all(content_line(line, number) is None or name_of(line) == "A" for number, line in lines)
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("text", "name", "parameters", "value"),
    [
        ("DTSTART:20261201", "DTSTART", {}, "20261201"),
        ("dtstart;tzid=Europe/Brussels:x", "DTSTART", {"TZID": "Europe/Brussels"}, "x"),
        ('DTSTART;TZID="(UTC+01:00) A, B; C":x', "DTSTART", {"TZID": "(UTC+01:00) A, B; C"}, "x"),
        ("DTSTART;TZID=Eastern Standard Time 1:x", "DTSTART", {"TZID": "Eastern Standard Time 1"}, "x"),
        ("DTSTART;TZID=(UTC-05:00) Eastern Time:x", "DTSTART", {"TZID": "(UTC-05:00) Eastern Time"}, "x"),
        ("DTSTART;TZID=(GMT+10) Canberra:x", "DTSTART", {"TZID": "(GMT+10) Canberra"}, "x"),
        ("DTSTART ; TZID=A ; VALUE=DATE : x ", "DTSTART", {"TZID": "A", "VALUE": "DATE"}, "x"),
        ("item1.EMAIL;WORK:a@example.com", "EMAIL", {"TYPE": "WORK"}, "a@example.com"),
        ("A;B=1;B=2:x", "A", {"B": "1"}, "x"),
        ('A;X-P=say "no":x', "A", {"X-P": 'say "no'}, "x"),
        ("ATTENDEE;CN=:mailto:a@example.com", "ATTENDEE", {"CN": ""}, "mailto:a@example.com"),
        ("A;B={x}:y", "A", {"B": "{x}"}, "y"),
        ("A;?;B=1:x", "A", {}, "x"),
    ],
)  # fmt: skip
def test_a_property(text: str, name: str, parameters: dict[str, str], value: str) -> None:
    read = content_line(text, 7)
    assert read is not None
    assert (read.name, dict(read.parameters), read.value, read.line) == (name, parameters, value, 7)


@pytest.mark.parametrize("text", ["", "no colon", ": x", "A;B=1", "=:x", "two words:x", "A;B"])
def test_no_property(text: str) -> None:
    assert content_line(text, 1) is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("plain, as some write it; so", "plain, as some write it; so"),
        (r"one\, two\; three", "one, two; three"),
        (r"a\nb\Nc", "a\nb\nc"),
        (r"C:\\new", r"C:\new"),
        (r"\\\n", "\\\n"),
        (r"\x\"", 'x"'),
        ("a\\\u2028b", "a\u2028b"),
        ("open\\", "open\\"),
    ],
)
def test_a_text_is_read_without_its_escapes(value: str, text: str) -> None:
    assert unescaped(value) == text
