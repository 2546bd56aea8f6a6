import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from typing import ClassVar
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientbridge.render.formats import Envelope, Look
from clientbridge.render.page import (
    BlankLine,
    Column,
    Facts,
    Line,
    Next,
    Picture,
    Reference,
    References,
    Table,
    Title,
    bad,
    careful,
    offered,
    page,
    phrase,
    strong,
)
from clientbridge.render.writers.to_json import JsonValue, indented, json_value, to_json
from clientbridge.render.writers.to_markdown import to_markdown
from clientbridge.render.writers.to_plain import to_plain
from clientbridge.render.writers.to_terminal import to_terminal

SAMPLE = page(
    Title("Hikari", "Tokyo"),
    Line(phrase("Now ", strong("16:05"), ", ", careful("a holiday"), ".")),
    BlankLine(),
    Facts((("WHO", phrase("Tanaka, CTO")), ("CLOSE", phrase("send the minutes today")))),
    Table(
        (Column("start"), Column("cost", right=True)),
        ((phrase("Tue 09:00"), phrase("0")), (phrase("Wed 09:00"), phrase(bad("15")))),
    ),
    Picture((phrase("me   |####----|"), phrase("them |--####--|")), ("You share 09:00 to 11:00.",)),
    Next("cb brief hikari", "before the call"),
)


def test_the_terminal_page() -> None:
    assert to_terminal(SAMPLE, Look(width=40)) == (
        "Hikari  Tokyo\n"
        "Now 16:05, a holiday.\n"
        "\n"
        "WHO    Tanaka, CTO\n"
        "CLOSE  send the minutes today\n"
        "start      cost\n"
        "Tue 09:00     0\n"
        "Wed 09:00    15\n"
        "me   |####----|\n"
        "them |--####--|\n"
        "\n"
        "Next: cb brief hikari  before the call\n"
    )


def test_one_empty_line_stands_above_what_may_be_typed_next() -> None:
    following = (Next("cb meet acme"), Next("cb brief acme"))
    shown = "Acme\n\nNext: cb meet acme\nNext: cb brief acme\n"
    assert to_terminal(page(Title("Acme"), *following), Look()) == shown
    assert to_terminal(page(Title("Acme"), BlankLine(), *following), Look()) == shown
    assert to_terminal(page(*following), Look()) == shown.removeprefix("Acme\n\n")


def test_an_address_is_never_broken() -> None:
    address = "https://example.org/a-guide/to-the-working-week"
    sources = References((Reference(about=phrase("A guide to the working week"), address=address),))
    assert to_terminal(page(sources), Look(width=20)) == f"A guide to the\nworking week\n  {address}\n"


def test_the_plain_page_is_one_thing_a_line() -> None:
    assert to_plain(SAMPLE) == (
        "Hikari: Tokyo\n"
        "Now 16:05, a holiday.\n"
        "WHO: Tanaka, CTO\n"
        "CLOSE: send the minutes today\n"
        "start Tue 09:00, cost 0\n"
        "start Wed 09:00, cost 15\n"
        "You share 09:00 to 11:00.\n"
        "Next: cb brief hikari (before the call)\n"
    )


def test_the_markdown_page() -> None:
    text = to_markdown(SAMPLE)
    assert text.startswith("# Hikari (Tokyo)\n\nNow **16:05**, a holiday.\n\n- **WHO** Tanaka, CTO\n")
    assert "| start | cost |\n|---|---:|\n| Tue 09:00 | 0 |\n" in text


def test_no_line_of_a_picture_ends_it_in_markdown() -> None:
    text = to_markdown(page(Picture((phrase("````"), phrase("<b>")), ("x",))))
    assert "`````\n````\n<b>\n`````\n" in text


def test_commands_are_code_in_markdown_whatever_stands_in_them() -> None:
    call = 'cb log acme "a|b"'
    table = Table((Column("do"),), ((phrase(offered(call)),),))
    text = to_markdown(page(Line(phrase("more: ", offered(call))), table, Next("cb log acme 'the `plan`'")))
    assert f"more: `{call}`\n" in text
    assert '| `cb log acme "a\\|b"` |\n' in text
    assert "Next: `` cb log acme 'the `plan`' ``\n" in text


