"""The tables of keys in ``docs/file-formats.md``."""

from collections.abc import Iterator

from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.profiles.kinds.calendars import MY_CALENDAR
from clientbridge.adapters.workspace.profiles.kinds.scales import CULTURE, LEARNED
from clientbridge.adapters.workspace.profiles.reading import Key, Section

TABLES: tuple[tuple[str, Section], ...] = (
    ("me.yaml", schema.ME),
    ("clients/ID.yaml", schema.CLIENT),
    ("people", schema.PERSON),
    ("days_off and away", schema.OFF),
    ("seasons", schema.SEASON),
    ("travel", schema.STAY),
    ("culture", CULTURE),
    ("culture, as learned", LEARNED),
    ("calendar, in a list", MY_CALENDAR),
    ("channels", schema.CHANNELS),
    ("rhythm", schema.RHYTHM),
    ("context", schema.CONTEXT),
)


def key_tables() -> str:
    """Every section as a heading and a Markdown table."""
    return "\n".join(line for title, section in TABLES for line in _table(title, section)) + "\n"


def _table(title: str, section: Section) -> Iterator[str]:
    yield f"### {title}"
    yield ""
    yield "| key | what it is | example | value |"
    yield "|---|---|---|---|"
    for key in section.keys:
        yield _row(key)
    yield ""


def _row(key: Key[object]) -> str:
    marks = ("; needed" if key.required else "") + ("; personal" if key.personal else "")
    cells = (f"`{key.name}`", key.meaning, f"`{key.example}`", f"{key.kind.word}{marks}")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
