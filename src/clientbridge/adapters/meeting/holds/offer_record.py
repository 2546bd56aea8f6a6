"""An offer as one line of JSON, and back; whatever else stands there is refused with what is wrong."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TypeVar

from clientbridge.core.meeting.offers.choice import MOST_OFFERED
from clientbridge.core.meeting.offers.kept_offer import KeptOffer
from clientbridge.core.meeting.offers.offer import OfferId, OfferStatus
from clientbridge.core.time.hours import MINUTES_PER_DAY, ClockRange

VERSION = 1
OFFER_ID = re.compile(r"[a-z0-9]{6,40}")
_UID = re.compile(r"[0-9a-f]{24}@clientbridge")
_INSTANT = "%Y-%m-%dT%H:%M:%SZ"
_MOST_PARTIES = 1000
_T = TypeVar("_T")


class WrongRecordError(Exception):
    """What stands there is no offer; the message says why."""


def written(offer: KeptOffer) -> str:
    """The offer as JSON on one line, in ASCII."""
    return json.dumps(
        {
            "version": VERSION,
            "id": offer.id,
            "clients": offer.clients,
            "optional": offer.optional,
            "names": offer.names,
            "status": offer.status.value,
            "made": _instant(offer.made),
            "expires": _instant(offer.expires),
            "duration_minutes": offer.duration_minutes,
            "starts": [_instant(start) for start in offer.starts],
            "accepted": offer.accepted,
            "uid": offer.uid,
            "sequence": offer.sequence,
            "language": offer.language,
            "stretch": [[part.start, part.end] for part in offer.stretch],
            "asked": offer.asked,
            **({} if offer.saved is None else {"saved": offer.saved}),
        },
        separators=(",", ":"),
    )


def read(text: str) -> KeptOffer:
    """The offer of that line; raises WrongRecordError."""
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        raise WrongRecordError("the offer cannot be read: its text is damaged") from None
    if not isinstance(record, dict):
        raise WrongRecordError("the offer cannot be read: its text is damaged")
    version = record.get("version")
    if isinstance(version, int) and version > VERSION:
        raise WrongRecordError("the offer was written by a newer version of cb: update this one")
    try:
        return _offer(record)
    except (KeyError, TypeError, ValueError) as error:
        raise WrongRecordError(f"the offer cannot be read: wrong {error}") from None


def _offer(record: Mapping[str, object]) -> KeptOffer:
    starts = tuple(map(_moment, _given(record, "starts", list)))
    minutes = _given(record, "duration_minutes", int)
    _check("starts", 1 <= len(starts) <= MOST_OFFERED)
    _check("duration_minutes", 1 <= minutes <= MINUTES_PER_DAY)
    accepted, status = _accepted(record, len(starts)), OfferStatus(_given(record, "status", str))
    _check("status", status is not OfferStatus.ACCEPTED or accepted is not None)
    sequence = _given(record, "sequence", int)
    _check("sequence", 0 <= sequence < 10**9)
    language, clients = record.get("language"), _texts(record, "clients")
    saved = record.get("saved")
    return KeptOffer(
        id=OfferId(_matching(record, "id", OFFER_ID)),
        clients=clients,
        optional=_texts(record, "optional"),
        names=_texts(record, "names"),
        status=status,
        made=_moment(_given(record, "made", str)),
        expires=_moment(_given(record, "expires", str)),
        duration_minutes=minutes,
        starts=starts,
        accepted=accepted,
        uid=_matching(record, "uid", _UID),
        sequence=sequence,
        language=language if isinstance(language, str) else None,
        saved=saved if isinstance(saved, str) else None,
        stretch=tuple(map(_hours, _list(record, "stretch"))),
        asked=_asked(record, len(clients)),
    )


def _given(record: Mapping[str, object], name: str, kind: type[_T]) -> _T:
    value = record.get(name)
    if not isinstance(value, kind) or isinstance(value, bool):
        raise ValueError(f"'{name}'")  # noqa: TRY004 - a wrong value of the file
    return value


def _accepted(record: Mapping[str, object], slots: int) -> int | None:
    if record.get("accepted") is None:
        return None
    number = _given(record, "accepted", int)
    _check("accepted", 1 <= number <= slots)
    return number


def _list(record: Mapping[str, object], name: str) -> list[object]:
    """Of what offers written before did not have."""
    return _given({name: [], **record}, name, list)


def _hours(part: object) -> ClockRange:
    match part:
        case [int(start), int(end)] if (
            0 <= start < MINUTES_PER_DAY and start < end <= start + MINUTES_PER_DAY
        ):
            return ClockRange(start, end)
        case _:
            raise ValueError("'stretch'")


def _asked(record: Mapping[str, object], clients: int) -> tuple[int, ...]:
    minutes = [one for one in _list(record, "asked") if isinstance(one, int) and 0 <= one <= MINUTES_PER_DAY]
    _check("asked", len(minutes) == len(_list(record, "asked")) and len(minutes) in {0, clients})
    return tuple(minutes)


def _texts(record: Mapping[str, object], name: str) -> tuple[str, ...]:
    texts: list[object] = _given(record, name, list)
    _check(name, len(texts) <= _MOST_PARTIES and all(isinstance(text, str) for text in texts))
    return tuple(map(str, texts))


def _matching(record: Mapping[str, object], name: str, form: re.Pattern[str]) -> str:
    text = _given(record, name, str)
    _check(name, form.fullmatch(text) is not None)
    return text


def _check(name: str, is_right: bool) -> None:  # noqa: FBT001 - what is checked reads as one
    if not is_right:
        raise ValueError(f"'{name}'")


def _moment(text: object) -> datetime:
    if not isinstance(text, str):
        raise TypeError("time")
    return datetime.strptime(text, _INSTANT).replace(tzinfo=UTC)


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(_INSTANT)
