"""Every row of the worked examples in docs/meeting-cost.md is what a search says."""

import re
from pathlib import Path

import pytest
from meetings import at, meeting, searched, someone

from clientbridge.core.meeting.party_view import PartyViews

DOCUMENT = Path(__file__).parents[2] / "docs" / "meeting-cost.md"
ROW = re.compile(r"\| ([\d:, -]+) \| (\w{3}) ([\d:]+)-([\d:]+) \| ([\w +]*)\| (\d+) \|")


def rows() -> list[tuple[str, ...]]:
    found = ROW.findall(DOCUMENT.read_text(encoding="utf-8"))
    assert len(found) == DOCUMENT.read_text(encoding="utf-8").partition("## Worked")[2].count("\n| 0")
    return found


@pytest.mark.parametrize("row", rows(), ids=" ".join)
def test_a_row_of_the_document(row: tuple[str, ...]) -> None:
    hours, day, start, end, parts, cost = row
    begin = at(f"{day.lower()}2 {start}")
    duration = at(f"{day.lower()}2 {end}") - begin
    found = searched(meeting(someone(hours), last="mon3 00:00", duration=duration))
    slot = PartyViews(found).slot(begin)
    shown = " + ".join(f"{part.code} {part.minutes} x {part.rate}" for part in slot.parties[0].parts)
    assert (shown, slot.cost) == (parts.strip(), int(cost))
