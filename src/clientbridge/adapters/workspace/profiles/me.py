"""`me.yaml` as you."""

from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.profiles.client import culture_of, values_of
from clientbridge.adapters.workspace.profiles.reading import Reading
from clientbridge.adapters.workspace.profiles.schedules import schedule_of
from clientbridge.core.workspace.profiles import DEFAULT_HOLDS, Me


def me_of(reading: Reading) -> Me | None:
    """You, as far as the file can be understood; the reading then holds every problem."""
    root = reading.document.root
    given = None if root is None else schema.ME.open(root, reading)
    if given is None:
        return None
    name, languages, emails = given.get(schema.NAME), given.get(schema.LANGUAGES), given.get(schema.MY_EMAIL)
    culture = culture_of(given)
    schedule = schedule_of(given, whose="you", calendars=schema.MY_CALENDAR_KEY)
    if name is None or schedule is None:
        return None
    return Me(
        name=name,
        schedule=schedule,
        languages=languages or (),
        culture=values_of(culture),
        emails=emails or (),
        holds=given.get(schema.HOLDS) or DEFAULT_HOLDS,
    )
