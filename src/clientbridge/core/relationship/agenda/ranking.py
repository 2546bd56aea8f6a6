"""The items of all clients as one list: nothing twice, what clients share once, the most urgent first."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from clientbridge.core.relationship.agenda.agenda import ANY_TIME, AgendaCode, AgendaItem

_URGENCY = {code: number for number, code in enumerate(AgendaCode)}
_NAMED = 2
"""Of the clients of a line, how many it names."""
_SHARED = {
    AgendaCode.NO_CONTACT: "no contact logged yet with {}",
    AgendaCode.SINGLE_CONTACT: "in 90 days only one person has been in touch at {}",
    AgendaCode.LEVEL_MISSING: "in 90 days a level had no contact at {}",
}
"""What a line says of several clients; of any other kind they share a line where they share its words."""


def ranked(items: Iterable[AgendaItem], today: date) -> tuple[AgendaItem, ...]:
    """Return the items ranked from 1: dated ones first, overdue counting as today, then undated ones.

    What is true of several clients is one item, and an update that is due leaves out the contact that it
    will be.
    """
    ordered = sorted(
        _shared(_without_repeats(tuple(items), today)),
        key=lambda item: (
            item.code in ANY_TIME,
            max(item.when, today),
            _URGENCY[item.code],
            item.when,
            item.client,
        ),
    )
    return tuple(replace(item, rank=number) for number, item in enumerate(ordered, start=1))


def _without_repeats(items: tuple[AgendaItem, ...], today: date) -> Iterator[AgendaItem]:
    updates = {item.client: item.when for item in items if item.code is AgendaCode.UPDATE_DUE}
    for item in items:
        update = updates.get(item.client)
        is_covered = update is not None and update <= max(item.when, today)
        if item.code is not AgendaCode.CHECKIN_DUE or not is_covered:
            yield item


def _shared(items: Iterable[AgendaItem]) -> Iterator[AgendaItem]:
    alike: dict[Hashable, list[AgendaItem]] = defaultdict(list)
    for item in items:
        if item.code in _SHARED:
            alike[item.code].append(item)
        elif item.code in ANY_TIME:
            alike[item.code, item.why, item.when].append(item)
        else:
            yield item
    yield from (_together(sorted(group, key=lambda item: item.client)) for group in alike.values())


def _together(group: list[AgendaItem]) -> AgendaItem:
    first, *others = group
    if not others:
        return first
    clients = tuple(item.client for item in group)
    say = _SHARED.get(first.code)
    return replace(first, others=clients[1:], why=first.why if say is None else say.format(_named(clients)))


def _named(clients: tuple[str, ...]) -> str:
    """``bayside, nordlys and 3 more``."""
    *most, last = (
        clients if len(clients) <= _NAMED + 1 else (*clients[:_NAMED], f"{len(clients) - _NAMED} more")
    )
    return f"{', '.join(most)} and {last}"
