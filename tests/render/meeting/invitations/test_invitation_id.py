"""A file that is written again stays the same meeting; what others put in its place names nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from clientbridge.render.meeting.invitations.invitation_id import invitation_id, says_the_same

START = datetime(2026, 11, 24, 9, tzinfo=UTC)
NEW, _ = invitation_id(["me", "acme"], START, before=None)
OLD = f"{'0' * 23}a@clientbridge"


def test_a_new_meeting_is_named_by_who_meets_and_when() -> None:
    assert invitation_id(["me", "acme"], START, before=None) == (NEW, 0)
    assert invitation_id(["me", "bay"], START, before=None)[0] != NEW
    assert invitation_id(["me", "acme"], START + timedelta(hours=1), before=None)[0] != NEW


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_written_again_is_the_same_meeting(end: str) -> None:
    before = f"UID:3.{OLD}{end}SEQUENCE:4{end}DTSTART:20261124T090000Z{end}"
    assert invitation_id(["me"], START + timedelta(hours=1), before=before) == (OLD, 4)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "line",
    ["DTSTAMP:20270101T000000Z", "SEQUENCE:5", "DTSTART:20261124T100000Z", "STATUS:CANCELLED"],
)
def test_the_next_version_says_something_else(line: str, end: str) -> None:
    before = ["DTSTAMP:20261124T090000Z", "SEQUENCE:4", "DTSTART:20261124T090000Z", "STATUS:CONFIRMED"]
    name, _, _ = line.partition(":")
    after = [line if old.startswith(f"{name}:") else old for old in before]
    assert says_the_same(*(f"{end.join(lines)}{end}" for lines in (after, before))) is line.startswith(
        ("DTSTAMP", "SEQUENCE")
    )


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
