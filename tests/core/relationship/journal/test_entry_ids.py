"""Rule table of entry ids: short, readable, the same on every machine, longer only after a collision."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from people import utc

from clientbridge.core.relationship.journal.entry_ids import entry_id
from clientbridge.core.relationship.journal.kinds import EntryId

AT = utc("11-24 08:00")
WHOLE = "28b4dw5w33fsr7sjbx9q5p3mtwmpwd67ebgggtg7t5suy6um9uwe"
"""SHA-256 of ``acme``, ``2026-11-24T08:00:00+00:00``, ``call``, ``pilot accepted``, NUL between them, as a
number in base 31 with the last digit first, worked out apart from the program. It must never change: lines
that say the same on two machines merge by it."""


def of(*content: str, client: str = "acme", at: datetime = AT, taken: set[str] | None = None) -> str:
    return entry_id(client, at, *content, taken={EntryId(one) for one in taken or ()})


@pytest.mark.parametrize(
    ("taken", "length"),
    [
        (set(), 6),
        ({WHOLE[:5], WHOLE[:7]}, 6),
        ({WHOLE[:6]}, 7),
        ({WHOLE[:6], WHOLE[:7]}, 8),
        ({WHOLE[:length] for length in range(6, 52)}, 52),
        ({WHOLE[:length] for length in range(6, 53)}, 52),  # nothing longer is left
    ],
)
def test_a_clash_lengthens_the_new_id(taken: set[str], length: int) -> None:
    assert of("call", "pilot accepted", taken=taken) == WHOLE[:length]


def test_an_id_depends_on_the_content() -> None:
    same = of("call", "pilot accepted")
    assert of("call", "pilot accepted", at=AT.astimezone(UTC)) == same
    others = [
        of("call", "pilot accepted", client="acm"),
        of("call", "pilot accepted", at=AT + timedelta(seconds=1)),
        of("call", "pilot accepte"),
        of("email", "pilot accepted"),
        of("callpilot accepted"),
        of("call", "pilot", "accepted"),
    ]
    assert len({same, *others}) == 7


def test_ids_can_be_read_aloud() -> None:
    ids = [of("call", str(number)) for number in range(300)]
    assert {len(one) for one in ids} == {6}
    assert len(set(ids)) == 300
    used = set("".join(ids))
    assert used == set("abcdefghjkmnpqrstuvwxyz23456789"), "without i, l, o, 0 and 1"


def test_moments_are_hashed_as_written() -> None:
    elsewhere = AT.astimezone(timezone(timedelta(hours=9)))
    assert of("call", at=elsewhere) != of("call"), "the caller gives UTC, as the lines do"
