"""How little would open a start, found by trying every stretch on every quarter of an hour of the meeting.

For searches in which hours lie on half hours, everything else on quarters, and nobody travels or works over
midnight. A break of half an hour is then met in its middle, a quarter of an hour from either side.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from minute_oracle import MINUTE, SlowParty, SlowSearch

QUARTER = 15
MOST = 6 * 60
STRETCHES = range(0, MOST + QUARTER, QUARTER)
Needs = Mapping[int, int]
"""Minutes by the number of the party."""


def needs(search: SlowSearch) -> dict[datetime, Needs]:
    """Each start on the grid that takes more than now, and no more than six hours of anyone."""
    starts = (search.start + at * MINUTE for at in range(0, 1441 - search.duration, QUARTER))
    grid = [start for start in starts if search.you.here(start)[1] % search.step == 0]
    return {start: found for start in grid if (found := needs_at(search, start))}


def needs_at(search: SlowSearch, start: datetime) -> Needs:
    """Empty where the start is possible now, and where no asking makes it so."""
    quarters = quarters_of(search, start)
    found: dict[int, int] = {}
    for which, party in enumerate(search.parties):
        if party.required:
            least = least_of_you(party, quarters) if which == 0 else least_of_client(party, quarters)
            if least is None:
                return {}
            found[which] = least
    return {which: minutes for which, minutes in found.items() if minutes}


def quarters_of(search: SlowSearch, start: datetime) -> list[datetime]:
    return [start + timedelta(minutes=at) for at in range(0, search.duration, QUARTER)]


def least_of_client(party: SlowParty, quarters: list[datetime]) -> int | None:
    """The first of ever longer stretches around its hours in which the client can be there throughout."""
    for minutes in STRETCHES:
        asked = replace(party, widened=max(party.widened, minutes))
        if all(can(asked, quarter) for quarter in quarters):
            return minutes
    return None


def least_of_you(party: SlowParty, quarters: list[datetime]) -> int | None:
    """So many minutes before what you accept that day, after it, and within it, together."""
    day, _ = party.here(quarters[0])
    accepted = sorted(party.hours(day) + party.accepts)
    if not party.hours(day) or party.here(quarters[-1])[0] != day or any(map(party.is_busy, quarters)):
        return 0 if all(can(party, quarter) for quarter in quarters) else None
    first, last = accepted[0][0], max(end for _, end in accepted)
    missing = [party.here(quarter)[1] for quarter in quarters if not can(party, quarter)]
    before, after = ([at for at in missing if at < first], [at for at in missing if at >= last])
    earlier = (minutes for minutes in STRETCHES if all(at >= first - minutes for at in before))
    later = (minutes for minutes in STRETCHES if all(at < last + minutes for at in after))
    inside = (len(missing) - len(before) - len(after)) * QUARTER
    together = next(earlier, MOST + 1) + next(later, MOST + 1) + inside
    return together if together <= MOST else None


def can(party: SlowParty, instant: datetime) -> bool:
    """Whether the minute lies in what the party accepts on a day that it works, from midnight to midnight."""
    if party.is_busy(instant):
        return False
    local = instant.astimezone(party.zone)
    minute, hours = local.hour * 60 + local.minute, party.hours(local.date())
    around = tuple((start - party.widened, end + party.widened) for start, end in hours)
    return bool(hours) and any(start <= minute < end for start, end in (*around, *party.accepts))


def at_night(party: SlowParty, quarters: list[datetime]) -> bool:
    """Whether the party would be outside its hours between 23:00 and 06:00 of its clock."""
    return any(
        not party.in_hours(quarter) and not 6 <= party.here(quarter)[1] // 60 < 23 for quarter in quarters
    )
