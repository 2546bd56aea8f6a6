"""Source rules, scales and country notes small enough to reckon with by hand."""

from datetime import date

from clientbridge.core.culture.country import (
    Claim,
    ClaimStrength,
    CountryNotes,
    FileCoverage,
    ScaleValue,
    Topic,
)
from clientbridge.core.culture.scales import Advice, Scale, ScaleId
from clientbridge.core.culture.sources import Source, SourceKind, SourceRules

REVIEWED = date(2026, 11, 24)
RULES = SourceRules(
    solid_kinds=frozenset({SourceKind.GOVERNMENT, SourceKind.ACADEMIC, SourceKind.SURVEY}),
    family_of_host={"portal.org": "portal", "copies.net": "portal", "deep.guide.com": "guide"},
    denied={"bad.com": "generated text"},
    max_age_years={"default": 20, "virtual_meetings": 6},
    words_anywhere=("always", "never"),
    words_before_a_people=("all", "most"),
    verbs_of_being=("are", "love"),
    peoples=("Dutch", "French"),
)


def source(
    key: str,
    *,
    url: str | None = None,
    kind: SourceKind = SourceKind.PRESS,
    published: str | None = None,
    family: str | None = None,
    accessed: date = REVIEWED,
) -> Source:
    """A page on a host of its own, unless told otherwise."""
    return Source(
        key=key,
        title=f"Title of {key}",
        publisher=f"Publisher of {key}",
        url=url or f"https://{key}.example/page",
        kind=kind,
        accessed=accessed,
        published=published,
        family=family,
    )


GOV, PRESS, BLOG, OTHER = (
    source("gov", kind=SourceKind.GOVERNMENT),
    source("press"),
    source("blog", kind=SourceKind.PRACTITIONER),
    source("other"),
)
HIGH, MEDIUM, LOW = ("gov", "press", "blog"), ("press", "blog"), ("press",)
"""Keys of sources that give that confidence."""


def value(number: int, sources: tuple[str, ...] = HIGH, *, disputed: bool = False) -> ScaleValue:
    """Where a place sits on a scale."""
    return ScaleValue(value=number, sources=sources, disputed=disputed, note="note" if disputed else None)


def claim(
    id_: str,
    topic: Topic = Topic.MEETINGS,
    *,
    sources: tuple[str, ...] = HIGH,
    disputed: bool = False,
    stale: bool = False,
    do: str | None = "do",
    scales: tuple[ScaleId, ...] | None = (),
    address: bool | None = False,
) -> Claim:
    """A claim with something to do, which holds at any value of any scale unless told otherwise."""
    return Claim(
        id=id_,
        topic=topic,
        strength=ClaimStrength.OFTEN,
        say=f"say {id_}",
        do=do,
        sources=sources,
        disputed=disputed,
        stale=stale,
        scales=scales,
        address=address,
    )


def notes(scales: dict[ScaleId, ScaleValue] | None = None, claims: tuple[Claim, ...] = ()) -> CountryNotes:
    """The notes of a made-up country."""
    return CountryNotes(
        code="XK",
        coverage=FileCoverage.STANDARD,
        reviewed=REVIEWED,
        review_after=date(2027, 11, 24),
        sources={one.key: one for one in (GOV, PRESS, BLOG, OTHER)},
        scales=scales or {},
        claims=claims,
    )


def scale(id_: ScaleId, weight: int = 1) -> Scale:
    """A scale whose words say which they are."""
    return Scale(
        id=id_,
        name=f"Name of {id_}",
        ends=(f"low {id_}", f"high {id_}"),
        ask="?",
        anchors=tuple(f"{id_} {step}" for step in range(1, 6)),
        up=Advice(label="higher", say="say up", do="do up"),
        down=Advice(label="lower", say="say down", do="do down"),
        weight=weight,
    )


def scales(**weights: int) -> dict[ScaleId, Scale]:
    """All nine scales, of weight 1 unless told otherwise."""
    return {id_: scale(id_, weights.get(id_.value, 1)) for id_ in ScaleId}
