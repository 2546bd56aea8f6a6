import csv
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientbridge.adapters.data_files import data_folder
from clientbridge.adapters.days import holiday_library
from clientbridge.adapters.days.place_calendars import calendar_for, calendars_for
from clientbridge.adapters.days.places import country_codes, place_of
from clientbridge.adapters.json_cache import NO_CACHE, JsonCache
from clientbridge.adapters.library_versions import holidays_version
from clientbridge.core.days.day import Day, DayStatus, ReasonKind
from clientbridge.core.days.day_status import assess_day, hours_on
from clientbridge.core.days.place import Place
from clientbridge.core.time.hours import OFFICE_HOURS
from clientbridge.core.workspace.profiles import Schedule
from conftest import IS_LONG

CASES = Path(__file__).parents[2] / "cases"


def assessed(country: str, on: date, region_name: str = "", cache: JsonCache = NO_CACHE) -> Day:
    place = place_of(country, region_name) if region_name else Place(country)
    schedule = Schedule(place=place, zone=ZoneInfo("UTC"))
    return assess_day(calendar_for(place, on, on, cache), schedule, on)


def cases() -> Iterator[dict[str, str]]:
    for table in sorted(CASES.glob("*days.csv")):
        with table.open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> JsonCache:
    return JsonCache(tmp_path_factory.mktemp("cache"))


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{case['country']}-{case['region']}-{case['date']}") for case in cases()]
)
def test_a_day_is_what_its_source_says(case: dict[str, str], cache: JsonCache) -> None:
    day = assessed(case["country"], date.fromisoformat(case["date"]), case["region"], cache)
    answers = {day.status.value, *(reason.kind.value for reason in day.reasons)}
    assert answers & set(case["allowed"].split("|")), (case, day)