def test_colour_only_where_the_screen_has_it() -> None:
    assert "\x1b[" in to_terminal(SAMPLE, Look(colour=True))
    assert "\x1b" not in to_terminal(SAMPLE, Look(colour=False))


@given(text=st.text(max_size=60), width=st.integers(20, 100))
def test_no_text_moves_the_cursor_or_colours_the_screen(text: str, width: int) -> None:
    shown = page(
        Title(text, text),
        Line(phrase(text)),
        Facts(((text, phrase(text)),)),
        Picture((phrase(text),), (text,)),
    )
    look = Look(width=width)
    for written in (to_terminal(shown, look), to_plain(shown), to_markdown(shown)):
        assert not any(char != "\n" and not char.isprintable() and ord(char) < 0xA0 for char in written)
        assert not set(written) & set("\u202e\u2066\u200f\u2028")


@given(text=st.text(alphabet="[]/bold red*_`#|", max_size=30))
def test_markup_in_text_stays_text(text: str) -> None:
    assert to_plain(page(Line(phrase("x" + text)))).rstrip("\n") == ("x" + text).strip()
    assert to_terminal(page(Line(phrase("x" + text))), Look(width=80)).rstrip("\n") == ("x" + text).rstrip()


def test_wide_characters_count_as_two() -> None:
    text = to_terminal(
        page(Table((Column("name"), Column("x")), ((phrase("勤労感謝の日"), phrase("a")),))), Look()
    )
    assert text.splitlines()[1] == "勤労感謝の日  a"


class Fit(StrEnum):
    WORKING = "working"


@dataclass(frozen=True, kw_only=True)
class Sample:
    kind: ClassVar[str] = "sample"
    from_: datetime
    local: datetime
    day: date
    fit: Fit
    zone: ZoneInfo
    names: tuple[str, ...]
    hidden: str = field(default="", metadata={"json": False})

    @property
    def answered(self) -> bool:
        return True


def test_json_of_every_kind_of_value() -> None:
    sample = Sample(
        from_=datetime(2026, 11, 24, 8, tzinfo=UTC),
        local=datetime(2026, 11, 24, 17, tzinfo=timezone(timedelta(hours=9))),
        day=date(2026, 11, 24),
        fit=Fit.WORKING,
        zone=ZoneInfo("UTC"),
        names=("José", "勤"),
        hidden="secret",
    )
    envelope = Envelope(now=datetime(2026, 11, 23, tzinfo=UTC), versions={"clientbridge": "1"})
    assert to_json(sample, envelope) == (
        '{\n  "schema": 1,\n  "kind": "sample",\n  "now": "2026-11-23T00:00:00Z",\n'
        '  "versions": {\n    "clientbridge": "1"\n  },\n'
        '  "from": "2026-11-24T08:00:00Z",\n  "local": "2026-11-24T17:00:00+09:00",\n  "day": "2026-11-24",\n'
        '  "fit": "working",\n  "zone": "UTC",\n  "names": [\n    "José",\n    "勤"\n  ]\n}\n'
    )


def test_a_time_without_offset_has_no_json() -> None:
    with pytest.raises(TypeError, match="no offset"):
        json_value(datetime(2026, 1, 1))  # noqa: DTZ001  (the naive time is the point)


def test_json_is_written_as_the_standard_library_writes_it() -> None:
    values: list[JsonValue] = [
        {},
        [],
        {"a": [], "b": {}, "c": [1, 2.5, None, True, 'ü\n"\\\u2028'], "d": {"é": [{"f": ["日本"]}]}},
        [[[]], {"": ""}],
    ]
    for value in values:
        written = json.dumps(value, ensure_ascii=False, indent=2)
        assert indented(value) == written.replace("\u2028", "\\u2028")


def test_json_escapes_what_could_move_a_terminal_and_loses_nothing() -> None:
    text = "\x1b[31m \x7f \x9b2J \u202e \u2028 \ud800 ü 田 👩"
    written = indented(text)
    assert json.loads(written) == text
    assert not set(written) & set("\x1b\x7f\x9b\u202e\u2028\ud800")
    assert "ü 田 👩" in written
