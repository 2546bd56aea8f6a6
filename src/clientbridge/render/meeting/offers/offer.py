"""The page of one offer: its slots, the words for them, what to type next."""

from collections.abc import Iterator

from clientbridge.core.command_line import CommandLine
from clientbridge.core.meeting.offers.offer import Offer, OfferAnswer, OfferedSlot, OfferStatus, OfferText
from clientbridge.core.meeting.request import is_place
from clientbridge.core.meeting.slots import PartyTime
from clientbridge.core.spelling import listed
from clientbridge.core.time.durations import show_minutes
from clientbridge.render.command_text import typed
from clientbridge.render.meeting.offers.offer_words import status_words
from clientbridge.render.meeting.times import day, legend, local_span
from clientbridge.render.page import (
    BlankLine,
    Block,
    Column,
    Line,
    Next,
    Page,
    Phrase,
    Picture,
    Table,
    Title,
    careful,
    phrase,
    quiet,
    strong,
)
from clientbridge.render.page import page as page_of


def page(result: OfferAnswer) -> Page:
    """The slots on everyone's clock, then the text of each reader, then the commands that go on."""
    offer = result.offer
    return page_of(
        Title(f"Offer {offer.id} to {listed(offer.names)}", aside=show_minutes(offer.duration_minutes)),
        Line(status_words(offer)),
        *(Line(phrase(careful("careful: "), warning.detail)) for warning in result.warnings),
        BlankLine(),
        _table(offer),
        *(
            Line(phrase(quiet(text)))
            for text in legend(time for slot in offer.slots for time in slot.parties)
        ),
        *(block for text in result.texts for block in _text(text)),
        BlankLine(),
        *_next(offer),
    )


def _table(offer: Offer) -> Table:
    mine, *others = zip(*(slot.parties for slot in offer.slots), strict=True)
    columns = (
        Column("", right=True, fold=False, spoken="number"),
        Column("day", fold=False),
        Column(f"you, {mine[0].where}", fold=False),
        *(Column(_who(times[0]), fold=False) for times in others),
    )
    return Table(columns, tuple(_row(offer, slot) for slot in offer.slots))


def _who(time: PartyTime) -> str:
    """Of a place its name alone."""
    return time.where if is_place(time.id) else f"{time.id}, {time.where}"


def _row(offer: Offer, slot: OfferedSlot) -> tuple[Phrase, ...]:
    chosen = offer.accepted == slot.n
    mine = slot.parties[0]
    return (
        phrase(strong(str(slot.n)) if chosen else quiet(str(slot.n))),
        phrase(strong(day(mine.start)) if chosen else day(mine.start)),
        *(
            phrase(local_span(time), "" if time.timezone is usual.timezone else f" {time.where}")
            for time, usual in zip(slot.parties, offer.slots[0].parties, strict=True)
        ),
    )


def _text(text: OfferText) -> Iterator[Block]:
    yield BlankLine()
    yield Line(phrase(quiet(f"To paste, for {listed(text.whom)} ({text.language}):")))
    yield Picture(tuple(phrase(f"  {line}" if line else "") for line in text.lines), text.lines)


def _next(offer: Offer) -> Iterator[Block]:
    def command(*words: str) -> str:
        return typed(CommandLine(("offer", *words)))

    match offer.status:
        case OfferStatus.WAITING:
            yield Next(command("accept", offer.id, "1"), "when they have chosen")
            yield Next(command("withdraw", offer.id), "give the times up")
        case OfferStatus.ACCEPTED:
            number = str(offer.accepted)
            yield Next(command("accept", offer.id, number, "--ics", "meeting.ics"), "the invitation")
            yield Next(command("withdraw", offer.id), "call the meeting off")
        case _:
            yield Next(typed(CommandLine(("offer", *offer.clients))), "offer other times")
