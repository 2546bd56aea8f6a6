"""When a typed time is, on whose clock."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sessions import make_workspace, session

from clientbridge.core.errors import UnknownNameError, UsageError
from clientbridge.load.typed_moment import moment_typed

ME = """\
name: Lea
country: BE
travel: [{days: 2026-12-03..2026-12-09, timezone: Dubai, country: AE}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = make_workspace(tmp_path / "mine")
    (home / "me.yaml").write_text(ME, encoding="utf-8")
    return home


@pytest.mark.parametrize(
    ("text", "zone", "moment"),
    [
        ("fri 14:00", None, "2026-11-27T13:00"),
        ("tomorrow 9:00", None, "2026-11-24T08:00"),
        ("2026-12-04 14:00", None, "2026-12-04T10:00"),  # in Dubai on that day
        ("2026-12-04 14:00", "Brussels", "2026-12-04T13:00"),
        ("fri 14:00", "Tokyo", "2026-11-27T05:00"),
        ("2026-11-27T14:00Z", "Tokyo", "2026-11-27T14:00"),
    ],
)
def test_it_is_read_on_the_clock_of_the_zone_or_of_where_you_are(
    folder: Path, text: str, zone: str | None, moment: str
) -> None:
    assert moment_typed(session(folder), text, zone) == datetime.fromisoformat(moment).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "say"),
    [
        ("2027-03-28 02:30", "does not exist"),
        ("2026-10-25 02:30", "exists twice"),
        ("tomorrow", "has no time of day"),
    ],
)
def test_what_is_no_one_moment_is_asked_back(folder: Path, text: str, say: str) -> None:
    with pytest.raises(UsageError, match=say):
        moment_typed(session(folder), text)


def test_an_unknown_zone_is_refused(folder: Path) -> None:
    with pytest.raises(UnknownNameError):
        moment_typed(session(folder), "fri 14:00", "Nowhere")
