"""Rule table of the sentences and source lists in a country file: none is left out, each has its place."""

from dataclasses import replace

from culture_rules import HIGH, LOW, MEDIUM, claim, notes, value

from clientbridge.core.culture.checking.country_texts import sentences, source_lists
from clientbridge.core.culture.country import (
    ClockSpan,
    CountryNotes,
    RamadanHours,
    RegionNotes,
    SeasonEffect,
    SlowSeason,
    SmallTalk,
    Topic,
    Workday,
)
from clientbridge.core.culture.phrases import SpokenWords
from clientbridge.core.culture.scales import ScaleId
from clientbridge.core.time.hours import ClockRange

DAY = "01-01"
HOURS = ClockRange(540, 1080)


def whole() -> CountryNotes:
    """A file in which everything that may hold a text or sources does."""
    one = replace(claim("a", Topic.GIFTS, sources=LOW), scope="claim scope", regional="claim regional")
    return replace(
        notes({ScaleId.DIRECTNESS: value(4, HIGH, disputed=True)}, (one, claim("b", do=None))),
        caveat="caveat",
        slow_seasons=(
            SlowSeason(id="x", first=DAY, last=DAY, effect=SeasonEffect.THIN, say="season", sources=("gov",)),
        ),
        workday=Workday(
            hours=ClockSpan(span=HOURS, sources=("press",), note="hours note"),
            lunch=ClockSpan(span=HOURS, sources=("blog",), note="lunch note"),
            ramadan=RamadanHours(hours=(HOURS,), legal_basis=None, sources=("other",)),
        ),
        phrases=(SpokenWords(en="Hi", native="Hi", romanised=None, sounds="hi", when="shops"),),
        small_talk=SmallTalk(good=("food",), careful=(), sources=MEDIUM),
        regions={
            "XK-01": RegionNotes(
                say="region", scales={ScaleId.SCHEDULE: value(2, ("other",))}, sources=("gov",)
            )
        },
    )


def test_every_sentence_has_its_place() -> None:
    assert list(sentences(whole())) == [
        (("caveat",), "caveat"),
        (("scales", "directness", "note"), "note"),
        (("claims", 0, "say"), "say a"),
        (("claims", 0, "do"), "do"),
        (("claims", 0, "scope"), "claim scope"),
        (("claims", 0, "regional"), "claim regional"),
        (("claims", 1, "say"), "say b"),
        (("slow_seasons", 0, "say"), "season"),
        (("workday", "hours", "note"), "hours note"),
        (("workday", "lunch", "note"), "lunch note"),
        (("phrases", 0, "when"), "shops"),
        (("regions", "XK-01", "say"), "region"),
    ]
    assert list(sentences(notes())) == []


def test_every_list_of_sources_has_its_place_and_topic() -> None:
    assert list(source_lists(whole())) == [
        (("scales", "directness"), HIGH, "scales"),
        (("claims", 0), LOW, "gifts"),
        (("claims", 1), HIGH, "meetings"),
        (("slow_seasons", 0), ("gov",), "working_time"),
        (("small_talk",), MEDIUM, "small_talk"),
        (("workday", "hours"), ("press",), "working_time"),
        (("workday", "lunch"), ("blog",), "working_time"),
        (("workday", "ramadan"), ("other",), "working_time"),
        (("regions", "XK-01"), ("gov",), "scales"),
        (("regions", "XK-01", "scales", "schedule"), ("other",), "scales"),
    ]
    assert list(source_lists(notes())) == []
