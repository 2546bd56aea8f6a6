"""The table of feasts, kept in the user's cache in the form that is read fastest."""

import json
from pathlib import Path

from clientbridge.adapters.data_files import Row, data_folder, read_rows
from clientbridge.core.days.greetings import Feast, Tone

_TABLE = "greetings.yaml"


def feasts(cache_folder: Path | None) -> tuple[Feast, ...]:
    """Every feast, in the order in which they are looked for."""
    return tuple(_feast(row) for row in _rows(cache_folder))


def _rows(cache_folder: Path | None) -> tuple[Row, ...]:
    if cache_folder is None:
        return read_rows(_TABLE)
    table = (data_folder() / _TABLE).stat()
    kept = cache_folder / f"feasts-{table.st_size:x}-{table.st_mtime_ns:x}.json"
    try:
        return tuple(Row(fields) for fields in json.loads(kept.read_bytes()))
    except (OSError, ValueError, TypeError):
        rows = read_rows(_TABLE)
        _keep(kept, rows)
        return rows


def _keep(kept: Path, rows: tuple[Row, ...]) -> None:
    """A folder that cannot be written costs only time."""
    draft = kept.with_suffix(".tmp")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps([row.fields for row in rows]), encoding="utf-8")
        draft.replace(kept)
    except OSError:
        return


def _feast(row: Row) -> Feast:
    return Feast(
        id=row.text("id"),
        names=row.texts("names"),
        meaning=row.text("meaning"),
        tone=Tone(row.text("tone")),
        say=row.maybe("say"),
        never=row.maybe("never"),
        of_one_faith="faith" in row,
        nations=frozenset(row.texts("nations")),
        countries=frozenset(row.texts("countries")),
    )
