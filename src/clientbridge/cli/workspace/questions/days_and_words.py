"""Your hours, those you would accept for a client far away, your languages and your calendar."""

from collections.abc import Sequence
from pathlib import Path

from clientbridge.cli.context import Context
from clientbridge.cli.prompts import LikelyMeantError, ask_until
from clientbridge.core.errors import FileFailedError, SourceFailedError
from clientbridge.core.time.hours import ClockRange, DayHours, parse_hours, usual_form
from clientbridge.core.workspace.far_offices import FarOffice, far_offices, proposed_stretch
from clientbridge.load.profiles import Gazetteer
from clientbridge.render.formats import Format

NONE = frozenset({"none", "no", "-", "nothing"})
_FAR_AWAY = (
    *("Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland"),
    *("America/Los_Angeles", "America/New_York", "America/Sao_Paulo"),
)


def understood_hours(answer: str) -> str:
    """Hours in the form of a profile; raises ValueError, also for a night that is likely an afternoon."""
    ranges = parse_hours(usual_form(answer))
    for one in ranges:
        if one.doubt is not None:
            meant = None if len(ranges) > 1 or one.likely_meant is None else str(one.likely_meant)
            raise LikelyMeantError(f"{one} {one.doubt.partition('; is')[0]}", meant=meant)
    return _in_words(ranges)


def understood_stretch(answer: str) -> str:
    """Hours to accept, or nothing."""
    return "" if answer.casefold() in NONE else understood_hours(answer)


def ask_hours(context: Context, usual: DayHours) -> str:
    """Your working hours."""
    return ask_until(context, "Your working hours", understood_hours, default=_in_words(usual))


def ask_stretch(context: Context, names: Gazetteer, zone: str, yours: DayHours) -> str:
    """The hours you would accept for a client far away; empty for none."""
    tell = context.surroundings.tell
    proposed = proposed_stretch(yours)
    offices = far_offices(
        context.now,
        names.zone_info(zone),
        (names.zone_info(one) for one in _FAR_AWAY if one != zone),
    )
    tell("")
    tell("Offices far away are open while you are not at work.")
    tell(f"Taking calls at {proposed} reaches so much of their day:")
    tell("")
    for line in _picture(context, offices, yours, proposed):
        tell(line)
    tell("")
    question = "Hours you would accept (none: only your own)"
    return ask_until(context, question, understood_stretch, default=str(proposed))


def understood_languages(names: Gazetteer, answer: str) -> tuple[str, ...]:
    """The tags of languages by name or code; raises a ClientbridgeError."""
    parts = [part.strip() for part in answer.replace(" and ", ",").replace(";", ",").split(",")]
    return tuple(dict.fromkeys(names.language(part) for part in parts if part))


def usual_languages(names: Gazetteer, country: str) -> tuple[str, ...]:
    """The country's and English."""
    return tuple(dict.fromkeys((names.main_language(country) or "en", "en")))


def ask_languages(context: Context, names: Gazetteer, country: str) -> tuple[str, ...]:
    """The languages you work in, the best first."""
    usual = ", ".join(map(names.language_name, usual_languages(names, country)))
    return ask_until(
        context,
        "Languages you work in, the best first",
        lambda answer: understood_languages(names, answer),
        default=usual,
    )


def ask_calendar(context: Context, folder: Path) -> str:
    """The place of your calendar, once it was read; empty where there is none to name."""
    question = "Your calendar: a file or folder of .ics, or an https address (Enter: later)"
    while True:
        answer = ask_until(context, question, str)
        if not answer:
            return ""
        try:
            return named_calendar(context, folder, answer)
        except (SourceFailedError, FileFailedError, ValueError) as error:
            say = error if isinstance(error, ValueError) else error.say
            context.surroundings.tell(f"  {say}")
            question = "Your calendar, or Enter to go on without"


def named_calendar(context: Context, folder: Path, typed: str) -> str:
    """The calendar as `me.yaml` names it, read once: what it holds is told.

    Raises ValueError for a wrong address; SourceFailedError, FileFailedError where it cannot be read.
    """
    from clientbridge.load.meeting.named_calendar import as_written, look_into

    written = as_written(context.session, folder, typed)
    found = look_into(context.session, folder, written)
    events = f"{found.events} event{'' if found.events == 1 else 's'}"
    unread = f"; {found.unread} files cannot be read" if found.unread else ""
    context.note(f"  {events} found{unread}")
    return written


def _picture(
    context: Context, offices: Sequence[FarOffice], yours: DayHours, accepted: ClockRange
) -> tuple[str, ...]:
    from clientbridge.render.workspace.far_offices import picture, sentences

    if context.format is Format.PLAIN:
        return sentences(offices, accepted)
    return picture(offices, yours, accepted, context.surroundings.width or context.look.width)


def _in_words(ranges: DayHours) -> str:
    return ", ".join(map(str, ranges))
