"""Load culture data from the shipped files: only the requested countries.

What was read stays in the cache while the files are the same: typing two countries
and the tables costs 50 ms, reading them from there 3.
"""

from pathlib import Path

from clientbridge import __version__
from clientbridge.adapters.data_files import data_folder
from clientbridge.adapters.file_stamp import stamp_of
from clientbridge.adapters.json_cache import NO_CACHE, JsonCache
from clientbridge.adapters.json_codec import Codec, cached_value
from clientbridge.core.culture.country import (
    BriefChoice,
    Claim,
    ClaimStrength,
    ClockSpan,
    CountryNotes,
    Figure,
    FileCoverage,
    Matter,
    OccasionGreeting,
    RamadanHours,
    RegionNotes,
    ScaleValue,
    SeasonEffect,
    SlowSeason,
    SmallTalk,
    Topic,
    Workday,
    WorkLanguage,
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
    WorkLanguage,
    CultureData,
    Scale,
    Advice,
    SourceRules,
)
_ENUMS = (FileCoverage, Matter, Topic, ClaimStrength, SeasonEffect, DayStatus, SourceKind, ScaleId)


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

        def read() -> CountryNotes:
            from clientbridge.adapters.culture.country_files import whole_notes

            return whole_notes(file)

        return cached_value(
            self.cache, f"culture/{code}", self._stamp(file), CountryNotes, codec=self.codec, compute=read
        )

    def tables(self) -> CultureData:
        """Scales and rules, without any country."""

        def read() -> CultureData:
            from clientbridge.adapters.culture.culture_tables import read_scales, read_source_rules

            rules = read_source_rules(self.folder)
            return CultureData(scales=read_scales(self.folder), rules=rules, yours=None, theirs=None)

        stamp = self._stamp(self.folder / "scales.yaml", self.folder / "source_rules.yaml")
        return cached_value(self.cache, "culture/tables", stamp, CultureData, codec=self.codec, compute=read)

    def _stamp(self, *files: Path) -> str:
        return f"{__version__} {stamp_of(*files)}"
