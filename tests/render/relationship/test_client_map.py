"""The map of a client: how much you are in touch with whom, in plain words."""

from datetime import date

import pytest

from clientbridge.core.relationship.results import ClientMap
from clientbridge.core.relationship.tie_strength import ContactCoverage, Tie, TieStrength
from clientbridge.render.formats import Look
from clientbridge.render.relationship.client_map import page
from clientbridge.render.writers.to_terminal import to_terminal


def tie(strength: TieStrength, called: str = "Ms Ana", *, decides: bool = False) -> Tie:
    return Tie(
        id="ana",
        name="Ana Souza",
        called=called,
        role=None,
        level=None,
        decides=decides,
        strength=strength,
        last_contact=None,
        days_since=None,
        contacts=0,
        from_them=0,
    )


def shown(*ties: Tie, gaps: ContactCoverage | None = None, manager: str | None = None) -> str:
    result = ClientMap(
        client="acme",
        name="Acme",
        today=date(2026, 11, 26),
        manager=manager,
        backup=None,
        ties=ties,
        coverage=gaps or ContactCoverage(single_contact=None, levels_missing=(), nobody_decides=False),
        explained=False,
    )
    return to_terminal(page(result), Look())


@pytest.mark.parametrize(
    ("strength", "expected"),
    [
        (TieStrength.STRONG, "regular"),
        (TieStrength.FRESH, "just begun"),
        (TieStrength.DECAYING, "quiet for a month"),
        (TieStrength.AT_RISK, "quiet for two months"),
        (TieStrength.NONE, "none yet"),
    ],
)
def test_a_tie_is_told_in_plain_words(strength: TieStrength, expected: str) -> None:
    assert f"Ana Souza (Ms Ana)        {expected}\n" in shown(tie(strength))


def test_a_name_is_not_said_twice() -> None:
    assert "Ana Souza        regular\n" in shown(tie(TieStrength.STRONG, called="Ana Souza"))


@pytest.mark.parametrize("decides", [True, False])
def test_nobody_who_decides_is_a_gap_only_where_someone_does(*, decides: bool) -> None:
    gaps = ContactCoverage(single_contact="ana", levels_missing=(), nobody_decides=True)
    text = shown(tie(TieStrength.STRONG, decides=decides), gaps=gaps)
    assert "In 90 days only Ms Ana has been in touch." in text
    assert ("Nobody who decides has been in touch in 90 days." in text) is decides


@pytest.mark.parametrize(
    ("manager", "expected"),
    [("Lea", "Lea looks after them; nobody stands in."), (None, "Nobody is named to look after them;")],
)
def test_who_looks_after_them_is_said(manager: str | None, expected: str) -> None:
    assert expected in shown(manager=manager)
