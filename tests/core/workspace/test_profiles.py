"""Rule table of profiles: ranges of days, and the people of a client."""

import pytest
from people import HIKARI, JAPAN, MORI, TANAKA, day

from clientbridge.core.workspace.client_list import ListedClient, ListedPerson, listed
from clientbridge.core.workspace.profiles import DateRange


@pytest.mark.parametrize(
    ("on", "inside"),
    [("11-23", False), ("11-24", True), ("11-25", True), ("11-26", True), ("11-27", False)],
)
def test_a_range_of_days_holds_both_its_ends(on: str, *, inside: bool) -> None:
    assert (day(on) in DateRange(day("11-24"), day("11-26"))) is inside


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("11-24", "11-24", 1),
        ("11-24", "11-26", 3),
        ("12-28", "2027-01-05", 9),
        ("2028-02-28", "2028-03-01", 3),
    ],
)
def test_a_range_counts_both_its_ends(first: str, last: str, days: int) -> None:
    assert DateRange(day(first), day(last)).days == days


def test_ranges_are_ordered_by_first_day_then_last() -> None:
    early, longer, later = (
        DateRange(day("11-24"), day("11-25")),
        DateRange(day("11-24"), day("11-26")),
        DateRange(day("11-25"), day("11-25")),
    )
    assert sorted([later, longer, early]) == [early, longer, later]


@pytest.mark.parametrize(
    ("id_", "person"), [("mori", MORI), ("tanaka", TANAKA), ("Mori", None), ("mo", None), ("", None)]
)
def test_a_person_is_matched_by_the_whole_id(id_: str, person: object) -> None:
    assert HIKARI.person(id_) is person


def test_a_list_names_clients_and_people_in_their_order() -> None:
    assert listed((HIKARI,), {JAPAN: "Japan"}).clients == (
        ListedClient(
            id="hikari",
            name="Hikari KK",
            country="JP",
            region=None,
            timezone="Asia/Tokyo",
            people=(
                ListedPerson(id="tanaka", name="Taro Tanaka", role=None),
                ListedPerson(id="mori", name="Yui Mori", role=None),
            ),
            file="clients/hikari.yaml",
            place="Japan",
        ),
    )
    assert listed((), {}).answered
