"""From the bytes of a calendar to its text, in whatever encoding a program wrote it."""

import codecs

_BY_MARK = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The marks at the beginning of a text; that of UTF-32 begins with that of UTF-16."""
_UNMARKED = ((b"B\0", "utf-16-le"), (b"\0B", "utf-16-be"))
"""How BEGIN begins in UTF-16 without a mark."""


def decoded(content: bytes) -> str:
    """The text; raises UnicodeError where what it says of its encoding is not true.

    Without a mark it is UTF-8, and where it cannot be that, Latin-1: titles may come out garbled then. Times
    are ASCII in both.
    """
    for start, encoding in (*_BY_MARK, *_UNMARKED):
        if content.startswith(start):
            return content.decode(encoding, "replace" if encoding == "utf-8-sig" else "strict")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")
