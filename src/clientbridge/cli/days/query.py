"""Whose days, and which: the words of ``cb holidays`` as values."""

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from clientbridge.core.days.place import Place
from clientbridge.core.errors import UsageError
from clientbridge.core.workspace.profiles import DateRange, Schedule

if TYPE_CHECKING:
    from clientbridge.cli.context import Context
    from clientbridge.core.days.holiday_report import Subject

_LONGEST = timedelta(days=3 * 366)
_CODE_AND_REGION = re.compile(r"([A-Za-z]{2})-(.+)")


def range_asked(
    today: date, *, next_: str | None, from_: str | None, to: str | None, on: str | None, whole_month: bool
) -> DateRange:
    """The days of ``--on``, or of ``--from``, ``--to`` and ``--next``, ends included; raises UsageError."""
    from clientbridge.core.time.parse import read_date

    if on is not None:
        if next_ or from_ or to:
            raise UsageError(
                "--on names one day, --from, --to and --next a range", hint="give one of the two"
            )
        day = read_date(on, today=today)
        return DateRange(day, day)
    if to is not None and next_ is not None:
        raise UsageError("--to and --next both say where the range ends", hint="give one of the two")
    first = today if from_ is None else read_date(from_, today=today)
    if whole_month and to is None and next_ is None:
        first, next_ = first.replace(day=1), "1mo"
    last = _last_after(first, next_ or "30d") if to is None else read_date(to, today=today)
    if last < first:
        raise UsageError(f"{last} lies before {first}", hint="change --from or --to")
    if last - first > _LONGEST:
        raise UsageError("more than three years are too many days to tell", hint="change --from or --to")
    return DateRange(first, last)


def _last_after(first: date, span_text: str) -> date:
    from clientbridge.core.time.durations import TimeSpanError, parse_time_span

    try:
        span = parse_time_span(span_text)
    except TimeSpanError as error:
        raise UsageError(str(error), hint="write --next 30d") from None
    last = span.after(first) - timedelta(days=1)
    if last < first:
        raise UsageError(f"--next: '{span_text}' is shorter than a day", hint="write --next 30d")
    return last


def places_asked(countries: list[str], region: str | None, *, clients: list[str]) -> "list[Subject]":
    """The places of ``--country`` and ``--region``; raises UsageError and UnknownNameError."""
    from clientbridge.adapters.days.places import country_name, region_name, zone_for
    from clientbridge.core.days.holiday_report import Subject

    if clients:
        raise UsageError("--country asks about places, not about clients", hint="leave one of the two out")
    if region is not None and len(countries) != 1:
        raise UsageError("--region belongs to one --country", hint="write --country DE --region Bavaria")
    places = dict.fromkeys(_place(text, region) for text in countries)
    return [
        Subject(
            schedule=Schedule(place=place, zone=ZoneInfo(zone_for(place.country, place.region) or "UTC")),
            name=country_name(place.country) if place.region is None else region_name(place.region),
        )
        for place in places
    ]


def _place(text: str, region_text: str | None) -> Place:
    from clientbridge.adapters.days.places import country_code, region

    match = _CODE_AND_REGION.fullmatch(text.strip())
    country = country_code(match[1] if match else text)
    part = region_text if region_text is not None else match[2] if match else None
    return Place(country, None if part is None else region(country, part))


def clients_asked(context: "Context", names: list[str]) -> "list[Subject]":
    """The clients of these names, all of them where none is named."""
    from clientbridge.cli.workspace.readable_clients import readable_clients
    from clientbridge.core.days.holiday_report import Subject

    return [
        Subject(schedule=client.schedule, client=client.id, name=client.name, observes=client.observes)
        for client in readable_clients(context, names)
    ]
