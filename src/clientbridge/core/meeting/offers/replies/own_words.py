"""What somebody wrote themselves in a reply, without the mail that they answer and their signature."""

import re
from collections.abc import Iterator

_QUOTE = re.compile(r"^\s*[>|]")
_BEGINS_QUOTE = re.compile(
    r"^\s*(?:-{2,}\s*\S.*\S\s*-{2,}\s*$|_{8,}\s*$"
    r"|(?:from|von|de|da|van|fra|från|od|lähettäjä|от|差出人|发件人|寄件者)\s?[:：]\s*\S"
    r"|(?=.*\d).*(?:wrote|schrieb|a écrit|escribió|escreveu|ha scritto|schreef|skrev|napisał|napsal"
    r"|kirjoitti|yazdı|написал|のメール|書きました|写道|寫道|작성)[^:：]*[:：]\s*$)",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"^-- ?$")


def own_words(text: str) -> str:
    """The lines before the first sign of a quoted mail or of a signature, without single quoted ones."""
    return "\n".join(_own_lines(text))


def _own_lines(text: str) -> Iterator[str]:
    lines = text.splitlines()
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if _BEGINS_QUOTE.match(line) or _BEGINS_QUOTE.match(f"{line.rstrip()} {following.strip()}"):
            return
        if _SIGNATURE.match(line):
            return
        if not _QUOTE.match(line):
            yield line
