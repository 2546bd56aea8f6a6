"""Which dates of a remembered series are told: those that someone cannot attend, or that a clock moves."""

from datetime import date, datetime, time, timedelta

import pytest
from minute_oracle import SlowParty, SlowSearch, Trip
from scenes import scene_of, utc, weekdays_of
from zones import zone

from clientbridge.core.meeting.search import search
from clientbridge.core.meeting.series.moved_dates import moved_dates
from clientbridge.core.time.intervals import minute_of

DAY = weekdays_of(range(5), ((480, 1200),))
HOURS = weekdays_of(range(5), ((540, 1020),))
ME = SlowParty(zone=zone("Europe/Brussels"), week=DAY)
NEW_YORK = SlowParty(zone=zone("America/New_York"), week=HOURS)
TOKYO = SlowParty(zone=zone("Asia/Tokyo"), week=weekdays_of(range(5), ((540, 1140),)))
TRIP = Trip(first=date(2027, 3, 22), last=date(2027, 3, 26), zone=zone("Asia/Tokyo"))


def away(party: SlowParty, **changed: object) -> SlowParty:
    known = {"zone": party.zone, "week": party.week, "required": party.required}
    return SlowParty(**(known | changed))  # type: ignore[arg-type]


def told(
    me: SlowParty, client: SlowParty, clock: str, *, in_turns: bool = False
) -> list[tuple[str, str, str]]:
    """Of calls on five Tuesdays at one hour in Brussels, from 9 March 2027 on: day, why, other day."""
    begin = utc("2027-03-08T00:00Z")
    made = scene_of(
        SlowSearch(parties=(me, client), start=begin, end=begin + timedelta(weeks=6), duration=60)
    )
    result = search(made.request, made.almanac)
    hour, brussels = time.fromisoformat(clock), zone("Europe/Brussels")
    days = (date(2027, 3, 9) + timedelta(weeks=week) for week in range(5))
    starts = [minute_of(datetime.combine(day, hour, brussels)) for day in days]
    span = (starts[1], starts[-1])
    found = moved_dates(result, result.grid, starts, span, in_turns=in_turns)
    return [
        (f"{one.day:%m-%d}", one.why, "" if one.instead is None else f"{one.instead:%m-%d}") for one in found
    ]


STILL = "by a clock change; everyone can still come"
FIRST = f"the call at 15:00: 10:00 for client1, not 09:00, {STILL}, and at 14:00 too"
SUMMER = f"the call at 10:00: 17:00 for client1, not 18:00, {STILL}, and at 11:00 too"
KEPT = f"the call at 15:00: 10:00 for client1, not 09:00, {STILL}"
BACK = f"the call at 15:00: 09:00 for client1, not 10:00, {STILL}, and at 16:00 too"


@pytest.mark.parametrize(
    ("me", "client", "clock", "dates"),
    [
        pytest.param(ME, away(ME), "15:00", [], id="both clocks change at once"),
        pytest.param(
            ME, NEW_YORK, "15:00", [("03-16", FIRST, "03-16"), ("03-30", BACK, "03-30")], id="US and EU"
        ),
        pytest.param(
            away(ME, busy=((utc("2027-03-16T12:15Z"), utc("2027-03-16T14:00Z")),)),
            NEW_YORK,
            "15:00",
            [("03-16", KEPT, "03-16"), ("03-30", BACK, "03-30")],
            id="no time is nearer to the other clock than the one that stands",
        ),
        pytest.param(
            ME,
            TOKYO,
            "10:00",
            [("03-30", SUMMER, "03-30")],
            id="a side without summer time",
        ),
        pytest.param(
            ME, away(ME, off=frozenset({date(2027, 3, 23)})), "15:00", [("03-23", "", "03-24")], id="off"
        ),
        pytest.param(
            ME, away(ME, off=frozenset({date(2027, 3, 23)}), required=False), "15:00", [], id="may be missing"
        ),
        pytest.param(
            ME,
            away(ME, off=frozenset({date(2027, 3, 9), date(2027, 4, 6)})),
            "15:00",
            [],
            id="not in the weeks told",
        ),
        pytest.param(
            ME,
            away(ME, off=frozenset(date(2027, 3, 16) + timedelta(days=day) for day in range(-6, 7))),
            "15:00",
            [("03-16", "", "")],
            id="nothing within six days",
        ),
        pytest.param(
            away(ME, trips=(TRIP,)), away(ME), "15:00", [("03-23", "", "03-23")], id="travel of yours"
        ),
        pytest.param(
            away(ME, busy=((utc("2027-03-16T14:00Z"), utc("2027-03-16T14:30Z")),)),
            away(ME),
            "15:00",
            [
                (
                    "03-16",
                    "the call at 15:00: without you (another appointment); everyone can at 15:30",
                    "03-16",
                )
            ],
            id="a clash",
        ),
    ],
)
def test_only_what_moves_is_told(
    me: SlowParty, client: SlowParty, clock: str, dates: list[tuple[str, str, str]]
) -> None:
    found = told(me, client, clock)
    assert [(day, other) for day, _, other in found] == [(day, other) for day, _, other in dates]
    assert [why for _, why, _ in found] == [
        say or why for (_, why, _), (_, say, _) in zip(found, dates, strict=True)
    ]


def test_in_turns_no_clock_is_told() -> None:
    assert told(ME, NEW_YORK, "15:00", in_turns=True) == []
