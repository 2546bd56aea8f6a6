"""Which option the words belong to that cannot be understood."""

from collections.abc import Iterator
from contextlib import contextmanager

from clientbridge.core.errors import ClientbridgeError, UsageError
from clientbridge.core.time.durations import TimeSpanError
from clientbridge.core.time.hours import HoursError


@contextmanager
def read_from(option: str, form: str = "") -> Iterator[None]:
    """Put the option before what is wrong: ``--from: there is no day 2026-13-01``.

    `form` is what may stand after it, for lengths and hours, whose readers know no option.
    """
    try:
        yield
    except ClientbridgeError as error:
        error.say = f"{option}: {error.say}"
        error.args = (error.say,)
        raise
    except (TimeSpanError, HoursError) as error:
        say, _, how = str(error).partition("; ")
        raise UsageError(f"{option}: {say}", hint=f"write it like {option} {form}" if form else how) from None
