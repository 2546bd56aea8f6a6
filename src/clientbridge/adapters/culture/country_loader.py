"""Load culture data from the shipped files: only the requested countries.

What was read stays in the cache while the files have the same size and time: typing two countries
and the tables costs 50 ms, reading them from there 3.
"""

from pathlib import Path

from clientbridge import __version__
from clientbridge.adapters.data_files import data_folder
from clientbridge.adapters.json_cache import NO_CACHE, JsonCache, stamp_of
from clientbridge.adapters.json_codec import Codec, read_cached, write_cached
from clientbridge.core.culture.country import (
    BriefChoice,
    Claim,
    ClaimStrength,
    ClockSpan,
    CountryNotes,
    Figure,
    FileCoverage,
    OccasionGreeting,
    RamadanHours,
    RegionNotes,
    ScaleValue,
    SeasonEffect,
    SlowSeason,
    SmallTalk,
    Topic,
    Workday,
)
from clientbridge.core.culture.culture_data import CultureData
from clientbridge.core.culture.phrases import SpokenWords
from clientbridge.core.culture.scales import Advice, Scale, ScaleId
from clientbridge.core.culture.sources import Source, SourceKind, SourceRules
from clientbridge.core.days.day import DayStatus
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import ClockRange

_KINDS = (
    CountryNotes,
    Source,
    ScaleValue,
    BriefChoice,
    Claim,
    Figure,
    SlowSeason,
    Workday,
    ClockSpan,
    RamadanHours,
    ClockRange,
    OccasionGreeting,
    SpokenWords,
    SmallTalk,
    RegionNotes,
    CultureData,
    Scale,
    Advice,
    SourceRules,
)
_ENUMS = (FileCoverage, Topic, ClaimStrength, SeasonEffect, DayStatus, SourceKind, ScaleId)


def culture_data_for(*, you: str | None, them: str, cache: JsonCache = NO_CACHE) -> CultureData:
    """Scales, rules and the notes of both countries; raises WrongFilesError for a broken country file."""
    files = _ShippedFiles(data_folder(), cache, Codec(*_KINDS, enums=_ENUMS))
    theirs = files.notes(them)
    yours = theirs if you == them else files.notes(you) if you is not None else None
    tables = files.tables()
    return CultureData(scales=tables.scales, rules=tables.rules, yours=yours, theirs=theirs)


@dataclass(frozen=True, slots=True)
class _ShippedFiles:
    """The shipped files, each read from the cache where that still holds."""

    folder: Path
    cache: JsonCache
    codec: Codec

    def notes(self, code: str) -> CountryNotes | None:
        file = self.folder / "countries" / f"{code}.yaml"
        if not file.exists():
            return None
        name, stamp = f"culture/{code}", self._stamp(file)
        stored = read_cached(self.cache, name, stamp, self.codec, CountryNotes)
        if stored is not None:
            return stored
        from clientbridge.adapters.culture.country_files import country_notes

        notes = country_notes(self.folder / "countries", code)
        if notes is not None:
            write_cached(self.cache, name, stamp, self.codec, notes)
        return notes

    def tables(self) -> CultureData:
        """Scales and rules, without any country."""
        stamp = self._stamp(self.folder / "scales.yaml", self.folder / "source_rules.yaml")
        stored = read_cached(self.cache, "culture/tables", stamp, self.codec, CultureData)
        if stored is not None:
            return stored
        from clientbridge.adapters.culture.culture_tables import read_scales, read_source_rules

        rules = read_source_rules(self.folder)
        culture_data = CultureData(scales=read_scales(self.folder), rules=rules, yours=None, theirs=None)
        write_cached(self.cache, "culture/tables", stamp, self.codec, culture_data)
        return culture_data

    def _stamp(self, *files: Path) -> str:
        return f"{__version__} {stamp_of(*files)}"
