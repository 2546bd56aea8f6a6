"""The words that go with the answer to an invitation: a sentence, and the times it is about."""

from collections.abc import Mapping, Sequence

from clientbridge.core.meeting.offers.offer import OfferedSlot
from clientbridge.core.meeting.received.result import InvitationAnswer
from clientbridge.core.meeting.result import MeetingText
from clientbridge.core.meeting.slots import Slot
from clientbridge.render.meeting.meeting_text import ENGLISH, meeting_lines
from clientbridge.render.safe_text import safe

_THANKS = "Thank you for the invitation."
_SAYS: Mapping[str, str] = {
    "accept": "I will be there.",
    "tentative": "I can probably be there, and will tell you soon.",
    "decline": "I am sorry that I cannot be there.",
    "counter": "That time is difficult for me. Would one of these suit you?",
}


def reply_words(choice: str, answer: InvitationAnswer, proposed: Sequence[OfferedSlot]) -> MeetingText:
    """The text to paste: of a proposal all the times, else the one that was asked for."""
    asked = () if answer.slot is None else (answer.slot,)
    slots = tuple(map(_as_slot, proposed)) or asked
    about = [f"{safe(answer.invitation.title)}:"] if answer.invitation.title else []
    lines = (_THANKS, _SAYS[choice], "", *about, *meeting_lines(slots, ENGLISH, with_utc=False))
    return MeetingText(language=ENGLISH, lines=lines, slots=slots)


def _as_slot(offered: OfferedSlot) -> Slot:
    return Slot(
        rank=offered.n,
        start=offered.start,
        end=offered.end,
        cost=sum(time.cost for time in offered.parties),
        reasons=(),
        parties=offered.parties,
    )
