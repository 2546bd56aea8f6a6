"""The calendar in a mail: a part of it, an attachment, or the file itself. Nothing else of a mail is kept."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clientbridge.adapters.meeting.calendar_decoding import decoded
from clientbridge.core.errors import FileFailedError

if TYPE_CHECKING:
    from email.message import Message

_MOST_PARTS = 1_000
_BEGINNING = "BEGIN:VCALENDAR"
_CALENDAR_TYPES = frozenset({"text/calendar", "application/ics", "text/x-vcalendar"})
_OUTLOOK_ONLY = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_SUFFIXES = (".ics", ".ical", ".icalendar", ".ifb")


def calendar_text(content: bytes, *, file: str) -> str:
    """The calendar of a file, called `file` in messages; of several the one that asks something.

    Raises FileFailedError where there is none.
    """
    text = _text(content, file)
    if text.lstrip("\ufeff \r\n\t")[: len(_BEGINNING)].upper() == _BEGINNING:
        return text
    found = list(_calendars(content, file))
    if not found:
        raise FileFailedError(
            f"{file} holds no invitation",
            hint="save the whole mail (.eml), or the calendar that hangs on it (.ics)",
        )
    return next(filter(_asks, found), found[0])


def _asks(calendar: str) -> bool:
    return "\nMETHOD" in calendar.upper().replace("\r", "\n")


def _text(content: bytes, file: str) -> str:
    try:
        return decoded(content)
    except UnicodeError:
        raise FileFailedError(f"{file} is broken: its text is not in the encoding that it names") from None


def _calendars(content: bytes, file: str) -> Iterator[str]:
    from email import message_from_bytes

    try:
        mail = message_from_bytes(content)
        parts = [part for part, _ in zip(mail.walk(), range(_MOST_PARTS), strict=False)]
    except RecursionError:
        raise FileFailedError(f"{file} is no mail: its parts lie in one another without end") from None
    for part in parts:
        text = _calendar_of(part, file)
        if text:
            yield text
    if any(_is_outlook_only(part) for part in parts):
        raise FileFailedError(
            f"the invitation in {file} is a winmail.dat, which Outlook alone can read",
            hint="ask for it as iCalendar, or save it from your calendar as .ics",
        )


def _calendar_of(part: "Message", file: str) -> str:
    if part.is_multipart():
        return ""
    kind = part.get_content_type()
    name = _file_name(part).lower()
    if kind not in _CALENDAR_TYPES and not name.endswith(_SUFFIXES) and kind != "text/plain":
        return ""
    payload = part.get_payload(decode=True)
    text = _decoded_part(part, payload if isinstance(payload, bytes) else b"", file)
    is_calendar = text.lstrip("\ufeff \r\n\t")[: len(_BEGINNING)].upper() == _BEGINNING
    return text if is_calendar else ""


def _decoded_part(part: "Message", payload: bytes, file: str) -> str:
    """By the character set that the mail names, where that can be; else as files are read."""
    named = part.get_content_charset()
    try:
        return payload.decode(named) if named else _text(payload, file)
    except (LookupError, UnicodeError, ValueError):
        return _text(payload, file)


def _is_outlook_only(part: "Message") -> bool:
    return part.get_content_type() in _OUTLOOK_ONLY or _file_name(part).lower() == "winmail.dat"


def _file_name(part: "Message") -> str:
    name = part.get_filename()
    return name if isinstance(name, str) else ""
