"""Parties in zones with recently changed rules: calendars elsewhere may show them an hour wrong."""

from collections.abc import Iterable
from datetime import date, timedelta

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.result import Caution
from clientbridge.core.meeting.search import SearchResult
from clientbridge.core.time.intervals import at_minute

ZONE_CHANGED = "zone_changed"
_WARNED = timedelta(days=366)
"""Before and after a change: as long as devices that are not kept up to date stay in use unnoticed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneChange:
    """A change to the clock rules of some zones."""

    zones: frozenset[str]
    since: date
    say: str
    release: str
    """The first release of the zone database that has them."""
    source: str


def zone_cautions(result: SearchResult, changes: Iterable[ZoneChange]) -> tuple[Caution, ...]:
    """A warning for each party that is, within the range, in a zone that changed in the year around now."""
    request = result.request
    today = at_minute(request.now).date()
    near = [change for change in changes if abs(change.since - today) <= _WARNED]
    warnings: list[Caution] = []
    for party, attendance in zip(request.parties, result.attendances, strict=True):
        keys = {piece.zone.key for piece in attendance.days.clock}
        for change in near:
            if keys & change.zones:
                detail = (
                    f"{change.say} (since {change.since}); calendars older than release {change.release} "
                    f"show {party.name} an hour wrong"
                )
                warnings.append(Caution(code=ZONE_CHANGED, party=party.id, detail=detail))
    return tuple(warnings)
