"""The parts of a country file, from YAML to core values (format: data/countries/README.md)."""

import re
from collections.abc import Mapping

from clientbridge.adapters.yaml_files.fields import Fields
from clientbridge.adapters.yaml_files.nodes import texts
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
from clientbridge.core.culture.phrases import SpokenWords
from clientbridge.core.culture.scales import HIGHEST, LOWEST, ScaleId
from clientbridge.core.culture.sources import Source, SourceKind
from clientbridge.core.days.day import DayStatus
from clientbridge.core.time.date_rules import is_date_rule


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TOP_KEYS = _words(
    "schema code coverage reviewed review_after reviewers caveat sources scales brief claims slow_seasons"
    " workday greetings phrases small_talk regions work_language"
)
_SOURCE = _words("title publisher url kind licence family published accessed")
_SCALE = frozenset({"value", "sources", "note", "disputed"})
_CLAIM = _words("id topic scales address asks strength scope say do sources regional disputed stale figures")
_FIGURE = _words("what value unit of year source caution")
_SEASON = _words("id from to effect say sources day shorter_by name local")
_CLOCK_SPAN = frozenset({"start", "end", "sources", "note"})
_GREETING = _words("occasion en language native romanised sounds from to known_to_keep sources")
_PHRASE = _words("en native romanised sounds when language formal address sources")
_SMALL_TALK = frozenset({"good", "careful", "sources", "disputed"})
_REGION = frozenset({"scales", "say", "sources", "work_language"})
_WORK_LANGUAGE = frozenset({"language", "phrases", "sources"})
_SCHEMA = 1


def notes_in(top: Fields) -> CountryNotes:
    """Everything in the file; problems are added to those of `top`."""
    if top.text("schema") not in {"", str(_SCHEMA)}:
        top.wrong("schema", f"this program reads schema {_SCHEMA}")
    work = top.under("work_language", _WORK_LANGUAGE)
    spoken = work.maybe("phrases") if work is not None else None
    return CountryNotes(
        code=top.text("code"),
        coverage=top.choice("coverage", FileCoverage),
        reviewed=top.day("reviewed"),
        review_after=top.day("review_after"),
        reviewers=top.texts("reviewers"),
        caveat=top.maybe("caveat"),
        sources=_sources(top.under("sources")),
        scales=_scales(top.under("scales")),
        brief=_brief(top.under("brief", {"watch", "open_with", "avoid", "closing"})),
        claims=tuple(_claim(row) for row in top.rows("claims", _CLAIM)),
        slow_seasons=tuple(_season(row) for row in top.rows("slow_seasons", _SEASON)),
        workday=_workday(top.under("workday", {"hours", "lunch", "good_slots", "ramadan"})),
        greetings=tuple(_greeting(row) for row in top.rows("greetings", _GREETING)),
        phrases=tuple(_phrase(row, spoken) for row in top.rows("phrases", _PHRASE)),
        small_talk=_small_talk(top.under("small_talk", _SMALL_TALK)),
        regions=_regions(top.under("regions")),
        work_language=_work_language(work),
    )


def _sources(fields: Fields | None) -> Mapping[str, Source]:
    if fields is None:
        return {}
    rows = ((key, fields.under(key, _SOURCE)) for key in fields)
    return {key: _source(key, row) for key, row in rows if row is not None}


def _source(key: str, row: Fields) -> Source:
    published = row.maybe("published")
    if published is not None and not re.fullmatch(r"(19|20)\d\d(-\d\d(-\d\d)?)?", published):
        row.wrong("published", f"'{published}' is not a date", "write 2024, 2024-05 or 2024-05-17")
        published = None
    return Source(
        key=key,
        title=row.text("title"),
        publisher=row.text("publisher"),
        url=row.text("url"),
        kind=row.choice("kind", SourceKind),
        accessed=row.day("accessed"),
        published=published,
        family=row.maybe("family"),
        licence=row.maybe("licence"),
    )


def _scales(fields: Fields | None) -> Mapping[ScaleId, ScaleValue]:
    values: dict[ScaleId, ScaleValue] = {}
    if fields is None:
        return values
    known = {scale.value: scale for scale in ScaleId}
    for key in fields:
        row = fields.under(key, _SCALE)
        if key not in known:
            fields.wrong(key, f"'{key}' is no scale", f"one of {', '.join(known)}")
            continue
        if row is None:
            continue
        values[known[key]] = ScaleValue(
            value=row.whole("value", LOWEST, HIGHEST),
            sources=row.texts("sources"),
            note=row.maybe("note"),
            disputed=row.yes("disputed"),
        )
    return values


def _brief(fields: Fields | None) -> BriefChoice:
    if fields is None:
        return BriefChoice()
    return BriefChoice(
        watch=fields.texts("watch"),
        open_with=fields.texts("open_with"),
        avoid=fields.texts("avoid"),
        closing=fields.texts("closing"),
    )


