"""The words of a line of bash, and how a word must be written there so that it stays one word.

zsh, fish and PowerShell hand over words without their quotes, and quote an answer themselves.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./,:=@%+")
_SPECIAL_IN_QUOTES = frozenset('"$`\\')


class BashLine:
    """The words before the cursor, and the one at it: what it says so far and what bash would replace."""

    def __init__(self, line: str, breaks: str) -> None:
        self.words: list[str] = []
        self.current = ""
        self.quote = ""
        """The quote that is open at the cursor."""
        self.kept = 0
        """How much of the current word stays on the line: bash replaces what follows the last break in it."""
        self._started = False
        signs = iter(line)
        for sign in signs:
            if self.quote:
                self._in_quotes(sign, signs)
            elif sign == "\\":
                self._add(next(signs, ""))
            elif sign in " \t\n":
                self._end()
            elif sign in "\"'":
                self.quote, self.kept, self._started = sign, len(self.current), True
            else:
                self._add(sign)
                if sign in breaks:
                    self.kept = len(self.current)

    def _in_quotes(self, sign: str, signs: "Iterator[str]") -> None:
        if sign == self.quote:
            self.quote, self.kept = "", len(self.current)
        elif sign == "\\" and self.quote == '"':
            following = next(signs, "")
            self._add(following if following in _SPECIAL_IN_QUOTES else sign + following)
        else:
            self._add(sign)

    def _add(self, text: str) -> None:
        self.current += text
        self._started = True

    def _end(self) -> None:
        if self._started:
            self.words.append(self.current)
        self.current, self.kept, self._started = "", 0, False

    def written(self, word: str) -> str:
        """What bash must put at the cursor, in place of what it replaces, so that the line says that word."""
        return written_in_bash(word[self.kept :], self.quote)


def written_in_bash(text: str, quote: str = "") -> str:
    """The text as it stands for itself in bash, outside quotes or inside those that are open."""
    if not quote:
        return "".join(sign if _is_plain(sign) else f"\\{sign}" for sign in text)
    if quote == "'":
        written = text.replace("'", "'\\''")
    else:
        # A history expansion happens inside quotes too, and a backslash before it would stay.
        escaped = "".join(f"\\{sign}" if sign in _SPECIAL_IN_QUOTES else sign for sign in text)
        written = escaped.replace("!", '"\\!"')
    # bash closes the quotes after the only word, unless it ends in one: then it takes them for closed.
    return f"{written}{quote}" if written.endswith(quote) else written


def _is_plain(sign: str) -> bool:
    return sign in _PLAIN or (sign.isalnum() and not sign.isascii())
