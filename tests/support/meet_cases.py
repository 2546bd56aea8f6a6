"""Whole cases for `cb meet`: a workspace, options, and the question they ask."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from meet_workspaces import WEEKDAYS, Case, Maker, Profile, clock, hours
from minute_oracle import DAY, SlowParty, SlowSearch, midnight
from zones import zone


def case(seed: int) -> Case:
    """The same case for the same seed, always."""
    maker = Maker(seed)
    you = maker.profile("me", "Lea Peeters")
    if maker.often(15):
        maker.travel(you, abroad="public_holidays: no" in you.lines)
    if maker.often(35):
        maker.calendar(you)
    options: list[str] = []
    stretch(maker, you, options)
    parties = [client(maker, number) for number in range(maker.dice.choice((1, 1, 2, 2, 3)))]
    maker.files["me.yaml"] = "\n".join(you.lines) + "\n"
    parties = [offering(seed, maker, party) for party in parties]
    asked = 60 if maker.often(20) and all(within_day(party) for party in parties) else 0
    if asked:
        named = parties[: seed % (len(parties) + 1)]
        options += [word for party in named for word in ("--client-stretch", f"{party.id}=1h")]
        options += [] if named else ["--client-stretch", "1h"]
        parties = [replace(party, widened=asked) for party in named or parties] + parties[
            len(named or parties) :
        ]
    missing = tuple(parties[1:]) if len(parties) > 1 and maker.often(20) else ()
    if missing:
        parties = parties[:1]
        options += [word for party in missing for word in ("--optional", party.id)]
    absent = tuple(replace(party, required=False) for party in missing)
    search = frame(maker, (you.party, *parties, *absent), options)
    now, search = moment(maker, search, options)
    count = maker.dice.choice((1, 3, 5, 12, 40))
    options += ["--count", str(count)]
    words = ["meet", *(party.id for party in parties), *options, "--now", f"{now:%Y-%m-%dT%H:%M:%SZ}"]
    return Case(files=maker.files, arguments=tuple(words), now=now, count=count, search=search)


def within_day(party: SlowParty) -> bool:
    """Whether an hour more, before and after, never leaves the day."""
    every = [*party.week, *(hours for _, _, hours in party.seasons)]
    return all(start >= 60 and end <= 23 * 60 for parts in every for start, end in parts)


def stretch(maker: Maker, you: Profile, options: list[str]) -> None:
    if not maker.often(45):
        return
    text = maker.dice.choice(("07:00-21:30", "06:00-24:00", "18:00-02:00", "00:00-24:00"))
    if maker.often(50):
        you.lines.append(f"stretch: {text}")
    else:
        if maker.often(30):
            you.lines.append("stretch: 08:00-20:00")
        options += ["--stretch", text]
    you.party = replace(you.party, accepts=hours(text))


def client(maker: Maker, number: int) -> SlowParty:
    """A client, or a person there who takes over what is not said of them."""
    name = f"acme{number}"
    made = maker.profile(name, f"Acme {number}")
    if maker.often(40):
        person(maker, made, name)
    elif maker.often(30):
        maker.calendar(made)
    maker.files[f"clients/{name}.yaml"] = "\n".join(made.lines) + "\n"
    return made.party


def offering(seed: int, maker: Maker, party: SlowParty) -> SlowParty:
    """One client in five offers more hours in its profile; these dice are others, so that all else stays."""
    dice = Random(f"{seed} {party.id}")  # noqa: S311 - cases of a test, not secrets
    if dice.randrange(5):
        return party
    text = dice.choice(("07:00-21:30", "06:00-24:00", "18:00-02:00", "12:00-13:00, 20:00-22:00"))
    name, slash, _ = party.id.partition("/")
    file = f"clients/{name}.yaml"
    line = f'stretch: "{text}"'
    # a person takes over what its client offers, or has an offer of its own
    own = f"    {line}\n" if slash and dice.randrange(2) else ""
    maker.files[file] = maker.files[file] + own if own else f"{line}\n{maker.files[file]}"
    return replace(party, accepts=hours(text))


def person(maker: Maker, made: Profile, name: str) -> None:
    own = replace(made, party=replace(made.party, id=f"{name}/ana"), lines=[])
    if maker.often(50):
        place = maker.hot_zone if maker.often(40) else "Asia/Kathmandu"
        own.lines.append(f"timezone: {place}")
        own.party = replace(own.party, zone=zone(place))
    if maker.often(50):
        shown, own.plain, own.mapped = maker.week()
        own.lines.append(f"hours: {shown}")
        own.party = replace(own.party, week=own.week(own.country))
    maker.closures(own, "away")
    if maker.often(20):
        maker.travel(own, abroad="public_holidays: no" in made.lines)
    if maker.often(30):
        maker.calendar(own)
    made.lines += ["people:", "  - id: ana", "    name: Ana Souza", *(f"    {line}" for line in own.lines)]
    made.party = own.party


def frame(maker: Maker, parties: tuple[SlowParty, ...], options: list[str]) -> SlowSearch:
    """Duration, step, first and last, weekdays, hours, buffer."""
    you = parties[0]
    duration = maker.dice.choice((15, 30, 45, 60, 60, 90, 120, 37))
    step = maker.dice.choice((5, 10, 15, 15, 20, 30, 60))
    options += ["--duration", f"{duration}m", "--step", f"{step}m"]
    first, last = maker.hot - maker.dice.randrange(1, 4) * DAY, maker.hot + maker.dice.randrange(1, 5) * DAY
    if you.trips or maker.often(40):
        start = datetime.combine(first, datetime.min.time(), UTC) + timedelta(
            minutes=maker.dice.randrange(1440)
        )
        end = datetime.combine(last, datetime.min.time(), UTC) + timedelta(minutes=maker.dice.randrange(1440))
        options += [
            "--from",
            f"{start:%Y-%m-%dT%H:%MZ}",
            "--to",
            f"{end + timedelta(hours=2):%Y-%m-%dT%H:%M}+02:00",
        ]
    else:
        start, end = midnight(you.zone, first), midnight(you.zone, last + DAY)
        options += ["--from", str(first), "--to", str(last)]
    search = SlowSearch(parties=parties, start=start, end=end, duration=duration, step=step)
    if any(party.busy for party in parties if party.required) and maker.often(40):
        options += ["--buffer", "15m"]
        search = replace(search, buffer=15)
    if maker.often(20):
        on = sorted(maker.dice.sample(range(7), 3))
        options += ["--on", ",".join(WEEKDAYS[day] for day in on)]
        search = replace(search, weekdays=frozenset(on))
    if maker.often(20):
        low, high = maker.dice.choice(
            (("09:00", "12:00"), ("13:15", "18:45"), ("00:00", "24:00"), ("01:30", "08:00"))
        )
        options += ["--between", f"{low}-{high}"]
        search = replace(search, between=((clock(low), clock(high)),))
    return search


def moment(maker: Maker, search: SlowSearch, options: list[str]) -> tuple[datetime, SlowSearch]:
    """The present, perhaps within the search, and the notice to give."""
    now = search.start - timedelta(days=3, minutes=7)
    if maker.often(25):
        now = search.start + timedelta(minutes=maker.dice.randrange(2 * 1440))
    soonest = now
    if maker.often(25):
        options += ["--notice", "4h"]
        soonest += timedelta(hours=4)
    return now, replace(search, start=max(search.start, soonest))
