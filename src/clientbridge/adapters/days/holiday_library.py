"""The `holidays` package behind one door: what it says of one place in one year, as plain values.

The only module that imports the package. Always asked in ``en_US`` and in the country's own language: with no
language the answer would follow the machine's locale (vacanza/holidays #2168). `HolidaySum` and
`is_working_day` are never used: the first forgets weekends, the second answers "working" without data.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from importlib import import_module
from typing import Protocol, TypeAlias

from clientbridge.core.frozen_dataclass import dataclass

ENGLISH = "en_US"
_NOT_ASKED = frozenset({"school", "workday", "unofficial"})
"""Categories not requested, since nobody is off: school terms, observances, popular days."""
_ASKED_ALL_THE_SAME = {"UA": frozenset({"workday"})}
"""Where the library keeps there what the law calls holidays: Ukraine's, which martial law suspends."""

_FLAGS = re.compile(
    r"\s*\((estimated|observed|observed, estimated|in lieu|substitute day|additional holiday)\)"
)
_MOVED = re.compile(r"substituted from (\d\d)/(\d\d)/(\d{4})")
_HOUR = re.compile(r"\s*\(from (\d{1,2})(am|pm)\)")
_SHORTENED = re.compile(r"\s*\(workday shortened by (\d+) hours?\)")
_AFTERNOON = re.compile(r"\s*\(afternoon\)", re.IGNORECASE)
_NOON = 12
_AND = "; "
"""Between the names of two holidays on one date."""
_YEARS_TO_LEARN = 4


class _Country(Protocol):
    """The attributes of `holidays.HolidayBase` that we read: a mapping of dates to names for one year."""

    weekend_workdays: set[date]

    def items(self) -> "list[tuple[date, str]]": ...
    def is_weekend(self, key: date) -> bool: ...


class _CountryClass(Protocol):
    """The attributes of a `holidays` country class that we read."""

    supported_categories: tuple[str, ...]
    supported_languages: tuple[str, ...]
    subdivisions: tuple[str, ...]
    default_language: str | None
    start_year: int
    end_year: int

    def __call__(self, **options: "int | str | tuple[str, ...] | bool | None") -> _Country: ...


@dataclass(frozen=True, slots=True)
class _Asked:
    """The arguments of one call of the library."""

    known: _CountryClass
    country: str
    subdivision: str | None
    year: int


_Options: TypeAlias = "dict[str, int | str | tuple[str, ...] | bool | None]"


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryDay:
    """One named day of one category; the library's suffixes are stripped from the name and become fields."""

    on: date
    name: str
    local_name: str | None
    category: str
    estimated: bool = False
    until: int | None = None
    """Minute at which work stops, where the library's name says it."""
    shorter_by: int = 0
    """Minutes by which the day is shorter, where the library's name says it."""
    only_likely: bool = False
    """Moved here by a rule that a decree must carry out, or that employers follow as they choose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryYear:
    """What the library knows of one year at one place."""

    days: tuple[LibraryDay, ...]
    make_up_workdays: tuple[date, ...]
    """Days of a weekend that are worked."""


def has_year(country: str, year: int) -> bool:
    """Whether the library has data for that year: beyond its data it silently answers an empty list."""
    known = _class_of(country)
    return known is not None and known.start_year <= year <= known.end_year


def subdivisions(country: str) -> tuple[str, ...]:
    """The library's own codes of the parts of a country whose days differ."""
    known = _class_of(country)
    return () if known is None else known.subdivisions


def _in_year(days: Iterable[date], year: int) -> Iterator[date]:
    return (day for day in days if day.year == year)


def _days_of(
    on: date, names: str, local: Mapping[tuple[date, str], str], category: str
) -> Iterator[LibraryDay]:
    return (_day(on, name, local.get((on, name), ""), category) for name in names.split(_AND))


def library_year(
    country: str, subdivision: str | None, year: int, *, with_local_names: bool = True
) -> LibraryYear:
    """Every day with a name in one year; `subdivision` is the library's own code. Empty without data."""
    known = _class_of(country)
    if known is None or not has_year(country, year):
        return LibraryYear(days=(), make_up_workdays=())
    asked = _Asked(known, country, subdivision, year)
    days: list[LibraryDay] = []
    moved: set[date] = set()
    with_local_names = with_local_names and _has_local_names(known)
    for category in known.supported_categories:
        if category in _NOT_ASKED - _ASKED_ALL_THE_SAME.get(country, frozenset()):
            continue
        english = _ask(asked, category, ENGLISH)
        moved.update(_in_year(english.weekend_workdays, year))
        local = _local_names(asked, category) if with_local_names else {}
        for on, names in english.items():
            days += _days_of(on, names, local, category)
    return LibraryYear(
        days=tuple(sorted(days, key=lambda day: (day.on, day.category, day.name))),
        make_up_workdays=tuple(sorted(moved)),
    )