def _claim(row: Fields) -> Claim:
    return Claim(
        id=row.text("id"),
        topic=row.choice("topic", Topic),
        strength=row.choice("strength", ClaimStrength),
        say=row.text("say"),
        do=row.maybe("do"),
        sources=row.texts("sources"),
        scope=row.maybe("scope"),
        regional=row.maybe("regional"),
        figures=tuple(_figure(figure) for figure in row.rows("figures", _FIGURE)),
        disputed=row.yes("disputed"),
        stale=row.yes("stale"),
        scales=row.choices("scales", ScaleId) if "scales" in row else None,
        asks=row.choice("asks", Matter) if "asks" in row else None,
        address=row.yes("address") if "address" in row else None,
    )


def _figure(row: Fields) -> Figure:
    return Figure(
        what=row.text("what"),
        value=row.text("value"),
        unit=row.maybe("unit"),
        of=row.maybe("of"),
        year=row.whole("year", 1950, 2100),
        source=row.text("source"),
        caution=row.maybe("caution"),
    )


def _season(row: Fields) -> SlowSeason:
    return SlowSeason(
        id=row.text("id"),
        first=_date_rule(row, "from"),
        last=_date_rule(row, "to"),
        effect=row.choice("effect", SeasonEffect),
        say=row.text("say"),
        sources=row.texts("sources"),
        day=row.choice("day", DayStatus) if "day" in row else None,
        shorter_by=row.whole("shorter_by", 1, 8 * 60) if "shorter_by" in row else 0,
        name=row.maybe("name"),
        local_name=row.maybe("local"),
    )


def _date_rule(row: Fields, key: str) -> str:
    text = row.text(key)
    if is_date_rule(text):
        return text
    if text:
        row.wrong(key, f"'{text}' is not a day of the year", 'write it like "07-15" or easter-2')
    return "01-01"


def _workday(fields: Fields | None) -> Workday:
    if fields is None:
        return Workday()
    ramadan = fields.under("ramadan", {"hours", "legal_basis", "sources"})
    return Workday(
        hours=_clock_span(fields.under("hours", _CLOCK_SPAN)),
        lunch=_clock_span(fields.under("lunch", _CLOCK_SPAN)),
        good_slots=tuple(
            fields.hours_in("-".join(item.text for item in texts(node)), "good_slots")[0]
            for node in fields.nodes("good_slots")
        ),
        ramadan=None
        if ramadan is None
        else RamadanHours(
            hours=ramadan.hours_in(ramadan.text("hours"), "hours"),
            legal_basis=ramadan.maybe("legal_basis"),
            sources=ramadan.texts("sources"),
        ),
    )


def _clock_span(row: Fields | None) -> ClockSpan | None:
    if row is None:
        return None
    return ClockSpan(span=row.clock_range(), sources=row.texts("sources"), note=row.maybe("note"))


def _greeting(row: Fields) -> OccasionGreeting:
    occasion = row.text("occasion")
    return OccasionGreeting(
        words=SpokenWords(
            en=row.maybe("en") or occasion.replace("_", " "),
            native=row.text("native"),
            romanised=row.maybe("romanised"),
            sounds=row.maybe("sounds"),
            language=row.maybe("language"),
            occasion=occasion,
        ),
        first=_date_rule(row, "from"),
        last=_date_rule(row, "to"),
        only_to_keepers=row.yes("known_to_keep"),
    )


def _phrase(row: Fields, usual_language: str | None) -> SpokenWords:
    return SpokenWords(
        en=row.text("en"),
        native=row.text("native"),
        romanised=row.maybe("romanised"),
        sounds=row.text("sounds"),
        when=row.maybe("when"),
        language=row.maybe("language") or usual_language,
        formal=row.yes("formal"),
        address=row.yes("address"),
    )


def _small_talk(row: Fields | None) -> SmallTalk | None:
    if row is None:
        return None
    return SmallTalk(
        good=row.texts("good"),
        careful=row.texts("careful"),
        sources=row.texts("sources"),
        disputed=row.yes("disputed"),
    )


def _regions(fields: Fields | None) -> Mapping[str, RegionNotes]:
    regions: dict[str, RegionNotes] = {}
    if fields is None:
        return regions
    for code in fields:
        row = fields.under(code, _REGION)
        if row is not None:
            regions[code] = RegionNotes(
                say=row.maybe("say"),
                scales=_scales(row.under("scales")),
                sources=row.texts("sources"),
                work_language=_work_language(row.under("work_language", _WORK_LANGUAGE)),
            )
    return regions


def _work_language(row: Fields | None) -> WorkLanguage | None:
    return None if row is None else WorkLanguage(language=row.text("language"), sources=row.texts("sources"))
