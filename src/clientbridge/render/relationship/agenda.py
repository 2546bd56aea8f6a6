"""`cb today`: the clocks of your clients, then the agenda in the order of its numbers, on one screen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.agenda.agenda import ANY_TIME, Agenda, AgendaCode, AgendaItem
from clientbridge.core.relationship.client_clock import Clock
from clientbridge.core.time.formatting import day_seen_from, long_day, short_day
from clientbridge.render.command_text import typed
from clientbridge.render.formats import Look
from clientbridge.render.line_wrapping import columns
from clientbridge.render.page import (
    BlankLine,
    Block,
    Column,
    Emphasis,
    Line,
    Next,
    Page,
    Phrase,
    Table,
    Title,
    bad,
    offered,
    phrase,
    quiet,
    strong,
    words,
)
from clientbridge.render.page import page as page_of
from clientbridge.render.relationship.client_clocks import clock_table
from clientbridge.render.views import AgendaView
from clientbridge.render.writers.table_layout import GAP
from clientbridge.render.writers.to_terminal import to_terminal

_DEFAULT_VIEW = AgendaView()
_LEAST_WIDTH = 80
_SCREEN_LINES = 23
"""Of the 24 of a screen one is left for what is typed next."""
_CLOCKS = 8
_LONGEST_REASON = 150
"""In columns; what a promise says in more is told with all the rest."""
_SHORTEST_REASON = 20
_SAYS = ': "'
"""Between an occasion and the words that are sent for it."""
_YEAR_IS_CLEAR = timedelta(days=180)


def page(result: Agenda, view: AgendaView = _DEFAULT_VIEW) -> Page:
    """Return the page: clocks, then what is due now, soon, and at any time."""
    if not result.clocks and not result.items:
        nobody = Line(phrase("No clients yet."))
        return page_of(
            Title(long_day(result.today), aside=result.you), BlankLine(), nobody, Next("cb client add")
        )
    if view.is_whole:
        return _Layout(result, result.clocks, len(result.items), _LEAST_WIDTH, is_whole=True).page()
    most = min(len(result.items), _SCREEN_LINES)
    every = _Layout(result, _shown_clocks(result), most, max(view.width, _LEAST_WIDTH))
    layouts = (replace(every, has_commands=True), every, replace(every, is_airy=False))
    whole = (*layouts, replace(every, is_brief=True))
    fitting = next((layout for layout in whole if layout.fits), None)
    return (fitting or _longest_that_fits(every)).page()


def _longest_that_fits(every: "_Layout") -> "_Layout":
    """As many items as have room below the clocks, one at least."""
    least, most, longest = 1, every.shown, replace(every, shown=1, is_airy=False, is_brief=True)
    while least < most:
        middle = (least + most + 1) // 2
        layout = replace(longest, shown=middle)
        if layout.fits:
            least, longest = middle, layout
        else:
            most = middle - 1
    return longest


@dataclass(frozen=True, slots=True)
class _Layout:
    """One way to show an agenda."""

    result: Agenda
    clocks: Sequence[Clock]
    shown: int
    """How many items, from the first on."""
    width: int
    """Columns of the screen."""
    has_commands: bool = False
    """Whether each item is followed by its command."""
    is_airy: bool = True
    """Whether there is an empty line before each section."""
    is_brief: bool = False
    """Whether a reason is shortened to one line."""
    is_whole: bool = False
    """Whether nothing is shortened."""

    @property
    def fits(self) -> bool:
        return to_terminal(self.page(), Look(width=self.width)).count("\n") <= _SCREEN_LINES

    def page(self) -> Page:
        result = self.result
        items = result.items[: self.shown]
        return page_of(
            Title(long_day(result.today), aside=result.you),
            clock_table(self.clocks, result.here),
            *self._sections(items),
            self._more(),
            Next(typed(items[0].command)) if items and not self.has_commands else None,
        )

    def _sections(self, items: Sequence[AgendaItem]) -> Iterator[Block]:
        sections = _divided(items, self.result.today)
        widths = _widths(items, self.result.today, self.width)
        reasons = {item.rank: self._reason(item, widths) for item in items}
        table_columns = _columns(widths, reasons.values())
        yield BlankLine()
        if "Now" not in sections:
            yield Line(phrase("Nothing needs you today."))
        for name, section in sections.items():
            if self.is_airy and name != "Now":
                yield BlankLine()
            yield Title(name, level=2)
            rows = (row for item in section for row in self._rows(item, reasons[item.rank]))
            yield Table(table_columns, tuple(rows))

    def _reason(self, item: AgendaItem, widths: "_Widths") -> Phrase:
        late = _overdue(item)
        why = item.why
        if not self.is_whole:
            room = widths.reason - columns(words(late)) if self.is_brief else _LONGEST_REASON
            why = _shortened(_told(item, room), max(room, _SHORTEST_REASON))
        return phrase(why, *late)

    def _rows(self, item: AgendaItem, reason: Phrase) -> Iterator[tuple[Phrase, ...]]:
        """A row for the item and, where it is shown, one for its command in full, to be copied."""
        yield (
            phrase(quiet(str(item.rank))),
            phrase(strong(_whom(item))),
            reason,
            phrase(_day(item, self.result.today)),
        )
        if self.has_commands or self.is_whole:
            yield ((), phrase(offered(typed(item.command), Emphasis.QUIET)), (), ())

    def _more(self) -> Line | None:
        """What is not shown, counted, and where it is."""
        items = len(self.result.items) - self.shown
        clients = len(self.result.clocks) - len(self.clocks)
        has_commands = self.has_commands or self.is_whole or len(self.result.items) <= 1
        hidden = [
            *([f"{items} more"] if items else []),
            *([f"{clients} more client{'s' * (clients != 1)}"] if clients else []),
        ]
        commands = "" if has_commands else "the command for each"
        told = f"and {' and '.join(hidden)}{', with ' * bool(commands)}{commands}" if hidden else commands
        everything = offered("cb today --all", Emphasis.QUIET)
        return Line(phrase(quiet(f"{told}: "), everything)) if told else None


def _divided(items: Sequence[AgendaItem], today: date) -> dict[str, list[AgendaItem]]:
    """The items by the name of their section, in its order; each item ranks within its own."""
    sections: dict[str, list[AgendaItem]] = {}
    for item in items:
        name = "Now" if item.when <= today else "Soon"
        sections.setdefault("Any time" if item.code in ANY_TIME else name, []).append(item)
    return sections


@dataclass(frozen=True, slots=True, kw_only=True)
class _Widths:
    """Of the columns of a table, in columns of the screen, the same in every section."""

    rank: int
    client: int
    reason: int
    """What is left of a line."""


def _widths(items: Sequence[AgendaItem], today: date, width: int) -> _Widths:
    rank = len(str(len(items)))
    client, day = (
        max(map(columns, texts), default=0)
        for texts in ([_whom(item) for item in items], [_day(item, today) for item in items])
    )
    return _Widths(rank=rank, client=client, reason=width - rank - client - day - 3 * GAP)


def _columns(widths: _Widths, reasons: Iterable[Phrase]) -> tuple[Column, ...]:
    """Number, client, reason and day, each below its like in every section."""
    longest = max((columns(words(reason)) for reason in reasons), default=0)
    return (
        Column("", right=True, fold=False, wanted=widths.rank),
        Column("", fold=False, wanted=widths.client),
        Column("", wanted=min(longest, widths.reason)),
        Column("", fold=False),
    )


def _whom(item: AgendaItem) -> str:
    return f"{len(item.others) + 1} clients" if item.others else item.client


def _day(item: AgendaItem, today: date) -> str:
    when = item.when
    if item.code in ANY_TIME:
        return ""
    if when == today:
        return "today"
    return short_day(when) if abs(when - today) < _YEAR_IS_CLEAR else day_seen_from(when, today)


def _told(item: AgendaItem, room: int) -> str:
    """Why; the words of a greeting, which are sent as they stand, all of them or none."""
    occasion, says, _ = item.why.partition(_SAYS)
    if item.code is not AgendaCode.GREETING or not says or columns(item.why) <= room:
        return item.why
    return f"greeting: {occasion}"


def _shortened(why: str, room: int) -> str:
    """The words that fit, with ``…`` for those that do not."""
    if columns(why) <= room:
        return why
    cut = 0
    while (room := room - columns(why[cut])) > 0:
        cut += 1
    return f"{(why[:cut].rpartition(' ')[0] or why[:cut])}…"


def _shown_clocks(result: Agenda) -> tuple[Clock, ...]:
    """Every clock, or of many those of the clients in the agenda, then those of an unusual day."""
    if len(result.clocks) <= _CLOCKS:
        return result.clocks
    in_agenda = dict.fromkeys(client for item in result.items for client in (item.client, *item.others))
    order = {client: number for number, client in enumerate(in_agenda)}
    return tuple(
        sorted(result.clocks, key=lambda clock: (order.get(clock.client, len(order)), not clock.names))[
            :_CLOCKS
        ]
    )


_LATE_PROMISES = frozenset({AgendaCode.PROMISE_LATE, AgendaCode.WAITING})


def _overdue(item: AgendaItem) -> Phrase:
    """How late it is; a promise is late from the end of the day it was due on, by working days."""
    days = item.overdue_days
    if item.code in _LATE_PROMISES:
        late = f"{days} working day{'s' * (days != 1)} late" if days else "late"
        return phrase(bad(f" ({late})"))
    return phrase(bad(f" ({days} day{'s' * (days != 1)} late)")) if days else ()