def weekends(
    country: str, subdivision: str | None, year: int
) -> tuple[tuple[date, date, frozenset[int]], ...]:
    """What the library calls weekend (Monday is 0), with the first and last date of each rule."""
    known = _class_of(country)
    if known is None or not has_year(country, year):
        return ()
    answers = _ask(_Asked(known, country, subdivision, year), "public", ENGLISH)
    start, end = date(year, 1, 1), date(year, 12, 31)
    rules: list[tuple[date, date, frozenset[int]]] = []
    for shift in range(0, 364, 7):
        week = [start + timedelta(days=shift + more) for more in range(7)]
        off = frozenset(day.weekday() for day in week if answers.is_weekend(day))
        if rules and rules[-1][2] == off:
            rules[-1] = (rules[-1][0], week[-1], off)
        else:
            rules.append((week[0], week[-1], off))
    return (*rules[:-1], (rules[-1][0], end, rules[-1][2]))


def _class_of(country: str) -> _CountryClass | None:
    registry: dict[str, tuple[str, ...]] = import_module("holidays.registry").COUNTRIES
    for module, names in registry.items():
        if country in names[1:2]:
            country_class: _CountryClass = getattr(import_module(f"holidays.countries.{module}"), names[0])
            return country_class
    return None


def _has_local_names(known: _CountryClass) -> bool:
    return known.default_language not in {None, ENGLISH} and not str(known.default_language).startswith("en")


def _ask(asked: _Asked, category: str, language: str | None) -> _Country:
    known = asked.known
    options: _Options = {
        "years": asked.year,
        "subdiv": asked.subdivision,
        "categories": (category,),
    }
    if known.supported_languages:
        options["language"] = language
    if asked.country in _LABELS_ESTIMATES_ON_REQUEST:
        options["islamic_show_estimated"] = True
    return known(**options)


_LABELS_ESTIMATES_ON_REQUEST = frozenset({"CI", "PS", "SA"})
"""Countries whose class labels estimates only on request, so that 2027 would look certain."""


def _local_names(asked: _Asked, category: str) -> dict[tuple[date, str], str]:
    """Local name by date and English name.

    Names that share a date are joined in the order of each language's alphabet; which belongs to which is
    learnt from years in which each has a day of its own, and left out where that does not settle it.
    """
    local_names: dict[tuple[date, str], str] = {}
    learnt: dict[str, str] | None = None
    local = dict(_ask(asked, category, asked.known.default_language).items())
    for on, names in _ask(asked, category, ENGLISH).items():
        english, own = names.split(_AND), local.get(on, "").split(_AND)
        if len(english) > 1:
            learnt = _learnt_names(asked, category) if learnt is None else learnt
            own = _paired(english, own, learnt)
        local_names |= {(on, name): word for name, word in zip(english, own, strict=False)}
    return local_names


def _learnt_names(asked: _Asked, category: str) -> dict[str, str]:
    learnt: dict[str, str] = {}
    for year in range(asked.year - _YEARS_TO_LEARN, asked.year + _YEARS_TO_LEARN + 1):
        then = _Asked(asked.known, asked.country, asked.subdivision, year)
        local = dict(_ask(then, category, asked.known.default_language).items())
        for on, name in _ask(then, category, ENGLISH).items():
            if _AND not in name and _AND not in local.get(on, _AND):
                learnt.setdefault(name, local[on])
    return learnt


def _paired(english: list[str], own: list[str], learnt: dict[str, str]) -> list[str]:
    """The local names in the order of the English ones; what remains is the other one's, if it is one."""
    left = [word for word in own if word not in {learnt.get(name) for name in english}]
    unknown = [name for name in english if learnt.get(name) not in own]
    last = left[0] if len(left) == len(unknown) == 1 else ""
    return [learnt[name] if name not in unknown else last for name in english]


def _day(on: date, name: str, local_name: str, category: str) -> LibraryDay:
    flags = ", ".join(_FLAGS.findall(name))
    hour, shortened = _HOUR.search(name), _SHORTENED.search(name)
    plain = _FLAGS.sub("", name)
    for pattern in (_HOUR, _SHORTENED, _AFTERNOON):
        plain = pattern.sub("", plain)
    stripped = plain != name
    until = _minute(hour[1], hour[2]) if hour else _NOON * 60 if _AFTERNOON.search(name) else None
    return LibraryDay(
        on=on,
        name=_MOVED.sub(r"moved from \3-\1-\2", plain).strip(),
        local_name=_without_label(local_name, stripped=stripped) or None,
        category=category,
        estimated="estimated" in flags,
        until=until,
        shorter_by=int(shortened[1]) * 60 if shortened else 0,
    )


def _minute(hour: str, half: str) -> int:
    return (int(hour) % _NOON + (_NOON if half == "pm" else 0)) * 60


_LOCAL_LABEL = re.compile(r"\s*[（(][^()（）]*[)）]$")


def _without_label(local_name: str, *, stripped: bool) -> str:
    """The local name without its last parenthesis, where the English one had a suffix to lose."""
    return _LOCAL_LABEL.sub("", local_name).strip() if stripped else local_name.strip()
