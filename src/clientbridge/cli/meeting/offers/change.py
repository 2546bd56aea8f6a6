"""``cb offer accept``, ``withdraw`` and ``expire``: what becomes of an offer."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clientbridge.cli.outputs import Force, check_files
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import UsageError
from clientbridge.core.meeting.offers.offer import Offer, OfferAnswer, OfferStatus
from clientbridge.load.changes import check_writable
from clientbridge.load.meeting.meeting_loader import MeetingLoader
from clientbridge.load.meeting.offers import changing
from clientbridge.load.meeting.offers.listing import listing
from clientbridge.load.meeting.offers.seen_by_all import seen

if TYPE_CHECKING:
    from clientbridge.cli.context import Context
    from clientbridge.core.meeting.offers.kept_offer import KeptOffer

OfferName = Annotated[str, typer.Argument(help="The id of the offer, or the start of it", metavar="ID")]


def accept(
    ctx: typer.Context,
    offer: OfferName,
    number: Annotated[int | None, typer.Argument(help="The slot they chose", metavar="N")] = None,
    *,
    reply: Annotated[
        Path | None,
        typer.Option(help="Read their choice from this mail, or from what is piped in: -", allow_dash=True),
    ] = None,
    ics: Annotated[Path | None, typer.Option(help="Write the invitation to this file")] = None,
    save: Annotated[bool, typer.Option("--save", help="Show the meeting in your own calendar too")] = False,
    force: Force = False,
) -> None:
    """Take the slot that the client chose: the others are given up; another number moves the meeting."""
    context: Context = ctx.obj
    check_writable(context.session)
    check_files(context, force=force, meeting=ics)
    if save:
        from clientbridge.cli.meeting.saving import check_store

        check_store(context)
    if reply is not None:
        from clientbridge.cli.meeting.offers.reply import number_in_reply

        number = number_in_reply(context, offer, number, reply)
    if number is None:
        hint = f"type its number, or name their mail: cb offer accept {quoted(offer)} --reply FILE"
        raise UsageError("which slot did they choose?", hint=hint)
    _show(context, changing.accept(context.session, offer, number, save=save), ics)


def withdraw(
    ctx: typer.Context,
    offer: OfferName,
    *,
    ics: Annotated[Path | None, typer.Option(help="Write what calls the meeting off to this file")] = None,
    force: Force = False,
) -> None:
    """Give up the times of an offer, or call off the meeting that came of it."""
    context: Context = ctx.obj
    check_writable(context.session)
    check_files(context, force=force, meeting=ics)
    _show(context, changing.withdraw(context.session, offer, only_meeting=ics is not None), ics)


def expire(
    ctx: typer.Context,
    offer: Annotated[str | None, typer.Argument(help="One offer, whenever it ends", metavar="[ID]")] = None,
) -> None:
    """Give up what is held in offers that have expired, or in the one that is named."""
    context: Context = ctx.obj
    if offer is not None:
        _show(context, changing.expire(context.session, offer), None)
        return
    over = changing.expire_all(context.session)
    context.show(listing(context.session, over.offers, waiting=over.waiting))


def _show(context: "Context", kept: "KeptOffer", ics: Path | None) -> None:
    shown = seen(context.session, MeetingLoader(context.session, over_holds=True), kept)
    if ics is not None:
        from clientbridge.cli.meeting.offers.file_after import file_after
        from clientbridge.cli.meeting.offers.invitation import write_invitation

        offer = shown.offer
        with file_after(f"the offer {offer.id} is {offer.status}", again=f"type: {_again(offer, ics)}"):
            write_invitation(context, shown, ics)
    context.show(OfferAnswer(offer=shown.offer))


def _again(offer: Offer, ics: Path) -> str:
    """The command that changes nothing more, and writes the file."""
    file = str(ics)
    if offer.status is OfferStatus.WITHDRAWN:
        return f"cb offer withdraw {quoted(offer.id)} --ics {quoted(file)}"
    return f"cb offer accept {quoted(offer.id)} {quoted(str(offer.accepted))} --ics {quoted(file)}"
