"""The text of an HTML mail: a line for each line that its reader sees."""

from html.parser import HTMLParser

_BREAKS = frozenset(
    {"blockquote", "br", "div", "h1", "h2", "h3", "li", "ol", "p", "pre", "table", "tr", "ul"}
)
_UNSEEN = frozenset({"head", "script", "style", "template", "title"})


def plain_text(html: str) -> str:
    """Tags become line breaks or nothing, entities what they stand for."""
    reader = _SeenText()
    reader.feed(html)
    reader.close()
    return "".join(reader.pieces).replace("\u00a0", " ")


class _SeenText(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _UNSEEN:
            self._unseen += 1
        if tag in _BREAKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        if tag in _BREAKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(data)
