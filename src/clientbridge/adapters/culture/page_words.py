"""data/page_words/ -> the sentences of a page in one language; English where there is no table for it."""

from pathlib import Path

from clientbridge.adapters.data_files import TableRow, data_folder, read_mapping
from clientbridge.adapters.json_cache import NO_CACHE, JsonCache
from clientbridge.core.culture.client_pages.page_words import PageWords

_ENGLISH = "en"
_READ_AS = {
    "nn": "nb",
    "no": "nb",
    "zh-HK": "zh-Hant",
    "zh-MO": "zh-Hant",
    "zh-TW": "zh-Hant",
}
"""Whose readers read another table: Norwegian in both its forms, Chinese in the traditional script."""


def page_words(
    language: str, country: str, section: str, *, folder: Path | None = None, cache: JsonCache = NO_CACHE
) -> PageWords:
    """The sentences of a kind of page (``offer``, ``ask``) for readers of a language in a country.

    A table of a region, such as ``pt-BR``, holds what differs from its language alone.
    """
    reader = language if "-" in language else f"{language}-{country}"
    tables = (folder or data_folder()) / "page_words"
    names = [name for name in _tables_of(reader) if (tables / f"{name}.yaml").exists()]
    if not names:
        names, reader = [_ENGLISH], f"{_ENGLISH}-{country}"
    sentences: dict[str, str] = {}
    for name in names:
        sections = read_mapping(f"page_words/{name}.yaml", folder, cache=cache)
        sentences |= _sentences(sections.row("both")) | _sentences(sections.row(section))
    return PageWords(language=names[-1], reader=reader, sentences=sentences)


def _tables_of(tag: str) -> list[str]:
    """From the language to its region: ``pt``, ``pt-BR``; a script of its own stands alone."""
    first = tag.partition("-")[0]
    read_as = _READ_AS.get(tag) or _READ_AS.get(first)
    if read_as is not None:
        return [read_as]
    script = "-".join(tag.split("-")[:2])
    return [script] if script in _READ_AS.values() else [first, tag]


def _sentences(row: TableRow) -> dict[str, str]:
    return {key: row.text(key) for key in row.fields}
