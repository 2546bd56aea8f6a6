"""`cb client map`: people by level, the strength of each tie, and gaps in contact."""

from clientbridge.core.command_line import quoted
from clientbridge.core.relationship.results import ClientMap
from clientbridge.core.relationship.tie_strength import Tie, TieStrength
from clientbridge.core.time.formatting import short_day
from clientbridge.core.workspace.profiles import Seniority
from clientbridge.render.page import (
    Column,
    Facts,
    Line,
    Next,
    Page,
    Phrase,
    Table,
    Title,
    bad,
    careful,
    good,
    phrase,
    quiet,
    strong,
)
from clientbridge.render.page import (
    page as page_of,
)


def page(result: ClientMap) -> Page:
    """Return the page: people by level from the top down, then the gaps."""
    gaps = _gaps(result)
    return page_of(
        Title(result.name, aside="who knows whom"),
        Table(
            (
                Column("level", fold=False),
                Column("who"),
                Column("role"),
                Column("tie"),
                Column("last", fold=False),
            ),
            tuple(_row(tie, explained=result.explained) for tie in _by_level(result.ties)),
        )
        if result.ties
        else Line(phrase("No people yet.")),
        Facts((("YOURS", phrase(_managed(result))),)),
        *(Line(phrase(careful("! "), gap)) for gap in gaps),
        Next(
            f"cb client map {quoted(result.client)} --why"
            if result.ties and not result.explained
            else f"cb brief {quoted(result.client)}",
            "" if result.explained or not result.ties else "the numbers behind it",
        ),
    )


def _by_level(ties: tuple[Tie, ...]) -> list[Tie]:
    order = {level: number for number, level in enumerate(Seniority)}
    return sorted(ties, key=lambda tie: order.get(tie.level, len(order)) if tie.level else len(order))


def _row(tie: Tie, *, explained: bool) -> tuple[Phrase, ...]:
    return (
        phrase(quiet(tie.level.value if tie.level else "?")),
        phrase(strong(tie.name), " (decides)" if tie.decides else ""),
        phrase(tie.role or ""),
        (*_strength(tie.strength), *phrase(f": {tie.why}" if explained else "")),
        phrase("" if tie.last_contact is None else short_day(tie.last_contact)),
    )


def _strength(strength: TieStrength) -> Phrase:
    match strength:
        case TieStrength.STRONG:
            return phrase(good("strong"))
        case TieStrength.FRESH:
            return phrase(good("fresh"))
        case TieStrength.DECAYING:
            return phrase(careful("decaying"))
        case TieStrength.AT_RISK:
            return phrase(bad("at risk"))
        case TieStrength.NONE:
            return phrase(quiet("none"))


def _managed(result: ClientMap) -> str:
    manager = f"managed by {result.manager}" if result.manager else "no relationship manager"
    return f"{manager}; backup {result.backup}" if result.backup else f"{manager}; no backup"


def _gaps(result: ClientMap) -> list[str]:
    gaps = []
    if result.coverage.single_contact is not None:
        name = next(
            (tie.name for tie in result.ties if tie.id == result.coverage.single_contact), "one person"
        )
        gaps.append(f"Only {name} has been in touch in 90 days.")
    gaps += [f"No contact at {level.value} level in 90 days." for level in result.coverage.levels_missing]
    if result.coverage.nobody_decides and result.ties:
        gaps.append("Nobody who decides has been in touch in 90 days.")
    return gaps