def test_every_own_case_has_its_source() -> None:
    with (CASES / "official_days.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) > 200
    assert all(row["source"].startswith("https://") or row["source"].startswith("http://") for row in rows)


def test_names_are_clean_and_in_both_languages() -> None:
    reason, season = assessed("SA", date(2027, 3, 9)).reasons
    assert (season.name, season.kind) == ("Eid al-Fitr break", ReasonKind.SEASON)
    assert (reason.name, reason.local_name, reason.estimated) == (
        "Eid al-Fitr Holiday",
        "عطلة عيد الفطر",
        True,
    )
    (reason,) = assessed("US", date(2027, 12, 31)).reasons
    assert (reason.name, reason.local_name) == ("New Year's Day", None)
    names = [(reason.name, reason.local_name) for reason in assessed("NO", date(2027, 5, 17)).reasons]
    assert names == [("Constitution Day", "Grunnlovsdag"), ("Pentecost Monday", "Andre pinsedag")]
    (reason,) = assessed("CN", date(2026, 1, 2)).reasons
    assert reason.name == "Day off (moved from 2026-01-04)"


def test_an_announced_lunar_date_is_not_an_estimate() -> None:
    assert not assessed("TR", date(2027, 3, 9)).reasons[0].estimated
    assert assessed("EG", date(2027, 3, 10)).reasons[0].estimated
    assert not assessed("DE", date(2027, 3, 29)).reasons[0].estimated


def test_half_days_know_their_hour() -> None:
    schedule = Schedule(place=Place("TR"), zone=ZoneInfo("UTC"))
    assert str(hours_on(assessed("TR", date(2027, 3, 8)), schedule)[0]) == "09:00-13:00"
    assert str(hours_on(assessed("BR", date(2027, 2, 10)), schedule)[0]) == "14:00-18:00"
    assert str(hours_on(assessed("EE", date(2026, 12, 23)), schedule)[0]) == "09:00-14:00"


def test_days_of_only_some_regions_say_where() -> None:
    (reason,) = assessed("GB", date(2027, 3, 29)).reasons
    assert reason.kind is ReasonKind.REGION_DEPENDENT
    assert reason.regions == ("GB-ENG", "GB-NIR", "GB-WLS")
    assert assessed("GB", date(2027, 3, 29), "Scotland").status is DayStatus.WORKING
    (reason,) = assessed("BR", date(2027, 1, 25), "SP").reasons
    assert (reason.kind, reason.regions) == (ReasonKind.REGION_DEPENDENT, ("São Paulo",))


def test_a_year_past_the_librarys_data_is_unknown() -> None:
    day = assessed("LK", date(2027, 1, 15))
    assert (day.status, [reason.kind for reason in day.reasons]) == (DayStatus.UNKNOWN, [ReasonKind.NO_DATA])


def test_what_is_not_announced_yet_is_noted() -> None:
    calendar = calendar_for(Place("CN"), date(2026, 1, 1), date(2027, 12, 31), NO_CACHE)
    assert list(calendar.notes) == [2027]


def test_a_kept_year_is_the_computed_year(cache: JsonCache) -> None:
    for code in ("AE", "BR", "CN", "GB", "IL", "IR", "LK", "MR", "SE"):
        fresh = calendar_for(Place(code), date(2026, 1, 1), date(2027, 1, 1), NO_CACHE)
        kept = calendar_for(Place(code), date(2026, 1, 1), date(2027, 1, 1), cache)
        again = calendar_for(Place(code), date(2026, 1, 1), date(2027, 1, 1), cache)
        assert fresh == kept == again, code


@pytest.mark.parametrize("damage", ["", "{", "other\n", "\x00", "{stamp}\n00000000\n{}", "{whole} "])
def test_a_damaged_cache_is_rebuilt(tmp_path: Path, damage: str) -> None:
    fresh = calendar_for(Place("NO"), date(2026, 1, 1), date(2026, 1, 1), JsonCache(tmp_path))
    (file,) = (tmp_path / "days").iterdir()
    whole = file.read_text(encoding="utf-8")
    damaged = damage.replace("{stamp}", whole.partition("\n")[0]).replace("{whole}", whole)
    file.write_text(damaged, encoding="utf-8")
    assert calendar_for(Place("NO"), date(2026, 1, 1), date(2026, 1, 1), JsonCache(tmp_path)) == fresh
    assert file.read_text(encoding="utf-8") == whole


def test_a_cache_folder_that_cannot_be_written_is_no_harm(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert calendar_for(Place("NO"), date(2026, 1, 1), date(2026, 1, 1), JsonCache(blocked)).facts


def test_a_warm_cache_loads_no_library_and_no_yaml(tmp_path: Path) -> None:
    calendar_for(Place("DE", "DE-BY"), date(2026, 1, 1), date(2026, 1, 1), JsonCache(tmp_path))
    code = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from clientbridge.adapters.days.place_calendars import calendar_for\n"
        "from clientbridge.adapters.json_cache import JsonCache\n"
        "from clientbridge.core.days.place import Place\n"
        f"cache = JsonCache(Path({str(tmp_path)!r}))\n"
        "c = calendar_for(Place('DE', 'DE-BY'), date(2026, 1, 1), date(2026, 1, 1), cache)\n"
        "assert c.facts\n"
        "print(sorted({'holidays', 'yaml', 'dateutil', 'babel'} & set(sys.modules)))"
    )
    assert _python(code) == "[]\n"


@pytest.mark.parametrize(
    "machine",
    [
        {"LANG": "de_DE.UTF-8", "LANGUAGE": "de", "LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo"},
        {"LANG": "C", "LANGUAGE": "th", "LC_ALL": "uk_UA.UTF-8", "TZ": "America/St_Johns"},
    ],
)
def test_language_and_zone_of_the_machine_change_nothing(machine: dict[str, str]) -> None:
    code = (
        "import hashlib; from datetime import date\n"
        "from clientbridge.adapters.days.place_calendars import calendar_for\n"
        "from clientbridge.adapters.json_cache import JsonCache\n"
        "from clientbridge.core.days.place import Place\n"
        "for c in ('DE', 'TH', 'UA', 'JP', 'AE', 'IN', 'CH'):\n"
        "    k = calendar_for(Place(c), date(2026, 1, 1), date(2027, 1, 1), JsonCache())\n"
        "    print(hashlib.sha256(repr(k).encode()).hexdigest())"
    )
    assert _python(code, **machine) == _python(code, LANG="C.UTF-8")


def _python(code: str, **machine: str) -> str:
    source = str(Path(__file__).parents[3] / "src")
    # The hash seed decides the order in which a set prints; nothing else may differ.
    fixed = {"PYTHONPATH": source, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}
    environment = {"PATH": os.environ["PATH"], **fixed}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**environment, **machine},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


