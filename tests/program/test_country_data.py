"""Every shipped country file keeps the rules (data/countries/README.md)."""

import pytest
from culture_samples import DATA, TODAY

from clientbridge.adapters.culture.check_country_files import problems_of
from clientbridge.adapters.culture.country_files import codes_with_files
from clientbridge.adapters.culture.culture_tables import read_source_rules
from clientbridge.adapters.days.places import country_codes
from clientbridge.core.culture.checking.coverage_levels import reached
from clientbridge.core.culture.country import FileCoverage

RULES = read_source_rules(DATA)
CODES = codes_with_files(DATA / "countries")


@pytest.mark.parametrize("code", CODES)
def test_a_country_file_keeps_the_rules(code: str) -> None:
    notes, problems = problems_of(DATA / "countries" / f"{code}.yaml", RULES, today=TODAY)
    assert [f"{problem.place}: {problem.say}" for problem in problems] == []
    assert notes is not None
    assert reached(notes, RULES) is notes.coverage or notes.coverage is FileCoverage.STUB


def test_every_file_is_of_a_country() -> None:
    assert set(CODES) <= set(country_codes())
