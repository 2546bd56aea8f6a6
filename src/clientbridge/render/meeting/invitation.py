"""The page of ``cb answer FILE``: what is asked, who is where in their day, what is against it."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from clientbridge.core.command_line import CommandLine
from clientbridge.core.meeting.cost.prices import CostCode
from clientbridge.core.meeting.received.answer import PAST
from clientbridge.core.meeting.received.invitation import CAN_BE_ANSWERED, Ask
from clientbridge.core.meeting.received.judge import Judged
from clientbridge.core.meeting.received.result import GuestFacts, InvitationAnswer
from clientbridge.core.meeting.request import ME
from clientbridge.core.meeting.series.result import Series
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.meeting.time_check import MeetingTime
from clientbridge.core.time.durations import show_minutes
from clientbridge.render.command_text import typed
from clientbridge.render.meeting.meeting_time import judged_blocks
from clientbridge.render.meeting.remarks import in_one_line
from clientbridge.render.meeting.series import series_blocks
from clientbridge.render.meeting.times import day, span
from clientbridge.render.page import (
    BlankLine,
    Block,
    Line,
    Next,
    Page,
    TextRun,
    Title,
    bad,
    careful,
    good,
    phrase,
    quiet,
    strong,
)
from clientbridge.render.page import page as page_of

_ASKS: Mapping[str, str] = {
    Ask.REQUEST: "invites you",
    Ask.ADD: "adds dates",
    Ask.PUBLISH: "tells of a meeting",
    Ask.CANCEL: "calls it off",
    Ask.COUNTER: "proposes another time",
    Ask.DECLINE_COUNTER: "keeps to the old time",
    Ask.REPLY: "answered",
    Ask.REFRESH: "asks for the newest version",
}
_ANSWERED = {
    "ACCEPTED": "comes",
    "DECLINED": "does not come",
    "TENTATIVE": "comes perhaps",
    "DELEGATED": "sends somebody else",
}
_CLOSED = frozenset({CostCode.DAY_OFF, CostCode.LIKELY_CLOSED, CostCode.UNKNOWN_DAY})
_OF_GUESTS = frozenset({Ask.REPLY, Ask.COUNTER, Ask.REFRESH})
_YOU_ANSWER: Mapping[str, str] = {
    "--accept": "you come",
    "--tentative": "you come perhaps",
    "--decline": "you do not come",
    "--counter": "you propose",
}
_MOST_GUESTS = 8
_MOST_DATES = 12
_WITH_TIMES = frozenset({Ask.REQUEST, Ask.ADD, Ask.PUBLISH, Ask.COUNTER})
"""Those whose times are still to be agreed to."""


def page(result: InvitationAnswer) -> Page:
    """What it is first, then everyone's time, then what can be done."""
    return page_of(
        Title(result.invitation.title or "A meeting without a title", aside=_length(result)),
        *_who(result),
        *(Line(phrase(careful("careful: "), warning.detail)) for warning in result.warnings),
        *_times(result),
        *_strangers(result),
        *_proposals(result),
        *_next(result),
    )


def _length(result: InvitationAnswer) -> str:
    if result.judged is None or result.when is None or result.takes_days or not result.when.has_end:
        return ""
    return show_minutes(result.judged.time.request.duration_minutes)


def _who(result: InvitationAnswer) -> Iterator[Block]:
    senders = _senders(result)
    who = ", ".join(map(_called, senders)) or "Nobody named"
    is_changed = result.invitation.sequence and result.invitation.method in CAN_BE_ANSWERED
    changed = "  changed since it was first sent" if is_changed else ""
    yield Line(phrase(strong(who), f" {_ASKS[result.invitation.method]}", quiet(changed)))
    if result.invitation.method == Ask.REPLY:
        for guest in senders:
            answered = _ANSWERED.get(guest.answered, "has not answered")
            yield Line(phrase(f"{guest.name or guest.email} {answered}"))
    yield from _dates_of_a_series(result)
    if result.comment:
        yield Line(phrase(quiet("They write: "), result.comment))


