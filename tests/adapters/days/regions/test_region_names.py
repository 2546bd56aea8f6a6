"""The table of regions searched as text gives what a look at each of its names would."""

from clientbridge.adapters.days.regions.region_names import every_name, names_like
from clientbridge.core.spelling import fold


def test_the_search_finds_what_a_look_at_every_name_finds() -> None:
    names = list(every_name())
    assert len(names) > 8_000
    for _, name in names[::59]:
        wanted = fold(name)
        assert names_like(wanted) == tuple(pair for pair in names if fold(pair[1]) == wanted), name


def test_a_part_of_a_name_is_none() -> None:
    assert names_like("tok") == ()
    assert names_like("") == ()
    assert names_like("ny") == ()
    assert ("US", "NYC") in names_like("nyc")
