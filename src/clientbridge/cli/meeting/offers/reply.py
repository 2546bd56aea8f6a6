"""``cb offer accept ID --reply FILE``: the slot that a mail takes, asked about where it is in doubt."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from clientbridge.core.command_line import quoted
from clientbridge.core.errors import ExitCode, UsageError
from clientbridge.core.meeting.offers.kept_offer import offer_named
from clientbridge.core.meeting.offers.offer import Offer, OfferAnswer
from clientbridge.core.meeting.offers.replies.reply import NONE_OF_THEM, ReplyRead
from clientbridge.core.time.formatting import short_day
from clientbridge.load.meeting.meeting_loader import MeetingLoader
from clientbridge.load.meeting.offers.kept_offers import kept_offers
from clientbridge.load.meeting.offers.reading import reply_in
from clientbridge.load.meeting.offers.seen_by_all import seen

if TYPE_CHECKING:
    from clientbridge.cli.context import Context

_PIPED = Path("-")


def number_in_reply(context: "Context", name: str, number: int | None, reply: Path) -> int:
    """The slot that the reply takes; leaves with exit code 1 where it takes none.

    Raises UsageError where it cannot be told which, and nobody can be asked.
    """
    if number is not None:
        raise UsageError("the number is typed, and --reply reads it", hint="leave out one of them")
    session = context.session
    shown = seen(session, MeetingLoader(session), offer_named(kept_offers(session), name))
    content, _ = context.mail(str(reply))
    read = reply_in(session, shown, content)
    if read.number == NONE_OF_THEM:
        context.note(
            f"they take none of these times; offer others, and give these up: {_withdraw(shown.offer)}"
        )
        context.show(OfferAnswer(offer=shown.offer))
        raise typer.Exit(ExitCode.NONE)
    return _decided(context, shown.offer, read, may_ask=context.may_ask and reply != _PIPED)


def _decided(context: "Context", offer: Offer, read: ReplyRead, *, may_ask: bool) -> int:
    if read.number is not None and read.sure:
        return read.number
    if not may_ask:
        raise _unclear(offer, read)
    if read.number is not None and _confirmed(context, offer, read.number):
        return read.number
    return _asked(context, offer)


def _confirmed(context: "Context", offer: Offer, number: int) -> bool:
    return context.confirm(
        f"The reply names {number} ({_slot(offer, number)}), not for sure. Do they take it?"
    )


def _asked(context: "Context", offer: Offer) -> int:
    from clientbridge.cli.prompts import ListedChoice, choose

    choices = [ListedChoice(value=slot.n, label=_slot(offer, slot.n)) for slot in offer.slots]
    return choose(context, "Which slot do they take?", choices)


def _unclear(offer: Offer, read: ReplyRead) -> UsageError:
    could_be = read.could_be or ((read.number,) if read.number else ())
    names = could_be or tuple(slot.n for slot in offer.slots)
    listed = "; ".join(
        f"{number}: {_slot(offer, number)}" for number in names if 1 <= number <= len(offer.slots)
    )
    say = "the reply may mean" if could_be else "the reply names none of these for sure:"
    return UsageError(f"{say} {listed}", hint=f"type the number: cb offer accept {quoted(offer.id)} N")


def _slot(offer: Offer, number: int) -> str:
    """On the clock of whoever answers, and where that is."""
    times = offer.slots[number - 1].parties
    theirs = times[min(1, len(times) - 1)]
    return f"{short_day(theirs.start)} {theirs.start:%H:%M} {theirs.where}"


def _withdraw(offer: Offer) -> str:
    return f"cb offer withdraw {quoted(offer.id)}"
