"""Read and write one line of a journal file: a flat JSON object with its type in `kind`."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import Enum

from clientbridge.adapters.merge_conflicts import is_marker
from clientbridge.core.limits import YEARS
from clientbridge.core.relationship.journal.entries import (
    Amended,
    Entry,
    Event,
    FeedbackAnswered,
    ProblemClosed,
    Promised,
    PromiseDropped,
    PromiseKept,
    PromiseMoved,
    Retracted,
)
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind, Owner

JsonObject = Mapping[str, object]


class WrongLineError(ValueError):
    """A line that is not a valid entry; the message says why."""


def write_line(entry: Entry) -> str:
    """Return the entry as one line ending in a line break; keys in a fixed order, empty ones omitted."""
    values = {field.name: _plain(getattr(entry, field.name)) for field in fields(entry)}
    kind = {} if isinstance(entry, Event) else {"kind": _KINDS[type(entry)]}
    filled = {key: value for key, value in values.items() if value not in (None, "", [], False)}
    common = {key: filled.pop(key) for key in ("id", "at")}
    return json.dumps({**common, **kind, **filled}, ensure_ascii=False, separators=(", ", ": ")) + "\n"


def read_line(line: str) -> Entry:
    """Return the entry of one line; raise WrongLineError."""
    try:
        record: object = json.loads(line)
    except (ValueError, RecursionError):
        if is_marker(line):
            say = "git could not merge here; delete this line, and keep the events of both sides"
            raise WrongLineError(say) from None
        raise WrongLineError("this line is not JSON") from None
    if not isinstance(record, dict):
        raise WrongLineError("this line is not a JSON object")
    kind = _text(record, "kind")
    reader = _READERS.get(kind, _event)
    return reader(record)


_KINDS: Mapping[type[Entry], str] = {
    Promised: "promise",
    PromiseKept: "promise_kept",
    PromiseMoved: "promise_moved",
    PromiseDropped: "promise_dropped",
    ProblemClosed: "problem_closed",
    FeedbackAnswered: "feedback_answered",
    Amended: "amended",
    Retracted: "retracted",
}


def _plain(value: object) -> object:
    match value:
        case datetime():
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case tuple():
            return list(value)
        case _:
            return value


def _event(record: JsonObject) -> Event:
    try:
        kind = EventKind(_text(record, "kind"))
    except ValueError:
        known = ", ".join(EventKind)
        raise WrongLineError(f"kind '{_text(record, 'kind')}' is not one of {known}") from None
    return Event(
        id=_id(record, "id"),
        at=_moment(record),
        kind=kind,
        text=_text(record, "text"),
        people=_texts(record, "people"),
        links=_texts(record, "links"),
        answers=_optional_id(record, "answers"),
        no_action=_optional_text(record, "no_action"),
        from_them=record.get("from_them") is True,
    )


def _promise(record: JsonObject) -> Promised:
    try:
        owner = Owner(_text(record, "owner"))
    except ValueError:
        raise WrongLineError("owner is neither me nor them") from None
    return Promised(
        id=_id(record, "id"),
        at=_moment(record),
        owner=owner,
        text=_text(record, "text"),
        due=_date(record, "due") if "due" in record else None,
        person=_optional_text(record, "person"),
        event=_optional_id(record, "event"),
    )


def _promise_kept(record: JsonObject) -> PromiseKept:
    return PromiseKept(id=_id(record, "id"), at=_moment(record), promise=_id(record, "promise"))


def _promise_moved(record: JsonObject) -> PromiseMoved:
    return PromiseMoved(
        id=_id(record, "id"),
        at=_moment(record),
        promise=_id(record, "promise"),
        due=_date(record, "due"),
        told=record.get("told") is True,
    )


def _promise_dropped(record: JsonObject) -> PromiseDropped:
    return PromiseDropped(
        id=_id(record, "id"),
        at=_moment(record),
        promise=_id(record, "promise"),
        why=_optional_text(record, "why") or "",
    )


def _problem_closed(record: JsonObject) -> ProblemClosed:
    return ProblemClosed(
        id=_id(record, "id"),
        at=_moment(record),
        problem=_id(record, "problem"),
        text=_optional_text(record, "text") or "",
    )


def _feedback_answered(record: JsonObject) -> FeedbackAnswered:
    return FeedbackAnswered(
        id=_id(record, "id"),
        at=_moment(record),
        feedback=_id(record, "feedback"),
        promise=_id(record, "promise"),
    )


def _amended(record: JsonObject) -> Amended:
    return Amended(
        id=_id(record, "id"), at=_moment(record), entry=_id(record, "entry"), text=_text(record, "text")
    )


def _retracted(record: JsonObject) -> Retracted:
    return Retracted(id=_id(record, "id"), at=_moment(record), entry=_id(record, "entry"))


_READERS: Mapping[str, Callable[[JsonObject], Entry]] = {
    "promise": _promise,
    "promise_kept": _promise_kept,
    "promise_moved": _promise_moved,
    "promise_dropped": _promise_dropped,
    "problem_closed": _problem_closed,
    "feedback_answered": _feedback_answered,
    "amended": _amended,
    "retracted": _retracted,
}


def _text(record: JsonObject, key: str) -> str:
    value = record.get(key)
    if not isinstance(value, str):
        raise WrongLineError(f"{key} is missing" if value is None else f"{key} is not text")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise WrongLineError(f"{key} holds signs that are no text") from None
    return value


def _optional_text(record: JsonObject, key: str) -> str | None:
    return None if record.get(key) is None else _text(record, key)


def _texts(record: JsonObject, key: str) -> tuple[str, ...]:
    value = record.get(key, [])
    if not isinstance(value, list):
        raise WrongLineError(f"{key} is not a list")
    if not all(isinstance(item, str) for item in value):
        raise WrongLineError(f"{key} contains an item that is not text")
    return tuple(_text({key: item}, key) for item in value)


def _id(record: JsonObject, key: str) -> EntryId:
    return EntryId(_text(record, key))


def _optional_id(record: JsonObject, key: str) -> EntryId | None:
    return None if record.get(key) is None else _id(record, key)


def _moment(record: JsonObject) -> datetime:
    text = _text(record, "at")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise WrongLineError(f"at '{text}' is not a date and time") from None
    if moment.tzinfo is None:
        raise WrongLineError(f"at '{text}' does not say how far it is from UTC, like +01:00")
    if moment.year not in YEARS:
        raise WrongLineError(f"at '{text}' is out of range")
    return moment.astimezone(UTC)


def _date(record: JsonObject, key: str) -> date:
    text = _text(record, key)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise WrongLineError(f"{key} '{text}' is not a date") from None
    if day.year not in YEARS:
        raise WrongLineError(f"{key} '{text}' is out of range")
    return day
