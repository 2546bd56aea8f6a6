import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientbridge.render.writers.table_layout import (
    CELL_AFTER_CELL,
    GAP,
    INDENT,
    ColumnSize,
    TableForm,
    table_form,
)

SIZES = st.builds(
    lambda word, more, whole: ColumnSize(longest_word=word, full=word + more, is_whole=whole),
    st.integers(1, 30),
    st.integers(0, 90),
    st.booleans(),
)


def whole(full: int) -> ColumnSize:
    return ColumnSize(longest_word=1, full=full, is_whole=True)


def text(full: int, longest_word: int = 8) -> ColumnSize:
    return ColumnSize(longest_word=longest_word, full=full, is_whole=False)


def below(full: int) -> ColumnSize:
    return ColumnSize(longest_word=8, full=full, is_whole=False, is_below=True)


@pytest.mark.parametrize(
    ("sizes", "width", "form"),
    [
        ((whole(10), text(20)), 80, TableForm(widths=((0, 10), (1, 20)))),
        ((whole(10), text(90)), 80, TableForm(widths=((0, 10), (1, 68)))),
        ((whole(10), text(90)), 36, TableForm(widths=((0, 10), (1, 24)))),
        ((whole(10), text(90)), 35, TableForm(widths=((0, 10),), below=(1,))),
        ((whole(10), text(90, 30)), 41, TableForm(widths=((0, 10),), below=(1,))),
        ((whole(10), below(20), text(20)), 80, TableForm(widths=((0, 10), (2, 20)), below=(1,))),
        ((whole(10), text(90), below(20)), 35, TableForm(widths=((0, 10),), below=(1, 2))),
        (
            (text(20), whole(10), whole(8), below(9)),
            24,
            TableForm(widths=((1, 10), (2, 8)), is_headed=True, below=(3,)),
        ),
        ((text(20), whole(10)), 24, TableForm(widths=((0, 12), (1, 10)))),
        ((text(20), whole(10), whole(8)), 24, TableForm(widths=((1, 10), (2, 8)), is_headed=True)),
        ((text(20), whole(10), whole(8)), 21, CELL_AFTER_CELL),
        ((text(20), whole(10)), 23, CELL_AFTER_CELL),
        ((whole(50), text(90), text(12)), 40, CELL_AFTER_CELL),
        ((text(15), text(15), text(60)), 58, TableForm(widths=((0, 15), (1, 15), (2, 24)))),
        ((text(15), text(15), text(60)), 54, TableForm(widths=((0, 14), (1, 12), (2, 24)))),
    ],
)
def test_forms(sizes: tuple[ColumnSize, ...], width: int, form: TableForm) -> None:
    assert table_form(sizes, width) == form


@given(st.lists(SIZES, min_size=1, max_size=6), st.integers(20, 140))
def test_every_column_is_shown_and_none_is_squeezed(sizes: list[ColumnSize], width: int) -> None:
    form = table_form(sizes, width)
    if form == CELL_AFTER_CELL:
        assert sum(size.least for size in sizes) + GAP * (len(sizes) - 1) > width
        return
    beside = [at for at, _ in form.widths]
    assert sorted([*beside, *form.below, *([0] if form.is_headed else [])]) == list(range(len(sizes)))
    indent = INDENT if form.is_headed else 0
    assert indent + sum(wide for _, wide in form.widths) + GAP * (len(beside) - 1) <= width
    for at, wide in form.widths:
        assert sizes[at].longest_word <= sizes[at].least <= wide <= sizes[at].full
    assert not any(sizes[at].is_whole for at in form.below)
