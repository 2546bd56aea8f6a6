"""Turn the options of ``cb meet`` into a search, reading times on your clock."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge.cli.meeting.search_range import range_of
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.limits import MOST_SLOTS
from clientbridge.core.meeting.request import (
    DEFAULT_COUNT,
    DEFAULT_DURATION,
    DEFAULT_STEP,
    WHOLE,
    MeetingRequest,
    Party,
    RequestWords,
)
from clientbridge.core.time.durations import TimeSpan, parse_minutes, parse_time_span
from clientbridge.core.time.hours import DayHours, Weekday, parse_hours
from clientbridge.core.time.intervals import minute_from
from clientbridge.core.typed_option import read_from

if TYPE_CHECKING:
    from clientbridge.core.time.parse import WeekOf

_MINUTES_PER_DAY = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetOptions:
    """The options that shape a search, as typed; None or False where left out."""

    duration: str | None = None
    next_: str | None = None
    from_: str | None = None
    to: str | None = None
    on: str | None = None
    between: str | None = None
    count: int | None = None
    step: str | None = None
    notice: str | None = None
    buffer: str | None = None
    stretch: str | None = None
    client_stretch: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    quorum: str | None = None
    strict: bool = False
    over_holds: bool = False

    def words(self, parties: Sequence[str]) -> RequestWords:
        """The options as command-line words."""
        return RequestWords(parties=tuple(parties), options=tuple(self._given()))

    def _given(self) -> Iterator[tuple[str, str]]:
        for field in fields(self):
            value = getattr(self, field.name)
            name = "--" + field.name.rstrip("_").replace("_", "-")
            if value is True:
                yield name, ""
            elif isinstance(value, tuple):
                yield from ((name, one) for one in value)
            elif value is not None and value is not False:
                yield name, str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetQuery:
    """The whole command line, parsed."""

    parties: tuple[str, ...]
    options: MeetOptions
    at: str | None = None
    zone: str | None = None
    every: str | None = None
    times: int | None = None
    rotate: bool = False
    text: bool = False
    copy: bool = False
    lang: str | None = None
    ics: Path | None = None
    map: bool = False
    html: Path | None = None
    pick: int | None = None
    cancel: Path | None = None
    save: bool = False
    keep: bool = False
    forget: str | None = None
    force: bool = False

    @property
    def over_holds(self) -> bool:
        """Whether what is held in offers counts as free."""
        return self.options.over_holds

    @property
    def writes_appointment(self) -> bool:
        """Whether one slot, or a series, is written somewhere."""
        return self.ics is not None or self.save

    @property
    def words(self) -> RequestWords:
        """The call as command-line words."""
        return self.options.words(self.parties)


class _Given:
    """The values Typer parsed, by parameter name, with typed access."""

    def __init__(self, params: Mapping[str, object]) -> None:
        self._params = params

    def text(self, name: str) -> str | None:
        value = self._params.get(name)
        return value if isinstance(value, str) else None

    def texts(self, name: str) -> tuple[str, ...]:
        value = self._params.get(name)
        return tuple(str(item) for item in value) if isinstance(value, list | tuple) else ()

    def number(self, name: str) -> int | None:
        value = self._params.get(name)
        return value if isinstance(value, int) else None

    def file(self, name: str) -> Path | None:
        value = self._params.get(name)
        return value if isinstance(value, Path) else None

    def flag(self, name: str) -> bool:
        return self._params.get(name) is True


def asked(params: Mapping[str, object]) -> MeetQuery:
    """The parameters of the command by name."""
    given = _Given(params)
    return MeetQuery(
        parties=given.texts("party"),
        options=_options(given),
        at=given.text("at"),
        zone=given.text("zone"),
        every=given.text("every"),
        times=given.number("times"),
        rotate=given.flag("rotate"),
        text=given.flag("text") or given.flag("copy"),
        copy=given.flag("copy"),
        lang=given.text("lang"),
        ics=given.file("ics"),
        map=given.flag("map_"),
        html=given.file("html"),
        pick=given.number("pick"),
        cancel=given.file("cancel"),
        save=given.flag("save"),
        keep=given.flag("keep"),
        forget=given.text("forget"),
        force=given.flag("force"),
    )


def _options(given: _Given) -> MeetOptions:
    return MeetOptions(
        duration=given.text("duration"),
        next_=given.text("next_"),
        from_=given.text("from_"),
        to=given.text("to"),
        on=given.text("on"),
        between=given.text("between"),
        count=given.number("count"),
        step=given.text("step"),
        notice=given.text("notice"),
        buffer=given.text("buffer"),
        stretch=given.text("stretch"),
        client_stretch=given.texts("client_stretch"),
        optional=given.texts("optional"),
        quorum=given.text("quorum"),
        strict=given.flag("strict"),
        over_holds=given.flag("over_holds"),
    )


def request_of(
    options: MeetOptions, parties: tuple[Party, ...], words: RequestWords, now: datetime, week: "WeekOf"
) -> MeetingRequest:
    """The search; `parties` are you and the others, each marked as required or optional; `week` is yours.

    Raises UsageError for anything that cannot be understood.
    """
    given = _hours("--stretch", options.stretch, "07:00-22:00")
    return MeetingRequest(
        within=range_of(options, now, parties[0].schedule, week),
        now=minute_from(now),
        parties=parties,
        duration=_minutes("--duration", options.duration, DEFAULT_DURATION, "45m", least=1),
        step=_minutes("--step", options.step, DEFAULT_STEP, "15m", least=1),
        count=_count(options.count),
        weekdays=_weekdays(options.on),
        between=_hours("--between", options.between, "09:00-12:00"),
        stretch=given or parties[0].schedule.stretch,
        client_stretch=asked_of_clients(options)[None],
        buffer=_minutes("--buffer", options.buffer, 0, "15m"),
        notice=_notice(options.notice),
        quorum=_quorum(options.quorum),
        strict=options.strict,
        words=words,
    )


def asked_of_clients(options: MeetOptions) -> Mapping[str | None, int]:
    """What `--client-stretch` gives, in minutes: by the name before its ``=``, None being all clients."""
    given: dict[str | None, int] = {None: 0}
    for text in options.client_stretch:
        name, equals, minutes = text.rpartition("=")
        given[name.strip() if equals else None] = _minutes("--client-stretch", minutes, 0, "1h")
    return given


def parsed_span(option: str, text: str | None, form: str) -> TimeSpan | None:
    """Parse the duration of an option; None where the option was left out; raises UsageError.

    `form` is one that it takes.
    """
    if text is None:
        return None
    with read_from(option, form):
        return parse_time_span(text)


def _minutes(option: str, text: str | None, default: int, form: str, *, least: int = 0) -> int:
    if text is None:
        return default
    with read_from(option, form):
        minutes = parse_minutes(text)
    if not least <= minutes <= _MINUTES_PER_DAY:
        raise UsageError(
            f"{option}: '{text}' is not between {least} minute{'s' * (least != 1)} and a day",
            hint=f"write it like {option} {form}",
        )
    return minutes


def _notice(text: str | None) -> int:
    span = parsed_span("--notice", text, "4h") or TimeSpan()
    if span.months:
        raise UsageError(f"--notice: '{text}' is not in hours or days", hint="write it like --notice 2d")
    return span.days * _MINUTES_PER_DAY + span.minutes


def _hours(option: str, text: str | None, form: str) -> DayHours:
    if text is None:
        return ()
    with read_from(option, form):
        return parse_hours(text)


def _weekdays(text: str | None) -> frozenset[int]:
    if text is None:
        return frozenset()
    return frozenset(int(day) for part in text.split(",") for day in _days_of(part))


def _days_of(part: str) -> tuple[Weekday, ...]:
    try:
        return Weekday.run(part)
    except KeyError:
        from clientbridge.core.time.typed.near_misses import means_a_day

        typed = part.strip()
        hint = "write it like --on mon,tue or --on mon-thu"
        if means_a_day(typed):
            hint = f"for that day alone: --from {quoted(typed)} --to {quoted(typed)}"
        raise UsageError(f"--on: '{typed}' is not a weekday", hint=hint) from None


def _count(count: int | None) -> int:
    if count is None:
        return DEFAULT_COUNT
    if not 1 <= count <= MOST_SLOTS:
        raise UsageError(
            f"--count: {count} is not between 1 and {MOST_SLOTS}", hint="write it like --count 5"
        )
    return count


def _quorum(text: str | None) -> int:
    if text is None:
        return WHOLE
    digits = text.strip().removesuffix("%")
    if not (digits.isascii() and digits.isdecimal() and 1 <= int(digits[:4]) <= WHOLE):
        raise UsageError(f"--quorum: '{text}' is not a percentage", hint="write it like --quorum 80%")
    return int(digits)
