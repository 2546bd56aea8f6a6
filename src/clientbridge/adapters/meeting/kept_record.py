"""What is kept as JSON, an offer or a series: each value of the kind it must be, or what is wrong."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TypeVar

from clientbridge.core.limits import YEARS

_INSTANT = "%Y-%m-%dT%H:%M:%SZ"
_MOST_TEXTS = 1000
_UID = re.compile(r"[0-9a-f]{24}@clientbridge")
_T = TypeVar("_T")


class WrongRecordError(Exception):
    """What stands there is no such record; the message says why."""


class KeptRecord:
    """The fields of one record; each method raises ValueError with the name of a field that is wrong."""

    def __init__(self, fields: Mapping[str, object]) -> None:
        """Take the fields as JSON has them."""
        self._fields = fields

    def given(self, name: str, kind: type[_T], *, default: _T | None = None) -> _T:
        """A value of that kind; `default` where a record of before does not have it."""
        value = self._fields.get(name, default)
        if isinstance(value, kind) and not isinstance(value, bool):
            return value
        raise ValueError(f"'{name}'")

    def maybe(self, name: str, kind: type[_T]) -> _T | None:
        """A value of that kind, or None where there is none."""
        return None if self._fields.get(name) is None else self.given(name, kind)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        found: list[object] = self.given(name, list)
        check(name, len(found) <= _MOST_TEXTS and all(isinstance(text, str) for text in found))
        return tuple(map(str, found))

    def matching(self, name: str, form: re.Pattern[str]) -> str:
        """A text of that form."""
        text = self.given(name, str)
        check(name, form.fullmatch(text) is not None)
        return text

    @property
    def uid(self) -> str:
        """The UID of the meeting, in the form of all our invitations."""
        return self.matching("uid", _UID)

    def moment(self, name: str) -> datetime:
        """An instant."""
        return _moment(name, self.given(name, str))

    def moments(self, name: str) -> tuple[datetime, ...]:
        """A list of instants."""
        found: list[object] = self.given(name, list)
        return tuple(_moment(name, one) for one in found)


def check(name: str, is_right: object) -> None:
    """Raise ValueError with the name of a field that is not right."""
    if not is_right:
        raise ValueError(f"'{name}'")


@contextmanager
def reading(content: str | bytes, *, what: str, newest: int) -> Iterator[KeptRecord]:
    """The record of a text, while it is read; raises WrongRecordError for whatever is wrong with it.

    `what` it is called: ``the offer``. A version above `newest` is of a later program.
    """
    try:
        fields = json.loads(content)
    except (ValueError, RecursionError):
        fields = None
    if not isinstance(fields, dict):
        raise WrongRecordError(f"{what} cannot be read: its text is damaged")
    version = fields.get("version")
    if isinstance(version, int) and version > newest:
        raise WrongRecordError(f"{what} was written by a newer version of cb: update this one")
    try:
        yield KeptRecord(fields)
    except (ValueError, OverflowError) as error:
        raise WrongRecordError(f"{what} cannot be read: wrong {error}") from None


def instant(moment: datetime) -> str:
    """As `KeptRecord.moment` reads it."""
    return moment.astimezone(UTC).strftime(_INSTANT)


def _moment(name: str, text: object) -> datetime:
    check(name, isinstance(text, str))
    try:
        moment = datetime.strptime(str(text), _INSTANT).replace(tzinfo=UTC)
    except ValueError:
        raise ValueError(f"'{name}'") from None
    check(name, moment.year in YEARS)
    return moment
