"""Calls of the program as loaders see them, in folders of a test's own."""

from datetime import UTC, datetime
from pathlib import Path

from clientbridge.load.session import Folders, Session

MORNING = datetime(2026, 11, 23, 7, 5, tzinfo=UTC)
"""08:05 in Brussels, 16:05 in Tokyo; Labour Thanksgiving Day in Japan."""


def session(
    workspace: Path, *, now: datetime = MORNING, cache: Path | None = None, notes: list[str] | None = None
) -> Session:
    """A call from inside `workspace`; what the program keeps lies beside it, and what it notes in `notes`."""
    beside = workspace.parent
    return Session(
        folders=Folders(
            current=workspace,
            data=beside / "data",
            cache=beside / "cache" if cache is None else cache,
            state=beside / "state",
            home=str(workspace),
        ),
        clock=now,
        note=([] if notes is None else notes).append,
    )


def make_workspace(folder: Path, **clients: str) -> Path:
    """A workspace of someone in Belgium with these texts as client files."""
    (folder / "clients").mkdir(parents=True)
    (folder / "me.yaml").write_text("name: Lea\ncountry: BE\n", encoding="utf-8")
    for client_id, text in clients.items():
        (folder / "clients" / f"{client_id}.yaml").write_text(text, encoding="utf-8")
    return folder