def _dates_of_a_series(result: InvitationAnswer) -> Iterator[Block]:
    """That it is not about the whole series, and where these dates were before."""
    if not result.dates or result.is_cancelled:
        return
    moved = [_on_your_clock(result, date.at) for date in result.dates if date.at not in {None, date.start}]
    many = "One date" if len(result.dates) == 1 else f"{len(result.dates)} dates"
    before = f", moved from {in_one_line(moved[:_MOST_DATES])}" if moved else ""
    yield Line(phrase(f"{many} of a series{before}."))


def _on_your_clock(result: InvitationAnswer, at: datetime | None) -> str:
    if at is None:
        return ""
    local = at.astimezone(result.parties[0].timezone)
    return day(local) if result.takes_days else f"{day(local)} {local:%H:%M}"


def _senders(result: InvitationAnswer) -> tuple[GuestFacts, ...]:
    """A reply or a proposal comes from a guest, all else from whoever invites."""
    if result.invitation.method in _OF_GUESTS:
        return tuple(guest for guest in result.guests if guest.answered)[:_MOST_GUESTS]
    return result.guests[:1] if result.invitation.organizer is not None else ()


def _called(guest: GuestFacts) -> str:
    """Their name, who of yours that is, their address; a name can be invented, the address less so."""
    party = [guest.party] if guest.party is not None and guest.party != ME else []
    beside = ", ".join([*party, guest.email] if guest.name else party)
    return f"{guest.name or guest.email} ({beside})" if beside else guest.email


def _times(result: InvitationAnswer) -> Iterator[Block]:
    judged = result.judged
    if judged is None:
        return
    yield BlankLine()
    if result.takes_days:
        yield from _days(result, judged.time)
    elif result.invitation.method not in _WITH_TIMES or result.is_cancelled or _is_over(result):
        yield from _dates_alone(result, judged)
    else:
        yield from judged_blocks(judged.time, _when(result, judged.time.slot), _of_all_dates(judged.series))
        yield from _series(result, judged)


def _is_over(result: InvitationAnswer) -> bool:
    return any(warning.code == PAST for warning in result.warnings)


def _of_all_dates(series: Series | None) -> TextRun | None:
    """Of a series the verdict on all its dates, not on the first."""
    if series is None:
        return None
    if series.kept < series.times:
        gone = series.times - series.kept
        return bad(f"{gone} of {series.times} dates {'does' if gone == 1 else 'do'} not work.")
    if any(slot.cost for slot in series.occurrences):
        return careful(f"{_all(series)} dates work, some at a price.")
    return good(f"{_all(series)} dates are good.")


def _all(series: Series) -> str:
    return "Both" if series.times == 2 else f"All {series.times}"  # noqa: PLR2004 - both


def _dates_alone(result: InvitationAnswer, judged: Judged) -> Iterator[Block]:
    """When it would have been: of what is called off, answered, or over."""
    slots = (judged.time.slot,) if judged.series is None else judged.series.occurrences
    yield from (Line(phrase(_when(result, slot))) for slot in slots[:_MOST_DATES])
    if len(slots) > _MOST_DATES:
        yield Line(phrase(quiet(f"and {len(slots) - _MOST_DATES} more dates")))


def _when(result: InvitationAnswer, slot: Slot) -> str:
    """On your clock, with the year."""
    mine = slot.parties[0]
    has_end = result.when is None or result.when.has_end
    hours = span(mine.start, mine.end) if has_end else f"{mine.start:%H:%M}"
    return f"{day(mine.start)} {mine.start.year} {hours} {mine.where}"


def _series(result: InvitationAnswer, judged: Judged) -> Iterator[Block]:
    if judged.plan is None or judged.series is None:
        return
    goes_on = result.when is not None and result.when.goes_on
    which = f"The next {judged.series.times}" if goes_on else _all(judged.series)
    yield BlankLine()
    yield Title(f"{which} dates", level=2)
    yield from series_blocks(judged.plan, judged.series)


