"""The text of an HTML mail: a line for each line that its reader sees, what it quotes after ``>``."""

from collections.abc import Iterator
from html.parser import HTMLParser

_BREAKS = frozenset(
    ["br", "div", "h1", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul"]
)
_QUOTES = "blockquote"
_UNSEEN = frozenset({"head", "script", "style", "template", "title"})


def seen_text(html: str) -> str:
    """Tags become line breaks or nothing, entities what they stand for; empty lines are left out."""
    reader = _SeenText()
    reader.feed(html)
    reader.close()
    return "\n".join(reader.shown())


class _SeenText(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[tuple[bool, list[str]]] = [(False, [])]
        self._quoted = 0
        self._unseen = 0

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self._unseen += tag in _UNSEEN
        self._quoted += tag == _QUOTES
        self._break_at(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        self._quoted -= tag == _QUOTES and self._quoted > 0
        self._break_at(tag)

    def _break_at(self, tag: str) -> None:
        if tag in _BREAKS or tag == _QUOTES:
            self._lines.append((self._quoted > 0, []))

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._lines[-1][1].append(data)

    def shown(self) -> Iterator[str]:
        """The lines; breaks in the text itself stay, for some programs mean them."""
        for is_quoted, pieces in self._lines:
            for line in "".join(pieces).splitlines():
                words = " ".join(line.split())
                if words:
                    yield f"> {words}" if is_quoted else words
