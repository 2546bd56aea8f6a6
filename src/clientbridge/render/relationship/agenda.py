"""`cb today`: the clocks of your clients, then the agenda, most urgent first."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from clientbridge.core.days.day import DayStatus
from clientbridge.core.relationship.agenda.agenda import Agenda, AgendaCode, AgendaItem
from clientbridge.core.relationship.client_clock import Clock
from clientbridge.core.time.formatting import city, clock_time, day_seen_from, long_day, short_day
from clientbridge.render.command_text import typed
from clientbridge.render.page import (
    BlankLine,
    Block,
    Column,
    Line,
    Next,
    Page,
    Phrase,
    Table,
    Title,
    bad,
    careful,
    good,
    phrase,
    quiet,
    strong,
)
from clientbridge.render.page import page as page_of
from clientbridge.render.views import AgendaView

_DEFAULT_VIEW = AgendaView()


def page(result: Agenda, view: AgendaView = _DEFAULT_VIEW) -> Page:
    """Return the page: clocks, then what is due now, then what is due soon."""
    now = [item for item in result.items if item.when <= result.today]
    soon = [item for item in result.items if item.when > result.today]
    clocks = _shown_clocks(result, view.clocks)
    return page_of(
        Title(long_day(result.today), aside=result.you),
        _clocks(clocks, result.here),
        _more(len(result.clocks) - len(clocks), "clients"),
        *_section("NOW", now, result.today, view.items),
        *_section("SOON", soon, result.today, view.items),
        *(() if result.items else (BlankLine(), Line(phrase("Nothing needs you today.")))),
        Next(typed(result.items[0].command)) if result.items else None,
    )


def _section(name: str, items: list[AgendaItem], today: date, most: int | None) -> tuple[Block, ...]:
    if not items:
        return ()
    shown = items[:most]
    more = _more(len(items) - len(shown), "items")
    return (
        BlankLine(),
        Title(name, level=2),
        _items(shown, today),
        *(() if more is None else (more,)),
    )


def _more(hidden: int, what: str) -> Line | None:
    return (
        Line(
            phrase(
                quiet(f"and {hidden} more {what if hidden > 1 else what.removesuffix('s')}: cb today --all")
            )
        )
        if hidden
        else None
    )


def _shown_clocks(result: Agenda, most: int | None) -> tuple[Clock, ...]:
    if most is None or len(result.clocks) <= most:
        return result.clocks
    in_agenda = dict.fromkeys(item.client for item in result.items)
    order = {client: number for number, client in enumerate(in_agenda)}
    return tuple(sorted(result.clocks, key=lambda clock: order.get(clock.client, len(order)))[:most])


def _clocks(clocks: tuple[Clock, ...], here: ZoneInfo) -> Table:
    return Table(
        (Column("", fold=False), Column("", fold=False), Column("", fold=False), Column("")),
        tuple(
            (
                phrase(strong(clock.client)),
                phrase(city(clock.timezone.key)),
                phrase(f"{short_day(clock.local_time)[:3]} {clock_time(clock.local_time)}"),
                _may_write(clock, here),
            )
            for clock in clocks
        ),
    )


def _may_write(clock: Clock, here: ZoneInfo) -> Phrase:
    why = ", ".join(clock.names)
    if clock.may_write and clock.day is DayStatus.UNKNOWN:
        return phrase(careful(f"not known whether it is worked ({why}): ask"))
    if clock.may_write:
        at_work = "in office hours there" if clock.office_hours else "at work"
        return phrase(good(f"{at_work}: write or call"), _on_such_a_day(clock.day, why))
    if clock.many_off:
        why = f"many are off ({why})"
    return _wait(clock, here, f"{why}: " if why else "")


def _on_such_a_day(day: DayStatus, why: str) -> str:
    """What is not ordinary about a day that is worked; likely closed, it is off in some regions only."""
    if day is DayStatus.WORKING or not why:
        return ""
    return f" ({why} in some parts)" if day is DayStatus.LIKELY_CLOSED else f" ({why})"


def _wait(clock: Clock, here: ZoneInfo, why: str) -> Phrase:
    """When to write instead; on a day when many are off one may ask."""
    if clock.next_there is None or clock.next_here is None:
        return phrase(careful(f"{why}no working time in sight"))
    there = _moment(clock.next_there, clock.local_time.date())
    yours = _moment(clock.next_here, clock.next_there.date(), weekday_only=True)
    first = "ask before you call, or wait until " if clock.perhaps else "wait until "
    return phrase(
        careful(f"{why}{first}"),
        f"{there} there, {yours} {_here(clock.next_here, here)}",
    )


def _here(moment: datetime, here: ZoneInfo) -> str:
    """``here``, or the city where you will be by then."""
    zone = moment.tzinfo
    return f"in {city(zone.key)}" if isinstance(zone, ZoneInfo) and zone.key != here.key else "here"


def _moment(moment: datetime, shown: date, *, weekday_only: bool = False) -> str:
    """Return the clock time, preceded by the day unless the reader already sees that it is `shown`."""
    if moment.date() == shown:
        return clock_time(moment)
    return f"{short_day(moment)[:3] if weekday_only else short_day(moment)} {clock_time(moment)}"


def _items(items: list[AgendaItem], today: date) -> Table:
    return Table(
        (
            Column("", right=True, fold=False),
            Column("", fold=False),
            Column(""),
            Column("", fold=False),
        ),
        tuple(row for item in items for row in _item(item, today)),
    )


def _item(item: AgendaItem, today: date) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """Return a row for the item, and below it one for its command in full, so that it can be copied."""
    when = "today" if item.when == today else day_seen_from(item.when, today)
    return (
        (
            phrase(quiet(str(item.rank))),
            phrase(strong(item.client)),
            phrase(item.why, *_overdue(item)),
            phrase(when),
        ),
        ((), (), phrase(quiet(typed(item.command))), ()),
    )


_LATE_PROMISES = frozenset({AgendaCode.PROMISE_LATE, AgendaCode.WAITING})


def _overdue(item: AgendaItem) -> Phrase:
    """How late it is; a promise is late from the end of the day it was due on, by working days."""
    days = item.overdue_days
    if item.code in _LATE_PROMISES:
        late = f"{days} working day{'s' * (days != 1)} late" if days else "late"
        return phrase(bad(f" ({late})"))
    return phrase(bad(f" ({days} day{'s' * (days != 1)} overdue)")) if days else ()
