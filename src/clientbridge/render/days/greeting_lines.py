"""What to say on the feasts of a list of days, each once, and when to send it."""

from collections.abc import Hashable, Iterable, Iterator, Sequence

from clientbridge.core.days.greetings import Greeting, GreetingTone
from clientbridge.core.days.holiday_report import DayRow
from clientbridge.core.time.formatting import short_day
from clientbridge.render.days.day_runs import DayRun, greeted_runs, who_said
from clientbridge.render.page import BlankLine, Block, Column, Line, Phrase, Table, Title, phrase, quiet

_MOST = 5
"""Greetings shown of several clients; the rest is counted."""


def greeting_lines(days: Sequence[DayRow], *, every_tone: bool, of_one: bool) -> Iterator[Block]:
    """The greetings that are still to come; all of them where one client or place was asked about."""
    rows = [
        (phrase(who_said(entry)), _greeting(entry.first.greeting))
        for entry in _once_each(greeted_runs(days))
        if entry.first.greeting is not None
        and entry.first.days_until >= 0
        and (every_tone or entry.first.greeting.tone is not GreetingTone.NEUTRAL)
    ]
    shown = rows if of_one else rows[:_MOST]
    if shown:
        yield BlankLine()
        yield Title("What to say", level=2)
        yield Table((Column("", spoken=""), Column("", spoken="")), tuple(shown))
    more = len(rows) - len(shown)
    if more:
        yield Line(phrase(quiet(f"and {more} more; ask about one client to see all of theirs.")))


def _once_each(entries: Iterable[DayRun]) -> Iterator[DayRun]:
    """Feasts of several days, and their eves, are greeted once."""
    seen: set[Hashable] = set()
    for entry in entries:
        greeting = entry.first.greeting
        if greeting is None:
            continue
        feast = entry.who, greeting.feast or greeting.say or str(entry.first.date), greeting.first
        if feast not in seen:
            seen.add(feast)
            yield entry


def _greeting(greeting: Greeting) -> Phrase:
    never = quiet(f" Never: {greeting.never}." if greeting.never else "")
    if greeting.say is None:
        return phrase("a quiet day: no greeting.", never)
    if greeting.tone is GreetingTone.SOLEMN:
        return phrase(greeting.say, quiet(" A solemn day."), never)
    if greeting.send_on is None:
        return phrase(greeting.say, never)
    if greeting.at_once:
        return phrase(greeting.say, quiet(" Send it today."), never)
    return phrase(greeting.say, quiet(f" Best sent {short_day(greeting.send_on)}, 09:30 there."), never)
