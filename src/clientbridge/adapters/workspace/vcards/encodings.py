"""Bytes of a card file as text: the file's encoding, and that of a single value."""

import binascii
import codecs
import re

from clientbridge.adapters.workspace.vcards.card_lines import CardLine
from clientbridge.core.frozen_dataclass import dataclass

_MARKED = (
    # The mark of UTF-16-LE begins that of UTF-32-LE.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNMARKED = (
    (re.compile(rb"(?:[\r\n ]\0)*+B\0E\0G\0", re.IGNORECASE), "utf-16-le"),
    (re.compile(rb"(?:\0[\r\n ])*+\0B\0E\0G", re.IGNORECASE), "utf-16-be"),
)
_WESTERN = "cp1252"
_CHARSETS = re.compile(
    r"(?:utf|iso|windows|cp|koi8|gb|big5|euc|shift|sjis|s_jis|latin|mac|us-ascii|ascii|ks_c|tis|hz).{0,30}",
    re.IGNORECASE,
)
"""Names that may stand for a character set; Python knows other codecs by name, which are no such thing."""
# What older programs call ISO 8859-1 holds the signs of Windows as well (WHATWG, Encoding).
_WIDER = {
    "iso8859-1": _WESTERN,
    "ascii": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}


@dataclass(frozen=True, slots=True)
class DecodedText:
    """The text of a value, and whether its encoding was guessed."""

    text: str
    is_guess: bool = False


def one_character_a_byte(content: bytes) -> str:
    """A file as `card_lines` reads it: in UTF-8 where it says it is Unicode, else as it stands.

    Bytes that no text holds, and marks of UTF-8 in the middle of joined files, are taken out.
    """
    encoding = _encoding(content)
    if encoding is not None:
        content = content.decode(encoding, errors="replace").encode("utf-8", errors="replace")
    for mark in (codecs.BOM_UTF8, b"\0", b"\x1a"):
        content = content.replace(mark, b"")
    return content.decode("iso-8859-1")


def _encoding(content: bytes) -> str | None:
    for mark, encoding in _MARKED:
        if content.startswith(mark):
            return encoding
    return next((encoding for start, encoding in _UNMARKED if start.match(content)), None)


def decoded(line: CardLine) -> DecodedText:
    """The value of a line, in the encoding that it names, else in UTF-8, else in that of Western Windows."""
    value = _bytes(line)
    charset = _charset(line)
    if charset is not None:
        try:
            return DecodedText(value.decode(charset))
        except (UnicodeDecodeError, LookupError):
            pass
    try:
        return DecodedText(value.decode("utf-8"))
    except UnicodeDecodeError:
        return DecodedText(value.decode(_WESTERN, errors="replace"), is_guess=True)


def _bytes(line: CardLine) -> bytes:
    words = {word.upper() for key in ("ENCODING", "") for word in line.parameters.get(key, ())}
    value = line.value.encode("iso-8859-1")
    if "QUOTED-PRINTABLE" in words:
        return binascii.a2b_qp(value)
    if words & {"B", "BASE64"}:
        try:
            return binascii.a2b_base64(value)
        except binascii.Error:
            return value
    return value


def _charset(line: CardLine) -> str | None:
    for name in line.parameters.get("CHARSET", ()):
        if _CHARSETS.fullmatch(name):
            try:
                known = codecs.lookup(name).name
            except (LookupError, ValueError):
                continue
            return _WIDER.get(known, known)
    return None
