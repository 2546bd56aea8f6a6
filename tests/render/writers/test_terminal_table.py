"""Tables on screens of any width: nothing is cut, lost, squeezed or wider than the screen."""

import re

from hypothesis import given
from hypothesis import strategies as st

from clientbridge.render.formats import Look
from clientbridge.render.line_wrapping import columns
from clientbridge.render.page import Column, Table, bad, offered, phrase, strong
from clientbridge.render.writers.terminal_table import table_lines

WORDS = (
    "a",
    "Fri",
    "27 Nov",
    "Brussels",
    "Hikari Seimitsu KK",
    "勤労感謝の日",
    "اليوم الوطني",
    "collective holidays",
    "",
)
WHOLE = ("", "Mon 23 Nov", "09:00-10:00", "k3f9", "closed", "16:30-17:30 Tokyo")


@st.composite
def tables(draw: st.DrawFn) -> Table:
    kept = draw(st.lists(st.booleans(), min_size=1, max_size=5))
    names = [draw(st.sampled_from(["", "when", "who", "their time"])) for _ in kept]
    cells = [
        st.sampled_from(WHOLE)
        if one
        else st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join).map(str.strip)
        for one in kept
    ]
    rows = draw(st.lists(st.tuples(*cells), min_size=1, max_size=4))
    return Table(
        tuple(Column(name, fold=not one) for name, one in zip(names, kept, strict=True)),
        tuple(tuple(phrase(cell) for cell in row) for row in rows),
    )


@given(tables(), st.integers(40, 140))
def test_all_is_shown_within_the_width_and_what_is_whole_stays_so(table: Table, width: int) -> None:
    lines = list(table_lines(table, Look(width=width)))
    assert all(columns(line.rstrip()) <= width for line in lines)
    squeezed = re.sub(r"\s+", "", "".join(lines))
    for row in table.rows:
        for column, cell in zip(table.columns, row, strict=True):
            words = "".join(piece.text for piece in cell)
            if column.fold:
                assert all(word in squeezed for word in words.split())
            else:
                assert any(words in line for line in lines)


def lines_of(table: Table, width: int, *, colour: bool = False) -> list[str]:
    return [line.rstrip() for line in table_lines(table, Look(width=width, colour=colour))]


DAYS = Table(
    (Column("when", fold=False, spoken=""), Column("", fold=False), Column("what", spoken="")),
    (
        (phrase("Mon 23 Nov"), phrase(bad("closed")), phrase("Labour Thanksgiving Day, back Tue 24 Nov")),
        (phrase("Wed 2 Dec"), phrase(bad("closed")), phrase("National Day")),
    ),
)
SLOTS = Table(
    (Column("client", spoken=""), Column("your time", fold=False), Column("their time", fold=False)),
    (
        (
            phrase(strong("Al Madar Development")),
            phrase("Mon 23 Nov 10:30-11:30"),
            phrase("13:30-14:30 Dubai"),
        ),
    ),
)


def test_side_by_side() -> None:
    assert lines_of(DAYS, 80) == [
        "when                what",
        "Mon 23 Nov  closed  Labour Thanksgiving Day, back Tue 24 Nov",
        "Wed 2 Dec   closed  National Day",
    ]
    assert lines_of(DAYS, 44) == [
        "when                what",
        "Mon 23 Nov  closed  Labour Thanksgiving Day,",
        "                    back Tue 24 Nov",
        "Wed 2 Dec   closed  National Day",
    ]


def test_a_sentence_without_room_stands_below_its_row() -> None:
    assert lines_of(DAYS, 43) == [
        "when",
        "Mon 23 Nov  closed",
        "  Labour Thanksgiving Day, back Tue 24 Nov",
        "Wed 2 Dec   closed",
        "  National Day",
    ]


def test_a_name_without_room_stands_above_its_row() -> None:
    assert lines_of(SLOTS, 50) == [
        "  your time               their time",
        "Al Madar Development",
        "  Mon 23 Nov 10:30-11:30  13:30-14:30 Dubai",
    ]


def test_where_there_is_no_room_for_columns_cells_say_what_they_are() -> None:
    assert lines_of(SLOTS, 40) == [
        "Al Madar Development",
        "  your time Mon 23 Nov 10:30-11:30",
        "  their time 13:30-14:30 Dubai",
    ]


def test_emphasis_stays_in_every_form() -> None:
    for width in (80, 50, 40):
        assert any("\x1b[1mDevelopment\x1b[0m" in line for line in lines_of(SLOTS, width, colour=True))


def test_a_command_alone_in_its_row_has_the_room_to_the_right_else_that_to_the_left() -> None:
    columns_ = (Column("", fold=False), Column("who", fold=False), Column("what"))
    first = (phrase("1"), phrase("acme"), phrase("a short text"))

    def shown(call: str, width: int) -> list[str]:
        return lines_of(Table(columns_, (first, ((), phrase(offered(call)), ()))), width)

    assert shown("cb promise done k3f9", 23) == [
        "   who   what",
        "1  acme  a short text",
        "   cb promise done k3f9",
    ]
    assert shown("cb promise done k3f9", 22)[2:] == ["  cb promise done k3f9"]
    assert shown("cb promise done k3f9", 21)[2:] == ["   cb promise done \\", "     k3f9"]
