"""The text of a reply: of a mail as programs save it, or of a plain text."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.message import EmailMessage

MOST_BYTES = 20_000_000
"""A mail with its attachments."""
_HEADER = re.compile(rb"^(?:[!-9;-~]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+\r?\n", re.MULTILINE)
_IS_MAIL = re.compile(
    rb"^(?:from|to|subject|date|message-id|mime-version|content-type|received|return-path):",
    re.IGNORECASE | re.MULTILINE,
)
_LEAST_HEADERS = 2
_MOST_OF_HEAD = 100_000
_BLOCKS = frozenset(
    ["p", "div", "br", "li", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "hr", "pre", "section"]
)
_UNSEEN = frozenset({"style", "script", "head", "title"})


def reply_text(content: bytes) -> str:
    """What a reader would see of it, with the subject first; quoted parts of a page as quoted lines."""
    head = content[:_MOST_OF_HEAD].lstrip()
    header = _HEADER.match(head)
    if header is None or len(_IS_MAIL.findall(header[0])) < _LEAST_HEADERS:
        return _plain(content)
    from email import message_from_bytes
    from email.policy import default

    message = message_from_bytes(content.lstrip(), policy=default)
    return _body(message)


def _plain(content: bytes) -> str:
    text = content.decode("utf-8-sig", errors="replace")
    return _seen(text) if re.match(r"\s*<(?:!doctype html|html|body|div|p)\b", text, re.IGNORECASE) else text


def _body(message: "EmailMessage") -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    try:
        text = part.get_content()
    except (LookupError, UnicodeError, ValueError):
        payload = part.get_payload(decode=True)
        text = payload.decode("utf-8", errors="replace") if isinstance(payload, bytes) else ""
    if not isinstance(text, str):
        return ""
    return _seen(text) if part.get_content_type() == "text/html" else text


def _seen(page: str) -> str:
    reader = _PageText()
    reader.feed(page)
    reader.close()
    return reader.text()


class _PageText(HTMLParser):
    """The words of a page, a line for each block; what it quotes begins with ``>``."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[tuple[int, list[str]]] = [(0, [])]
        self._quoted = 0
        self._unseen = 0

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self._unseen += tag in _UNSEEN
        self._quoted += tag == "blockquote"
        if tag in _BLOCKS or tag == "blockquote":
            self._lines.append((self._quoted, []))

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        if tag in _BLOCKS or tag == "blockquote":
            self._quoted -= tag == "blockquote" and self._quoted > 0
            self._lines.append((self._quoted, []))

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._lines[-1][1].append(data)

    def text(self) -> str:
        return "\n".join(self._shown())

    def _shown(self) -> Iterator[str]:
        for quoted, parts in self._lines:
            line = " ".join("".join(parts).split())
            if line:
                yield f"{'> ' if quoted else ''}{line}"
