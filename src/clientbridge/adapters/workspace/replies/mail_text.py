"""The texts of a mail as a program saved it, or of what was copied out of one: plain, without markup.

Whatever carries them is undone: transfer encodings, character sets, HTML, a mail inside a mail.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, tzinfo
from typing import TYPE_CHECKING

from clientbridge.core.frozen_dataclass import dataclass

if TYPE_CHECKING:
    from email.message import EmailMessage

_HEADER = re.compile(rb"\s*(?:From |[!-9;-~]+:[ \t])")
_OF_MAIL = re.compile(rb"(?im)^(?:from|date|mime-version|received|message-id|content-type)[ \t]*:")
_MARKUP = re.compile(r"(?i)<(?:br|div|p|html|body|span|table|pre)\b[^>]*>")


@dataclass(frozen=True, slots=True)
class MailTexts:
    """The texts of one mail, the plain ones first."""

    texts: tuple[str, ...]
    sent: datetime | None = None
    """When it says it was sent."""

    def sent_on(self, zone: tzinfo, today: date) -> date:
        """The day on which it was sent, on your clock; today where it does not say, or says a later day."""
        day = today if self.sent is None else self.sent.astimezone(zone).date()
        return min(day, today)


def mail_texts(data: bytes) -> MailTexts:
    """What can be read of a mail; of anything else its text."""
    head = data[:20_000].split(b"\r\n\r\n")[0].split(b"\n\n")[0]
    if not (_HEADER.match(data) and _OF_MAIL.search(head)):
        return MailTexts((_without_markup(data.decode("utf-8", "replace")),))
    from email import message_from_bytes, policy

    message = message_from_bytes(data.lstrip(), policy=policy.default)
    return MailTexts(tuple(_texts_of(message)), _sent(message))


def _texts_of(message: "EmailMessage") -> Iterator[str]:
    parts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    for subtype in ("plain", "html"):
        for part in parts:
            if part.get_content_subtype() == subtype:
                text = _decoded(part)
                yield _without_markup(text, always=subtype == "html")


def _decoded(part: "EmailMessage") -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        return data.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _sent(message: "EmailMessage") -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(str(message["date"]))
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _without_markup(text: str, *, always: bool = False) -> str:
    if not always and not _MARKUP.search(text):
        return text
    from clientbridge.adapters.workspace.replies.plain_html import plain_text

    return plain_text(text)
