"""One call of the program as its commands see it: its options, its surroundings, and how it answers."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge.cli.options import GlobalOptions
from clientbridge.cli.own_folders import own_folder
from clientbridge.cli.reader import was_read_in_pager
from clientbridge.cli.surroundings import DEFAULT_WIDTH, NARROWEST, Surroundings
from clientbridge.core.errors import ExitCode, WrongFilesError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.results import Result
from clientbridge.load.session import Folders, Session, versions
from clientbridge.render.formats import Format, Look

if TYPE_CHECKING:
    from clientbridge.core.meeting.result import Caution
    from clientbridge.render.views import View

_WIDEST = 1000


@dataclass(frozen=True, kw_only=True)
class Context:
    """One call: its global options and its surroundings. Commands get it as ``ctx.obj``."""

    surroundings: Surroundings
    options: GlobalOptions = field(default_factory=GlobalOptions)

    @cached_property
    def session(self) -> Session:
        """What loaders need to know of the call; a typed now is read at once, before a command writes.

        It is ``--now``, else ``CB_NOW``, else the clock (docs/time-rules.md, rules 5 and 8).
        """
        session = Session(
            folders=self._folders,
            clock=self.surroundings.clock,
            typed_now=self.options.now or self.environment.get("CB_NOW") or None,
            note=self.note,
        )
        if session.typed_now is not None:
            from clientbridge.core.typed_option import read_from

            with suppress(WrongFilesError), read_from("--now" if self.options.now else "CB_NOW"):
                _ = session.now  # wrong files are told by the command, if it needs them
        return session

    @property
    def now(self) -> datetime:
        """The moment that counts as now, in UTC."""
        return self.session.now

    @property
    def environment(self) -> Mapping[str, str]:
        """The environment variables of the call."""
        return self.surroundings.environment

    @property
    def format(self) -> Format:
        """How answers are written in this call."""
        if self.options.has("--json"):
            return Format.JSON
        return Format.PLAIN if self.options.has("--plain") else Format.TERMINAL

    @property
    def look(self) -> Look:
        """What the screen allows: its width, and colour where nothing speaks against it."""
        width = self.environment.get("COLUMNS", "")
        given = int(width) if width.isdecimal() and len(width) < len(str(_WIDEST)) else 0
        columns = given or self.surroundings.width or DEFAULT_WIDTH
        return Look(width=max(columns, NARROWEST), colour=self._colour)

    @property
    def line_width(self) -> int:
        """How long a line may be: of what is read aloud, as long as what it says."""
        return self.look.width if self.format is Format.TERMINAL else _WIDEST

    @property
    def may_ask(self) -> bool:
        """Whether there is someone to ask: a terminal on both sides, and no ``--no-input``."""
        around = self.surroundings
        return not self.options.has("--no-input") and around.input.isatty() and around.talk.isatty()

    @property
    def answer_to(self) -> int | None:
        """The open stream that the answer goes to; None where it is no stream of the system."""
        try:
            return self.surroundings.output.fileno()
        except (OSError, ValueError):
            return None

    @property
    def _folders(self) -> Folders:
        return Folders(
            current=self.surroundings.folder,
            data=self._own_folder("XDG_DATA_HOME"),
            cache=self._own_folder("XDG_CACHE_HOME"),
            state=self._own_folder("XDG_STATE_HOME"),
            config=self._own_folder("XDG_CONFIG_HOME"),
            home=self.options.home or self.environment.get("CB_HOME"),
            demo=self.options.has("--demo"),
        )

    def _own_folder(self, variable: str) -> Path | None:
        folder = own_folder(self.environment, variable)
        return None if folder is None else Path(folder)

    def show(self, result: Result, view: "View | None" = None) -> None:
        """Write the answer, as much of it as `view` says; leave with exit code 1 when it is "none"."""
        self.show_or_save(result, view, {})

    def mail(self, file: str) -> tuple[bytes, str]:
        """A mail that was named, or with ``-`` what is piped in, and what to call it.

        Raises FileFailedError, and UsageError where nothing is piped in.
        """
        if file == "-":
            return self.surroundings.piped(), "what was piped in"
        return self.session.mail(Path(file)), file

    def show_or_save(self, result: Result, view: "View | None", files: Mapping[Format, Path | None]) -> None:
        """Write the answer to the files asked for, else show it; JSON is for a script and shown in any case.

        Leaves with exit code 1 when the answer is "none"; raises FileFailedError.
        """
        import typer

        asked = {form: file for form, file in files.items() if file is not None}
        for form, file in asked.items():
            self.save(file, self._rendered(result, form, view))
        if not asked or self.format is Format.JSON:
            text = self._rendered(result, self.format, view)
            if not was_read_in_pager(self, result.kind, text):
                self.surroundings.answer(text)
        if not result.answered:
            raise typer.Exit(ExitCode.NONE)

    def _rendered(self, result: Result, form: Format, view: "View | None") -> str:
        from clientbridge.render import Envelope, render

        envelope = Envelope(
            now=self.now,
            versions=versions() if form is Format.JSON else {},
            today=self.session.today if form is Format.HTML else None,
        )
        of_sample = self.options.has("--demo")
        return render(result, form, look=self.look, envelope=envelope, view=view, of_sample=of_sample)

    def save(self, file: Path, text: str) -> None:
        """Write a file that was asked for besides the answer, and say so; raises FileFailedError."""
        self.session.save(file, text)
        self.note(f"wrote {file}")

    def ask(self, question: str, *, default: str | None = None) -> str:
        """Ask at the terminal, on stderr; an empty answer is the default. Only when `may_ask`."""
        from clientbridge.render.line_wrapping import as_prompt

        shown = f"{question} [{default}]" if default else question
        asked = shown if shown.endswith(("?", "(y/n)")) else f"{shown}:"
        prompt = as_prompt(asked, self.surroundings.width or DEFAULT_WIDTH)
        self.surroundings.talk.write(prompt)
        self.surroundings.talk.flush()
        answer = self.surroundings.input.readline()
        if not answer:
            raise KeyboardInterrupt
        return answer.strip() or default or ""

    def confirm(self, question: str) -> bool:
        """Ask for yes or no at the terminal until it is one of them; empty is no. Only when `may_ask`."""
        while True:
            answer = self.ask(f"{question} (y/n)").casefold()
            if answer in {"y", "yes"}:
                return True
            if answer in {"", "n", "no"}:
                return False
            self.surroundings.tell("  please type y or n")

    def note_days(self, *typed: str | None) -> None:
        """Note what should be known of typed days: what today's weekday means, that a date has passed."""
        for text in filter(None, typed):
            from clientbridge.core.time.parse import note_on_day

            note = note_on_day(text, today=self.session.today, week=self.session.week)
            if note is not None:
                self.note(f"{text}: {note}")

    def note(self, say: str) -> None:
        """Say something besides the answer, on stderr, unless ``--quiet``."""
        if not self.options.has("--quiet"):
            self.surroundings.tell(say)

    def note_cautions(self, warnings: "Iterable[Caution]") -> None:
        """Say beside an answer that has no room for them what it could not see."""
        for warning in warnings:
            self.note(f"careful: {warning.detail}")

    @property
    def _colour(self) -> bool:
        return (
            self.surroundings.output.isatty()
            and not self.options.has("--no-color")
            and not self.environment.get("NO_COLOR")
            and self.environment.get("TERM") != "dumb"
        )
