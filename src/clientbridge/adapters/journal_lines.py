"""One line of a journal file, read and written: a flat JSON object whose `kind` says what it is."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from clientbridge.core.relationship.entries import (
    Amended,
    Entry,
    EntryId,
    Event,
    EventKind,
    Owner,
    ProblemClosed,
    Promised,
    PromiseDropped,
    PromiseKept,
    PromiseMoved,
    Retracted,
)

JsonObject = Mapping[str, object]


class WrongLineError(ValueError):
    """A line that is no entry; the message says what is wrong with it."""


def write_line(entry: Entry) -> str:
    """The entry as one line with its line break; keys in a fixed order, empty ones left out."""
    filled = {key: value for key, value in _fields(entry).items() if value not in (None, "", [], False)}
    common = {"id": entry.id, "at": entry.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}
    return json.dumps({**common, **filled}, ensure_ascii=False, separators=(", ", ": ")) + "\n"


def read_line(line: str) -> Entry:
    """The entry of one line; raises WrongLineError."""
    try:
        found: object = json.loads(line)
    except ValueError:
        raise WrongLineError("this line is not JSON") from None
    if not isinstance(found, dict):
        raise WrongLineError("this line is not a JSON object")
    kind = _text(found, "kind")
    reader = _READERS.get(kind, _event)
    return reader(found)


def _fields(entry: Entry) -> dict[str, object]:  # noqa: PLR0911  (one return for each kind of entry)
    match entry:
        case Event():
            return {
                "kind": entry.kind.value,
                "text": entry.text,
                "people": list(entry.people),
                "links": list(entry.links),
                "answers": entry.answers,
                "no_action": entry.no_action,
                "from_them": entry.from_them,
            }
        case Promised():
            return {
                "kind": "promise",
                "owner": entry.owner.value,
                "text": entry.text,
                "due": None if entry.due is None else entry.due.isoformat(),
                "person": entry.person,
                "event": entry.event,
            }
        case PromiseKept():
            return {"kind": "promise_kept", "promise": entry.promise}
        case PromiseMoved():
            return {
                "kind": "promise_moved",
                "promise": entry.promise,
                "due": entry.due.isoformat(),
                "told": entry.told,
            }
        case PromiseDropped():
            return {"kind": "promise_dropped", "promise": entry.promise, "why": entry.why}
        case ProblemClosed():
            return {"kind": "problem_closed", "problem": entry.problem, "text": entry.text}
        case Amended():
            return {"kind": "amended", "entry": entry.entry, "text": entry.text}
        case Retracted():
            return {"kind": "retracted", "entry": entry.entry}


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
    "amended": _amended,
    "retracted": _retracted,
}


def _text(found: JsonObject, key: str) -> str:
    value = found.get(key)
    if not isinstance(value, str):
        raise WrongLineError(f"{key} is missing" if value is None else f"{key} is not text")
    return value


def _optional_text(found: JsonObject, key: str) -> str | None:
    return None if found.get(key) is None else _text(found, key)


def _texts(found: JsonObject, key: str) -> tuple[str, ...]:
    value = found.get(key, [])
    if not isinstance(value, list):
        raise WrongLineError(f"{key} is not a list")
    texts = tuple(item for item in value if isinstance(item, str))
    if len(texts) != len(value):
        raise WrongLineError(f"{key} holds something that is not text")
    return texts


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
    return moment.astimezone(UTC)


def _date(found: JsonObject, key: str) -> date:
    text = _text(found, key)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongLineError(f"{key} '{text}' is not a day") from None
