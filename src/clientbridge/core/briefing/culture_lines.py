"""Choose what a brief says of how they tend to work: for the people on the call, and each matter once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from clientbridge.core.culture.country import BriefChoice, Claim, CountryNotes, Matter
from clientbridge.core.culture.culture_data import CultureData
from clientbridge.core.culture.gaps import MOST_SHOWN, CultureGap, gaps
from clientbridge.core.culture.lookup import CultureLayer, NoteReason, Side, applicable
from clientbridge.core.culture.scales import ScaleId
from clientbridge.core.culture.sources import SourceRules
from clientbridge.core.culture.statements import Statement, statement
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.workspace.profiles import Client, Learned, Me, Person

_CLOSING = frozenset({ScaleId.DECISION_GROUP, ScaleId.RELATIONSHIP, ScaleId.SCHEDULE})
"""Scales on which the act for a client who sits higher than you is one for the end of a call, or after it."""
_ADDRESS = "address"
"""A matter besides the scales: by which name or title to address people."""


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
    side = Side(
        client=client.culture,
        region=schedule.place.region,
        notes=notes,
        settled=_settled(client),
        reasons={CultureLayer.CLIENT: {scale: _reason(one) for scale, one in client.learned.items()}},
    )
    return side_of_call(side, (person,) if person is not None else client.people, rules)


def _settled(client: Client) -> frozenset[Matter]:
    """What need not be asked, since the profile says it: who decides there, how to reach them."""
    noted = {
        Matter.DECIDER: any(person.decides for person in client.people),
        Matter.CHANNEL: client.channels.first is not None,
    }
    return frozenset(matter for matter, known in noted.items() if known)


def with_people(side: Side, people: Sequence[Person]) -> Side:
    """The side with what you noted of the people on the call, who beat the client and the place.

    Where several are on, a value is that of the first with one: those who decide, then the order of the file.
    """
    ranked = sorted(people, key=lambda person: not person.decides)
    noted = {scale: person for person in reversed(ranked) for scale in person.culture}
    return replace(
        side,
        person={scale: person.culture[scale] for scale, person in noted.items()},
        who={scale: person.call or person.name for scale, person in noted.items()},
        reasons={**side.reasons, CultureLayer.PERSON: _reasons_on(noted)},
        addressed=any(person.call for person in people),
    )


def _reasons_on(noted: Mapping[str, Person]) -> Mapping[str, NoteReason]:
    """By scale, of whoever it was noted."""
    return {scale: _reason(one.learned[scale]) for scale, one in noted.items() if scale in one.learned}


def _reason(learned: Learned) -> NoteReason:
    return NoteReason(because=learned.because, since=learned.since)


def side_of_call(side: Side, people: Sequence[Person], rules: SourceRules) -> Side:
    """The side with its people, and with whether the lines of a brief already say how to address them."""
    known = with_people(side, people)
    notes = applicable(known, rules)
    choice = notes.brief if notes is not None else BriefChoice()
    told = any(claim.address for claim in _claims((*choice.open_with, *choice.avoid), notes))
    return replace(known, address_told=told)


def culture_lines(you: Side, them: Side, data: CultureData) -> CultureLines:
    """The largest differences, and the claims of the brief that hold for `them`: each matter stands once.

    A difference comes before the claims on its scale that ask for the same. Of claims on one scale the first
    counts, those on how to open and to close (two moments: both may stand) before what to avoid and expect.
    """
    notes = applicable(them, data.rules)
    choice = notes.brief if notes is not None else BriefChoice()
    large = gaps(you, them, data.scales, data.rules)[:MOST_SHOWN]
    differ = frozenset(str(gap.scale) for gap in large)
    open_with, opened = _untold(_acts(choice.open_with, notes), differ)
    ends = frozenset(str(gap.scale) for gap in large if gap.scale in _CLOSING and gap.them > gap.you)
    close_with, closed = _untold(_acts(choice.closing, notes), ends)
    avoid, avoided = _untold(_acts(choice.avoid, notes), differ | opened | closed)
    watch, told = _untold(_claims(choice.watch, notes), avoided)

    def shown(claims: Iterable[Claim]) -> tuple[Statement, ...]:
        return () if notes is None else tuple(statement(claim, notes, data.rules) for claim in claims)

    them = replace(them, address_told=_ADDRESS in told)
    return CultureLines(
        gaps=gaps(you, them, data.scales, data.rules)[:MOST_SHOWN],
        watch=shown(watch),
        open_with=shown(open_with),
        avoid=shown(avoid),
        close_with=shown(close_with),
    )


def _claims(ids: Iterable[str], notes: CountryNotes | None) -> tuple[Claim, ...]:
    """The claims with these ids, as far as they hold for this side."""
    found = (notes.claim(claim_id) for claim_id in ids) if notes is not None else ()
    return tuple(claim for claim in found if claim is not None)


def _acts(ids: Iterable[str], notes: CountryNotes | None) -> Iterator[Claim]:
    """Those of the claims that tell what to do."""
    return (claim for claim in _claims(ids, notes) if claim.do is not None)


def _untold(claims: Iterable[Claim], told: frozenset[str]) -> tuple[list[Claim], frozenset[str]]:
    """The claims on matters that are not told yet, and all that is told with them."""
    new: list[Claim] = []
    for claim in claims:
        matters = _matters(claim)
        if told.isdisjoint(matters):
            told |= matters
            new.append(claim)
    return new, told


def _matters(claim: Claim) -> frozenset[str]:
    """What it speaks of; who says how to address people leaves the rest of formality to others."""
    scales = frozenset(map(str, claim.scales or ()))
    return scales - {ScaleId.FORMALITY.value} | {_ADDRESS} if claim.address else scales