LOOKED_AT = country_codes() if IS_LONG else country_codes()[::12]
"""Every place in the long profile, every twelfth in the short one."""


@pytest.mark.parametrize("country", LOOKED_AT)
def test_a_place_answers_every_date_of_five_years(country: str) -> None:
    place = Place(country)
    schedule = Schedule(place=place, zone=ZoneInfo("UTC"))
    first, last = date(2024, 1, 1), date(2028, 12, 31)
    calendar = calendar_for(place, first, last, NO_CACHE)
    for shift in range((last - first).days + 1):
        day = assess_day(calendar, schedule, first + timedelta(days=shift))
        _agrees_with_its_reasons(day, worked=bool(hours_on(day, schedule)))


@given(st.sampled_from(country_codes()), st.dates(date(2024, 1, 1), date(2028, 12, 31)))
def test_any_place_answers_any_date(country: str, on: date) -> None:
    place = Place(country)
    schedule = Schedule(place=place, zone=ZoneInfo("UTC"))
    day = assess_day(calendar_for(place, on, on, NO_CACHE), schedule, on)
    _agrees_with_its_reasons(day, worked=bool(hours_on(day, schedule)))


def _agrees_with_its_reasons(day: Day, *, worked: bool) -> None:
    kinds = {reason.kind for reason in day.reasons}
    closing = {ReasonKind.WEEKEND, ReasonKind.PUBLIC_HOLIDAY}
    if day.status is DayStatus.WORKING:
        noted = {ReasonKind.OPTIONAL, ReasonKind.BANK_HOLIDAY, ReasonKind.REGION_DEPENDENT}
        assert kinds <= {ReasonKind.MAKE_UP_WORKDAY, *noted}
    else:
        assert kinds
    if day.status is DayStatus.CLOSED:
        assert kinds & closing
        assert not worked
    if day.status is DayStatus.REDUCED:
        assert kinds <= {ReasonKind.HALF_DAY, ReasonKind.SEASON, ReasonKind.WEEKEND}
    if day.status is DayStatus.UNKNOWN:
        assert ReasonKind.NO_DATA in kinds


def test_several_places_at_once_are_the_same_as_one_by_one() -> None:
    places = [Place("NO"), Place("DE", "DE-BY"), Place("NO")]
    first, last = date(2026, 12, 1), date(2027, 1, 31)
    together = calendars_for(places, first, last, NO_CACHE)
    assert together == {place: calendar_for(place, first, last, NO_CACHE) for place in places}


def test_the_librarys_door_knows_its_gaps() -> None:
    assert holiday_library.has_year("LK", 2026)
    assert not holiday_library.has_year("LK", 2027)
    assert not holiday_library.has_year("XX", 2026)
    assert holiday_library.library_year("LK", None, 2027).days == ()
    assert holidays_version()


def test_work_weeks_of_the_table_are_dated() -> None:
    johor_2024 = assessed("MY", date(2024, 11, 29), "Johor")
    johor_2026 = assessed("MY", date(2026, 11, 27), "Johor")
    assert (johor_2024.status, johor_2026.status) == (DayStatus.LIKELY_CLOSED, DayStatus.WORKING)
    mauritania = assessed("MR", date(2026, 11, 20))
    assert mauritania.status is DayStatus.REDUCED
    schedule = Schedule(place=Place("MR"), zone=ZoneInfo("UTC"), hours=OFFICE_HOURS)
    assert str(hours_on(mauritania, schedule)[0]) == "09:00-12:00"


