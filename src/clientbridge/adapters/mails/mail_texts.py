"""The texts of a mail as a program saved it, or of what was copied out of one: plain, without markup.

Whatever carries them is undone: transfer encodings, character sets, HTML, a mail inside a mail.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, tzinfo
from typing import TYPE_CHECKING

from clientbridge.core.frozen_dataclass import dataclass

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

_MOST_OF_HEAD = 100_000
_MOST_PARTS = 1_000
_HEAD = re.compile(
    rb"(?:From [^\r\n]*\r?\n)?(?:[!-9;-~]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+\r?\n",
)
_OF_MAIL = re.compile(
    rb"(?im)^(?:from|to|subject|date|message-id|mime-version|content-type|received|return-path)[ \t]*:"
)
_LEAST_HEADERS = 2
"""Of those: a note may begin with one word and a colon."""
_MARKUP = re.compile(r"(?i)<(?:!doctype html|br|div|p|html|body|span|table|pre)\b[^>]*>")

_AUTOMATIC_HEADERS = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "x-mail-autoreply")
_AUTOMATIC_PRECEDENCE = frozenset({"auto_reply", "bulk", "junk"})
_AUTOMATIC_SUBJECT = re.compile(
    r"\s*(?:auto(?:matic)?[ -]?(?:reply|response)|out of (?:the )?office|automatische (?:antwort|antwoord)"
    r"|automatisch antwoord|abwesenheitsnotiz|réponse automatique|absence du bureau|respuesta automática"
    r"|fuera de la oficina|resposta automática|risposta automatica|fuori sede|autosvar"
    r"|automatisk svar|automatiskt svar"
    r"|automaattinen vastaus|odpowiedź automatyczna|自動応答|自動返信|不在通知|自动回复|自動回覆|자동 회신)",
    re.IGNORECASE,
)
"""As mail programs write it when their owner is away, where no header says so."""


@dataclass(frozen=True, slots=True)
class MailTexts:
    """The texts of one mail."""

    body: str
    """What its sender wrote."""
    texts: tuple[str, ...]
    """That, and all others, of other forms and of mails inside it; the plain ones first."""
    sent: datetime | None = None
    """When it says it was sent."""
    is_automatic: bool = False
    """Whether a program answered for somebody who is away, or reports a delivery."""

    def sent_on(self, zone: tzinfo, today: date) -> date:
        """The day on which it was sent, on your clock; today where it does not say, or says a later day."""
        day = today if self.sent is None else self.sent.astimezone(zone).date()
        return min(day, today)


def mail_texts(content: bytes) -> MailTexts:
    """What can be read of a mail; of anything else its text."""
    written = content.lstrip()
    head = _HEAD.match(written[:_MOST_OF_HEAD])
    if head is None or len(_OF_MAIL.findall(head[0])) < _LEAST_HEADERS:
        return _of_text(content)
    from email import message_from_bytes, policy

    try:
        message = message_from_bytes(written, policy=policy.default)
        parts = [part for part, _ in zip(message.walk(), range(_MOST_PARTS), strict=False)]
        body = message.get_body(preferencelist=("plain", "html"))
    except RecursionError:  # parts in parts without end
        return _of_text(content)
    own = "" if body is None else _seen(body)
    return MailTexts(own, tuple(_texts_of(parts)), _sent(message), _is_automatic(message))


def _of_text(content: bytes) -> MailTexts:
    text = content.decode("utf-8-sig", "replace")
    seen = _without_markup(text) if _MARKUP.search(text) else text
    return MailTexts(seen, (seen,))


def _texts_of(parts: "list[EmailMessage]") -> Iterator[str]:
    for kind in ("text/plain", "text/html"):
        yield from (_seen(part) for part in parts if part.get_content_type() == kind)


def _seen(part: "MIMEPart") -> str:
    text = _decoded(part)
    is_page = part.get_content_subtype() == "html" or _MARKUP.search(text)
    return _without_markup(text) if is_page else text


def _decoded(part: "MIMEPart") -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        return data.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _is_automatic(message: "EmailMessage") -> bool:
    submitted = str(message["auto-submitted"] or "no").partition(";")[0].strip().casefold()
    precedence = str(message["precedence"] or "").strip().casefold()
    return (
        submitted != "no"
        or precedence in _AUTOMATIC_PRECEDENCE
        or any(name in message for name in _AUTOMATIC_HEADERS)
        or message.get_content_type() == "multipart/report"
        or _AUTOMATIC_SUBJECT.match(str(message["subject"] or "")) is not None
    )


def _sent(message: "EmailMessage") -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(str(message["date"]))
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _without_markup(text: str) -> str:
    from clientbridge.adapters.mails.seen_text import seen_text

    return seen_text(text)
