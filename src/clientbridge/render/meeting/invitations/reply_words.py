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


_MOST_DATES = 10
_PERIODS = {"d": "day", "w": "week", "mo": "month", "y": "year"}


def reply_words(choice: str, answer: InvitationAnswer, proposed: Sequence[OfferedSlot]) -> MeetingText:
    """The text to paste: of a proposal all the times, else the one asked for, of a series its dates."""
    slots = tuple(map(_as_slot, proposed)) or _asked(answer)
    title = safe(answer.invitation.title)
    beside = "" if proposed else _rhythm(answer)
    about = ", ".join(filter(None, (title, beside if title else beside.capitalize())))
    times = meeting_lines(slots, ENGLISH, with_utc=False)
    more = [] if proposed else _more(answer, len(slots))
    head = [f"{about}{':' if times else ''}"] if about else []
    below = ["", *head, *times, *more] if head or times else []
    lines = (_THANKS, _SAYS[choice], *below)
    return MeetingText(language=ENGLISH, lines=lines, slots=slots)


def _asked(answer: InvitationAnswer) -> tuple[Slot, ...]:
    """Of what comes in a rhythm its next date; else each of them."""
    if answer.slot is None:
        return ()
    if answer.series is None or answer.invitation.every:
        return (answer.slot,)
    return answer.series.occurrences[:_MOST_DATES]


def _rhythm(answer: InvitationAnswer) -> str:
    """``every week, next on``: that it is not about one date alone."""
    every = answer.invitation.every
    if answer.series is None or not every:
        return ""
    number, unit = every.rstrip("dwmoy"), _PERIODS[every.lstrip("0123456789")]
    return f"every {unit}, next on" if number == "1" else f"every {number} {unit}s, next on"


def _more(answer: InvitationAnswer, shown: int) -> list[str]:
    """How many dates are not listed."""
    left = 0 if answer.series is None or answer.invitation.every else answer.series.times - shown
    return ["", f"and {left} more date{'s' * (left > 1)}"] if left > 0 else []


def _as_slot(offered: OfferedSlot) -> Slot:
    return Slot(
        rank=offered.n,
        start=offered.start,
        end=offered.end,
        cost=sum(time.cost for time in offered.parties),
        reasons=(),
        parties=offered.parties,
    )