@pytest.mark.parametrize(
    ("country", "on", "status", "name"),
    [
        ("QA", "2030-01-07", DayStatus.REDUCED, "Ramadan"),
        ("QA", "2030-12-26", DayStatus.REDUCED, "Ramadan"),
        ("QA", "2031-01-20", DayStatus.REDUCED, "Ramadan"),
        ("AE", "2030-12-30", DayStatus.REDUCED, "Ramadan"),
        ("QA", "2033-01-02", DayStatus.CLOSED, "Eid al-Fitr"),
        ("AE", "2033-12-23", DayStatus.CLOSED, "Eid al-Fitr"),
        ("SG", "2027-10-28", DayStatus.CLOSED, "Diwali"),
        ("IN", "2027-10-29", DayStatus.CLOSED, "Diwali"),
    ],
)
def test_a_feast_may_fall_twice_in_a_year_and_on_another_day_elsewhere(
    country: str, on: str, status: DayStatus, name: str
) -> None:
    day = assessed(country, date.fromisoformat(on))
    assert day.status is status
    assert name in {reason.name for reason in day.reasons}
    assert assessed("SG", date(2027, 10, 29)).status is DayStatus.WORKING


def test_a_holiday_that_martial_law_suspends_is_told_and_later_unknown() -> None:
    noted, unknown = assessed("UA", date(2026, 12, 25)), assessed("UA", date(2027, 6, 28))
    assert (noted.status, [reason.kind for reason in noted.reasons]) == (
        DayStatus.WORKING,
        [ReasonKind.OPTIONAL],
    )
    assert noted.reasons[0].name == "Christmas Day: worked, because martial law suspends the holidays"
    assert noted.reasons[0].local_name == "Різдво Христове"
    assert (unknown.status, [reason.kind for reason in unknown.reasons]) == (
        DayStatus.UNKNOWN,
        [ReasonKind.NO_DATA],
    )


def test_ramadan_hours_of_a_table_are_for_those_without_hours_of_their_own() -> None:
    day, place = assessed("TN", date(2027, 2, 16)), Place("TN")
    without = Schedule(place=place, zone=ZoneInfo("UTC"))
    own = Schedule(place=place, zone=ZoneInfo("UTC"), hours=OFFICE_HOURS)
    assert [str(part) for part in hours_on(day, without)] == ["08:00-14:30"]
    assert [str(part) for part in hours_on(day, own)] == ["09:00-15:00"]


@pytest.mark.parametrize(
    ("place", "on", "status", "names"),
    [
        # A day of the state's employees on the third Monday of February, which every state has.
        ("US New York", "2027-02-15", DayStatus.LIKELY_CLOSED, ("Washington's Birthday",)),
        ("US New York", "2026-02-16", DayStatus.LIKELY_CLOSED, ("Washington's Birthday",)),
        # By itself such a day closes no office.
        ("US New York", "2028-02-15", DayStatus.WORKING, ()),
        # A holiday of the whole country by the state's own name stays one.
        ("AU Queensland", "2026-12-25", DayStatus.CLOSED, ("Christmas Day",)),
        # Ramadan shortens the days around it and says nothing of a weekend.
        ("SA", "2027-02-20", DayStatus.CLOSED, ("Saturday",)),
        ("SA", "2027-02-22", DayStatus.CLOSED, ("Founding Day Holiday",)),
        # What is uncertain about Saturday says nothing of Sunday.
        ("IN", "2026-12-06", DayStatus.CLOSED, ("Sunday",)),
    ],
)
def test_a_day_is_named_by_what_makes_it(
    place: str, on: str, status: DayStatus, names: tuple[str, ...], cache: JsonCache
) -> None:
    country, _, region_name = place.partition(" ")
    day = assessed(country, date.fromisoformat(on), region_name, cache)
    assert (day.status, day.names) == (status, names)


def test_every_table_row_has_a_source_and_a_checked_date() -> None:
    for name in (
        "workweeks",
        "holiday_effects",
        "extra_days",
        "day_regions",
        "announcements",
        "feast_dates",
        "seasons_elsewhere",
        "local_days",
        "substitute_days",
    ):
        text = (data_folder() / f"{name}.yaml").read_text(encoding="utf-8")
        assert text.count("source:") == text.count("checked:") > 0, name
