"""The text of the holds file: which lines of it are ours, and the same text with other lines of ours.

The lines of anybody else keep every byte: their order, their line ends, whatever they say.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from clientbridge.adapters.meeting.calendars.content_lines import content_line, unescaped, unfolded_lines
from clientbridge.adapters.meeting.holds.hold_lines import HOLD, RECORD, folded, hold_lines, lines_of
from clientbridge.adapters.meeting.holds.offer_record import read
from clientbridge.adapters.meeting.kept_record import WrongRecordError
from clientbridge.adapters.merge_conflicts import OURS, without_conflicts
from clientbridge.core.errors import Problem
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.kept_offer import KeptOffer

_HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//clientbridge//cb offer//EN",
    "CALSCALE:GREGORIAN",
)
_END = "END:VCALENDAR"
_OURS = {"VEVENT": HOLD, "VJOURNAL": RECORD}
"""By what a component of each name is known as ours."""
_NO_CALENDAR = "it is not a calendar, which begins with BEGIN:VCALENDAR and ends with END:VCALENDAR"


@dataclass(frozen=True, slots=True)
class _Component:
    """A component of ours: its lines in the text, and what it says."""

    first: int
    """Counted from 0."""
    after: int
    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldsText:
    """What a text of the file says."""

    offers: tuple[KeptOffer, ...] = ()
    problems: tuple[Problem, ...] = ()
    """With any of them the text may not be written anew: something would be lost."""


def offers_in(text: str, *, file: str) -> HoldsText:
    """The offers of a text, and everything that is wrong with it; an empty text has neither."""
    if not text.strip():
        return HoldsText()
    if OURS in text:
        return HoldsText(problems=without_conflicts(text, file=file).problems)
    lines = _lines(text)
    if not _is_calendar(lines):
        return HoldsText(problems=(Problem(file=file, line=1, column=1, say=_NO_CALENDAR),))
    offers: dict[str, KeptOffer] = {}
    problems: list[Problem] = []
    for component in _components(lines):
        if component.name != "VJOURNAL":
            continue
        try:
            offer = read(unescaped(component.value))
        except WrongRecordError as error:
            problems.append(Problem(file=file, line=component.first + 1, column=1, say=str(error)))
            continue
        if offer.id in offers:
            say = f"the offer {offer.id} stands here twice: delete one of the two"
            problems.append(Problem(file=file, line=component.first + 1, column=1, say=say))
        offers[offer.id] = offer
    return HoldsText(offers=tuple(offers.values()), problems=tuple(problems))


def text_with(text: str, offers: Iterable[KeptOffer], now: datetime) -> str:
    """The text with these offers and their holds instead of all that is ours; it has no problems."""
    others = text_of_others(text) if text.strip() else "".join(f"{line}\r\n" for line in (*_HEAD, _END))
    kept = _lines(others)
    end = max(at for at, line in enumerate(kept) if _is(line, _END))
    new = [folded(line) for offer in offers for line in lines_of(offer, now)]
    return "".join([*kept[:end], *new, *kept[end:]])


def hold_calendar(offer: KeptOffer, number: int) -> str:
    """A calendar with the event of one slot alone."""
    return "".join(map(folded, (*_HEAD, *hold_lines(offer, number), _END)))


def text_of_others(text: str) -> str:
    """The text without what is ours, which is asked of the offers themselves."""
    lines = _lines(text)
    ours = {at for component in _components(lines) for at in range(component.first, component.after)}
    return "".join(line for at, line in enumerate(lines) if at not in ours)


def _lines(text: str) -> list[str]:
    """Each with its line end; other signs that end lines elsewhere end none here."""
    parts = text.split("\n")
    return [*(f"{part}\n" for part in parts[:-1]), *([parts[-1]] if parts[-1] else [])]


def _is_calendar(lines: Sequence[str]) -> bool:
    first = next((line for line in lines if line.strip()), "")
    return _is(first.removeprefix("\ufeff"), "BEGIN:VCALENDAR") and any(_is(line, _END) for line in lines)


def _is(line: str, wanted: str) -> bool:
    return line.strip().upper() == wanted


def _components(lines: Sequence[str]) -> Iterator[_Component]:
    """The components of ours, each with the value by which it is known."""
    first: int | None = None
    name = ""
    for at, line in enumerate(lines):
        word = line.strip().upper() if line[:1] in "BbEe" else ""
        if word.startswith("BEGIN:") and word.removeprefix("BEGIN:") in _OURS:
            first, name = at, word.removeprefix("BEGIN:")
        elif first is not None and word == f"END:{name}":
            value = _value_of("".join(lines[first : at + 1]), _OURS[name])
            if value is not None:
                yield _Component(first, at + 1, name, value)
            first = None


def _value_of(component: str, wanted: str) -> str | None:
    if wanted[:10] not in component.upper():
        return None
    for number, line in unfolded_lines(component):
        read_line = content_line(line, number)
        if read_line is not None and read_line.name == wanted:
            return read_line.value
    return None
