"""`cb promise`: the promises of both sides, with due dates."""

from datetime import date

from clientbridge.core.command_line import quoted
from clientbridge.core.relationship.journal.kinds import Owner
from clientbridge.core.relationship.promise_status import Promises, PromiseState, PromiseStatus
from clientbridge.core.time.formatting import day_seen_from
from clientbridge.render.page import (
    Block,
    Column,
    Emphasis,
    Line,
    Next,
    Page,
    Phrase,
    Table,
    Title,
    bad,
    careful,
    offered,
    phrase,
    quiet,
    strong,
)
from clientbridge.render.page import (
    page as page_of,
)
from clientbridge.render.views import PromisesView

_DEFAULT_VIEW = PromisesView()
_ROWS = 16
"""Of both sides together, so that a screen of 24 lines has room for the headings too."""


def page(result: Promises, view: PromisesView = _DEFAULT_VIEW) -> Page:
    """Return the page: your promises, then theirs, each most urgent first; what has no room is counted."""
    if not result.promises:
        return page_of(
            Line(phrase("No open promises.")),
            Next('cb log CLIENT "what was said" --i-promise "what by when"'),
        )
    yours, theirs = (_of(owner, result) for owner in (Owner.ME, Owner.THEM))
    room = len(result.promises) if view.is_whole else _ROWS
    shown = (
        yours[: max(room // 2, room - len(theirs))],
        theirs[: max(room // 2, room - len(yours))],
    )
    first_open = next((promise for promise in yours if promise.status in _STILL_OPEN), None)
    return page_of(
        *_side("You promised", shown[0], result.today),
        *_side("They promised", shown[1], result.today),
        _more(len(result.promises) - sum(map(len, shown))),
        None if first_open is None else Next(f"cb promise done {quoted(first_open.id)}"),
    )


def _of(owner: Owner, result: Promises) -> list[PromiseState]:
    return [promise for promise in result.promises if promise.owner is owner]


def _more(hidden: int) -> Line | None:
    everything = offered("cb promise list --all", Emphasis.QUIET)
    return Line(phrase(quiet(f"and {hidden:,} more: "), everything)) if hidden else None


_STILL_OPEN = frozenset({PromiseStatus.OPEN, PromiseStatus.DUE, PromiseStatus.LATE})


def _side(title: str, promises: list[PromiseState], today: date) -> tuple[Block, ...]:
    return (Title(title, level=2), _table(promises, today)) if promises else ()


def _table(promises: list[PromiseState], today: date) -> Table:
    return Table(
        (
            Column("id", fold=False),
            Column("client", fold=False),
            Column("what"),
            Column("due", fold=False),
            Column("", fold=False),
        ),
        tuple(
            (
                phrase(quiet(promise.id)),
                phrase(promise.client),
                phrase(strong(promise.text)),
                phrase("no date" if promise.due is None else day_seen_from(promise.due, today)),
                status_phrase(promise),
            )
            for promise in promises
        ),
    )


def status_phrase(promise: PromiseState) -> Phrase:
    """Return the status in words; colour only repeats what they say."""
    left = promise.working_days_left
    match promise.status:
        case PromiseStatus.LATE:
            late = abs(left or 0)
            return phrase(bad("late" if not late else f"late {late} working day{'s' * (late != 1)}"))
        case PromiseStatus.DUE:
            return phrase(careful("today"))
        case PromiseStatus.OPEN:
            return phrase(_left(left))
        case _:
            return phrase(quiet(promise.status.value))


def _left(days: int | None) -> str:
    """Return how many days are left after today; none where only days off lie before the due date."""
    if days is None:
        return ""
    return f"{days} working day{'s' * (days != 1)} left" if days else "no working day after today"
