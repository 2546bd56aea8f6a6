"""The sentences of a page for a client, in the language of its reader."""

from collections.abc import Mapping

from clientbridge.core.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """Sentences by their keys, with ``{names}`` of what is put into them."""

    language: str
    """The tag of the language they are in, which is English where the reader's own has no table."""
    reader: str
    """The tag of the reader's language, by which dates are written; English where the sentences are."""
    sentences: Mapping[str, str]

    def say(self, key: str, **parts: str) -> str:
        """A sentence with its parts put in; raises KeyError for one that no table has."""
        return self.sentences[key].format_map(parts)
