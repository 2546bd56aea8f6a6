"""Between whom an offer goes: what its page and its reply say of both sides."""

from clientbridge.core.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondents:
    """You, and one of the parties to whom an offer was made."""

    sender: str
    """Your name."""
    address: str | None
    """Your e-mail address, to which the reply goes; None where none is known."""
    party: str
    """The id of the reader: ``acme``, ``acme/ana``."""
    reader: str
    """What the reader is called."""
