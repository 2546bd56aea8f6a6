"""The problems of one file while it is being read: collected with their places, never raised."""

from clientbridge.adapters.yaml_files.nodes import Document, Spot
from clientbridge.core.errors import Problem


class FileProblems:
    """Everything wrong with one file, those of its syntax included; each problem once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._problems: dict[tuple[int, int, str], Problem] = {}

    def wrong(self, spot: Spot, say: str, suggestion: str | None = None) -> None:
        """Report a problem unless that line already has a syntax error."""
        if spot.line not in self.document.damaged:
            problem = Problem(
                file=self.document.file, line=spot.line, column=spot.column, say=say, suggestion=suggestion
            )
            self._problems.setdefault((spot.line, spot.column, say), problem)

    def missing(self, spot: Spot, say: str, suggestion: str | None = None) -> None:
        """Report a missing key, unless lines were set aside: the key may be in one of them."""
        if not self.document.damaged:
            self.wrong(spot, say, suggestion)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong so far, in the order of the file."""
        return tuple(sorted((*self.document.problems, *self._problems.values())))
