"""The answer of `cb culture`: what is known of working in one place, beside another one or you."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import ClassVar

from clientbridge.core.culture.country import SmallTalk, Topic
from clientbridge.core.culture.gaps import MOST_SHOWN, CultureGap, gaps
from clientbridge.core.culture.lookup import Side, applicable, positions
from clientbridge.core.culture.phrases import SpokenWords
from clientbridge.core.culture.place_facts import PlaceFacts
from clientbridge.core.culture.scales import Scale, ScaleId
from clientbridge.core.culture.seasons import SeasonOfYear, seasons_of
from clientbridge.core.culture.sources import Source, SourceRules
from clientbridge.core.culture.statements import (
    Basis,
    ScaleRow,
    Statement,
    basis,
    scale_rows,
    sources_of,
    statements,
)
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.date_rules import FeastDates


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPlace:
    """One side of a comparison: a place, a client in it, or you."""

    code: str
    name: str
    """Of the country."""
    region: str | None = None
    who: str | None = None
    """The client, where one was asked for; ``you`` for your own profile."""

    @property
    def short(self) -> str:
        """How the side is called in one or two words."""
        return self.who or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Culture:
    """Everything known of one place, or of one topic there."""

    kind: ClassVar[str] = "culture"
    place: ComparedPlace
    you: ComparedPlace | None
    scales: tuple[ScaleRow, ...]
    gaps: tuple[CultureGap, ...]
    claims: tuple[Statement, ...]
    phrases: tuple[SpokenWords, ...]
    small_talk: SmallTalk | None
    office_hours: str | None
    lunch: str | None
    seasons: tuple[SeasonOfYear, ...]
    region_says: str | None
    facts: PlaceFacts
    basis: Basis | None
    sources: tuple[Source, ...]
    topic: Topic | None = None
    left_out: int = field(default=0, metadata={"json": False})
    """How many claims your notes replace, of the topic where one was asked for."""

    @property
    def answered(self) -> bool:
        """False when a topic was asked for and nothing is known of it."""
        return self.topic is None or bool(self.claims) or bool(self.left_out)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What to look up, and beside whom."""

    place: ComparedPlace
    them: Side
    you: ComparedPlace | None
    your_side: Side
    facts: PlaceFacts
    today: date
    feasts: FeastDates
    topic: Topic | None = None
    every_gap: bool = False
    """Not only the largest differences."""


def compare(question: Question, scales: Mapping[ScaleId, Scale], rules: SourceRules) -> Culture:
    """The answer to `question`."""
    notes, applying = question.them.notes, applicable(question.them, rules)
    every_claim, claims = (_on(question.topic, statements(each, rules)) for each in (notes, applying))
    every_gap = gaps(question.your_side, question.them, scales, rules)
    return Culture(
        place=question.place,
        you=question.you,
        scales=scale_rows(question.your_side, question.them, scales, rules),
        gaps=every_gap if question.every_gap else every_gap[:MOST_SHOWN],
        claims=claims,
        left_out=len(every_claim) - len(claims),
        phrases=applying.phrases if applying is not None else (),
        small_talk=notes.small_talk if notes is not None else None,
        office_hours=notes.office_hours if notes is not None else None,
        lunch=notes.lunch_hours if notes is not None else None,
        seasons=seasons_of(notes, question.today, question.feasts),
        region_says=_region_says(question.them, rules),
        facts=question.facts,
        basis=basis(notes, rules),
        sources=sources_of(notes),
        topic=question.topic,
    )


def _on(topic: Topic | None, claims: tuple[Statement, ...]) -> tuple[Statement, ...]:
    return tuple(claim for claim in claims if topic in {None, claim.topic})


def _region_says(side: Side, rules: SourceRules) -> str | None:
    """What is said of the region, unless you know better on a scale of which it has a value."""
    region = side.notes.regions.get(side.region or "") if side.notes is not None else None
    if region is None or any(positions(side, rules)[scale].is_own_note for scale in region.scales):
        return None
    return region.say
