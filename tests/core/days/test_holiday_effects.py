from datetime import date

import pytest

from clientbridge.core.days.day import DayStatus, HoursCut, ReasonKind
from clientbridge.core.days.holiday_effects import (
    HALF_DAY_ENDS,
    Effect,
    EffectRow,
    decide,
    kind_of,
    status_of,
)
from clientbridge.core.days.place import Place

ROWS = (
    EffectRow(country="US", names=("Columbus Day", "Veterans*"), effect=Effect.LIKELY_CLOSED),
    EffectRow(country="US", regions=frozenset({"PR"}), only_regional=True, effect=Effect.CLOSED),
    EffectRow(country="US", only_regional=True, effect=Effect.IGNORED),
    EffectRow(country="*", categories=frozenset({"public"}), effect=Effect.CLOSED),
)


def effect(place: Place, name: str, category: str = "public", *, regional: bool = False) -> Effect:
    return decide(ROWS, place, category, name, regional=regional).effect


def test_the_first_row_that_fits_decides() -> None:
    america = Place("US")
    assert effect(america, "Columbus Day") is Effect.LIKELY_CLOSED
    assert effect(america, "Veterans Day (observed)") is Effect.LIKELY_CLOSED
    assert effect(america, "Thanksgiving Day") is Effect.CLOSED
    assert effect(Place("FR"), "Columbus Day") is Effect.CLOSED
    assert effect(Place("FR"), "Columbus Day", "school") is Effect.IGNORED


def test_days_of_a_region_alone_have_rows_of_their_own() -> None:
    texas, puerto_rico = Place("US", "US-TX"), Place("US", "US-PR")
    assert effect(texas, "San Jacinto Day", regional=True) is Effect.IGNORED
    assert effect(texas, "Thanksgiving Day") is Effect.CLOSED
    assert effect(puerto_rico, "Epiphany", regional=True) is Effect.CLOSED


def test_the_kind_of_a_reason_says_what_the_day_does() -> None:
    assert kind_of("optional", Effect.CLOSED) is ReasonKind.PUBLIC_HOLIDAY
    assert kind_of("optional", Effect.LIKELY_CLOSED) is ReasonKind.OPTIONAL
    assert kind_of("bank", Effect.LIKELY_CLOSED) is ReasonKind.BANK_HOLIDAY
    assert kind_of("public", Effect.LIKELY_CLOSED) is ReasonKind.PUBLIC_HOLIDAY
    assert kind_of("public", Effect.REDUCED) is ReasonKind.HALF_DAY
    assert kind_of("half_day", Effect.LIKELY_CLOSED) is ReasonKind.OPTIONAL
    assert status_of(Effect.IGNORED) is None
    assert status_of(Effect.REDUCED) is DayStatus.REDUCED


HALF = HoursCut(until=12 * 60)


@pytest.mark.parametrize(
    ("row", "place", "category", "name", "regional", "fits"),
    [
        # what is left out fits everything
        (EffectRow(country="*", effect=Effect.CLOSED), Place("FR"), "school", "Any", False, True),
        (EffectRow(country="FR", effect=Effect.CLOSED), Place("FR"), "school", "Any", False, True),
        (EffectRow(country="FR", effect=Effect.CLOSED), Place("BE"), "school", "Any", False, False),
        # regions, by their bare code
        (
            EffectRow(country="CH", regions=frozenset({"ZH"}), effect=Effect.CLOSED),
            Place("CH", "CH-ZH"),
            "x",
            "y",
            False,
            True,
        ),
        (
            EffectRow(country="CH", regions=frozenset({"ZH"}), effect=Effect.CLOSED),
            Place("CH", "CH-GE"),
            "x",
            "y",
            False,
            False,
        ),
        (
            EffectRow(country="CH", regions=frozenset({"ZH"}), effect=Effect.CLOSED),
            Place("CH"),
            "x",
            "y",
            False,
            False,
        ),
        # categories
        (
            EffectRow(country="*", categories=frozenset({"bank", "public"}), effect=Effect.CLOSED),
            Place("FR"),
            "bank",
            "y",
            False,
            True,
        ),
        (
            EffectRow(country="*", categories=frozenset({"bank"}), effect=Effect.CLOSED),
            Place("FR"),
            "public",
            "y",
            False,
            False,
        ),
        # names, whole or a beginning
        (EffectRow(country="*", names=("Eve",), effect=Effect.CLOSED), Place("FR"), "x", "Eve", False, True),
        (
            EffectRow(country="*", names=("Eve",), effect=Effect.CLOSED),
            Place("FR"),
            "x",
            "Eve (observed)",
            False,
            False,
        ),
        (
            EffectRow(country="*", names=("Eve*",), effect=Effect.CLOSED),
            Place("FR"),
            "x",
            "Eve (observed)",
            False,
            True,
        ),
        (
            EffectRow(country="*", names=("Eve*",), effect=Effect.CLOSED),
            Place("FR"),
            "x",
            "Even",
            False,
            True,
        ),
        (
            EffectRow(country="*", names=("Eve*",), effect=Effect.CLOSED),
            Place("FR"),
            "x",
            "Easter",
            False,
            False,
        ),
        (
            EffectRow(country="*", names=("One", "Two*"), effect=Effect.CLOSED),
            Place("FR"),
            "x",
            "Two days",
            False,
            True,
        ),
        # days that only the region has
        (EffectRow(country="*", only_regional=True, effect=Effect.CLOSED), Place("FR"), "x", "y", True, True),
        (
            EffectRow(country="*", only_regional=True, effect=Effect.CLOSED),
            Place("FR"),
            "x",
            "y",
            False,
            False,
        ),
        (EffectRow(country="*", effect=Effect.CLOSED), Place("FR"), "x", "y", True, True),
    ],
)
def test_all_that_a_row_says_has_to_fit(
    row: EffectRow, place: Place, category: str, name: str, *, regional: bool, fits: bool
) -> None:
    assert row.fits(place, category, name, regional=regional) is fits


