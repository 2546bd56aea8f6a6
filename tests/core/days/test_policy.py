from clientbridge.core.days.place import Place
from clientbridge.core.days.policy import Effect, PolicyRow, decide, kind_of, status_of
from clientbridge.core.days.status import DayStatus, ReasonKind

ROWS = (
    PolicyRow(country="US", names=("Columbus Day", "Veterans*"), effect=Effect.LIKELY_CLOSED),
    PolicyRow(country="US", regions=frozenset({"PR"}), only_regional=True, effect=Effect.CLOSED),
    PolicyRow(country="US", only_regional=True, effect=Effect.IGNORED),
    PolicyRow(country="*", categories=frozenset({"public"}), effect=Effect.CLOSED),
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
