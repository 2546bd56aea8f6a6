"""What there is to say of an invitation, and whether it can be answered at all."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.received.invitation import (
    CAN_BE_ANSWERED,
    Ask,
    Guest,
    Occurrences,
    ReceivedInvitation,
)
from clientbridge.core.meeting.received.judge import Judged
from clientbridge.core.meeting.received.result import GuestFacts, InvitationAnswer, InvitationFacts
from clientbridge.core.meeting.request import ME
from clientbridge.core.meeting.result import Caution, PartyFacts

CANCELLED = "cancelled"
PAST = "past"
OLD_VERSION = "old_version"
NOT_INVITED = "not_invited"
OWN_MEETING = "own_meeting"
MORE_MEETINGS = "more_meetings"
UNREAD = "unread"
TOO_FAR = "too_far"
NO_END = "no_end"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationReading:
    """An invitation with all that is known of it."""

    invitation: ReceivedInvitation
    party_of: Mapping[str, str]
    """By the address of a guest: whose of your parties it is."""
    parties: tuple[PartyFacts, ...]
    judged: Judged | None
    known_revision: int | None
    me: Guest | None
    """You among the guests, or the address that was given for you."""


def answer_of(reading: InvitationReading, now: datetime, *, file: str) -> InvitationAnswer:
    """The answer to show; `file` is what was typed for it."""
    invitation, judged = reading.invitation, reading.judged
    shown = _unjudged(reading, now, file)
    if judged is None:
        return shown
    return replace(
        shown,
        warnings=(*shown.warnings, *judged.time.warnings),
        counter=judged.counter if _is_open(reading) else (),
        slot=judged.time.slot,
        series=judged.series,
        judged=judged,
        when=invitation.when,
    )


def _unjudged(reading: InvitationReading, now: datetime, file: str) -> InvitationAnswer:
    invitation, me = reading.invitation, reading.me
    return InvitationAnswer(
        invitation=_facts(invitation),
        parties=reading.parties,
        warnings=tuple(_cautions(reading, now)),
        counter=(),
        guests=_guests(reading),
        you=None if me is None else me.email,
        slot=None,
        series=None,
        dates=invitation.changed if invitation.only_dates else (),
        comment=invitation.comment,
        is_cancelled=invitation.is_cancelled,
        file=file,
        may_be_answered=_is_open(reading) and me is not None,
    )


def _facts(invitation: ReceivedInvitation) -> InvitationFacts:
    when = invitation.when
    return InvitationFacts(
        uid=invitation.uid,
        sequence=invitation.sequence,
        method=invitation.ask,
        title=invitation.title,
        organizer=None if invitation.organizer is None else invitation.organizer.email,
        start=None if when is None else when.starts[0],
        end=None if when is None else when.starts[0] + when.length,
        every=None if when is None else when.every,
    )


def _guests(reading: InvitationReading) -> tuple[GuestFacts, ...]:
    """Whoever invites, then the guests; each once."""
    organizer = reading.invitation.organizer
    found: dict[str, GuestFacts] = {}
    for guest in (*(() if organizer is None else (organizer,)), *reading.invitation.guests):
        answered = "" if guest is organizer else guest.answered
        party = reading.party_of.get(guest.email)
        facts = GuestFacts(email=guest.email, name=guest.name, party=party, answered=answered)
        found.setdefault(guest.email, facts)
    return tuple(found.values())


def _is_open(reading: InvitationReading) -> bool:
    """Whether somebody waits for an answer of yours to it."""
    invitation = reading.invitation
    asked = invitation.ask in CAN_BE_ANSWERED and not _is_mine(reading)
    return asked and invitation.organizer is not None and bool(invitation.uid) and not invitation.is_cancelled


def _is_mine(reading: InvitationReading) -> bool:
    organizer = reading.invitation.organizer
    return organizer is not None and reading.party_of.get(organizer.email) == ME


def _cautions(reading: InvitationReading, now: datetime) -> Iterator[Caution]:
    """What speaks against answering, the weightiest first."""
    for code, detail in (*_of_its_state(reading, now), *_of_you(reading), *_of_the_file(reading.invitation)):
        yield Caution(code=code, party=ME, detail=detail)


def _of_its_state(reading: InvitationReading, now: datetime) -> Iterator[tuple[str, str]]:
    invitation, when, known = reading.invitation, reading.invitation.when, reading.known_revision
    if invitation.is_cancelled:
        yield CANCELLED, _called_off(len(invitation.changed) if invitation.only_dates else 0)
    if known is not None and known > invitation.sequence:
        yield OLD_VERSION, f"this is version {invitation.sequence}; your calendar has version {known}"
    if when is not None:
        yield from _of_its_time(when, now, is_judged=reading.judged is not None)
        if not when.has_end and invitation.ask in CAN_BE_ANSWERED:
            yield NO_END, "it does not say when it ends; it is looked at as an hour"


def _of_its_time(when: Occurrences, now: datetime, *, is_judged: bool) -> Iterator[tuple[str, str]]:
    if not is_judged:
        yield TOO_FAR, f"{when.starts[0]:%Y-%m-%d} is too far away, or too long, to be judged"
    elif when.starts[-1] + when.length <= now:
        yield PAST, "it is over"


def _called_off(dates: int) -> str:
    """`dates` of a series alone, or all of it."""
    if dates > 1:
        return (
            f"these {dates} dates of the series are called off, so there is nothing to answer; "
            "take them out of your calendar"
        )
    what = "this date of the series" if dates else "it"
    return f"{what} is called off, so there is nothing to answer; take it out of your calendar"


def _of_you(reading: InvitationReading) -> Iterator[tuple[str, str]]:
    if reading.invitation.ask not in CAN_BE_ANSWERED:
        return
    if _is_mine(reading):
        yield OWN_MEETING, "you invite to it yourself, so there is nothing to answer"
    elif reading.me is None:
        yield NOT_INVITED, "none of your addresses is among the guests; name yours: --as ADDRESS"


def _of_the_file(invitation: ReceivedInvitation) -> Iterator[tuple[str, str]]:
    if invitation.more_meetings:
        many = invitation.more_meetings
        yield MORE_MEETINGS, f"{many} more meeting{'s' * (many > 1)} in the file; this is about the first"
    for say in invitation.unread:
        yield UNREAD, say


def refusal(answer: InvitationAnswer) -> str | None:
    """Why it cannot be answered; None where it can."""
    invitation = answer.invitation
    codes = {warning.code: warning.detail for warning in answer.warnings}
    said = next((codes[code] for code in (CANCELLED, OWN_MEETING, NOT_INVITED) if code in codes), None)
    if said is not None or answer.may_be_answered:
        return said
    if invitation.method not in CAN_BE_ANSWERED:
        return _NOT_ASKED.get(invitation.method, "it asks for no answer")
    return "it names nobody to answer to" if invitation.organizer is None else "it has no id to answer by"


_NOT_ASKED: Mapping[str, str] = {
    Ask.PUBLISH: "it only tells of a meeting, and asks for no answer",
    Ask.COUNTER: "it proposes another time for a meeting of yours",
    Ask.DECLINE_COUNTER: "it declines the time that you proposed; the meeting stays as it was",
    Ask.REPLY: "it is itself an answer",
    Ask.REFRESH: "it asks for the newest version of your invitation: send that file again",
}
