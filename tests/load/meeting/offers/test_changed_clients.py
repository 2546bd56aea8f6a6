"""A client with offers is renamed or removed: its offers, what they hold, and the way back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from kept_offers import kept
from sessions import make_workspace, session

from clientbridge.core.errors import WrongFilesError
from clientbridge.core.meeting.offers.offer import OfferId
from clientbridge.load.changes import undo
from clientbridge.load.meeting.offers.changing import accept
from clientbridge.load.meeting.offers.kept_offers import change_offers, kept_offers
from clientbridge.load.workspace.client_files import remove, rename

HOLDS = "calendars/holds.ics"
LATER = tuple(datetime(2026, 11, 30, hour, tzinfo=UTC) for hour in (8, 10))


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """With an offer to Ana of Acme, and one to Acme and Bolt."""
    both = kept(id=OfferId("both22"), clients=("acme", "bolt"), names=("Acme KK", "Bolt"), starts=LATER)
    one = kept(clients=("acme/ana",), names=("Ana",))
    folder = make_workspace(
        tmp_path / "mine",
        acme="name: Acme KK\ncountry: JP\npeople: [{id: ana, name: Ana}]\n",
        bolt="name: Bolt\ncountry: BE\n",
    )
    change_offers(session(folder), "offer", lambda _: (one, both))
    return folder


def asked(folder: Path) -> dict[str, tuple[str, ...]]:
    return {offer.id: offer.clients for offer in kept_offers(session(folder))}


def everything(folder: Path) -> dict[str, bytes]:
    return {
        one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()
    }


def test_offers_follow_a_client_to_its_new_id(mine: Path) -> None:
    before = everything(mine)
    rename(session(mine), "acme", "corona", "Corona SA")
    assert asked(mine) == {"k3x9ab": ("corona/ana",), "both22": ("corona", "bolt")}
    journal = mine / "journal" / "corona.jsonl"
    logged = journal.read_text(encoding="utf-8").count("\n")
    accept(session(mine), "k3x9ab", 2)
    assert journal.read_text(encoding="utf-8").count("\n") == logged + 1, (
        "what was logged is not logged again"
    )
    undo(session(mine))
    undo(session(mine))
    now = everything(mine)
    assert now.pop("journal/acme.jsonl").startswith(before.pop("journal/acme.jsonl"))
    assert now == before


def test_offers_go_with_a_client_unless_others_are_asked_too(mine: Path) -> None:
    before, notes = everything(mine), list[str]()
    remove(session(mine, notes=notes), "acme", journal=True, calendars=True)
    assert notes == [
        "the offer k3x9ab goes with it, and holds nothing more",
        "the offer both22 goes on with Bolt",
    ]
    assert asked(mine) == {"both22": ("bolt",)}
    text = (mine / HOLDS).read_text(encoding="utf-8")
    assert (text.count("BEGIN:VEVENT"), "acme" in text.lower()) == (2, False)
    undo(session(mine))
    assert everything(mine) == before


def test_a_file_of_holds_that_cannot_be_read_stops_both(mine: Path) -> None:
    (mine / HOLDS).write_text("hello", encoding="utf-8")
    before = everything(mine)
    with pytest.raises(WrongFilesError) as told:
        rename(session(mine), "acme", "corona", None)
    assert (told.value.hint, everything(mine)) == ("correct it first: its offers name the client", before)
    with pytest.raises(WrongFilesError):
        remove(session(mine), "acme", journal=False, calendars=False)
    assert everything(mine) == before


def test_another_client_leaves_the_holds_as_they_are(mine: Path) -> None:
    before = (mine / HOLDS).read_bytes()
    (mine / "clients" / "echo.yaml").write_text("name: Echo\ncountry: BE\n", encoding="utf-8")
    rename(session(mine), "echo", "delta", None)
    remove(session(mine), "delta", journal=False, calendars=False)
    assert (mine / HOLDS).read_bytes() == before
