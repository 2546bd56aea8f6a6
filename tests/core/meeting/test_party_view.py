"""How one time suits a party, and in which words that is said."""

from dataclasses import replace
from datetime import date

import pytest
from meetings import EVERY_DAY, at, custom, meeting, searched, someone, taken
from minute_oracle import SlowParty
from scenes import Scene

from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.meeting.party_view import PartyViews
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.meeting.slots import PartyTime, Slot
from clientbridge.core.workspace.profiles import DateRange

TUESDAY = date(2026, 11, 24)
CLIENT = replace(
    someone("09:00-12:00, 12:30-17:00"),
    off=frozenset({date(2026, 11, 26)}),
    busy=taken("tue 10:00-tue 10:30", "tue 18:00-tue 19:00"),
)


def seen(start: str, *parties: SlowParty, request: MeetingRequest | None = None) -> Slot:
    return PartyViews(searched(meeting(*parties), request)).slot(at(start))


@pytest.mark.parametrize(
    ("start", "fit", "outside", "cost", "there"),
    [
        ("tue 09:00", "working", 0, 0, True),
        ("tue 16:00", "working", 0, 0, True),
        # the hour before and after is what the clients are asked for
        ("tue 08:00", "stretch", 60, 60, True),
        ("tue 16:30", "stretch", 30, 30, True),
        ("tue 17:00", "stretch", 60, 60, True),
        ("tue 11:30", "stretch", 30, 30, True),
        # an appointment anywhere in the time comes before hours
        ("tue 10:00", "busy", 30, 30, False),
        ("tue 09:01", "busy", 1, 1, False),
        ("tue 18:30", "busy", 60, 30 * 4 + 30 * 9, False),
        ("tue 07:59", "outside", 60, 59 + 4, False),
        ("tue 19:00", "outside", 60, 60 * 9, False),
        # a day without hours is closed
        ("thu 10:00", "closed", 60, 60 * 144, False),
        ("sat 10:00", "closed", 60, 60 * 144, False),
    ],
)
def test_how_a_time_suits_a_client(start: str, fit: str, outside: int, cost: int, *, there: bool) -> None:
    scene = meeting(someone("00:00-24:00", EVERY_DAY), CLIENT)
    slot = PartyViews(searched(scene, replace(scene.request, client_stretch=60))).slot(at(start))
    theirs = slot.parties[1]
    assert (theirs.fit, theirs.minutes_outside, theirs.cost) == (fit, outside, cost)
    assert slot.missing == (() if there else ("client1",))
    assert slot.cost == sum(time.cost for time in slot.parties)


def unsure(*, hours: bool, data: bool) -> tuple[PartyTime, Slot]:
    """A client in its hours, whose profile gives hours or not, on a day with data or not."""
    scene = meeting(someone("09:00-12:30, 12:30-17:00", EVERY_DAY), someone())
    me, client = scene.request.parties
    schedule = client.schedule if hours else replace(client.schedule, hours=None)
    request = replace(scene.request, parties=(me, replace(client, schedule=schedule)))
    known = DateRange(date(2026, 1, 1), date(2026, 12, 31) if data else date(2026, 11, 23))
    calendars = {**scene.calendars, schedule.place: PlaceCalendar(place=schedule.place, days=known)}
    slot = PartyViews(searched(Scene(request, calendars))).slot(at("tue 10:00"))
    return slot.parties[1], slot


def test_assumed_hours_and_days_without_data_are_unknown() -> None:
    there, slot = unsure(hours=True, data=True)
    assert (there.fit, there.notes, slot.reasons) == ("working", (), ("everyone in working time",))
    assumed, _ = unsure(hours=False, data=True)
    assert (assumed.fit, assumed.notes) == ("unknown", ("hours assumed",))
    dark, slot = unsure(hours=True, data=False)
    assert (dark.fit, dark.notes) == (
        "unknown",
        ("not known whether closed: no holiday data for XB in 2026",),
    )
    assert slot.missing == ()
    both, _ = unsure(hours=False, data=False)
    assert both.notes[-1] == "hours assumed"
    assert len(both.notes) == 2


HOLIDAY = replace(
    someone("09:00-17:00"), off=frozenset({TUESDAY}), likely_off=frozenset({date(2026, 11, 25)})
)


