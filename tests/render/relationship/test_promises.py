"""The list of promises: both sides, the most urgent first, on one screen."""

from datetime import UTC, date, datetime

import pytest

from clientbridge.core.relationship.journal.kinds import EntryId, Owner
from clientbridge.core.relationship.promise_status import Promises, PromiseState, PromiseStatus
from clientbridge.render.formats import Look
from clientbridge.render.relationship.promises import page
from clientbridge.render.views import PromisesView
from clientbridge.render.writers.to_terminal import to_terminal


def promise(owner: Owner, number: int) -> PromiseState:
    return PromiseState(
        id=EntryId(f"{owner.value}{number:05d}"),
        client="acme",
        owner=owner,
        person=None,
        text="send the figures",
        due=date(2026, 11, 27),
        due_at=datetime(2026, 11, 27, 17, tzinfo=UTC),
        status=PromiseStatus.OPEN,
        working_days_left=1,
        moved=0,
        made=datetime(2026, 11, 2, 9, tzinfo=UTC),
    )


def shown(mine: int, theirs: int, view: PromisesView) -> list[str]:
    sides = [promise(Owner.ME, number) for number in range(mine)]
    sides += [promise(Owner.THEM, number) for number in range(theirs)]
    return to_terminal(
        page(Promises(promises=tuple(sides), today=date(2026, 11, 26)), view), Look()
    ).splitlines()


@pytest.mark.parametrize(
    ("mine", "theirs", "rows"),
    [
        (3, 2, (3, 2)),
        (16, 0, (16, 0)),
        (17, 0, (16, 0)),
        (0, 17, (0, 16)),
        (12, 4, (12, 4)),
        (40, 3, (13, 3)),  # what one side does not need is the other's
        (3, 40, (3, 13)),
        (20_000, 20_000, (8, 8)),
    ],
)
def test_a_long_list_is_one_screen_and_the_rest_is_counted(
    mine: int, theirs: int, rows: tuple[int, int]
) -> None:
    lines = shown(mine, theirs, PromisesView())
    assert tuple(sum(line.startswith(owner.value) for line in lines) for owner in Owner) == rows
    assert len(lines) <= 23
    hidden = mine + theirs - sum(rows)
    assert (f"and {hidden:,} more: cb promise list --all" in lines) is bool(hidden)


def test_the_whole_list_is_shown_with_all() -> None:
    lines = shown(40, 40, PromisesView(is_whole=True))
    assert sum("send the figures" in line for line in lines) == 80
    assert not any("more: " in line for line in lines)