def test_the_row_that_decides_is_the_first_with_its_cut_and_none_ignores() -> None:
    short = EffectRow(country="*", names=("Eve",), effect=Effect.REDUCED, cut=HALF)
    closed = EffectRow(country="*", effect=Effect.CLOSED)
    assert decide([short, closed], Place("FR"), "x", "Eve") is short
    assert decide([closed, short], Place("FR"), "x", "Eve") is closed
    assert decide([short, closed], Place("FR"), "x", "Day") is closed
    assert decide([short], Place("FR"), "x", "Day").effect is Effect.IGNORED
    regional = EffectRow(country="*", only_regional=True, effect=Effect.CLOSED)
    assert decide([regional, short], Place("FR"), "x", "Eve") is short
    assert decide([regional, short], Place("FR"), "x", "Eve", regional=True) is regional


@pytest.mark.parametrize(
    ("effect_of", "status"),
    [
        (Effect.CLOSED, DayStatus.CLOSED),
        (Effect.LIKELY_CLOSED, DayStatus.LIKELY_CLOSED),
        (Effect.REDUCED, DayStatus.REDUCED),
        (Effect.IGNORED, None),
    ],
)
def test_the_status_of_an_effect(effect_of: Effect, status: DayStatus | None) -> None:
    assert status_of(effect_of) is status


@pytest.mark.parametrize(
    ("category", "effect_of", "kind"),
    [
        *(
            (category, Effect.REDUCED, ReasonKind.HALF_DAY)
            for category in ("public", "bank", "half_day", "school")
        ),
        *(
            (category, Effect.CLOSED, ReasonKind.PUBLIC_HOLIDAY)
            for category in ("public", "bank", "half_day", "school")
        ),
        ("public", Effect.LIKELY_CLOSED, ReasonKind.PUBLIC_HOLIDAY),
        ("de_facto", Effect.LIKELY_CLOSED, ReasonKind.PUBLIC_HOLIDAY),
        ("bank", Effect.LIKELY_CLOSED, ReasonKind.BANK_HOLIDAY),
        ("half_day", Effect.LIKELY_CLOSED, ReasonKind.OPTIONAL),
        ("school", Effect.LIKELY_CLOSED, ReasonKind.OPTIONAL),
    ],
)
def test_the_kind_by_category_and_effect(category: str, effect_of: Effect, kind: ReasonKind) -> None:
    assert kind_of(category, effect_of) is kind


def test_a_half_day_ends_at_noon() -> None:
    assert HALF_DAY_ENDS == 720


@pytest.mark.parametrize(
    ("on", "effect"),
    [
        (date(2026, 12, 30), Effect.IGNORED),
        (date(2026, 12, 31), Effect.UNKNOWN),
        (date(2027, 1, 1), Effect.UNKNOWN),
        (date(2027, 1, 2), Effect.IGNORED),
    ],
)
def test_a_row_holds_from_its_first_to_its_last_date(on: date, effect: Effect) -> None:
    row = EffectRow(
        country="UA", first=date(2026, 12, 31), last=date(2027, 1, 1), effect=Effect.UNKNOWN, why="who knows"
    )
    assert decide((row,), Place("UA"), "workday", "New Year", on=on).effect is effect


def test_a_note_and_an_unknown_day_have_their_status_and_kind() -> None:
    assert (status_of(Effect.NOTED), kind_of("workday", Effect.NOTED)) == (
        DayStatus.WORKING,
        ReasonKind.OPTIONAL,
    )
    assert (status_of(Effect.UNKNOWN), kind_of("public", Effect.UNKNOWN)) == (
        DayStatus.UNKNOWN,
        ReasonKind.NO_DATA,
    )


@pytest.mark.parametrize(("region", "fits"), [(None, True), ("IN-DL", False)])
def test_a_row_may_hold_only_where_no_region_is_known(region: str | None, *, fits: bool) -> None:
    row = EffectRow(country="IN", only_without_region=True, effect=Effect.LIKELY_CLOSED)
    assert row.fits(Place("IN", region), "optional", "Ugadi", regional=False) is fits
