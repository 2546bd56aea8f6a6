"""Random searches over zones of every kind, near the days on which their clocks change."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st
from minute_oracle import Hours, SlowParty, SlowSearch, Trip
from zones import zone

ZONES = (
    "UTC", "Europe/Brussels", "Europe/Dublin", "Europe/London", "America/New_York", "America/Los_Angeles",
    "America/St_Johns", "America/Sao_Paulo", "America/Santiago", "America/Havana", "America/Vancouver",
    "America/Asuncion", "Atlantic/Azores", "America/Nuuk", "Africa/Cairo", "Africa/Casablanca", "Asia/Gaza",
    "Asia/Jerusalem", "Asia/Beirut", "Asia/Tehran", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Tokyo",
    "Australia/Lord_Howe", "Australia/Adelaide", "Australia/Eucla", "Pacific/Chatham", "Pacific/Auckland",
    "Pacific/Apia", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Antarctica/Troll",
)  # fmt: skip

CHANGES = (
    "2011-12-29", "2026-03-08", "2026-03-29", "2026-04-05", "2026-10-03", "2026-10-24", "2026-10-25",
    "2026-11-01", "2026-12-24", "2027-02-06", "2027-03-14", "2027-03-26", "2027-03-28", "2027-04-03",
    "2027-04-29", "2027-09-05", "2027-10-02", "2027-10-28", "2027-10-31", "2027-11-07",
)  # fmt: skip

OFFICE: Hours = ((540, 1020),)
HOURS: tuple[Hours, ...] = (
    OFFICE,
    ((480, 720), (780, 1050)),
    ((540, 840), (960, 1140)),
    ((0, 180),),
    ((60, 120),),
    ((65, 95), (125, 155)),
    ((60, 540),),
    ((1320, 1800),),
    ((1380, 1500),),
    ((0, 1440),),
    ((720, 2160),),
    ((95, 157), (157, 205), (1337, 1440)),
)
zones = st.sampled_from(ZONES).map(zone)
some_hours = st.sampled_from(HOURS) | st.builds(
    lambda start, length: ((start, start + length),), st.integers(0, 1439), st.integers(1, 1440)
)
weeks = st.one_of(
    st.sampled_from(
        [
            (OFFICE,) * 5 + ((), ()),
            (OFFICE,) * 4 + ((), (), OFFICE),
            (OFFICE,) * 7,
        ]
    ),
    st.lists(st.one_of(st.just(()), some_hours), min_size=7, max_size=7).map(tuple),
    some_hours.map(lambda hours: (hours,) * 7),
)


@st.composite
def parties(draw: st.DrawFn, *, first: date, mine: bool) -> SlowParty:
    near = st.integers(-2, 5).map(lambda ahead: first + timedelta(days=ahead))
    ranges = st.tuples(near, st.integers(0, 3)).map(lambda span: (span[0], span[0] + timedelta(days=span[1])))
    minutes = st.integers(-600, 5 * 1440)
    midnight = datetime(first.year, first.month, first.day, tzinfo=UTC)
    busy = st.tuples(minutes, st.integers(1, 400)).map(
        lambda span: (midnight + timedelta(minutes=span[0]), midnight + timedelta(minutes=span[0] + span[1]))
    )
    travel = draw(st.lists(st.tuples(ranges, zones), max_size=1))
    seasons = draw(st.lists(st.tuples(ranges, some_hours), max_size=1))
    return SlowParty(
        zone=draw(zones),
        week=draw(weeks),
        off=frozenset(draw(st.lists(near, max_size=2))),
        likely_off=frozenset(draw(st.lists(near, max_size=1))),
        seasons=tuple((start, end, hours) for (start, end), hours in seasons),
        trips=tuple(Trip(first=start, last=end, zone=where) for (start, end), where in travel),
        busy=tuple(draw(st.lists(busy, max_size=2))),
        accepts=draw(st.one_of(st.just(()), some_hours)) if mine else (),
        required=mine or draw(st.sampled_from([True, True, True, False])),
        lunch=draw(st.sampled_from([(720, 780), (840, 960), (690, 750)])),
    )


@st.composite
def searches(draw: st.DrawFn, *, days: int = 3, most_parties: int = 3) -> SlowSearch:
    first = date.fromisoformat(draw(st.sampled_from(CHANGES))) + timedelta(days=draw(st.integers(-2, 1)))
    start = datetime(first.year, first.month, first.day, tzinfo=UTC) + timedelta(
        minutes=draw(st.sampled_from([0, 0, 721, 1439]))
    )
    others = draw(st.lists(parties(first=first, mine=False), max_size=most_parties - 1))
    return SlowSearch(
        parties=(draw(parties(first=first, mine=True)), *others),
        start=start,
        end=start + timedelta(minutes=draw(st.sampled_from([1440, days * 1440, days * 1440 - 307]))),
        duration=draw(st.sampled_from([1, 15, 30, 45, 60, 180])),
        step=draw(st.sampled_from([5, 15, 15, 20, 30, 60, 50])),
        buffer=draw(st.sampled_from([0, 0, 15])),
        quorum=draw(st.sampled_from([100, 100, 80, 50])),
        weekdays=draw(st.sampled_from([frozenset(), frozenset(), frozenset({0, 2, 6})])),
        between=draw(st.sampled_from([(), (), ((510, 840),), ((1320, 1500),)])),
    )
