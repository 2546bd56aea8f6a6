"""Every sentence and every list of sources in a country file, each with the keys that lead to it."""

from collections.abc import Iterator

from clientbridge.core.culture.country import SCALE_TOPIC, CountryNotes

KeyPath = tuple[str | int, ...]

_WORKING_TIME = "working_time"
_LANGUAGE = "language"


def sentences(notes: CountryNotes) -> Iterator[tuple[KeyPath, str]]:
    """The texts written by us that the reader of a brief may see."""
    for path, text in _optional_sentences(notes):
        if text is not None:
            yield path, text


def _optional_sentences(notes: CountryNotes) -> Iterator[tuple[KeyPath, str | None]]:
    yield ("caveat",), notes.caveat
    for scale, value in notes.scales.items():
        yield ("scales", scale.value, "note"), value.note
    for index, claim in enumerate(notes.claims):
        yield ("claims", index, "say"), claim.say
        yield ("claims", index, "do"), claim.do
        yield ("claims", index, "scope"), claim.scope
        yield ("claims", index, "regional"), claim.regional
    for index, season in enumerate(notes.slow_seasons):
        yield ("slow_seasons", index, "say"), season.say
    for name, span in (("hours", notes.workday.hours), ("lunch", notes.workday.lunch)):
        if span is not None:
            yield ("workday", name, "note"), span.note
    for index, phrase in enumerate(notes.phrases):
        yield ("phrases", index, "when"), phrase.when
    for code, region in notes.regions.items():
        yield ("regions", code, "say"), region.say
        for scale, value in region.scales.items():
            yield ("regions", code, "scales", scale.value, "note"), value.note


def source_lists(notes: CountryNotes) -> Iterator[tuple[KeyPath, tuple[str, ...], str]]:
    """What must name sources: the path, the keys it names and the topic whose age limit holds."""
    for scale, value in notes.scales.items():
        yield ("scales", scale.value), value.sources, SCALE_TOPIC
    for index, claim in enumerate(notes.claims):
        yield ("claims", index), claim.sources, claim.topic.value
    for index, season in enumerate(notes.slow_seasons):
        yield ("slow_seasons", index), season.sources, _WORKING_TIME
    if notes.small_talk is not None:
        yield ("small_talk",), notes.small_talk.sources, "small_talk"
    yield from _workday_sources(notes)
    if notes.work_language is not None:
        yield ("work_language",), notes.work_language.sources, _LANGUAGE
    for code, region in notes.regions.items():
        yield ("regions", code), region.sources, SCALE_TOPIC
        if region.work_language is not None:
            yield ("regions", code, "work_language"), region.work_language.sources, _LANGUAGE
        for scale, value in region.scales.items():
            yield ("regions", code, "scales", scale.value), value.sources, SCALE_TOPIC


def _workday_sources(notes: CountryNotes) -> Iterator[tuple[KeyPath, tuple[str, ...], str]]:
    workday = notes.workday
    for name, part in (("hours", workday.hours), ("lunch", workday.lunch), ("ramadan", workday.ramadan)):
        if part is not None:
            yield ("workday", name), part.sources, _WORKING_TIME