def _days(result: InvitationAnswer, time: MeetingTime) -> Iterator[Block]:
    """The days alone: no hour of them is asked for, or all of them."""
    mine = time.slot.parties[0]
    yield Line(phrase(strong(_day_range(result, mine.start, mine.end))))
    if _is_over(result):
        return
    for party, its in zip(result.parties, time.slot.parties, strict=True):
        said = [remark.say for remark in its.remarks if remark.code in _CLOSED]
        if said:
            name = "you" if party.id == ME else party.name
            yield Line(phrase(strong(f"{name}: "), "; ".join(dict.fromkeys(said))))


def _day_range(result: InvitationAnswer, start: datetime, end: datetime) -> str:
    last = end - timedelta(minutes=1)
    year = f" {start.year}" if start.year != last.year else ""
    if result.when is not None and not result.when.whole_day:
        return f"{day(start)}{year} {start:%H:%M} to {day(end)} {end.year} {end:%H:%M}"
    until = f" to {day(last)}" if last.date() != start.date() else ""
    return f"{day(start)}{year}{until} {last.year}, the whole day"


def _strangers(result: InvitationAnswer) -> Iterator[Block]:
    """Guests of whom no hours are known."""
    unknown = [guest for guest in result.guests if guest.party is None]
    if not unknown:
        return
    names = ", ".join(guest.email for guest in unknown[:_MOST_GUESTS])
    more = f" and {len(unknown) - _MOST_GUESTS} more" if len(unknown) > _MOST_GUESTS else ""
    yield BlankLine()
    yield Line(phrase(strong("No hours known of: "), f"{names}{more}"))
    if result.when is not None and result.when.zone_name:
        yield Line(phrase(quiet(f"It was written on the clock of {result.when.zone_name}.")))


def _proposals(result: InvitationAnswer) -> Iterator[Block]:
    if not result.counter or _is_fine(result) or _is_over(result) or result.written:
        return
    yield BlankLine()
    yield Title("What you could propose instead", level=2)
    for slot in result.counter:
        mine, *others = slot.parties
        theirs = ", ".join(f"{one.start:%H:%M} {one.where}" for one in others)
        yield Line(
            phrase(
                quiet(f"{slot.n}  "),
                strong(f"{day(mine.start)} {span(mine.start, mine.end)}"),
                f" {mine.where}",
                quiet(f"  {theirs}" if theirs else ""),
            )
        )


def _is_fine(result: InvitationAnswer) -> bool:
    """Whether there is nothing to wish for."""
    if result.judged is None or not result.judged.time.possible or result.judged.time.slot.cost:
        return False
    return result.series is None or result.series.kept == result.series.times


def _written(result: InvitationAnswer) -> Iterator[Block]:
    """What was answered just now, and the words that go with it."""
    choice = result.written[0]
    yield BlankLine()
    say = _YOU_ANSWER[choice]
    if result.invitation.method == Ask.COUNTER:
        say = "you keep to the old time"
    if result.proposed is not None:
        mine = result.proposed.parties[0]
        say += f" {day(mine.start)} {span(mine.start, mine.end)} {mine.where}"
    yield Line(phrase(strong("Your answer: "), f"{say}."))
    if result.may_be_answered:
        yield Next(
            typed(CommandLine(("answer", result.file, *result.written, "--text"))), "words for the mail"
        )


def _next(result: InvitationAnswer) -> Iterator[Block]:
    if result.written:
        yield from _written(result)
        return
    if result.invitation.method == Ask.COUNTER and result.invitation.start is not None:
        others = [party.id for party in result.parties[1:]]
        at = f"{result.invitation.start:%Y-%m-%dT%H:%MZ}"
        call = CommandLine(("meet", *others, "--at", at, "--ics", "meeting.ics"))
        yield Next(typed(call), "over the file of your invitation, if you agree")
    if not result.may_be_answered or _is_over(result):
        return
    call = CommandLine(("answer", result.file, "--accept", "--ics", "reply.ics"))
    yield Next(typed(call), "or --tentative, --decline, --counter")
