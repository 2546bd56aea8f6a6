"""Meeting times as text in every language that CLDR has words for, and a sentence for the others."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from clientbridge.core.errors import UsageError
from clientbridge.core.meeting.slots import Fit, PartyTime, Slot
from clientbridge.core.time.formatting import city
from clientbridge.render.meeting.meeting_text import meeting_lines

_START = datetime(2026, 12, 3, 15, tzinfo=UTC)


def _slot(*zones: str) -> Slot:
    end = _START + timedelta(hours=1)
    parties = tuple(
        PartyTime(
            id=name,
            start=_START.astimezone(ZoneInfo(name)),
            end=end.astimezone(ZoneInfo(name)),
            timezone=ZoneInfo(name),
            where=city(name),
            day_shift=0,
            fit=Fit.WORKING,
            minutes_outside=0,
            cost=0,
            parts=(),
            notes=(),
        )
        for name in zones
    )
    return Slot(rank=1, start=_START, end=end, cost=0, reasons=(), parties=parties)


def _named(slot: Slot, *places: str) -> Slot:
    times = tuple(replace(time, where=where) for time, where in zip(slot.parties, places, strict=True))
    return replace(slot, parties=times)


@pytest.mark.parametrize(
    ("places", "language", "shown"),
    [
        (("Brussels", "Fargo"), "en", ["Brussels", "Fargo"]),
        (("Flanders", "Fargo"), "en-GB", ["Flanders", "Fargo"]),
        # names of places are known in English alone, those of clocks in every language
        (("Brussels", "Fargo"), "pt", ["Bruxelas", "Chicago"]),
        # several places on one clock have a line together
        (("Brussels", "Fargo", "Chicago"), "en", ["Brussels", "Chicago"]),
        (("Brussels", "Fargo", "Fargo"), "en", ["Brussels", "Fargo"]),
    ],
)
def test_a_time_is_told_with_the_place_that_the_profile_gives(
    places: tuple[str, ...], language: str, shown: list[str]
) -> None:
    zones = ("Europe/Brussels", *("America/Chicago",) * (len(places) - 1))
    _, *lines = meeting_lines((_named(_slot(*zones), *places),), language, with_utc=False)
    assert [line.split(" (")[0].rpartition(" ")[2] for line in lines] == shown


SLOT = _slot("Europe/Brussels", "Asia/Tokyo", "Asia/Famagusta")


@given(st.sampled_from(sorted(locale_identifiers())))
def test_every_language_gives_a_text_or_a_sentence(identifier: str) -> None:
    text = _answer(identifier.replace("_", "-"))
    assert "are not known" in text or (len(text.splitlines()) == 5 and "M12" not in text)


def _answer(language: str) -> str:
    """The text, or the sentence that refuses."""
    try:
        return "\n".join(meeting_lines([SLOT], language, with_utc=True))
    except UsageError as refused:
        return refused.say


@pytest.mark.parametrize(
    ("language", "same_as"), [("en-JP", "en"), ("nb-SE", "nb"), ("az-Cyrl-RU", "az-Cyrl")]
)
def test_a_region_without_words_of_its_own_takes_those_of_its_language(language: str, same_as: str) -> None:
    assert meeting_lines([SLOT], language, with_utc=True) == meeting_lines([SLOT], same_as, with_utc=True)


def test_a_language_without_a_word_for_a_city_takes_the_english_one() -> None:
    assert any("Famagusta" in line for line in meeting_lines([SLOT], "aa", with_utc=False))


@pytest.mark.parametrize(("language", "name"), [("arn", "Mapuche (arn)"), ("aaa", "aaa")])
def test_a_language_whose_months_have_no_names_is_refused_by_its_name(language: str, name: str) -> None:
    with pytest.raises(UsageError, match="the words for dates in") as refused:
        meeting_lines([SLOT], language, with_utc=False)
    assert name in refused.value.say
