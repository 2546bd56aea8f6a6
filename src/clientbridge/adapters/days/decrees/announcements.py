"""data/announcements.yaml: what governments have announced so far, and which holidays their laws move."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from clientbridge.adapters.data_files import TableRow, read_mapping
from clientbridge.core.days.decrees.moved_holidays import MoveRow
from clientbridge.core.days.decrees.undecided_days import DecreeRow
from clientbridge.core.days.holiday_effects import EVERYWHERE
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import fits_pattern
from clientbridge.core.time.hours import Weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class LunarRow:
    """Days that a government fixes year by year; after `announced_to` their dates are estimates."""

    countries: frozenset[str]
    names: tuple[str, ...]
    announced_to: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcements:
    """How far governments have announced dates that no rule gives, and how laws move holidays."""

    lunar: tuple[LunarRow, ...]
    decrees: Mapping[str, DecreeRow]
    """By country."""
    moves: tuple[MoveRow, ...]

    def awaited(self, country: str, year: int) -> DecreeRow | None:
        """The decree that has not come for that year; None where it has, or where none is needed."""
        decree = self.decrees.get(country)
        return decree if decree is not None and year > decree.announced_to else None


def is_estimated(country: str, on: date, name: str) -> bool:
    """Whether the date of that holiday is not announced yet, though the library prints no label.

    Of the rows with that name the one for this very country decides; rows for every country come last.
    """
    rows = [row for row in announcements().lunar if _is_announced_by(row, country, name)]
    own = [row for row in rows if country in row.countries]
    return bool(rows) and on.year > max(row.announced_to for row in own or rows)


def _is_announced_by(row: LunarRow, country: str, name: str) -> bool:
    named = any(fits_pattern(name, pattern) for pattern in row.names)
    return bool(row.countries & {country, EVERYWHERE}) and named


@cache
def announcements() -> Announcements:
    """Lunar days, decrees and moved holidays."""
    table = read_mapping("announcements.yaml")
    return Announcements(
        lunar=tuple(
            LunarRow(
                countries=frozenset(row.texts("countries")),
                names=row.texts("names"),
                announced_to=int(row.text("announced_to")),
            )
            for row in table.rows("lunar")
        ),
        decrees={row.text("country"): _decree(row) for row in table.rows("decrees")},
        moves=tuple(map(_move, table.rows("moves"))),
    )


def _decree(row: TableRow) -> DecreeRow:
    return DecreeRow(
        country=row.text("country"),
        announced_to=int(row.text("announced_to")),
        say=row.text("say"),
        bridge=int(row.maybe("bridge") or 0),
        beside_long=int(row.maybe("beside_long") or 0),
        also=row.texts("also"),
        make_up="make_up" in row,
        source=row.text("source"),
    )


def _move(row: TableRow) -> MoveRow:
    shifts = row.row("shifts")
    return MoveRow(
        country=row.text("country"),
        names=frozenset(row.texts("names")),
        first=_date(row, "first") or date.min,
        last=_date(row, "last") or date.max,
        shifts={Weekday.named(word): int(shifts.text(word)) for word in shifts.fields},
        likely="likely" in row,
    )


def _date(row: TableRow, key: str) -> date | None:
    text = row.maybe(key)
    return None if text is None else date.fromisoformat(text)
