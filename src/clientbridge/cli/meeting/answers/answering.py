"""What ``cb answer`` does: show an invitation, or write the answer that was chosen. Nothing is sent."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge.cli.outputs import check_files
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.offer import OfferedSlot
from clientbridge.core.meeting.received.answer import NOT_INVITED, InvitationReading, answer_of, refusal
from clientbridge.core.meeting.received.invitation import Ask, Participation
from clientbridge.core.meeting.received.result import InvitationAnswer
from clientbridge.load.meeting.invitation_loader import load_invitation

if TYPE_CHECKING:
    from clientbridge.cli.context import Context
    from clientbridge.render.meeting.invitations.reply_ics import Reply

_PIPED = "-"


class AnswerChoice(StrEnum):
    """What is answered, by the option for it."""

    ACCEPT = "--accept"
    TENTATIVE = "--tentative"
    DECLINE = "--decline"
    COUNTER = "--counter"


_PARTICIPATION = {
    AnswerChoice.ACCEPT: Participation.ACCEPTED,
    AnswerChoice.TENTATIVE: Participation.TENTATIVE,
    AnswerChoice.DECLINE: Participation.DECLINED,
    AnswerChoice.COUNTER: Participation.TENTATIVE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerQuery:
    """The options as typed."""

    file: str | None
    chosen: tuple[AnswerChoice, ...]
    pick: int | None
    ics: Path | None
    text: bool
    address: str | None
    force: bool


def answer_query(context: "Context", query: AnswerQuery) -> None:
    """Show the invitation, and write its answer where one is chosen."""
    choice = _choice(query)
    if query.file is None:
        raise UsageError("which invitation?", hint="name the mail or its calendar: cb answer invite.ics")
    check_files(context, force=query.force, reply=query.ics)
    content, name = context.mail(query.file)
    reading = load_invitation(
        context.session,
        content,
        file=name,
        address=_address(query.address),
        needs_time=choice is not AnswerChoice.DECLINE,
    )
    answer = answer_of(reading, context.now, file=query.file)
    if choice is None:
        context.show(answer)
        return
    _answer(context, query, choice, reading, answer)


def _choice(query: AnswerQuery) -> AnswerChoice | None:
    """Raises UsageError for two answers, and for what needs one."""
    if len(query.chosen) > 1:
        raise UsageError(f"{query.chosen[0]} and {query.chosen[1]} do not go together", hint="give one")
    choice = next(iter(query.chosen), None)
    is_written = query.ics is not None or query.text
    if choice is None and is_written:
        raise UsageError("no answer is chosen", hint="add --accept, --tentative, --decline or --counter")
    if choice is not None and not is_written:
        raise UsageError(f"{choice} says what is written", hint="add --ics reply.ics, or --text")
    if query.pick is not None and choice is not AnswerChoice.COUNTER:
        raise UsageError("--pick chooses one of the proposed times", hint="add --counter, or leave it out")
    return choice


def _address(typed: str | None) -> str | None:
    if typed is None:
        return None
    name, sign, host = typed.strip().rpartition("@")
    if not (name and sign and host) or any(char.isspace() or not char.isprintable() for char in typed):
        raise UsageError(f"--as: '{typed}' is no mail address", hint="write it like --as lea@example.com")
    return typed.strip()


def _answer(
    context: "Context",
    query: AnswerQuery,
    choice: AnswerChoice,
    reading: InvitationReading,
    answer: InvitationAnswer,
) -> None:
    _check_open(query, choice, answer)
    for warning in answer.warnings:
        context.note(f"careful: {warning.detail}")
    slots = _proposed(query, answer) if choice is AnswerChoice.COUNTER else ()
    if query.ics is not None:
        from clientbridge.render.meeting.invitations.reply_ics import reply_ics

        context.save(query.ics, reply_ics(_reply(context, choice, reading, slots)))
        context.note(f"send it to {_sender(answer)}: cb sends nothing itself")
    if query.text:
        from clientbridge.render.meeting.invitations.reply_words import reply_words

        context.show(reply_words(choice.removeprefix("--"), answer, slots))
    else:
        context.show(replace(answer, written=_options(query, choice), proposed=next(iter(slots), None)))


def _options(query: AnswerQuery, choice: AnswerChoice) -> tuple[str, ...]:
    """The answer as it was chosen, for the next command."""
    pick = () if query.pick is None else ("--pick", f"{query.pick}")
    address = () if query.address is None else ("--as", query.address)
    return (choice, *pick, *address)


def _check_open(query: AnswerQuery, choice: AnswerChoice, answer: InvitationAnswer) -> None:
    """Raises UsageError where nobody waits for that answer."""
    if answer.invitation.method == Ask.COUNTER and choice is AnswerChoice.DECLINE:
        return
    why = refusal(answer)
    if why is not None:
        raise UsageError(f"there is no answer to write: {why}", hint=_instead(query, answer))


def _sender(answer: InvitationAnswer) -> str:
    """Whoever waits for the answer: of a proposal the guest who made it."""
    if answer.invitation.method == Ask.COUNTER:
        return next((guest.email for guest in answer.guests if guest.answered), "whoever proposed it")
    return answer.invitation.organizer or "whoever invites"


def _instead(query: AnswerQuery, answer: InvitationAnswer) -> str:
    if any(warning.code == NOT_INVITED for warning in answer.warnings):
        return "the address that was invited is yours? say so: --as ADDRESS"
    return f"see what it says: cb answer {quoted(query.file or _PIPED)}"


def _proposed(query: AnswerQuery, answer: InvitationAnswer) -> tuple[OfferedSlot, ...]:
    """The picked slot first, then the others."""
    slots = answer.counter
    if answer.takes_days:
        raise UsageError(
            "it takes whole days, for which no hours can be proposed", hint="decline, and say why"
        )
    if not slots:
        raise UsageError(
            "no other time suits everyone in the two weeks around it", hint="decline, and say why"
        )
    number = 1 if query.pick is None else query.pick
    if not 1 <= number <= len(slots):
        raise UsageError(
            f"--pick {number}: there are {len(slots)} times to propose", hint="choose one of them"
        )
    first = slots[number - 1]
    return (first, *(slot for slot in slots if slot is not first))


def _reply(
    context: "Context", choice: AnswerChoice, reading: InvitationReading, slots: tuple[OfferedSlot, ...]
) -> "Reply":
    from clientbridge.core.meeting.received.invitation import Guest
    from clientbridge.render.meeting.invitations.reply_ics import Reply, ReplyMethod

    method = ReplyMethod.REPLY
    if choice is AnswerChoice.COUNTER:
        method = ReplyMethod.COUNTER
    elif reading.invitation.ask is Ask.COUNTER:
        method = ReplyMethod.DECLINE_COUNTER
    return Reply(
        invitation=reading.invitation,
        method=method,
        me=reading.me or Guest(address="", emails=("",)),
        participation=_PARTICIPATION[choice],
        stamp=context.now,
        start=slots[0].start if slots else None,
    )
