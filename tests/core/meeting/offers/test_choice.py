"""Which starts are offered. Everyone works on the clock of UTC in the week from Monday 23 November."""

from datetime import timedelta
from itertools import pairwise

import pytest
from meetings import meeting, searched, someone, when
from minute_oracle import SlowParty

from clientbridge.core.meeting.offers.choice import offered_slots, offered_starts
from clientbridge.core.time.intervals import minute_of

CASES: tuple[tuple[str, SlowParty, SlowParty, int, list[str]], ...] = (
    # now Monday 00:00: other days, morning and afternoon in turn, none on the first day
    ("3", someone(), someone(), 3, ["tue 09:00", "wed 13:00", "thu 09:00"]),
    ("one", someone(), someone(), 1, ["tue 09:00"]),
    # only the mornings are shared: still other days
    ("mornings", someone("09:00-12:00"), someone(), 2, ["tue 09:00", "wed 09:00"]),
    # one day alone is shared: another half of it, and nothing that overlaps
    ("one day", someone(days=[3]), someone(), 2, ["thu 10:00", "thu 13:00"]),
    ("one hour", someone("09:00-10:00", days=[3]), someone(), 3, ["thu 09:00"]),
    ("one morning", someone("09:00-11:00", days=[3]), someone(), 3, ["thu 09:00", "thu 10:00"]),
    # only the first day is shared: it is offered though it leaves less than a day to answer
    ("today", someone(days=[0]), someone(), 1, ["mon 10:00"]),
    ("none", someone(days=[5]), someone(), 3, []),
)


@pytest.mark.parametrize(("_case", "me", "client", "count", "offered"), CASES, ids=[one[0] for one in CASES])
def test_the_starts_that_are_offered(
    _case: str, me: SlowParty, client: SlowParty, count: int, offered: list[str]
) -> None:
    result = searched(meeting(me, client))
    assert [when(start) for start in offered_starts(result, count)] == offered


def test_the_half_of_the_day_is_that_of_the_client() -> None:
    """From 05:00 to 08:00 in UTC it is afternoon in Tokyo, and before 03:00 morning."""
    result = searched(meeting(someone("00:00-08:00"), someone("09:00-17:00", where="Asia/Tokyo")))
    hours = [when(start).partition(" ")[2] for start in offered_starts(result, 2)]
    assert sorted(hour < "03:00" for hour in hours) == [False, True]


def test_nothing_is_offered_twice_or_over_itself_however_many_are_asked_for() -> None:
    result = searched(meeting(someone(), someone(), duration=45))
    starts = offered_starts(result, 12)
    assert len(starts) == 12
    assert starts == tuple(sorted(starts))
    assert all(later - earlier >= 45 for earlier, later in pairwise(starts))


def test_slots_are_numbered_in_the_order_of_time_with_everyones_clock() -> None:
    result = searched(meeting(someone(), someone("17:00-20:00", where="Asia/Tokyo")))
    slots = offered_slots(result, 3)
    assert [slot.n for slot in slots] == [1, 2, 3]
    assert [minute_of(slot.start) for slot in slots] == list(offered_starts(result, 3))
    assert {slot.end - slot.start for slot in slots} == {timedelta(hours=1)}
    assert [party.timezone.key for party in slots[0].parties] == ["UTC", "Asia/Tokyo"]
