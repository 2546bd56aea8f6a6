"""The option that wrong words belong to is named before what is wrong with them."""

from collections.abc import Callable

import pytest

from clientbridge.core.errors import ClientbridgeError, UnknownNameError, UsageError
from clientbridge.core.time.durations import parse_minutes, parse_time_span
from clientbridge.core.time.hours import parse_hours
from clientbridge.core.typed_option import read_from


@pytest.mark.parametrize(
    ("read", "text", "form", "say", "hint"),
    [
        (parse_time_span, "x", "2w", "--next: 'x' is not a length of time", "write it like --next 2w"),
        (parse_minutes, "1d", "45m", "--next: '1d' is not in hours and minutes", "write it like --next 45m"),
        (parse_hours, "9", "9-12", "--next: '9' has no end", "write it like --next 9-12"),
        (parse_hours, "-9", "9-12", "--next: '-9' has no start", "write it like --next 9-12"),
        (parse_hours, "x", "", "--next: 'x' has no time of day", "write hours like 09:00-17:00"),
    ],
)
def test_a_length_or_hours(read: Callable[[str], object], text: str, form: str, say: str, hint: str) -> None:
    with pytest.raises(UsageError) as raised, read_from("--next", form):
        read(text)
    assert (raised.value.say, str(raised.value), raised.value.hint) == (say, say, hint)


def test_an_error_of_ours_stays_what_it_is() -> None:
    with pytest.raises(UnknownNameError) as raised, read_from("--zone"):
        raise UnknownNameError("time zone", "x", nearest=["y"])
    assert raised.value.say == "--zone: unknown time zone 'x'"
    assert raised.value.hint == "did you mean 'y'?"
    assert raised.value.name == "x"


def test_what_is_understood_passes_and_a_bug_stays_a_bug() -> None:
    with read_from("--next"):
        assert parse_minutes("45m") == 45
    with pytest.raises(ValueError, match="no error of ours") as raised, read_from("--next"):
        raise ValueError("no error of ours")
    assert not isinstance(raised.value, ClientbridgeError)
