"""Who says so, by name: the notes of country files (``Blunter in the north (wtg).``) have keys of sources."""

import re
from collections.abc import Mapping
from dataclasses import replace

from clientbridge.core.culture.country import ClockSpan, CountryNotes, ScaleValue, Workday
from clientbridge.core.culture.scales import ScaleId
from clientbridge.core.culture.sources import Source

_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_ABOUT_A_PUBLISHER = re.compile(r" \(|, | - |: | text\b")
"""Where the name of a publisher ends and words about it begin."""


def with_sources_named(notes: CountryNotes) -> CountryNotes:
    """The notes with publishers in place of the keys of sources, in every text that may name some."""
    sources = notes.sources
    return replace(
        notes,
        scales=_scales(notes.scales, sources),
        claims=tuple(
            replace(claim, regional=named_sources(claim.regional, sources)) for claim in notes.claims
        ),
        workday=_workday(notes.workday, sources),
        regions={
            code: replace(region, scales=_scales(region.scales, sources))
            for code, region in notes.regions.items()
        },
    )


def named_sources(text: str | None, sources: Mapping[str, Source]) -> str | None:
    """The text with publishers for the keys in its brackets; what is no key stays."""
    if text is None:
        return None
    return _IN_BRACKETS.sub(lambda found: f"({_named(found[1], sources)})", text)


def _named(keys: str, sources: Mapping[str, Source]) -> str:
    named = (_publisher(sources[key]) if key in sources else key for key in keys.split(", "))
    return ", ".join(dict.fromkeys(named))


def _publisher(source: Source) -> str:
    return _ABOUT_A_PUBLISHER.split(source.publisher, maxsplit=1)[0]


def _scales(
    values: Mapping[ScaleId, ScaleValue], sources: Mapping[str, Source]
) -> Mapping[ScaleId, ScaleValue]:
    return {scale: replace(value, note=named_sources(value.note, sources)) for scale, value in values.items()}


def _workday(workday: Workday, sources: Mapping[str, Source]) -> Workday:
    def told(span: ClockSpan | None) -> ClockSpan | None:
        return span and replace(span, note=named_sources(span.note, sources))

    return replace(workday, hours=told(workday.hours), lunch=told(workday.lunch))
