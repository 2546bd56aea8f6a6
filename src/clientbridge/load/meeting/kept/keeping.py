"""Remember a series that was planned, or forget one; each can be undone."""

from dataclasses import replace
from typing import TYPE_CHECKING

from clientbridge.adapters.meeting.kept.series_folder import (
    held_series,
    read_series,
    remove_series,
    series_file,
    write_series,
)
from clientbridge.adapters.workspace.undo_log import FileChange
from clientbridge.core.relationship.journal.entry_ids import entry_id
from clientbridge.core.relationship.journal.kinds import EntryId
from clientbridge.load.changes import check_writable, record_change

if TYPE_CHECKING:
    from clientbridge.core.meeting.series.kept_series import KeptSeries
    from clientbridge.load.session import Session


def keep(session: "Session", series: "KeptSeries", *, invited: bool) -> "tuple[KeptSeries, bool]":
    """Remember a series, whose id is given here; and whether it takes the place of one like it.

    Where nobody is `invited` now, the one that is replaced may have been: it keeps its UID. Raises UsageError
    for the sample, FileFailedError.
    """
    check_writable(session)
    folder = session.workspace.folder
    with held_series(folder, new=True):
        kept = read_series(folder)
        before = next((one for one in kept.series if one.is_like(series)), None)
        if before is None:
            content = (series.every, *series.parties, series.start.isoformat())
            taken = {EntryId(one.id) for one in kept.series}
            series = replace(series, id=entry_id("series", series.made, *content, taken=taken))
        else:
            series = replace(series, id=before.id, uid=series.uid if invited else before.uid)
        change = FileChange(
            before=None if before is None else kept.content[before.id], after=write_series(folder, series)
        )
    record_change(session, f"meet --keep {series.id}", files={series_file(series.id): change})
    return series, before is not None


def forget(session: "Session", name: str) -> "KeptSeries":
    """Forget a series; raises UsageError for the sample and for one that is not kept, FileFailedError."""
    check_writable(session)
    folder = session.workspace.folder
    with held_series(folder):
        series, content = remove_series(folder, name)
    change = FileChange(before=content, after=None)
    record_change(session, f"meet --forget {name}", files={series_file(name): change})
    return series
