"""A file that is written again stays the same meeting; what others put in its place names nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from clientbridge.render.meeting.invitation_id import invitation_id

START = datetime(2026, 11, 24, 9, tzinfo=UTC)
NEW, _ = invitation_id(["me", "acme"], START, before=None)
OLD = f"{'0' * 23}a@clientbridge"


def test_a_new_meeting_is_named_by_who_meets_and_when() -> None:
    assert invitation_id(["me", "acme"], START, before=None) == (NEW, 0)
    assert invitation_id(["me", "bay"], START, before=None)[0] != NEW
    assert invitation_id(["me", "acme"], START + timedelta(hours=1), before=None)[0] != NEW


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_moved_meeting_is_the_next_version(end: str) -> None:
    before = f"UID:3.{OLD}{end}SEQUENCE:4{end}DTSTART:20261124T090000Z{end}"
    assert invitation_id(["me"], START, before=before) == (OLD, 4)
    assert invitation_id(["me"], START + timedelta(hours=1), before=before) == (OLD, 5)


@pytest.mark.parametrize(
    "before",
    [
        "",
        f"UID:{OLD}\n",
        "UID:\x1b[31m\u202e@clientbridge\nSEQUENCE:1\n",
        f"UID:{OLD}\u2028X-EVIL:1\nSEQUENCE:1\n",
        f"UID:{OLD}\nSEQUENCE:{'9' * 5000}\n",
        f"UID:{OLD}\nSEQUENCE:٣\n",
    ],
)
def test_what_is_no_id_of_ours_is_not_taken_over(before: str) -> None:
    assert invitation_id(["me", "acme"], START, before=before) == (NEW, 0)
