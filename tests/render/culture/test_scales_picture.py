"""The picture of the scales: read at both ends, at every width, and in words."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from brief_samples import SCALES, call, notes_of

from clientbridge.core.briefing.prepare import prepare
from clientbridge.core.culture.statements import ScaleRow
from clientbridge.render.culture.scales_picture import scales_picture
from clientbridge.render.formats import Look
from clientbridge.render.line_wrapping import columns
from clientbridge.render.page import page
from clientbridge.render.writers.to_plain import to_plain
from clientbridge.render.writers.to_terminal import to_terminal

ROWS = prepare(call(you=notes_of("BE"), them=notes_of("BR"))).scales
LONG = "Ein Unternehmen mit einem sehr langen Namen GmbH & Co. KG"


def drawn(width: int, *, them: str = "Brazil", rows: Sequence[ScaleRow] = ROWS) -> list[str]:
    picture = scales_picture(rows, you="you", them=them)
    return to_terminal(page(picture), Look(width=width)).splitlines()


@pytest.mark.parametrize("scale", SCALES.values())
def test_an_end_is_a_word_or_two(scale: object) -> None:
    ends = next(one.ends for one in SCALES.values() if one is scale)
    assert all(0 < columns(end) <= 13 for end in ends)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("them", ["Brazil", LONG])
def test_both_ends_of_every_scale_are_named_at_every_width(width: int, them: str) -> None:
    lines = drawn(width, them=them)
    assert max(columns(line) for line in lines) <= width
    for row in ROWS:
        low, high = row.ends
        (line,) = (line for line in lines if f" {low} " in line and "·" in line)
        assert line.index(low) < line.index("·") < line.rindex("·") < line.index(high)


def test_a_line_has_the_name_the_marks_and_how_sure_it_is() -> None:
    (clock,) = (line for line in drawn(80) if line.startswith("The clock"))
    assert clock.split() == [
        "The",
        "clock",
        "to",
        "the",
        "minute",
        "·",
        "○─────·─────●",
        "·",
        "loosely",
        "high",
    ]
    narrow = drawn(60)
    at = narrow.index("The clock  high")
    assert narrow[at + 1].split() == ["to", "the", "minute", "·", "○─·─●", "·", "loosely"]


def test_the_legend_explains_the_signs_that_occur() -> None:
    *_, signs, trust = drawn(80)
    assert signs.split() == ["○", "you", "●", "Brazil", "◉", "both"]
    assert trust.strip() == "high, medium, low: how sure it is"
    apart = tuple(row for row in ROWS if row.you != row.them and row.you is not None)
    assert "both" not in drawn(80, rows=apart)[-2]
    alone = tuple(replace(row, you=None) for row in ROWS)
    assert drawn(80, rows=alone)[-2].split() == ["●", "Brazil"]


def test_in_words_each_scale_says_its_ends() -> None:
    said = to_plain(page(scales_picture(ROWS, you="you", them="Brazil"))).splitlines()
    assert "The clock, from 1 (to the minute) to 5 (loosely): you 2, Brazil 4, high confidence" in said
    assert len(said) == len(ROWS)
