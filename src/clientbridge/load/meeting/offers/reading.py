"""Read which slot a reply takes, in the languages of those it may come from and on their clock."""

from typing import TYPE_CHECKING

from clientbridge.adapters.mails.mail_texts import mail_texts
from clientbridge.adapters.meeting.replies.day_words import day_words
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import UsageError
from clientbridge.core.meeting.offers.replies.mentions import SlotOnTheirClock
from clientbridge.core.meeting.offers.replies.reply import ReplyRead, other_offers, read_reply

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clientbridge.core.meeting.offers.offer import Offer
    from clientbridge.core.meeting.request import Party
    from clientbridge.load.meeting.offers.seen_by_all import SeenOffer
    from clientbridge.load.session import Session


def reply_in(session: "Session", seen: "SeenOffer", content: bytes) -> ReplyRead:
    """What a reply says; raises UsageError where a program wrote it, or it is about another offer."""
    mail = mail_texts(content)
    if mail.is_automatic:
        raise UsageError(
            "this is an automatic answer, of somebody who is away or of a mail server: it takes nothing",
            hint=f"wait for their own, or type the number: cb offer accept {quoted(seen.offer.id)} N",
        )
    text = mail.body
    others = other_offers(text, seen.offer.id)
    if others:
        raise UsageError(
            f"the reply is about the offer {others[0]}, not {seen.offer.id}",
            hint=f"take it for that one: cb offer accept {quoted(others[0])} --reply FILE",
        )
    words = day_words(_languages(seen.parties, seen.language), _names(session, seen.parties))
    read = [read_reply(text, seen.offer.id, slots, words) for slots in _on_their_clocks(seen.offer)]
    if all(one == read[0] for one in read):
        return read[0]
    return ReplyRead(number=None, could_be=tuple(sorted({one.number for one in read if one.number})))


def _languages(parties: "Sequence[Party]", asked: str | None) -> tuple[str, ...]:
    """Theirs, and that of the text which they were sent."""
    return tuple(dict.fromkeys(filter(None, [*(party.language for party in parties[1:]), asked])))


def _names(session: "Session", parties: "Sequence[Party]") -> tuple[str, ...]:
    """Yours, and of the people of the clients; no company's, which may be words like any other."""
    ids = dict.fromkeys(party.id.partition("/")[0] for party in parties[1:])
    people = (person.name for client in session.workspace.clients(ids) for person in client.people)
    return (parties[0].name, *people)


def _on_their_clocks(offer: "Offer") -> list[tuple[SlotOnTheirClock, ...]]:
    """The slots on the clock of each party but you, the same clock once."""
    columns = list(zip(*(slot.parties for slot in offer.slots), strict=True))
    clocks = {
        times[0].timezone.key: tuple(
            SlotOnTheirClock(slot.n, time.start) for slot, time in zip(offer.slots, times, strict=True)
        )
        for times in columns[1:] or columns
    }
    return list(clocks.values())
