"""`cb brief CLIENT --handover`: people, open promises and problems, and the latest events."""

from collections.abc import Sequence

from clientbridge.core.command_line import quoted
from clientbridge.core.relationship.handover import Handover
from clientbridge.core.relationship.journal.kinds import Owner
from clientbridge.core.relationship.past_events import PastEvent
from clientbridge.core.relationship.promise_status import PromiseState
from clientbridge.core.relationship.rhythm import BEAT_NAMES
from clientbridge.core.time.formatting import MONTH_NAMES, long_day, short_day
from clientbridge.render.page import (
    BlankLine,
    Block,
    Column,
    Facts,
    Next,
    Page,
    Phrase,
    Table,
    Title,
    phrase,
    quiet,
    strong,
)
from clientbridge.render.page import page as page_of
from clientbridge.render.relationship.client_map import strength_phrase
from clientbridge.render.relationship.promises import status_phrase


def page(result: Handover) -> Page:
    """Return the page: the client, its people, everything open, then the latest events."""
    return page_of(
        Title(result.name, aside=f"handover; {result.where}"),
        Facts(tuple(_facts(result))),
        *_part("People", _people(result)),
        *_part("Promises still open", _promises(result.promises)),
        *_part("Problems still open", _events(result.problems)),
        *_part("Feedback without an answer", _events(result.feedback)),
        *_part("Next contacts", _rhythm(result)),
        *_part("What happened, newest first", _events(result.events)),
        Next(f"cb brief {quoted(result.client)} --full", "the country and the person"),
    )


def _facts(result: Handover) -> list[tuple[str, Phrase]]:
    context = result.context
    ends = context.fiscal_year_end
    facts = (
        ("Looked after by", result.manager or "nobody named"),
        ("Steps in", result.backup or "nobody named"),
        ("Reached first by", result.channels.first),
        ("Documents by", result.channels.documents),
        ("Trade", context.sector),
        ("Business year", None if ends is None else f"ends on {ends[1]} {MONTH_NAMES[ends[0] - 1]}"),
        ("Goals", "; ".join(context.goals)),
        ("Notes", result.notes),
    )
    return [(label, phrase(text)) for label, text in facts if text]


def _part(title: str, block: Block | None) -> tuple[Block, ...]:
    return () if block is None else (BlankLine(), Title(title, level=2), block)


def _people(result: Handover) -> Block | None:
    if not result.people:
        return None
    return Table(
        (Column(""), Column(""), Column("")),
        tuple(
            (
                phrase(strong(tie.name), " (decides)" if tie.decides else ""),
                phrase(
                    ", ".join(part for part in (tie.role, tie.level.value if tie.level else None) if part)
                ),
                (*strength_phrase(tie.strength), *phrase(f": {tie.why}")),
            )
            for tie in result.people
        ),
    )


def _promises(promises: Sequence[PromiseState]) -> Block | None:
    if not promises:
        return None
    return Table(
        (Column("", fold=False), Column("", fold=False), Column(""), Column("", fold=False), Column("")),
        tuple(
            (
                phrase(quiet(promise.id)),
                phrase("you" if promise.owner is Owner.ME else promise.person or "they"),
                phrase(strong(promise.text)),
                phrase("no date" if promise.due is None else short_day(promise.due)),
                status_phrase(promise),
            )
            for promise in promises
        ),
    )


def _events(events: Sequence[PastEvent]) -> Block | None:
    if not events:
        return None
    return Table(
        (Column("", fold=False), Column("", fold=False), Column("")),
        tuple(
            (
                phrase(long_day(event.on)),
                phrase(event.kind.value),
                phrase(event.text, quiet(f"  {', '.join(event.people)}") if event.people else ""),
            )
            for event in events
        ),
    )


def _rhythm(result: Handover) -> Block | None:
    if not result.rhythm:
        return None
    return Facts(
        tuple(
            (
                BEAT_NAMES[beat.beat],
                phrase(
                    f"due {long_day(beat.due)}",
                    "" if beat.last is None else f", last {long_day(beat.last)}",
                ),
            )
            for beat in result.rhythm
        )
    )
