"""The last good answer of each address, for the hours in which it does not answer.

Kept in the user's cache folder by a hash of the whole address, of it only the lines that say when
someone is busy; who takes part is one of them, since it says who has declined. A copy stands in for its own
address alone, and not for ever.
"""

from datetime import datetime, timedelta

from clientbridge.adapters.json_cache import Json, JsonCache
from clientbridge.adapters.meeting.calendars.components import without_words
from clientbridge.adapters.web.validators import Validators
from clientbridge.core.frozen_dataclass import dataclass

LONGEST_USE = timedelta(days=14)
"""A calendar as it was longer ago says too little of who is busy now."""
_STAMP = "2"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCalendar:
    """What an address answered before."""

    text: str
    fetched: datetime
    validators: Validators

    def counts(self, now: datetime) -> bool:
        """Whether it is young enough to stand in."""
        return now - self.fetched <= LONGEST_USE


@dataclass(frozen=True, slots=True)
class CalendarCopies:
    """The copies of one client's calendars."""

    cache: JsonCache
    folder: str
    """Of the cache; nothing in it is used longer."""

    def read(self, address: str) -> KeptCalendar | None:
        """The last good answer of exactly this address."""
        return _copy(self.cache.read(self._name(address), _STAMP))

    def keep(self, address: str, copy: KeptCalendar) -> None:
        """Put an answer in place of the one before; copies that nobody renewed for long are dropped."""
        entry = {
            "fetched": copy.fetched.isoformat(),
            "etag": copy.validators.etag,
            "modified": copy.validators.modified,
            "text": without_words(copy.text),
        }
        self.cache.write(self._name(address), _STAMP, entry)
        self.cache.drop_older(self.folder, than=LONGEST_USE)

    def _name(self, address: str) -> str:
        from hashlib import sha256

        return f"{self.folder}/copy-{sha256(address.encode()).hexdigest()}"


def _copy(entry: Json) -> KeptCalendar | None:
    match entry:
        case {
            "fetched": str(fetched),
            "etag": str() | None as etag,
            "modified": str() | None as modified,
            "text": str(text),
        }:
            return KeptCalendar(
                text=text,
                fetched=datetime.fromisoformat(fetched),
                validators=Validators(etag=etag, modified=modified),
            )
    return None
