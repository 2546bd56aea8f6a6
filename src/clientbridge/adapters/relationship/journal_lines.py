"""One line of a journal file, read and written: a flat JSON object whose `kind` says what it is."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import Enum

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
from clientbridge.core.time.parse import YEARS

JsonObject = Mapping[str, object]


class WrongLineError(ValueError):
    """A line that is no entry; the message says what is wrong with it."""


def write_line(entry: Entry) -> str:
    """The entry as one line with its line break; keys in a fixed order, empty ones left out."""
    said = {field.name: _plain(getattr(entry, field.name)) for field in fields(entry)}
    kind = {} if isinstance(entry, Event) else {"kind": _KINDS[type(entry)]}
    filled = {key: value for key, value in said.items() if value not in (None, "", [], False)}
    common = {key: filled.pop(key) for key in ("id", "at")}
    return json.dumps({**common, **kind, **filled}, ensure_ascii=False, separators=(", ", ": ")) + "\n"


def read_line(line: str) -> Entry:
    """The entry of one line; raises WrongLineError."""
    try:
        found: object = json.loads(line)
    except (ValueError, RecursionError):
        raise WrongLineError("this line is not JSON") from None
    if not isinstance(found, dict):
        raise WrongLineError("this line is not a JSON object")
    kind = _text(found, "kind")
    reader = _READERS.get(kind, _event)
    return reader(found)


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


def _event(found: JsonObject) -> Event:
    try:
        kind = EventKind(_text(found, "kind"))
    except ValueError:
        known = ", ".join(EventKind)
        raise WrongLineError(f"kind '{_text(found, 'kind')}' is not one of {known}") from None
    return Event(
        id=_id(found, "id"),
        at=_moment(found),
        kind=kind,
        text=_text(found, "text"),
        people=_texts(found, "people"),
        links=_texts(found, "links"),
        answers=_optional_id(found, "answers"),
        no_action=_optional_text(found, "no_action"),
        from_them=found.get("from_them") is True,
    )


def _promised(found: JsonObject) -> Promised:
    try:
        owner = Owner(_text(found, "owner"))
    except ValueError:
        raise WrongLineError("owner is neither me nor them") from None
    return Promised(
        id=_id(found, "id"),
        at=_moment(found),
        owner=owner,
        text=_text(found, "text"),
        due=_date(found, "due") if "due" in found else None,
        person=_optional_text(found, "person"),
        event=_optional_id(found, "event"),
    )


def _kept(found: JsonObject) -> PromiseKept:
    return PromiseKept(id=_id(found, "id"), at=_moment(found), promise=_id(found, "promise"))


def _moved(found: JsonObject) -> PromiseMoved:
    return PromiseMoved(
        id=_id(found, "id"),
        at=_moment(found),
        promise=_id(found, "promise"),
        due=_date(found, "due"),
        told=found.get("told") is True,
    )


def _dropped(found: JsonObject) -> PromiseDropped:
    return PromiseDropped(
        id=_id(found, "id"),
        at=_moment(found),
        promise=_id(found, "promise"),
        why=_optional_text(found, "why") or "",
    )


def _closed(found: JsonObject) -> ProblemClosed:
    return ProblemClosed(
        id=_id(found, "id"),
        at=_moment(found),
        problem=_id(found, "problem"),
        text=_optional_text(found, "text") or "",
    )


def _answered(found: JsonObject) -> FeedbackAnswered:
    return FeedbackAnswered(
        id=_id(found, "id"),
        at=_moment(found),
        feedback=_id(found, "feedback"),
        promise=_id(found, "promise"),
    )


def _amended(found: JsonObject) -> Amended:
    return Amended(
        id=_id(found, "id"), at=_moment(found), entry=_id(found, "entry"), text=_text(found, "text")
    )


def _retracted(found: JsonObject) -> Retracted:
    return Retracted(id=_id(found, "id"), at=_moment(found), entry=_id(found, "entry"))


_READERS: Mapping[str, Callable[[JsonObject], Entry]] = {
    "promise": _promised,
    "promise_kept": _kept,
    "promise_moved": _moved,
    "promise_dropped": _dropped,
    "problem_closed": _closed,
    "feedback_answered": _answered,
    "amended": _amended,
    "retracted": _retracted,
}


def _text(found: JsonObject, key: str) -> str:
    value = found.get(key)
    if not isinstance(value, str):
        raise WrongLineError(f"{key} is missing" if value is None else f"{key} is not text")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise WrongLineError(f"{key} holds half of a character") from None
    return value


def _optional_text(found: JsonObject, key: str) -> str | None:
    return None if found.get(key) is None else _text(found, key)


def _texts(found: JsonObject, key: str) -> tuple[str, ...]:
    value = found.get(key, [])
    if not isinstance(value, list):
        raise WrongLineError(f"{key} is not a list")
    if not all(isinstance(item, str) for item in value):
        raise WrongLineError(f"{key} holds something that is not text")
    return tuple(_text({key: item}, key) for item in value)


def _id(found: JsonObject, key: str) -> EntryId:
    return EntryId(_text(found, key))


def _optional_id(found: JsonObject, key: str) -> EntryId | None:
    return None if found.get(key) is None else _id(found, key)


def _moment(found: JsonObject) -> datetime:
    text = _text(found, "at")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise WrongLineError(f"at '{text}' is not a moment") from None
    if moment.tzinfo is None:
        raise WrongLineError(f"at '{text}' has no offset")
    if moment.year not in YEARS:
        raise WrongLineError(f"at '{text}' is out of reach")
    return moment.astimezone(UTC)


def _date(found: JsonObject, key: str) -> date:
    text = _text(found, key)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise WrongLineError(f"{key} '{text}' is not a day") from None
    if day.year not in YEARS:
        raise WrongLineError(f"{key} '{text}' is out of reach")
    return day
