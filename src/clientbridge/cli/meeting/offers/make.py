"""``cb offer CLIENT…``: a few good slots, held for the client until one is chosen, and the words for them."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clientbridge.cli.meeting.offers.file_after import file_after
from clientbridge.cli.meeting.offers.pages import page_files, write_pages
from clientbridge.cli.meeting.options import MeetQuery, asked
from clientbridge.cli.meeting.run import planned, prepared, request_asked
from clientbridge.cli.outputs import Force, check_files
from clientbridge.core.command_line import quoted
from clientbridge.core.days.location import date_at, day_ends
from clientbridge.core.errors import UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.limits import MOST_OFFERED, check_search
from clientbridge.core.meeting.offers.choice import DEFAULT_OFFERED
from clientbridge.core.time.durations import TimeSpan, parse_time_span
from clientbridge.core.typed_option import read_from
from clientbridge.load.changes import check_writable
from clientbridge.load.meeting.meeting_loader import MeetingLoader
from clientbridge.load.meeting.offers.making import OfferAsked, make_offer
from clientbridge.load.meeting.offers.seen_by_all import seen

if TYPE_CHECKING:
    from clientbridge.cli.context import Context
    from clientbridge.core.meeting.request import MeetingRequest
    from clientbridge.core.workspace.profiles import Schedule

DEFAULT_EXPIRES = "3d"


def make(
    ctx: typer.Context,
    party: Annotated[
        list[str],
        typer.Argument(help="Clients, people or places: acme, @tokyo; one called list: cb offer make list"),
    ],
    *,
    duration: Annotated[str | None, typer.Option(help="How long, default 60m")] = None,
    next_: Annotated[str | None, typer.Option("--next", help="How far ahead to search, default 2w")] = None,
    from_: Annotated[str | None, typer.Option("--from", help="First day or time: mon, next week")] = None,
    to: Annotated[str | None, typer.Option(help="Last day, or the time by which it must end")] = None,
    on: Annotated[str | None, typer.Option(help="Only these weekdays of yours: mon,tue or mon-thu")] = None,
    between: Annotated[str | None, typer.Option(help="Only these hours of yours: 09:00-12:00")] = None,
    count: Annotated[int | None, typer.Option(help="How many slots, default 3")] = None,
    expires: Annotated[str, typer.Option(help="How long they are held: 3d, 12h, 1w")] = DEFAULT_EXPIRES,
    step: Annotated[str | None, typer.Option(help="Try a start every so many minutes, default 15m")] = None,
    notice: Annotated[str | None, typer.Option(help="Nothing sooner than in: 4h, 2d")] = None,
    buffer: Annotated[str | None, typer.Option(help="Free time around other appointments: 15m")] = None,
    stretch: Annotated[str | None, typer.Option(help="Hours you would accept: 07:00-22:00")] = None,
    client_stretch: Annotated[
        list[str] | None, typer.Option(help="How far beyond their hours to ask them: 1h, or acme=1h")
    ] = None,
    optional: Annotated[list[str] | None, typer.Option(help="Who may be missing: acme, acme/ana")] = None,
    quorum: Annotated[str | None, typer.Option(help="How many of them are enough: 80%")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Leave out days that are likely closed")] = False,
    over_holds: Annotated[
        bool, typer.Option("--over-holds", help="Times held in your other offers count as free")
    ] = False,
    text: Annotated[bool, typer.Option("--text", help="Only the text to paste into a message")] = False,
    copy: Annotated[bool, typer.Option("--copy", help="That text, to the clipboard as well")] = False,
    lang: Annotated[str | None, typer.Option(help="Language of that text; default is the client's")] = None,
    page: Annotated[
        Path | None, typer.Option(help="A page on which the client chooses", metavar="FILE")
    ] = None,
    save: Annotated[bool, typer.Option("--save", help="Show what is held in your own calendar too")] = False,
    free_busy: Annotated[
        Path | None,
        typer.Option(help="Write when you are busy in the range searched to FILE", metavar="FILE"),
    ] = None,
    force: Force = False,
) -> None:
    """Offer a few good times, held until one is chosen. `cb offer CLIENT` is short for this."""
    given = locals()
    _make(ctx.obj, asked(given), expires, _Files(page, free_busy, force=force))


@dataclass(frozen=True, slots=True)
class _Files:
    page: Path | None
    free_busy: Path | None
    force: bool


def _make(context: "Context", query: MeetQuery, expires: str, asked_for: _Files) -> None:
    check_writable(context.session)
    if query.save:
        from clientbridge.cli.meeting.saving import check_store

        check_store(context)
    check_files(context, force=asked_for.force, free_busy=asked_for.free_busy)
    loader = MeetingLoader(context.session, over_holds=True)
    query = prepared(context, query, loader)
    count = _count(query.options.count)
    query = replace(query, options=replace(query.options, count=count))
    context.note_days(query.options.from_, query.options.to)
    until = _until(context, loader.me.schedule, expires)
    request = request_asked(context, query, loader)
    check_search(len(request.parties), request.days)
    files = page_files(context, asked_for.page, [party.id for party in request.others], force=asked_for.force)
    made = make_offer(
        context.session,
        loader,
        loader.with_busy_times(request),
        OfferAsked(
            count=count,
            expires=until,
            language=query.lang,
            over_holds=query.over_holds,
            save=query.save,
        ),
    )
    if made.kept is None:
        _publish(context, asked_for, request)
        context.show(planned(context, made.result, loader))
        return
    from clientbridge.cli.meeting.offers.shown import show_offer

    offer = seen(context.session, loader, made.kept, made.result)
    withdraw = f"offer again, and give this up: cb offer withdraw {quoted(offer.offer.id)}"
    with file_after(f"the offer {offer.offer.id} holds its times", again=withdraw):
        _publish(context, asked_for, request)
        write_pages(context, offer, query.lang, files)
    show_offer(context, offer, query)


def _publish(context: "Context", asked_for: _Files, request: "MeetingRequest") -> None:
    if asked_for.free_busy is not None:
        from clientbridge.cli.meeting.offers.free_busy import publish

        publish(context, asked_for.free_busy, request.within)


def _count(typed: int | None) -> int:
    count = DEFAULT_OFFERED if typed is None else typed
    if not 1 <= count <= MOST_OFFERED:
        raise UsageError(
            f"--count: {count} is not between 1 and {MOST_OFFERED}", hint="write it like --count 3"
        )
    return count


def _until(context: "Context", you: "Schedule", typed: str) -> datetime:
    """The end of your day so many days ahead, or so many minutes from now."""
    with read_from("--expires", DEFAULT_EXPIRES):
        span = parse_time_span(typed)
    if span == TimeSpan():
        raise UsageError(f"--expires: '{typed}' is no time at all", hint="write it like --expires 3d")
    now = context.now
    if span.whole_days:
        return day_ends(you, span.after(date_at(you, now)))
    return (now + timedelta(minutes=span.days * 24 * 60 + span.minutes)).replace(second=0, microsecond=0)
