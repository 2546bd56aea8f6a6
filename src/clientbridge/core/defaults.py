"""What you would type every time: defaults that belong to you and not to a workspace."""

from typing import ClassVar

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.results import AlwaysAnswered

USUAL = "usual"
"""What says so where nothing is set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """Values as typed, each right for its option; None where nothing is set."""

    duration: str | None = None
    """As ``--duration``."""
    notice: str | None = None
    """As ``--notice``."""
    language: str | None = None
    """As ``--lang``."""
    stretch: str | None = None
    """As ``--stretch``; what ``me.yaml`` says of a workspace goes before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DefaultSetting:
    """One default: what holds, and what says so."""

    key: str
    value: str
    from_: str
    """``config.yaml:3``, or `USUAL`."""
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginSetting:
    """Who logs in where; never a password, and of the command that knows it no more than its first word."""

    address: str
    """The beginning of the addresses that it is for."""
    user: str
    asks: str
    """What knows the password: ``pass``, or ``the keyring``."""
    from_: str
    """As of `DefaultSetting`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UserConfig(AlwaysAnswered):
    """The answer of `cb config`."""

    kind: ClassVar[str] = "config"

    file: str
    settings: tuple[DefaultSetting, ...]
    logins: tuple[LoginSetting, ...] = ()
    changed: str | None = None
    """The key that this call set or unset."""
