"""The same table of keys for editors: JSON Schema, draft 7, which the YAML language server reads."""

from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.profiles.field_types import object_schema
from clientbridge.adapters.workspace.profiles.reading import Json

SECTIONS = {"me": schema.ME, "client": schema.CLIENT}


def editor_schema(which: str) -> dict[str, Json]:
    """The schema of ``me`` or ``client``."""
    section = SECTIONS[which]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "me.yaml of clientbridge" if which == "me" else "a client of clientbridge",
        **object_schema(section),
        "type": "object",
    }


def editor_schema_text(which: str) -> str:
    """The schema as a file."""
    import json

    return json.dumps(editor_schema(which), ensure_ascii=False, indent=1) + "\n"
