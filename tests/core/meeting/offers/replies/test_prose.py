"""Replies in the words of several languages against three slots on the clock of whoever writes."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from clientbridge.adapters.meeting.replies.day_words import day_words
from clientbridge.core.meeting.offers.offer import OfferId
from clientbridge.core.meeting.offers.replies.prose import SlotOnTheirClock
from clientbridge.core.meeting.offers.replies.reply import ReplyRead, read_reply

TOKYO = ZoneInfo("Asia/Tokyo")
SLOTS = (
    SlotOnTheirClock(1, datetime(2026, 11, 24, 16, 0, tzinfo=TOKYO)),
    SlotOnTheirClock(2, datetime(2026, 11, 25, 9, 30, tzinfo=TOKYO)),
    SlotOnTheirClock(3, datetime(2026, 12, 1, 17, 0, tzinfo=TOKYO)),
)
"""Tuesday 24 November 16:00, Wednesday 25 November 09:30, Tuesday 1 December 17:00."""


def read(text: str, *languages: str) -> ReplyRead:
    return read_reply(text, OfferId("k3x9ab"), SLOTS, day_words(languages))


SURE = (
    ("en", "Wednesday is fine.", 2),
    ("en", "Hi Lea,\n\nTuesday 4 pm is fine.\n\nBest,\nKenji", 1),
    ("en", "Tuesday at 4 works for us", 1),
    ("en", "The second one, please.", 2),
    ("en", "option 3", 3),
    ("en", "Option 2 works!", 2),
    ("en", "No. 2 please", 2),
    ("en", "2", 2),
    ("en", "#1", 1),
    ("en", "1 December is perfect", 3),
    ("en", "December 1st would suit us", 3),
    ("en", "The 25th is good.", 2),
    ("en", "24/11 is ok", 1),
    ("en", "2026-11-25 works", 2),
    ("en", "9:30 works best", 2),
    ("en", "Let's take the last one", 3),
    ("en", "No problem, Wednesday is fine.", 2),
    ("en", "Tuesday the 24th does not work, but Wednesday is fine", 2),
    ("en", "I cannot on the first, but the second is good", 2),
    ("de", "Dienstag 16 Uhr passt", 1),
    ("de", "Mittwoch passt gut.", 2),
    ("de", "Termin 3 bitte", 3),
    ("de", "der zweite Termin passt", 2),
    ("fr", "le 2", 2),
    ("fr", "Le 3 me convient.", 3),
    ("fr", "mercredi à 9h30, parfait", 2),
    ("fr", "Le 1er décembre me convient", 3),
    ("fr", "la deuxième proposition", 2),
    ("es", "Sí, el miércoles está bien", 2),
    ("pt-BR", "Quarta-feira está ótimo", 2),
    ("it", "mercoledì va bene", 2),
    ("nl", "woensdag is prima", 2),
    ("nb", "Onsdag passer bra", 2),
    ("sv", "onsdag passar bra", 2),
    ("ja", "水曜日でお願いします。", 2),
    ("ja", "11月25日で大丈夫です", 2),
    ("ja", "2番でお願いします", 2),
    ("ja", "火曜日の午後4時でお願いします", 1),
    ("zh", "周三可以", 2),
    ("ja", "Wednesday is fine", 2),
)
ASKED = (
    ("en", "Tuesday is fine", None, (1, 3)),
    ("en", "Tuesday or Wednesday both work", None, (1, 2, 3)),
    ("en", "Could we do the second one?", 2, ()),
    ("en", "Perhaps Wednesday", 2, ()),
    ("en", "Tuesday 24 does not work, but Wednesday is fine", 2, ()),
    ("en", "Sorry for not writing earlier. Option 2 is fine.", 2, ()),
    ("tr", "Çarşamba uygun", 2, ()),
)
NOTHING = (
    ("en", "Tuesday does not work"),
    ("en", "Tuesday doesn't work for us."),
    ("en", "Wednesday doesn’t suit me"),
    ("en", "I can't do Wednesday, sorry"),
    ("en", "Unfortunately Wednesday is impossible."),
    ("en", "None of these suit us, sorry."),
    ("en", "Neither the first nor the second."),
    ("en", "Wednesday at 11 would be great"),
    ("en", "Thank you for the times, we will come back to you."),
    ("en", "How about Friday?"),
    ("en", ""),
    ("de", "Mittwoch passt leider nicht."),
    ("de", "Der zweite Termin geht nicht."),
    ("fr", "Mercredi ne me convient pas."),
    ("es", "El miércoles no puedo"),
    ("it", "Mercoledì non va bene"),
    ("nl", "woensdag kan ik niet"),
    ("nb", "Onsdag passer ikke"),
    ("sv", "onsdag passar inte"),
    ("ja", "水曜日は都合が悪いです"),
    ("ja", "水曜日は難しいです"),
    ("ja", "水曜日は行けません"),
    ("zh", "周三不行"),
    ("en", "Thanks!\n\n> 1. Tuesday 24 November 16:00\n> 2. Wednesday 25 November"),
    (
        "en",
        "Got it.\n\nOn Mon, 23 Nov 2026 at 08:05, Lea Peeters <lea@example.com> wrote:\nWednesday is fine",
    ),
    ("de", "Danke!\n\nAm 23.11.2026 um 08:05 schrieb Lea Peeters:\nMittwoch passt"),
    ("en", "Thanks\n-- \nKenji, here every Wednesday"),
    ("en", "Thanks\n\nFrom: Lea\nSent: Monday\nWednesday is fine"),
)


@pytest.mark.parametrize(("language", "text", "number"), SURE)
def test_what_is_said_without_a_doubt_is_taken(language: str, text: str, number: int) -> None:
    assert read(text, language) == ReplyRead(number=number, sure=True)


@pytest.mark.parametrize(("language", "text", "number", "could_be"), ASKED)
def test_what_is_in_doubt_is_asked(
    language: str, text: str, number: int | None, could_be: tuple[int, ...]
) -> None:
    assert read(text, language) == ReplyRead(number=number, could_be=could_be)


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_what_names_no_slot_or_refuses_it_takes_none(language: str, text: str) -> None:
    assert read(text, language) == ReplyRead(number=None)


@pytest.mark.parametrize(
    ("text", "number", "sure"),
    [
        ("cb-offer: k3x9ab 2", 2, True),
        ("Good morning,\n\nWednesday does not work\ncb-offer: k3x9ab 1\n", 1, True),
        ("> > cb-offer: K3X9AB 3", 3, True),
        ("cb-offer: k3x9ab 0\nnone suits, how about Friday", 0, True),
        ("cb-offer: k3x9ab 9", None, False),
        ("cb-offer: zzzzzz 2", None, False),
        ("cb-offer: k3x9ab 1\ncb-offer: k3x9ab 2", None, False),
    ],
)
def test_the_line_of_the_page_says_it_for_sure(text: str, number: int | None, *, sure: bool) -> None:
    reply = read(text, "en")
    assert (reply.number, reply.sure) == (number, sure)
