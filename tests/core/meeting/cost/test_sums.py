"""The sums that put slots in order: whose cost counts where (docs/meeting-cost.md)."""

from dataclasses import replace
from datetime import date

import pytest
from meetings import at, custom, meeting, searched, someone, when
from minute_oracle import SlowParty

from clientbridge.core.meeting.cost.sums import CostSum, Rate, cost_sums
from clientbridge.core.meeting.party_view import PartyViews
from clientbridge.core.meeting.search import SearchResult
from clientbridge.core.time.hours import parse_hours

TUESDAY = date(2026, 11, 24)


def order(result: SearchResult, start: str) -> tuple[int, int, int]:
    return cost_sums(result.request, result.almanac, result.attendances).order(at(start))[:3]


ME = someone("08:00-20:00")
CLIENT = someone("10:00-18:00")
SOFT_CLIENT = replace(CLIENT, likely_off=frozenset({TUESDAY}))


@pytest.mark.parametrize(
    ("parties", "start", "expected"),
    [
        # your lunch is your cost, the client's is soft
        ((ME, someone("10:00-12:30, 13:00-18:00")), "wed 12:00", (30, 60, 0)),
        ((someone("08:00-12:30, 13:00-20:00"), CLIENT), "wed 12:00", (0, 30, 60)),
        # two clients count twice, alike or not
        ((someone("08:00-12:30, 13:00-20:00"), CLIENT, CLIENT), "wed 12:00", (0, 30, 120)),
        ((ME, CLIENT, CLIENT), "wed 09:00", (120, 0, 0)),
        ((ME, CLIENT, someone("09:30-18:00")), "wed 09:00", (90, 0, 0)),
        # a soft day of anyone is soft: 60 minutes at 2
        ((ME, SOFT_CLIENT), "tue 14:00", (0, 0, 120)),
        ((ME, SOFT_CLIENT, SOFT_CLIENT), "tue 14:00", (0, 0, 240)),
        ((replace(ME, likely_off=frozenset({TUESDAY})), CLIENT), "tue 14:00", (0, 0, 120)),
        # your lunch stays yours where a client is outside
        ((ME, someone("14:00-18:00")), "wed 12:30", (30 * 1 + 30 * 4, 30, 0)),
        # you alone are outside: your cost
        ((ME, someone("18:00-22:00")), "wed 20:00", (0, 60, 0)),
        # your edge of a week is your cost, theirs is soft: the last two hours are 18-20 and 16-18
        ((ME, CLIENT), "fri 17:00", (0, 0, 60)),
        ((ME, CLIENT), "fri 18:00", (60, 60, 0)),
        # both are outside, together: 90 to 150 minutes after your hours, for the client two hours more
        ((ME, CLIENT), "wed 21:30", (30 * 16 + 30 * 25 + 30 * 4 + 30 * 9, 0, 0)),
        # half of it at night, 30 x 144 more for each
        ((ME, CLIENT), "wed 22:30", (30 * 25 + 30 * 36 + 30 * 9 + 30 * 16 + 60 * 144, 0, 0)),
    ],
)
def test_the_three_sums_that_put_slots_in_order(
    parties: tuple[SlowParty, ...], start: str, expected: tuple[int, int, int]
) -> None:
    scene = meeting(*parties)
    request = replace(scene.request, client_stretch=360, stretch=parse_hours("00:00-24:00"))
    assert order(searched(scene, request), start) == expected


def test_clients_and_you_outside_working_time_are_priced_only_where_that_can_be() -> None:
    scene = meeting(ME, CLIENT)
    plain = scene.request
    late = "wed 21:30"
    assert order(searched(scene, plain), late) == (0, 0, 0)
    assert order(searched(scene, replace(plain, client_stretch=1)), late) == (30 * 41, 0, 0)
    assert order(searched(scene, replace(plain, quorum=99)), late) == (30 * 41, 0, 0)
    assert order(searched(scene, replace(plain, stretch=parse_hours("08:00-22:00"))), late) == (0, 30 * 13, 0)


