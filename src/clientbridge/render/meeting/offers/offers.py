"""The page of ``cb offer list``: what waits, until when, with the command for the answer."""

from clientbridge.core.command_line import CommandLine
from clientbridge.core.meeting.offers.offer import Offer, Offers, OfferStatus
from clientbridge.core.spelling import listed
from clientbridge.render.command_text import typed
from clientbridge.render.meeting.offers.offer_words import short_status
from clientbridge.render.meeting.times import day
from clientbridge.render.page import (
    BlankLine,
    Block,
    Column,
    Line,
    Next,
    Page,
    Phrase,
    Table,
    Title,
    phrase,
    strong,
)
from clientbridge.render.page import page as page_of


def page(result: Offers) -> Page:
    """A row for each offer, its slots below it."""
    if not result.offers:
        return _none(result)
    columns = (
        Column("id", fold=False),
        Column("to"),
        Column("state", fold=False),
        Column("", spoken="slots", below=True),
    )
    waiting = next((one for one in result.offers if one.status is OfferStatus.WAITING), None)
    return page_of(
        Title("Offers" if result.waiting is None else "Expired offers"),
        Table(columns, tuple(map(_row, result.offers))),
        BlankLine() if waiting or result.waiting or result.others else None,
        _others(result),
        None if waiting is None else Next(typed(CommandLine(("offer", "accept", waiting.id, "1")))),
    )


def _none(result: Offers) -> Page:
    say = "No offer waits for an answer." if result.waiting is None else "No offer has run out."
    make = Next(typed(CommandLine(("help", "offer"))), "how to make one")
    return page_of(Line(phrase(say)), _others(result), None if result.waiting else make)


def _row(offer: Offer) -> tuple[Phrase, ...]:
    return (
        phrase(strong(offer.id)),
        phrase(listed(offer.names)),
        short_status(offer),
        phrase(_slots(offer)),
    )


def _slots(offer: Offer) -> str:
    """Each on your clock, with the place of the first, and of those that you are elsewhere for."""
    shown, before = list[str](), ""
    for slot in offer.slots:
        mine = slot.parties[0]
        place = "" if mine.where == before else f" {mine.where}"
        shown.append(f"{slot.n}: {day(mine.start)} {mine.start:%H:%M}{place}")
        before = mine.where
    return "   ".join(shown)


def _others(result: Offers) -> Block | None:
    if result.waiting:
        still = "1 waits for an answer" if result.waiting == 1 else f"{result.waiting} wait for an answer"
        return Next(typed(CommandLine(("offer",))), still)
    if not result.others:
        return None
    answered = (
        "1 was answered or is over" if result.others == 1 else f"{result.others} were answered or are over"
    )
    return Next(typed(CommandLine(("offer", "list", "--all"))), answered)
