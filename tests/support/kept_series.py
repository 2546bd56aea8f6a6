"""Series as they are remembered, to be changed in one thing at a time."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from clientbridge.core.meeting.series.kept_series import KeptSeries

FIRST = datetime(2027, 2, 23, 14, tzinfo=UTC)
WEEKLY = KeptSeries(
    id="pakmga",
    parties=("bay", "acme/ana"),
    start=FIRST,
    duration_minutes=60,
    every="1w",
    times=8,
    anchor="Europe/Brussels",
    options=(("--client-stretch", "bay=1h"), ("--strict", "")),
    uid=f"{'0' * 24}@clientbridge",
    made=datetime(2026, 11, 26, 8, 5, tzinfo=UTC),
)
IN_TURNS = replace(WEEKLY, starts=tuple(FIRST + timedelta(days=7 * at, hours=at) for at in range(3)))
