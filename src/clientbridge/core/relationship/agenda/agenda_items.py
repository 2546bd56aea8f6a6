"""The agenda items of one client at a moment: promises, beats, holidays, greetings, birthdays, gaps."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from clientbridge.core.command_line import command
from clientbridge.core.relationship.agenda.agenda import AgendaCode, AgendaItem
from clientbridge.core.relationship.agenda.beats_due import beats_due
from clientbridge.core.relationship.agenda.occasions_due import birthdays_due, closures_and_greetings
from clientbridge.core.relationship.agenda.promises_due import promises_due
from clientbridge.core.relationship.client_state import ClientState
from clientbridge.core.relationship.tie_strength import coverage, ties


def agenda_items(state: ClientState) -> tuple[AgendaItem, ...]:
    """Return the items of one client up to `state.days_ahead` days ahead, unranked."""
    return (
        *promises_due(state),
        *_open_matters(state),
        *beats_due(state),
        *closures_and_greetings(state),
        *birthdays_due(state),
        *_gaps(state),
        *_data_end(state),
    )


def valid_until(state: ClientState) -> datetime:
    """Return when `agenda_items` may first change: a midnight of either side, or a promise's due time.

    The side of a promise is the person who made it, where one is named.
    """
    promises = state.journal.open_promises()
    owners = (state.days(promise.owner, promise.person) for promise in promises)
    ends = [days.next_date_after(state.now) for days in (state.yours, state.theirs, *owners)]
    due = (state.promise_state(promise).due_at for promise in promises)
    return min((*ends, *(at.astimezone(UTC) for at in due if at is not None and at > state.now)))


def _open_matters(state: ClientState) -> Iterator[AgendaItem]:
    for problem in state.journal.open_problems():
        since = state.yours.date_at(problem.at)
        yield AgendaItem(
            client=state.client.id,
            code=AgendaCode.PROBLEM_OPEN,
            why=f"a problem is open: {problem.text}",
            when=since,
            command=command("log", state.client.id, "--closes", problem.id, "how it was solved"),
        )
    for feedback in state.journal.unanswered_feedback():
        yield AgendaItem(
            client=state.client.id,
            code=AgendaCode.FEEDBACK_OPEN,
            why=f"feedback without an answer: {feedback.text}",
            when=state.yours.date_at(feedback.at),
            command=command(
                "promise", "add", state.client.id, "what you will do by fri", "--answers", feedback.id
            ),
        )


def _gaps(state: ClientState) -> Iterator[AgendaItem]:
    """Yield an item where contact rests on one person, or where a level has none."""
    gaps = coverage(ties(state.client, state.journal, state.their_date))
    levels = " or ".join(level.value for level in gaps.levels_missing)
    if gaps.single_contact is not None and len(state.client.people) > 1:
        person = state.client.person(gaps.single_contact)
        code = AgendaCode.SINGLE_CONTACT
        why = f"in 90 days only {person.called if person else gaps.single_contact} has been in touch"
    elif levels:
        code, why = AgendaCode.LEVEL_MISSING, f"no contact at {levels} level in 90 days"
    else:
        return
    yield AgendaItem(
        client=state.client.id,
        code=code,
        why=why,
        when=state.your_date,
        command=command("client", "map", state.client.id),
    )


def _data_end(state: ClientState) -> Iterator[AgendaItem]:
    """Yield an item when the year 60 days from now has no holiday data."""
    near = state.their_date + timedelta(days=60)
    for calendar in state.theirs.calendars.values():
        if near.year in calendar.years_without_data:
            yield AgendaItem(
                client=state.client.id,
                code=AgendaCode.DATA_ENDS,
                why=f"the holidays of {near.year} in {calendar.place.country} are not known yet",
                when=date(near.year, 1, 1),
                command=command("data", "check"),
            )
