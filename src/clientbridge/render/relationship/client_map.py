"""`cb client map`: people by level, how much you are in touch with each, and gaps in contact."""

from clientbridge.core.command_line import quoted
from clientbridge.core.relationship.results import ClientMap
from clientbridge.core.relationship.tie_strength import Tie, TieStrength
from clientbridge.core.time.formatting import short_day
from clientbridge.core.workspace.profiles import Seniority
from clientbridge.render.page import (
    Column,
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
        Title(result.name, aside="who is in touch"),
        Table(
            (
                Column("level", fold=False),
                Column("who"),
                Column("role"),
                Column("contact"),
                Column("last", fold=False),
            ),
            tuple(_row(tie, explained=result.explained) for tie in _by_level(result.ties)),
        )
        if result.ties
        else Line(phrase("No people yet.")),
        Line(phrase(_managed(result))),
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
        phrase(strong(_name(tie)), ", decides" if tie.decides else ""),
        phrase(tie.role or ""),
        (*strength_phrase(tie.strength), *phrase(f": {tie.why}" if explained else "")),
        phrase("" if tie.last_contact is None else short_day(tie.last_contact)),
    )


def _name(tie: Tie) -> str:
    return tie.name if tie.called in {"", tie.name} else f"{tie.name} ({tie.called})"


def strength_phrase(strength: TieStrength) -> Phrase:
    """Return the strength in plain words; colour only repeats what they say."""
    match strength:
        case TieStrength.STRONG:
            return phrase(good("regular"))
        case TieStrength.FRESH:
            return phrase(good("just begun"))
        case TieStrength.DECAYING:
            return phrase(careful("quiet for a month"))
        case TieStrength.AT_RISK:
            return phrase(bad("quiet for two months"))
        case TieStrength.NONE:
            return phrase(quiet("none yet"))


def _managed(result: ClientMap) -> str:
    manager = f"{result.manager} looks after them" if result.manager else "Nobody is named to look after them"
    return f"{manager}; {result.backup or 'nobody'} stands in."


def _gaps(result: ClientMap) -> list[str]:
    gaps = []
    if result.coverage.single_contact is not None:
        name = next(
            (tie.called or tie.name for tie in result.ties if tie.id == result.coverage.single_contact),
            "one person",
        )
        gaps.append(f"In 90 days only {name} has been in touch.")
    gaps += [f"No contact at {level.value} level in 90 days." for level in result.coverage.levels_missing]
    if result.coverage.nobody_decides and any(tie.decides for tie in result.ties):
        gaps.append("Nobody who decides has been in touch in 90 days.")
    return gaps
