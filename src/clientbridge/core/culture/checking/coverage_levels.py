"""How much a country file holds, and what it lacks for the next level."""

from collections.abc import Iterator

from clientbridge.core.culture.country import CountryNotes, FileCoverage
from clientbridge.core.culture.sources import SourceRules
from clientbridge.core.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageLevel:
    """The requirements of a coverage level."""

    scales: int
    claims: int
    topics: int
    families: int
    phrases: int = 0
    whole: bool = False
    """Also office hours, a slow season, a greeting and all parts of the brief."""


LEVELS = {
    FileCoverage.STANDARD: CoverageLevel(scales=5, claims=6, topics=4, families=3),
    FileCoverage.FULL: CoverageLevel(scales=7, claims=12, topics=8, families=4, phrases=5, whole=True),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a country file holds."""

    scales: int
    claims: int
    topics: int
    families: int
    phrases: int


def counts(notes: CountryNotes, rules: SourceRules) -> Counts:
    """Count what the levels count: no stale claims, and families only of sources in use."""
    claims = [claim for claim in notes.claims if not claim.stale]
    used = {key for claim in claims for key in claim.sources}
    used.update(key for value in notes.scales.values() for key in value.sources)
    return Counts(
        scales=len(notes.scales),
        claims=len(claims),
        topics=len({claim.topic for claim in claims}),
        families=len({rules.family(source) for source in notes.read(tuple(sorted(used)))}),
        phrases=len(notes.phrases),
    )


def missing(notes: CountryNotes, rules: SourceRules, coverage: FileCoverage) -> tuple[str, ...]:
    """What the file lacks for a level, in words; empty when the level is reached."""
    if coverage not in LEVELS:
        return ()
    return tuple(_missing(notes, counts(notes, rules), LEVELS[coverage]))


def reached(notes: CountryNotes, rules: SourceRules) -> FileCoverage:
    """The highest level the file reaches, whatever it says of itself."""
    for coverage in (FileCoverage.FULL, FileCoverage.STANDARD):
        if not missing(notes, rules, coverage):
            return coverage
    return FileCoverage.STUB


def _missing(notes: CountryNotes, held: Counts, level: CoverageLevel) -> Iterator[str]:
    asked = {
        "scales": (held.scales, level.scales),
        "claims": (held.claims, level.claims),
        "topics": (held.topics, level.topics),
        "independent families": (held.families, level.families),
        "phrases": (held.phrases, level.phrases),
    }
    for what, (have, need) in asked.items():
        if have < need:
            yield f"{need - have} more {what} ({have} of {need})"
    if level.whole:
        yield from _parts_missing(notes)


def _parts_missing(notes: CountryNotes) -> Iterator[str]:
    brief = notes.brief
    parts = {
        "office hours": notes.workday.hours,
        "a slow season": notes.slow_seasons,
        "a greeting": notes.greetings,
        "brief: watch": brief.watch,
        "brief: open_with": brief.open_with,
        "brief: avoid": brief.avoid,
        "brief: closing": brief.closing,
    }
    yield from (part for part, there in parts.items() if not there)