@pytest.mark.parametrize(
    ("party", "start", "notes"),
    [
        (someone("09:00-12:00, 12:30-17:00"), "tue 08:15", ("45 min outside hours (early)",)),
        # minutes of one kind are told together, whatever they cost
        (someone("09:00-12:00, 12:30-17:00"), "tue 06:30", ("60 min outside hours (early)",)),
        (someone("09:00-12:00, 12:30-17:00"), "tue 16:15", ("15 min outside hours (late)",)),
        # how much of the meeting lies outside, not how far away: this one is six hours before the hours
        (someone("09:00-17:00"), "tue 03:00", ("60 min outside hours (early)", "at night")),
        (someone("09:00-12:00, 12:30-17:00"), "tue 12:00", ("30 min in a break",)),
        (someone("09:00-17:00"), "tue 22:30", ("60 min outside hours (late)", "at night")),
        (someone("09:00-17:00"), "tue 12:30", ("over lunch",)),
        (someone("09:00-17:00"), "mon2 09:00", ("first hour after days off",)),
        (someone("09:00-17:00"), "fri 15:00", ("last hours before days off",)),
        (replace(someone("09:00-17:00"), busy=taken("tue 10:00-tue 11:00")), "tue 10:30", ("busy",)),
        (someone("09:00-17:00"), "sat 10:00", ("day off: Saturday",)),
        (HOLIDAY, "tue 10:00", ("day off: Closed",)),
        (HOLIDAY, "wed 14:00", ("likely closed: Carnival",)),
    ],
)
def test_each_cost_in_words(party: SlowParty, start: str, notes: tuple[str, ...]) -> None:
    scene = meeting(someone("00:00-24:00", EVERY_DAY), party, last="tue2 00:00")
    assert PartyViews(searched(scene)).slot(at(start)).parties[1].notes == notes


def test_an_optional_party_that_is_away_costs_nothing_and_is_told_of() -> None:
    scene = meeting(someone("00:00-24:00", EVERY_DAY), replace(CLIENT, required=False))
    views = PartyViews(searched(scene))
    away, there = views.slot(at("tue 17:30")), views.slot(at("tue 11:00"))
    assert (away.cost, away.missing, away.parties[1].parts) == (0, ("client1",), ())
    assert away.parties[1].minutes_outside == 60
    assert away.parties[1].notes == ("60 min outside hours (late)",)
    assert (there.cost, there.missing) == (0, ())
    required = PartyViews(searched(meeting(someone("00:00-24:00", EVERY_DAY), CLIENT)))
    assert required.slot(at("tue 17:30")).cost == 30 + 30 * 4


def test_reasons_name_who_is_outside_or_missing_and_then_everyones_notes() -> None:
    mine = someone("09:00-12:30, 12:30-17:00", EVERY_DAY)
    scene = meeting(mine, someone("08:00-12:00"), someone("06:00-11:00"))
    asked = replace(scene.request, client_stretch=60)
    views = PartyViews(searched(scene, asked))
    assert views.slot(at("tue 10:00")).reasons == ("everyone in working time",)
    assert views.slot(at("tue 10:30")).reasons == (
        "outside working time for Client 2",
        "Client 2: 30 min outside hours (late)",
    )
    assert views.slot(at("tue 11:15")).reasons == (
        "without Client 2",
        "Client 1: 15 min outside hours (late)",
        "Client 2: 60 min outside hours (late)",
    )
    assert views.slot(at("tue 17:00")).reasons[0] == "without Lea, Client 1, Client 2"


def test_customs_of_each_party_are_its_own() -> None:
    scene = meeting(someone(), someone())
    me, client = scene.request.parties
    request = replace(scene.request, parties=(me, replace(client, customs=(custom(),))))
    mine, theirs = PartyViews(searched(scene, request)).slot(at("tue 14:00")).parties
    assert (mine.notes, theirs.notes) == ((), ("Tea",))


@pytest.mark.parametrize(
    ("where", "start", "shift", "local"),
    [
        ("Asia/Tokyo", "tue 14:59", 0, "2026-11-24T23:59:00+09:00"),
        ("Asia/Tokyo", "tue 15:00", 1, "2026-11-25T00:00:00+09:00"),
        ("America/Los_Angeles", "tue 07:59", -1, "2026-11-23T23:59:00-08:00"),
        ("America/Los_Angeles", "tue 08:00", 0, "2026-11-24T00:00:00-08:00"),
        ("Pacific/Kiritimati", "tue 10:00", 1, "2026-11-25T00:00:00+14:00"),
    ],
)
def test_the_day_of_a_party_is_told_from_yours(where: str, start: str, shift: int, local: str) -> None:
    theirs = seen(start, someone(), someone("09:00-17:00", where=where)).parties[1]
    assert (theirs.day_shift, theirs.start.isoformat(), theirs.timezone.key) == (shift, local, where)
    assert (theirs.end - theirs.start).total_seconds() == 3600


def test_the_rank_and_the_end_of_a_slot() -> None:
    views = PartyViews(searched(meeting(someone(), someone())))
    assert views.slot(at("tue 10:00")).rank == 1
    slot = views.slot(at("tue 10:00"), 7)
    assert (slot.rank, (slot.end - slot.start).total_seconds()) == (7, 3600)
