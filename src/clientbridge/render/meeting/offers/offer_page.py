"""The page of an offer for a client: the times in their zone, a click for the reply. It sends nothing itself.

What stands in the file is right without its script, in the zone of the client; the script tells the times in
the zone of the browser. A choice is a mail with the line that `cb offer accept --reply` reads.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from clientbridge.core.culture.client_pages.page_words import PageWords
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.correspondents import Correspondents
from clientbridge.core.meeting.offers.offer import Offer, OfferedSlot
from clientbridge.core.meeting.slots import PartyTime
from clientbridge.render.meeting.offers.local_times import LocalTimes
from clientbridge.render.meeting.offers.offer_script import OFFER_SCRIPT
from clientbridge.render.writers.client_page import (
    ClientPage,
    PageData,
    client_page,
    mailto,
    reply_section,
    sentence,
    shown,
)

NONE_OF_THEM = 0
"""What stands instead of a slot's number in a reply that takes none."""
_IN_SCRIPT = ("copied", "keep", "other_date", "reply_none", "reply_slot", "subject", "zone_now")


def offer_page(offer: Offer, words: PageWords, between: Correspondents) -> str:
    """The file; `between.party` is one of the parties of the offer, whose zone it is written in."""
    page = _OfferPage(offer, LocalTimes(words), words, between)
    heading = words.say("heading")
    return client_page(
        ClientPage(
            words=words,
            title=f"{heading} – {between.sender}",
            body=page.body(),
            script=OFFER_SCRIPT,
            data=page.data(),
        )
    )


def machine_line(offer: Offer, number: int) -> str:
    """What a program reads in a reply: the offer, and the slot that is taken."""
    return f"cb-offer: {offer.id} {number}"


