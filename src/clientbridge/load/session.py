"""One call of the program as its loaders see it: when it is, where the files are, whom to tell."""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import UTC, date, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge.core.errors import FileFailedError
from clientbridge.core.frozen_dataclass import dataclass

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from zoneinfo import ZoneInfo

    from clientbridge.adapters.json_cache import JsonCache
    from clientbridge.adapters.workspace.workspace import Workspace
    from clientbridge.core.defaults import Defaults
    from clientbridge.core.time.typed.calendar_week import CalendarWeek
    from clientbridge.core.workspace.profiles import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where files are looked for, and where the program keeps its own."""

    current: Path
    """Where the user stands; names of files that are typed start here."""
    data: Path | None
    """Where the workspace is when nothing else says so; None, as the next two, where no folder is yours."""
    cache: Path | None
    """Computed tables; losing them costs only time."""
    state: Path | None
    """What the program changed, for undo."""
    config: Path | None = None
    """What belongs to the user and to no workspace."""
    home: str | None = None
    """The workspace as ``--home`` or ``CB_HOME`` names it."""
    demo: bool = False
    """The bundled sample workspace instead of any other."""


@dataclass(frozen=True, kw_only=True)
class Session:
    """One call. Nothing is opened before it is asked for, and your files only once."""

    folders: Folders
    clock: datetime
    """The moment of the call."""
    typed_now: str | None = None
    """What counts as now instead, as typed: an instant, or a day or time on the clock of where you are."""
    note: Callable[[str], None] = field(default=lambda _say: None)
    """Says something besides the answer."""

    @cached_property
    def cache(self) -> "JsonCache":
        """What was computed before; losing it costs only time."""
        from clientbridge.adapters.json_cache import JsonCache

        told: list[str] = []

        def tell_once(why: str) -> None:
            if not told:
                self.note(f"nothing is kept for the next time, which makes it slower: {why}")
            told.append(why)

        return JsonCache(self.folders.cache, tell_once)

    @cached_property
    def defaults(self) -> "Defaults":
        """Your own defaults for options; raises WrongFilesError where the file that sets them is wrong."""
        from clientbridge.load.workspace.config import defaults_of

        return defaults_of(self)

    @cached_property
    def workspace(self) -> "Workspace":
        """Your files; raises FileFailedError where there are none."""
        if self.folders.demo:
            from clientbridge.adapters.workspace.sample.sample_folder import sample_workspace

            return sample_workspace(self.now, self.cache)
        from clientbridge.adapters.workspace.workspace_folder import find_workspace

        return find_workspace(
            home=self.folders.home,
            folder=self.folders.current,
            data_folder=self.folders.data,
            cache=self.cache,
        )

    @cached_property
    def now(self) -> datetime:
        """The moment that counts as now, in UTC; a typed day is its start where you are.

        Raises UsageError for typed words that are no moment, or a time that a clock skips or shows twice.
        """
        if self.typed_now is None:
            return self.clock.astimezone(UTC)
        from clientbridge.core.time.parse import offset_instant, read_day_or_moment

        instant = offset_instant(self.typed_now)
        if instant is not None:
            return instant
        today = self._date_at(self.clock)
        when = read_day_or_moment(
            self.typed_now, today=today, zone_on=self._zone_on, week=partial(self._week_on, today)
        )
        return when if isinstance(when, datetime) else self._start_of(when)

    @property
    def today(self) -> date:
        """The day it is where you are; in UTC where no file says where that is."""
        return self._date_at(self.now)

    def week(self) -> "CalendarWeek":
        """Where your week begins and its work ends; Monday and Friday where no file says who you are."""
        return self._week_on(self.today)

    def _date_at(self, moment: datetime) -> date:
        if self._you is None:
            return moment.astimezone(UTC).date()
        from clientbridge.core.days.location import date_at

        return date_at(self._you, moment)

    def _zone_on(self, day: date) -> "ZoneInfo":
        if self._you is None:
            from zoneinfo import ZoneInfo

            return ZoneInfo("UTC")
        from clientbridge.core.days.location import zone_on

        return zone_on(self._you, day)

    def _start_of(self, day: date) -> datetime:
        from clientbridge.core.time.intervals import at_minute
        from clientbridge.core.time.offsets import start_of_day

        return at_minute(start_of_day(day, self._zone_on(day)))

    def _week_on(self, day: date) -> "CalendarWeek":
        from clientbridge.core.time.typed.calendar_week import CalendarWeek

        if self._you is None:
            return CalendarWeek()
        from clientbridge.adapters.days.place_calendars import calendars_for
        from clientbridge.core.days.location import places_of
        from clientbridge.core.days.party_calendar import PartyCalendar

        calendars = calendars_for(places_of(self._you), day, day, self.cache)
        return PartyCalendar(schedule=self._you, calendars=calendars).week(day)

    @cached_property
    def _you(self) -> "Schedule | None":
        if self.folders.demo:  # of which day the files are to be follows from what counts as now
            from clientbridge.adapters.workspace.sample.sample_folder import sample_home

            return sample_home()
        try:
            return self.workspace.me.schedule
        except FileFailedError:
            return None

    def written_in_editor(
        self, environment: Mapping[str, str], *, invitation: str
    ) -> "AbstractContextManager[str]":
        """What the user writes in the editor of that environment; raises UsageError, FileFailedError.

        Where the block fails, what was written is kept, and noted where.
        """
        from clientbridge.adapters.editor import editor_command, written_in_editor

        return written_in_editor(
            self.folders.state,
            editor_command(environment),
            invitation=invitation,
            on_kept=lambda path: self.note(f"what you wrote is kept in {path}"),
        )

    def mail(self, file: Path) -> bytes:
        """A mail that was saved, or its text; raises FileFailedError."""
        from clientbridge.adapters.regular_file import read_regular_file
        from clientbridge.core.errors import FileMissingError
        from clientbridge.core.limits import MOST_BYTES_OF_A_MAIL

        try:
            return read_regular_file(
                self.folders.current / file, most_bytes=MOST_BYTES_OF_A_MAIL, file=str(file)
            )
        except FileMissingError as error:
            hint = "name a saved mail, or give - in place of a file and pipe it in"
            raise FileMissingError(error.say, hint=hint) from None

    def saved(self, file: Path) -> str | None:
        """What stands in a file that is about to be written again; None where there is none yet.

        Raises FileFailedError where it cannot be read, or nothing can be written there.
        """
        from clientbridge.adapters.output_file import output_target, text_at

        return text_at(output_target(self.folders.current / file, file=str(file)), file=str(file))

    def save(self, file: Path, text: str) -> None:
        """Write a file that was asked for, all of it or nothing; raises FileFailedError."""
        from clientbridge.adapters.output_file import write_output

        write_output(self.folders.current / file, text.encode(), file=str(file))


def versions() -> Mapping[str, str]:
    """Versions of the program and of its data by name, in the order in which they are shown."""
    from clientbridge.adapters import library_versions

    return library_versions.versions()
