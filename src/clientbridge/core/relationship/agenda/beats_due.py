"""The agenda items of the rhythm: contacts that are due, and those that will be soon."""

from collections.abc import Iterator
from datetime import date

from clientbridge.core.command_line import command
from clientbridge.core.relationship.agenda.agenda import AgendaCode, AgendaItem
from clientbridge.core.relationship.client_state import ClientState
from clientbridge.core.relationship.rhythm import BEAT_NAMES, Beat, NextBeat, next_beats

_CODES = {
    Beat.CHECKIN: AgendaCode.CHECKIN_DUE,
    Beat.UPDATE: AgendaCode.UPDATE_DUE,
    Beat.FEEDBACK: AgendaCode.FEEDBACK_DUE,
    Beat.VISIT: AgendaCode.VISIT_DUE,
}
_COMMANDS = {
    Beat.CHECKIN: ("brief", ()),
    Beat.UPDATE: ("log", ("what you told them", "--kind", "email")),
    Beat.FEEDBACK: ("log", ("what they said", "--kind", "feedback")),
    Beat.VISIT: ("meet", ("--duration", "1h")),
}
"""The command for each beat, and its arguments after the client."""


def beats_due(state: ClientState) -> Iterator[AgendaItem]:
    """Yield each beat that is due or will be within `state.days_ahead` days, as far ahead as it is there.

    Where nothing was ever logged no rhythm has begun: that is one item, and nothing is late.
    """
    today = state.your_date
    beats = next_beats(state.client.rhythm, state.journal, state.theirs, state.yours, today)
    if any(not beat.has_start for beat in beats):
        yield AgendaItem(
            client=state.client.id,
            code=AgendaCode.NO_CONTACT,
            why="no contact logged yet",
            when=today,
            command=command("log", state.client.id, "what was said", "--kind", "call"),
        )
        return
    for beat in beats:
        if (beat.due - today).days > state.days_ahead:
            continue
        name, options = _COMMANDS[beat.beat]
        yield AgendaItem(
            client=state.client.id,
            code=_CODES[beat.beat],
            why=_reason(beat, today),
            when=beat.due,
            command=command(name, state.client.id, *options),
            overdue_days=beat.overdue_days(today),
        )


def _reason(beat: NextBeat, today: date) -> str:
    name = BEAT_NAMES[beat.beat]
    if beat.last is None:
        return f"no {name} logged yet"
    since = (today - beat.last).days
    ago = {0: "today", 1: "yesterday"}.get(since, f"{since} days ago")
    if beat.due > today:
        return f"next {name}, last {ago}"
    too_long = beat.latest is not None and today > beat.latest
    return f"last {name} {ago}{', longer than you allow' if too_long else ''}"
