"""A calendar file as `vobject` reads it, with its own definitions of zones."""

from datetime import UTC, date, datetime

import vobject


def spans_by_vobject(text: str) -> list[tuple[datetime, datetime]]:
    """The starts and ends of all its events in order; exceptions are put in place, which it does not do."""
    vars(vobject.icalendar)[
        "__tzidMap"
    ].clear()  # else a zone is as the first file of this process defined it
    calendar = vobject.readOne(text)
    events = calendar.vevent_list
    moved = {_utc(event.recurrence_id.value) for event in events if hasattr(event, "recurrence_id")}
    found = []
    for event in events:
        length = _utc(event.dtend.value) - _utc(event.dtstart.value)
        is_exception = hasattr(event, "recurrence_id")
        starts = [event.dtstart.value] if is_exception or event.rruleset is None else list(event.rruleset)
        instants = [_utc(start) for start in starts]
        found += [(at, at + length) for at in instants if is_exception or at not in moved]
    return sorted(found)


def _utc(value: date) -> datetime:
    assert isinstance(value, datetime)
    assert value.tzinfo is not None
    return value.astimezone(UTC)
