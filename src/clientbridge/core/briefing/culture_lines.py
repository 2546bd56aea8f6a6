"""Choose what a brief says of how they tend to work: for the people on the call, and each matter once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from clientbridge.core.culture.country import BriefChoice, Claim, CountryNotes
from clientbridge.core.culture.culture_data import CultureData
from clientbridge.core.culture.gaps import MOST_SHOWN, CultureGap, gaps
from clientbridge.core.culture.lookup import Side, applicable
from clientbridge.core.culture.scales import ScaleId
from clientbridge.core.culture.sources import SourceRules
from clientbridge.core.culture.statements import Statement, statement
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.workspace.profiles import Client, Me, Person

_SAID_BY_A_GAP: Mapping[str, frozenset[ScaleId]] = {
    "watch": frozenset(ScaleId),
    "open_with": frozenset({ScaleId.RELATIONSHIP}),
    "avoid": frozenset({ScaleId.FEEDBACK, ScaleId.DECISION_PACE}),
    "closing": frozenset({ScaleId.DECISION_PACE}),
}
"""By part of the brief: on which scales a gap gives the same advice ("Open with a real chat" opens)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CultureLines:
    """The lines of one screen on how they tend to work."""

    gaps: tuple[CultureGap, ...]
    """At most three."""
    watch: tuple[Statement, ...]
    open_with: tuple[Statement, ...]
    avoid: tuple[Statement, ...]
    close_with: tuple[Statement, ...]


def your_side(me: Me, notes: CountryNotes | None) -> Side:
    """You: your own differences, then your country."""
    return Side(person=me.culture, region=me.schedule.place.region, notes=notes)


def their_side(client: Client, person: Person | None, notes: CountryNotes | None, rules: SourceRules) -> Side:
    """The person named, else everyone of the client, then the client, then the place."""
    schedule = (person or client).schedule
    side = Side(client=client.culture, region=schedule.place.region, notes=notes)
    return side_of_call(side, (person,) if person is not None else client.people, rules)


def with_people(side: Side, people: Sequence[Person]) -> Side:
    """The side with what you noted of the people on the call, who beat the client and the place.

    Where several are on, a value is that of the first with one: those who decide, then the order of the file.
    """
    ranked = sorted(people, key=lambda person: not person.decides)
    noted = {scale: person for person in reversed(ranked) for scale in person.culture}
    return replace(
        side,
        person={scale: person.culture[scale] for scale, person in noted.items()},
        who={scale: person.call or person.name for scale, person in noted.items()} if len(people) > 1 else {},
        addressed=any(person.call for person in people),
    )


def side_of_call(side: Side, people: Sequence[Person], rules: SourceRules) -> Side:
    """The side with its people, and with whether the lines of a brief already say how to address them."""
    known = with_people(side, people)
    notes = applicable(known, rules)
    choice = notes.brief if notes is not None else BriefChoice()
    told = any(claim.address for claim in _claims((*choice.open_with, *choice.avoid), notes))
    return replace(known, address_told=told)


def culture_lines(you: Side, them: Side, data: CultureData) -> CultureLines:
    """The largest differences, and the claims of the brief that hold for `them` and repeat none of these."""
    notes = applicable(them, data.rules)
    choice = notes.brief if notes is not None else BriefChoice()
    shown = gaps(you, them, data.scales, data.rules)[:MOST_SHOWN]
    said = frozenset(gap.scale for gap in shown)

    def part(name: str, ids: Iterable[str]) -> tuple[Statement, ...]:
        if notes is None:
            return ()
        claims = (claim for claim in _claims(ids, notes) if not _is_said(claim, said & _SAID_BY_A_GAP[name]))
        return tuple(statement(claim, notes, data.rules) for claim in claims)

    return CultureLines(
        gaps=shown,
        watch=part("watch", choice.watch),
        open_with=part("open_with", choice.open_with),
        avoid=part("avoid", choice.avoid),
        close_with=part("closing", choice.closing),
    )


def _claims(ids: Iterable[str], notes: CountryNotes | None) -> tuple[Claim, ...]:
    """The claims with these ids, as far as they hold for this side."""
    found = (notes.claim(claim_id) for claim_id in ids) if notes is not None else ()
    return tuple(claim for claim in found if claim is not None)


def _is_said(claim: Claim, said: frozenset[ScaleId]) -> bool:
    return bool(claim.scales) and said.issuperset(claim.scales or ())
