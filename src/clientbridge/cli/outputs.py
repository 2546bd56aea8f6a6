"""The options that write a file: ``--ics``, ``--md``, ``--html``, ``--page``, ``--free-busy``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from clientbridge.cli.context import Context

Force = Annotated[bool, typer.Option("--force", help="Replace a file that cb did not write")]


def check_files(
    context: "Context",
    *,
    force: bool,
    meeting: Path | None = None,
    reply: Path | None = None,
    days: Path | None = None,
    md: Path | None = None,
    html: Path | None = None,
    page: Path | None = None,
    free_busy: Path | None = None,
) -> None:
    """Refuse, before anything is done, to write where something else stands; raises UsageError."""
    if all(file is None for file in (meeting, reply, days, md, html, page, free_busy)):
        return
    from clientbridge.load.outputs import OutputFile, check_outputs
    from clientbridge.render import own_files

    asked = (
        ("--ics", meeting, own_files.INVITATION),
        ("--ics", reply, own_files.ANSWER),
        ("--ics", days, own_files.DAYS_OFF),
        ("--md", md, own_files.MARKDOWN),
        ("--html", html, own_files.HTML),
        ("--page", page, own_files.CLIENT_PAGE),
        ("--free-busy", free_busy, own_files.BUSY_TIMES),
    )
    outputs = [
        OutputFile(option=option, file=file, what=kind.what, is_own_kind=kind.recognises)
        for option, file, kind in asked
        if file is not None
    ]
    check_outputs(context.session, outputs, force=force, answer_to=context.answer_to)