def test_your_night_is_not_spent_to_spare_a_client_a_quarter_of_an_hour() -> None:
    """22:00 in Brussels is 06:00 in Tokyo, three hours before its hours; New York works until 18:00.

    Each quarter later spares Tokyo 15 x 9 and takes 15 minutes of your night.
    """
    me = someone("09:00-17:30", where="Europe/Brussels")
    tokyo = someone("09:00-17:00", where="Asia/Tokyo")
    scene = meeting(me, tokyo, someone("09:00-18:00", where="America/New_York"))
    asked = replace(scene.request, client_stretch=180, stretch=parse_hours("06:00-24:00"))
    found = searched(scene, asked)
    sums = cost_sums(found.request, found.almanac, found.attendances)
    dear, cheap = sums.order(at("wed 21:45")), sums.order(at("wed 21:00"))
    assert cheap[0] == 60 * 9 + 30 * 25 + 30 * 36
    assert dear[0] == (15 * 9 + 45 * 4) + (45 * 36 + 15 * 49) + 45 * 144
    assert cheap < dear
    views = PartyViews(found)
    for start in found.grid:
        assert sum(sums.order(start)[:3]) == views.slot(start).cost


def test_an_optional_party_costs_nothing_where_it_is_away_and_is_rather_there_than_not() -> None:
    """The two optional clients accept an hour more; at 18:30 they are 30 outside each, at 18:45 away."""
    soft = replace(SOFT_CLIENT, required=False)
    found = searched(meeting(ME, soft, soft))
    asked = searched(meeting(ME, soft, soft), replace(found.request, client_stretch=60))
    sums = cost_sums(asked.request, asked.almanac, asked.attendances)
    assert sums.order(at("tue 17:30"))[:4] == (60, 0, 240, 0)
    assert sums.order(at("tue 18:15"))[:4] == (0, 0, 0, 2)
    assert sums.order(at("tue 18:00"))[:4] == (120, 0, 240, 0)
    assert PartyViews(asked).slot(at("tue 18:15")).cost == 0
    assert PartyViews(asked).slot(at("tue 18:00")).cost == 120 + 240
    costs = {when(start): sums.order(start) for start in asked.grid}
    assert costs["wed 10:00"] < costs["wed 08:00"]
    assert costs["wed 08:00"] < costs["wed 09:00"]


def test_alike_clients_are_counted_as_often_as_they_are() -> None:
    """Clients that share one schedule are worked out once: 60 outside and 60 x 2 soft, for each of three."""
    scene = meeting(ME, SOFT_CLIENT)
    me, client = scene.request.parties
    parties = (me, *(replace(client, id=f"client{number}") for number in range(1, 4)))
    request = replace(scene.request, parties=parties, client_stretch=60)
    assert order(searched(scene, request), "tue 09:00") == (3 * 60, 0, 3 * 120)


@pytest.mark.parametrize(
    ("start", "end", "cost"),
    [(0, 5, 0), (0, 6, 2), (4, 9, 6), (5, 8, 6), (7, 8, 2), (8, 10, 0), (20, 31, 10), (-9, 40, 16)],
)
def test_a_sum_of_layers_is_rate_by_minute(start: int, end: int, cost: int) -> None:
    """5 to 8 at rate 2; 20 to 30 at rate 1, counted once."""
    double: Rate = (2, ((5, 8),))
    single: Rate = (1, ((20, 30),))
    assert CostSum([double, single]).of(start, end) == cost
    assert CostSum([double, single] * 3).of(start, end) == 3 * cost
    assert CostSum([]).of(start, end) == 0


def test_customs_of_you_and_of_a_client_fall_on_different_sums() -> None:
    scene = meeting(ME, CLIENT, CLIENT)
    me, first, second = scene.request.parties
    habit = (custom(rate=2),)
    for parties, expected in (
        ((replace(me, customs=habit), first, second), (0, 120, 0)),
        ((me, replace(first, customs=habit), second), (0, 0, 120)),
        ((me, replace(first, customs=habit), replace(second, customs=habit)), (0, 0, 240)),
    ):
        assert order(searched(scene, replace(scene.request, parties=parties)), "wed 14:00") == expected
