"""When you are busy, as others are told: every minute once, by a loop over the minutes."""

import random
from datetime import timedelta
from zoneinfo import ZoneInfo

from kept_offers import MADE, kept

from clientbridge.core.days.place import Place
from clientbridge.core.meeting.offers.offer import OfferId, OfferStatus
from clientbridge.core.meeting.offers.published_times import published_times
from clientbridge.core.meeting.request import Party
from clientbridge.core.time.intervals import Spans, minute_of, union
from clientbridge.core.workspace.profiles import Schedule


def minutes(spans: Spans) -> set[int]:
    return {minute for start, end in spans for minute in range(start, end)}


def some(chance: random.Random, first: int) -> Spans:
    starts = [first + chance.randrange(-100, 1500) for _ in range(chance.randrange(8))]
    return union((start, start + chance.randrange(1, 200)) for start in starts)


def test_each_minute_is_told_as_it_is() -> None:
    chance, first = random.Random(7), minute_of(MADE)  # noqa: S311 - cases, no secrets
    within = (first, first + 1440)
    for _ in range(60):
        me = Party(
            id="me",
            name="Lea",
            schedule=Schedule(place=Place(country="BE"), zone=ZoneInfo("Europe/Brussels")),
            busy=some(chance, first),
            likely=some(chance, first),
        )
        starts = tuple(MADE + timedelta(minutes=chance.randrange(1500)) for _ in range(3))
        waits = kept(starts=starts[:2], expires=MADE + timedelta(days=2))
        agreed = kept(id=OfferId("agreed"), starts=starts, status=OfferStatus.ACCEPTED, accepted=3)
        over = kept(id=OfferId("gone22"), starts=starts, status=OfferStatus.WITHDRAWN)
        told = published_times(me, [waits, agreed, over], within, MADE)
        held, firm = minutes(tuple(map(waits.span, (1, 2)))), minutes((agreed.span(3),))
        busy, tentative = set[int](), set[int]()
        for minute in range(*within):
            if minute in minutes(me.busy) | firm:
                busy.add(minute)
            elif minute in minutes(me.likely) | held:
                tentative.add(minute)
        assert (minutes(told.busy), minutes(told.tentative)) == (busy, tentative)
        assert (union(told.busy), union(told.tentative)) == (told.busy, told.tentative), "merged"
