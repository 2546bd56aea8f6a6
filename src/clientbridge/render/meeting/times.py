"""Times of a meeting in words: the same on every page that shows them."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from clientbridge.core.meeting.slots import Fit, PartyTime
from clientbridge.core.time.formatting import city, short_day, short_weekday
from clientbridge.core.time.offsets import utc_offset
from clientbridge.render.page import Emphasis, TextRun

TONES = {
    Fit.WORKING: Emphasis.GOOD,
    Fit.UNKNOWN: Emphasis.CAREFUL,
    Fit.STRETCH: Emphasis.CAREFUL,
    Fit.OUTSIDE: Emphasis.BAD,
    Fit.CLOSED: Emphasis.BAD,
    Fit.BUSY: Emphasis.BAD,
}
SIGNS = {
    Fit.WORKING: "",
    Fit.UNKNOWN: " ?",
    Fit.STRETCH: " ~",
    Fit.OUTSIDE: " x",
    Fit.CLOSED: " x",
    Fit.BUSY: " x",
}
_MEANINGS = {
    " ?": "? not known whether they work then",
    " ~": "~ outside working hours, but accepted",
    " x": "x not there",
}
_ASSUMED = "? office hours assumed, none are given"


def day(when: datetime) -> str:
    """``Tue 24 Nov``."""
    return short_day(when)


def span(start: datetime, end: datetime) -> str:
    """``09:00-10:00``; midnight at the end is 24:00."""
    closing = "24:00" if f"{end:%H:%M}" == "00:00" else f"{end:%H:%M}"
    return f"{start:%H:%M}-{closing}"


def offset(when: datetime) -> str:
    """``UTC+09:00``."""
    difference = when.utcoffset()
    return utc_offset(0 if difference is None else int(difference.total_seconds()) // 60)


def local_span(time: PartyTime) -> TextRun:
    """A party's local time, with its weekday where that is not yours, and the sign of how it suits."""
    return _signed(time, span(time.start, time.end))


def local_start(time: PartyTime, *, sign: bool = True) -> TextRun:
    """The same without the end."""
    return _signed(time, f"{time.start:%H:%M}", sign=sign)


def _signed(time: PartyTime, shown: str, *, sign: bool = True) -> TextRun:
    weekday = f"{short_weekday(time.start)} " if time.day_shift else ""
    return TextRun(f"{weekday}{shown}{SIGNS[time.fit] if sign else ''}", TONES[time.fit])


def legend(times: Iterable[PartyTime]) -> tuple[str, ...]:
    """What the signs mean, of those that were used: nothing, or one line."""
    used = {(SIGNS[time.fit], _is_assumed(time)) for time in times}
    signs = {sign for sign, _ in used}
    unsure = {assumed for sign, assumed in used if sign == SIGNS[Fit.UNKNOWN]}
    meanings = _MEANINGS | ({SIGNS[Fit.UNKNOWN]: _ASSUMED} if unsure == {True} else {})
    told = [meaning for sign, meaning in meanings.items() if sign in signs]
    return ("   ".join(told),) if told else ()


def _is_assumed(time: PartyTime) -> bool:
    """Whether it is the hours that are not known, rather than the day."""
    return any(remark.code is None for remark in time.remarks)


def cities(times: Sequence[PartyTime]) -> str:
    """Their place, with how many are there in a hub: ``Berlin x6``; of several, the city of the clock."""
    name = times[0].where if len({time.where for time in times}) == 1 else city(times[0].timezone.key)
    return f"{name} x{len(times)}" if len(times) > 1 else name
