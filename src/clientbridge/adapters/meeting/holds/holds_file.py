"""The holds file: offers and the times they hold, read and replaced as one.

There is one file, written whole or not at all: however a writer ends, no hold stands without its offer and no
offer without its holds. Writers wait for one another.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from clientbridge.adapters.file_lock import locked_folder
from clientbridge.adapters.meeting.holds.holds_text import HoldsText, offers_in, text_with
from clientbridge.adapters.meeting.own_place import place_inside
from clientbridge.adapters.regular_file import read_regular_file
from clientbridge.adapters.safe_write import make_folder, write_whole
from clientbridge.core.errors import FileFailedError, FileMissingError, WrongFilesError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.kept_offer import KeptOffer

if TYPE_CHECKING:
    from datetime import datetime

MOST_BYTES = 5_000_000
_HINT = "correct it, or search without what is held: --over-holds"

Change: TypeAlias = Callable[[Sequence[KeptOffer]], Sequence[KeptOffer]]
"""Returns the offers that are to stand there, given those that do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldsWritten:
    """What stood in the file and what stands there now."""

    before: bytes | None
    """None where there was no file."""
    after: bytes
    offers: tuple[KeptOffer, ...]


@dataclass(frozen=True, slots=True)
class HoldsFile:
    """The file of a workspace in which offered times are held."""

    workspace: Path
    name: str
    """Relative to the workspace, as ``me.yaml`` names it."""

    def offers(self) -> tuple[KeptOffer, ...]:
        """Every offer; none where there is no file.

        Raises WrongFilesError for a text with problems, FileFailedError where it cannot be read.
        """
        content = self._content(self._place())
        return () if content is None else self._understood(content).offers

    def checked(self) -> HoldsText:
        """The offers and all problems; raises FileFailedError where it cannot be read."""
        content = self._content(self._place())
        return HoldsText() if content is None else offers_in(self._text(content), file=self.name)

    def change(self, change: Change, now: "datetime") -> HoldsWritten:
        """Replace the offers by what `change` returns for them, while no other writer can.

        Nothing is written where nothing is another. Raises as `offers`, and what `change` raises.
        """
        place = self._place()
        make_folder(place.parent, file=os.path.dirname(self.name))  # noqa: PTH120 - a name, no path
        with locked_folder(place.parent):
            before = self._content(place)
            understood = HoldsText() if before is None else self._understood(before)
            offers = tuple(change(understood.offers))
            text = "" if before is None else self._text(before)
            after = text_with(text, offers, now).encode()
            if after != before and (before is not None or offers):
                if len(after) > MOST_BYTES:
                    raise FileFailedError(f"{self.name} would be larger than the most that is read")
                write_whole(place, after, file=self.name)
        return HoldsWritten(before=before, after=after, offers=offers)

    @contextmanager
    def prepared(self, change: Change, now: "datetime") -> Iterator[HoldsWritten | None]:
        """What such a change would write: the caller writes it with other files, and no other writer can.

        None where there is no file. Raises as `change`.
        """
        place = self._place()
        if not place.exists():
            yield None
            return
        with locked_folder(place.parent):
            before = self._content(place)
            if before is None:
                yield None
                return
            offers = self._understood(before).offers
            new = tuple(change(offers))
            after = before if new == offers else text_with(self._text(before), new, now).encode()
            yield HoldsWritten(before=before, after=after, offers=new)

    def _place(self) -> Path:
        return place_inside(self.workspace, self.name, hint="name another file: holds in me.yaml")

    def _content(self, place: Path) -> bytes | None:
        try:
            return read_regular_file(place, most_bytes=MOST_BYTES, file=self.name)
        except FileMissingError:
            return None

    def _text(self, content: bytes) -> str:
        try:
            return content.decode()
        except UnicodeDecodeError:
            raise FileFailedError(f"{self.name} is broken: it is not UTF-8 text", hint=_HINT) from None

    def _understood(self, content: bytes) -> HoldsText:
        understood = offers_in(self._text(content), file=self.name)
        if understood.problems:
            raise WrongFilesError(understood.problems, hint=_HINT)
        return understood
