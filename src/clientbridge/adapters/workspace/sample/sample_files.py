"""What the files of the sample say on a day: the templates of `data/demo/` with their blanks filled."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from clientbridge.adapters.days.place_calendars import calendars_for
from clientbridge.adapters.workspace.workspace import Workspace
from clientbridge.core.days.location import places_of
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.workspace.sample_days import (
    FURTHEST_AHEAD,
    FURTHEST_BACK,
    Blanks,
    SharedDays,
    as_of_late,
)


def profiles(templates: Mapping[str, Path], on: date) -> Mapping[str, str]:
    """You and the clients, whose blanks ask for no one's working days."""
    blanks = Blanks(today=on, shared={})
    return {
        name: blanks.filled(file.read_text(encoding="utf-8"))
        for name, file in templates.items()
        if file.suffix == ".yaml"
    }


def what_happened(templates: Mapping[str, Path], on: date, workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Journals and calendars, by the days on which both sides are at work."""
    shared = _shared_days(on, workspace)
    for name, file in templates.items():
        template = file.read_text(encoding="utf-8")
        if file.suffix == ".jsonl":
            blanks = Blanks(today=on, shared=shared, client=file.stem, say_moment=_in_utc)
            yield name, blanks.filled(template)
        elif file.suffix == ".ics":
            blanks = Blanks(
                today=on, shared=shared, say_day="{:%Y%m%d}".format, say_moment="{:%Y%m%dT%H%M%S}".format
            )
            yield name, blanks.filled(template)


def _shared_days(on: date, workspace: Workspace) -> Mapping[str, SharedDays]:
    schedules = {client.id: client.schedule for client in workspace.every_client().clients}
    schedules = {"": workspace.me.schedule, **schedules}
    calendars = calendars_for(
        (place for schedule in schedules.values() for place in places_of(schedule)),
        on - FURTHEST_BACK - timedelta(days=1),
        on + FURTHEST_AHEAD,
        workspace.cache,
    )
    parties = {
        client: PartyCalendar(schedule=as_of_late(schedule), calendars=calendars)
        for client, schedule in schedules.items()
    }
    return {client: SharedDays.of(parties[""], party, on) for client, party in parties.items()}


def _in_utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