@dataclass(frozen=True)
class _OfferPage:
    offer: Offer
    times: LocalTimes
    words: PageWords
    between: Correspondents

    def body(self) -> str:
        """Everything that is seen."""
        words, sender = self.words, self.between.sender
        length = shown(self.times.length(self.offer.duration_minutes))
        private = f"{sentence(words, 'by_number')} {sentence(words, 'private')}"
        reply = reply_section(words, sender=sender, address=self.between.address)
        return "\n".join(
            (
                f"<main>\n<h1>{sentence(words, 'heading')}</h1>",
                f'<p class="quiet">{sentence(words, "for", client=self.between.reader)}</p>',
                f"<p>{sentence(words, 'intro', sender=sender)}</p>",
                f"<p>{sentence(words, 'duration')}: {length}</p>",
                *self._expiry(),
                f'<p class="careful" id="old" hidden>{sentence(words, "old_zones")}</p>',
                f'<div class="zone js-only"><label for="zone">{sentence(words, "zone")}</label>',
                '<select id="zone"></select></div>\n<p id="said" role="status" class="quiet"></p>',
                '<ol class="slots">',
                *(self._slot(slot) for slot in self.offer.slots),
                f"<li>{self._choose(NONE_OF_THEM, words.say('none'), second=True)}</li>\n</ol>",
                f'{reply}\n<p class="quiet">{private}</p>\n</main>',
            )
        )

    def data(self) -> dict[str, PageData]:
        """What the script works with, nothing of other clients.

        The offsets are what the browser's own are compared with.
        """
        zones = {time.timezone.key: time.timezone for time in (self._home, self.offer.slots[0].parties[0])}
        ours = {key: self.times.city(key) for key in zones}
        return {
            "id": self.offer.id,
            "to": self.between.address,
            "locale": self.times.tag,
            "comma": self.times.comma,
            "zones": list(zones),
            "mine": self.offer.slots[0].parties[0].timezone.key,
            "cities": self.times.cities() | ours,
            "expires": _instant(self.offer.expires),
            "slots": [
                {"n": slot.n, "start": _instant(slot.start), "end": _instant(slot.end), "utc": _utc(slot)}
                for slot in self.offer.slots
            ],
            "offsets": {
                key: [_offset(slot.start.astimezone(zone)) for slot in self.offer.slots]
                for key, zone in zones.items()
            },
            "words": {key: self.words.sentences[key] for key in _IN_SCRIPT},
        }

    @property
    def _home(self) -> PartyTime:
        return self._theirs(self.offer.slots[0])

    def _theirs(self, slot: OfferedSlot) -> PartyTime:
        return next(time for time in slot.parties if time.id == self.between.party)

    def _expiry(self) -> Iterator[str]:
        home = self._home.timezone
        until = self.times.moment(home.key, self.offer.expires.astimezone(home))
        told = f'<time id="until" datetime="{_instant(self.offer.expires)}">{shown(until)}</time>'
        before, after = self.words.sentences["before"].split("{when}")
        yield f'<p id="before">{shown(before)}{told}{shown(after)}</p>'
        yield f'<p class="careful" id="expired" hidden>{sentence(self.words, "expired")}</p>'

    def _slot(self, slot: OfferedSlot) -> str:
        here, mine, n = self._theirs(slot), slot.parties[0], slot.n
        same = " hidden" if here.start.utcoffset() == mine.start.utcoffset() else ""
        return (
            f'<li><h2 id="slot{n}"><span class="number">{n}.</span> <span id="date{n}">'
            f'{shown(self.times.date(here.start))}</span> <span class="clock" id="clock{n}">'
            f"{shown(self.times.clock(here.start, here.end))}</span></h2>\n"
            f'<p id="place{n}">{shown(self.times.place(here.timezone.key, here.start))}</p>\n'
            f'<p class="quiet" id="mine{n}"{same}><bdi>{shown(self.between.sender)}</bdi>: '
            f'<span id="theirs{n}">{shown(self._for_me(here, mine))}</span></p>\n'
            f'<p class="quiet"><time datetime="{_instant(slot.start)}" dir="ltr">{_utc(slot)}</time></p>\n'
            f"{self._choose(n, self.words.say('choose'))}</li>"
        )

    def _for_me(self, here: PartyTime, mine: PartyTime) -> str:
        other_day = here.start.date() != mine.start.date()
        told = (
            self.times.clock(mine.start, mine.end),
            self.times.place(mine.timezone.key, mine.start),
        )
        if not other_day:
            return self.times.comma.join(told)
        return (
            f"{self.times.comma.join((self.times.date(mine.start), *told))} – {self.words.say('other_date')}"
        )

    def _choose(self, number: int, label: str, *, second: bool = False) -> str:
        look = "act second choose" if second else "act choose"
        about = f'data-n="{number}"' + ("" if second else f' aria-describedby="slot{number}"')
        if self.between.address is None:
            return f'<button type="button" class="{look} js-only" {about}>{shown(label)}</button>'
        link = mailto(self.between.address, self.words.say("subject"), self._reply(number))
        return f'<a class="{look}" {about} href="{shown(link)}">{shown(label)}</a>'

    def _reply(self, number: int) -> str:
        chosen = [slot for slot in self.offer.slots if slot.n == number]
        said = self.words.say("reply_none")
        for slot in chosen:
            here = self._theirs(slot)
            when = f"{self.times.span(here.timezone.key, here.start, here.end)} = {_utc(slot)}"
            said = self.words.say("reply_slot", n=str(number), when=when)
        return f"{said}\n\n\n\n{self.words.say('keep')}\n{machine_line(self.offer, number)}\n"


def _instant(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _utc(slot: OfferedSlot) -> str:
    """``2026-11-26 07:00 UTC``: right also where a device has old rules for its zones."""
    return f"{slot.start.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _offset(local: datetime) -> int:
    """In minutes, of an aware moment."""
    ahead = local.utcoffset()
    return 0 if ahead is None else int(ahead.total_seconds()) // 60
