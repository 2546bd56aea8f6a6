"""What people said of themselves, by the day on which they said it."""

from clientbridge.adapters.workspace.profiles import parsers as texts
from clientbridge.adapters.workspace.profiles.field_types import Words
from clientbridge.adapters.workspace.profiles.reading import Key, Section

_DATE = Words("date", "a date like 2026-11-26", texts.one_date)

SAID = Section(
    "said by them",
    tuple(
        Key(name, _DATE, f"When they said it: {meaning}.", "2026-11-26")
        for name, meaning in (
            ("name", "their name"),
            ("call", "how to address them"),
            ("say", "how the name sounds"),
            ("language", "the language of letters"),
            ("hours", "their working hours"),
            ("away", "days on which they do not work"),
            ("channels", "how to reach them, and how soon they expect an answer"),
            ("observes", "the feasts they keep"),
            ("notes", "what else stands in their notes"),
        )
    ),
)
