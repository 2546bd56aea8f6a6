"""WHAT THE USER TYPES: parse, load, compute, show; one command a file."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from clientbridge.cli.surroundings import Surroundings

__all__ = ["main"]


def main(words: "Sequence[str]", surroundings: "Surroundings | None" = None) -> int:
    """Answer one command line and return the exit code.

    Nothing is loaded before: the Tab key, which is in this package too, has no time for it.
    """
    from clientbridge.cli.answering import answered

    return answered(words, surroundings)
