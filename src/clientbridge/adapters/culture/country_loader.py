"""What is known of working cultures, read from the files that ship: only the countries asked for.

What was read is kept in the user's cache while the files have the same size and time: typing two countries
and the tables costs 50 ms, reading them from there 3.
"""

from pathlib import Path

from clientbridge import __version__
from clientbridge.adapters.data_files import data_folder
from clientbridge.adapters.json_cache import Codec, keep, read_kept
from clientbridge.core.briefing.prepare import CultureData
from clientbridge.core.culture.country import (
    BriefChoice,
    Claim,
    ClaimStrength,
    ClockSpan,
    CountryNotes,
    Figure,
    FileCoverage,
    OccasionGreeting,
    Phrase,
    RamadanHours,
    RegionNotes,
    ScaleValue,
    SeasonEffect,
    SlowSeason,
    SmallTalk,
    Topic,
    Workday,
    YearDay,
)
from clientbridge.core.culture.scales import Advice, Scale, ScaleId
from clientbridge.core.culture.sources import Source, SourceKind, SourceRules
from clientbridge.core.time.hours import ClockRange
from clientbridge.core.values import dataclass

_KINDS = (
    CountryNotes,
    Source,
    ScaleValue,
    BriefChoice,
    Claim,
    Figure,
    SlowSeason,
    YearDay,
    Workday,
    ClockSpan,
    RamadanHours,
    ClockRange,
    OccasionGreeting,
    Phrase,
    SmallTalk,
    RegionNotes,
    CultureData,
    Scale,
    Advice,
    SourceRules,
)
_ENUMS = (FileCoverage, Topic, ClaimStrength, SeasonEffect, SourceKind, ScaleId)


def lore_for(*, you: str | None, them: str, cache_folder: Path | None = None) -> CultureData:
    """Scales, rules and the notes of both countries; raises WrongFilesError for a broken country file."""
    shelf = _Shelf(data_folder(), cache_folder, Codec(*_KINDS, enums=_ENUMS))
    theirs = shelf.notes(them)
    yours = theirs if you == them else shelf.notes(you) if you is not None else None
    tables = shelf.tables()
    return CultureData(scales=tables.scales, rules=tables.rules, yours=yours, theirs=theirs)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The shipped files, each read from the cache where that still holds."""

    folder: Path
    cache_folder: Path | None
    codec: Codec

    def notes(self, code: str) -> CountryNotes | None:
        file = self.folder / "countries" / f"{code}.yaml"
        if not file.exists():
            return None
        stamp, kept_in = self._stamp(file), self._kept_in(code)
        kept = None if kept_in is None else read_kept(kept_in, stamp, self.codec, CountryNotes)
        if kept is not None:
            return kept
        from clientbridge.adapters.culture.country_files import country_notes

        notes = country_notes(self.folder / "countries", code)
        if notes is not None and kept_in is not None:
            keep(kept_in, stamp, self.codec, notes)
        return notes

    def tables(self) -> CultureData:
        """Scales and rules, without any country."""
        stamp = self._stamp(self.folder / "scales.yaml", self.folder / "source_rules.yaml")
        kept_in = self._kept_in("tables")
        kept = None if kept_in is None else read_kept(kept_in, stamp, self.codec, CultureData)
        if kept is not None:
            return kept
        from clientbridge.adapters.culture.culture_tables import read_scales, read_source_rules

        rules = read_source_rules(self.folder)
        lore = CultureData(scales=read_scales(self.folder), rules=rules, yours=None, theirs=None)
        if kept_in is not None:
            keep(kept_in, stamp, self.codec, lore)
        return lore

    def _kept_in(self, name: str) -> Path | None:
        return None if self.cache_folder is None else self.cache_folder / "lore" / f"{name}.json"

    def _stamp(self, *files: Path) -> str:
        found = [file.stat() for file in files]
        return " ".join([__version__, *(f"{entry.st_size:x}.{entry.st_mtime_ns:x}" for entry in found)])
