"""The agenda items of closures, feasts and birthdays: what to say to whom, until it is logged."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import TypeAlias

from clientbridge.core.command_line import command
from clientbridge.core.days.closures import Closure, break_around, closures
from clientbridge.core.days.day import Day
from clientbridge.core.days.greetings import Feast, greeted_feast, greeting_on
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.agenda.agenda import AgendaCode, AgendaItem
from clientbridge.core.relationship.client_state import ClientState
from clientbridge.core.relationship.journal.wishes import is_congratulated, is_greeted
from clientbridge.core.time.anniversaries import next_on
from clientbridge.core.time.formatting import short_day
from clientbridge.core.workspace.profiles import DateRange

_MAX_SEND_AHEAD = timedelta(days=14)
"""A greeting is sent on the last working day before the feast, at most this many days earlier: long closures
such as Golden Week or the end of the year lie in between."""
_MOST_NAMES = 2
"""Of a closure of several days; beyond it the first and the last name say enough."""
_SAME_FEAST_DAYS = 7
"""The same feast, its eve or the same words within this many days are one occasion, greeted once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """A greeting to be sent."""

    feast: str
    on: date
    """The first day of the feast, on their calendar."""
    say: str
    when: date
    """The day on which to send it, on your calendar."""


_Wishes: TypeAlias = tuple[_Wish, ...]


def closures_and_greetings(state: ClientState) -> Iterator[AgendaItem]:
    """Yield one item for each closure, with what is to be said before it, and for each other greeting.

    Closures are those that begin within `state.days_ahead` days, plain weekends excluded; one that has begun
    is told by the client's clock. Greetings are those to be sent by then, of feasts that may lie further
    ahead; what is logged as said is left out.
    """
    today = state.their_date
    last_seen = today + timedelta(days=state.days_ahead)
    by_day = _wishes_by_day(state)
    for closure in closures(state.theirs, DateRange(today, last_seen + _MAX_SEND_AHEAD)):
        wishes = next((one for one in by_day if _are_in(one, closure)), ())
        if wishes:
            by_day.remove(wishes)
            yield _greeting(wishes, state, _off(closure, state))
        elif today < closure.first <= last_seen:
            yield _holiday(closure, state)
    yield from (_greeting(wishes, state, _feasts(wishes)) for wishes in by_day)


def _wishes_by_day(state: ClientState) -> list[_Wishes]:
    """What is to be said, together where it is to be sent on the same day."""
    due = sorted((wish for wish in _wishes(state) if _is_due(wish, state)), key=lambda wish: wish.when)
    return [tuple(same_day) for _, same_day in groupby(due, key=lambda wish: wish.when)]


def _are_in(wishes: _Wishes, closure: Closure) -> bool:
    return any(closure.first <= wish.on <= closure.last for wish in wishes)


def _feasts(wishes: _Wishes) -> str:
    return " and ".join(f"{wish.feast} on {short_day(wish.on)}" for wish in wishes)


def _holiday(closure: Closure, state: ClientState) -> AgendaItem:
    return AgendaItem(
        client=state.client.id,
        code=AgendaCode.HOLIDAY,
        why=", ".join((_names(closure), *_way_back(closure, state))),
        when=closure.first,
        command=command("holidays", state.client.id),
    )


def _greeting(wishes: _Wishes, state: ClientState, occasion: str) -> AgendaItem:
    return AgendaItem(
        client=state.client.id,
        code=AgendaCode.GREETING,
        why=f"{occasion}: {' '.join(_quoted(wish.say) for wish in wishes)}",
        when=wishes[0].when,
        command=command("log", state.client.id, " ".join(wish.say for wish in wishes)),
    )


def _quoted(say: str) -> str:
    return f'"{say}"'


def _off(closure: Closure, state: ClientState) -> str:
    """``Founding Day on Thu 26 Nov, back Fri 27 Nov``; one that has begun has no first day any more."""
    word = "on" if closure.first == closure.last else "from"
    since = f" {word} {short_day(closure.first)}" if closure.first > state.their_date else ""
    return ", ".join((f"{_names(closure)}{since}", *_way_back(closure, state)[-1:]))


def _way_back(closure: Closure, state: ClientState) -> tuple[str, ...]:
    around = break_around(closure.first, state.theirs)
    return () if around is None else around.way_back


def _names(closure: Closure) -> str:
    """What a closure is called; of many days in a row the first and the last."""
    if len(closure.names) <= _MOST_NAMES or closure.likely.issuperset(closure.names):
        return closure.say
    first, last = (
        f"{name} (many are away)" if name in closure.likely else name
        for name in (closure.names[0], closure.names[-1])
    )
    return f"{first} to {last}"


def _is_due(wish: _Wish, state: ClientState) -> bool:
    """Whether to send it within `state.days_ahead` days, or still, until the feast begins."""
    if wish.on <= state.their_date or wish.when > state.your_date + timedelta(days=state.days_ahead):
        return False
    zone = state.yours.zone_at(state.now)
    return not is_greeted(state.journal, wish.feast, wish.say, on=wish.on, due=wish.when, zone=zone)


def _wishes(state: ClientState) -> Iterator[_Wish]:
    """Yield the greeting of each feast on its first day; the days before today say which one that is."""
    told: dict[str, date] = {}
    for feast, wish in _daily_wishes(state):
        same = (feast.greeted_as, wish.say)
        if all((wish.on - told.get(key, date.min)).days > _SAME_FEAST_DAYS for key in same):
            yield wish
        told.update(dict.fromkeys(same, wish.on))


def _daily_wishes(state: ClientState) -> Iterator[tuple[Feast, _Wish]]:
    for ahead in range(-_SAME_FEAST_DAYS, state.days_ahead + _MAX_SEND_AHEAD.days + 1):
        day = state.theirs.day(state.their_date + timedelta(days=ahead))
        feast = greeted_feast(day, state.feasts, state.client.observes) if day.reasons else None
        wish = None if feast is None else _wish(day, state)
        if feast is not None and wish is not None:
            yield feast, wish


def _wish(day: Day, state: ClientState) -> _Wish | None:
    # Also the days of wishes that were due are asked for, since they say which day of a feast is its first.
    greeting = greeting_on(
        day.date, state.theirs, state.feasts, observes=state.client.observes, today=date.min
    )
    if greeting is None or greeting.say is None or greeting.send_at is None:
        return None
    when = state.yours.date_at(greeting.send_at)
    return _Wish(feast=greeting.name, on=day.date, say=greeting.say, when=when)


def birthdays_due(state: ClientState) -> Iterator[AgendaItem]:
    """Yield a word ahead of each birthday, and on the day whom to congratulate, until that is logged."""
    ahead = DateRange(state.your_date, state.your_date + timedelta(days=state.days_ahead))
    zone = state.yours.zone_at(state.now)
    for person in state.client.people:
        on = None if person.birthday is None else next_on(person.birthday, state.your_date)
        if on is None or on not in ahead or is_congratulated(state.journal, person.id, on=on, zone=zone):
            continue
        is_today = on == state.your_date
        congratulate = command(
            "log", state.client.id, "Happy birthday", "--with", person.id, "--kind", "chat"
        )
        yield AgendaItem(
            client=state.client.id,
            code=AgendaCode.BIRTHDAY,
            why=f"{person.called}'s birthday{': congratulate' * is_today}",
            when=on,
            command=congratulate if is_today else command("brief", state.client.id, "--person", person.id),
        )
