"""Offers in a calendar file of yours: two calls at once, offers taken back, clients removed."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from kept_offers import MADE, kept
from sessions import make_workspace, session
from turns import waits_for

from clientbridge.adapters.meeting.holds.hold_lines import hold_uid
from clientbridge.adapters.meeting.holds.holds_file import HoldsFile
from clientbridge.adapters.meeting.saving.entries import entries_of
from clientbridge.adapters.workspace.undo_log import FileChange
from clientbridge.core.meeting.offers.kept_offer import KeptOffer, accepted, uid_of, withdrawn
from clientbridge.core.meeting.offers.offer import OfferId
from clientbridge.load.changes import record_change
from clientbridge.load.meeting.offers.changing import accept
from clientbridge.load.meeting.offers.kept_offers import change_offers, kept_offers
from clientbridge.load.meeting.undoing import undo
from clientbridge.load.workspace.client_files import remove

SAVED = replace(kept(), saved="")
OTHER = kept(id=OfferId("other2"), clients=("bolt",), names=("Bolt",))
HOLDS, CALENDAR = "calendars/holds.ics", "calendars/lea.ics"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """With an offer to Acme that stands in your calendar too."""
    folder = make_workspace(
        tmp_path / "mine", acme="name: Acme KK\ncountry: JP\n", bolt="name: Bolt\ncountry: BE\n"
    )
    me = f"name: Lea\ncountry: BE\ncalendar: [{{file: {CALENDAR}, save: yes}}]\n"
    (folder / "me.yaml").write_text(me, encoding="utf-8")
    (tmp_path / "state" / "saving").mkdir(parents=True)
    change_offers(session(folder), "offer acme", lambda _: (SAVED,))
    return folder


def shown(folder: Path) -> set[str]:
    """The UIDs in your calendar."""
    return {entry.uid for entry in entries_of((folder / CALENDAR).read_text(encoding="utf-8"))}


def uids(*offers: KeptOffer) -> set[str]:
    return {hold_uid(offer, number) for offer in offers for number in offer.held_numbers(MADE)}


def write(folder: Path, offers: Sequence[KeptOffer], what: str) -> None:
    """What another call has done that has yet to write to the calendar."""
    written = HoldsFile(folder, HOLDS).change(lambda _: offers, MADE)
    record_change(
        session(folder), what, files={HOLDS: FileChange(before=written.before, after=written.after)}
    )


def test_of_two_at_once_the_calendar_shows_what_the_file_says_at_last(mine: Path) -> None:
    waits_for(
        mine.parent / "state" / "saving",
        lambda: accept(session(mine), SAVED.id, 1),
        meanwhile=lambda: write(mine, [accepted(accepted(SAVED, 1), 2)], "offer accept 2"),
    )
    (offer,) = kept_offers(session(mine))
    assert (offer.accepted, offer.saved) == (2, "accepted 2 1")
    start, _ = offer.times(2)
    text = (mine / CALENDAR).read_text(encoding="utf-8")
    assert (shown(mine), f"DTSTART:{start:%Y%m%dT%H%M%SZ}" in text) == ({offer.uid}, True)


def test_an_undo_takes_back_only_the_last_of_two_at_once(mine: Path) -> None:
    chosen = accepted(kept_offers(session(mine))[0], 1)
    waits_for(
        mine.parent / "state" / "saving",
        lambda: accept(session(mine), SAVED.id, 1),
        meanwhile=lambda: write(mine, [chosen, OTHER], "offer bolt"),
    )
    assert [one.id for one in kept_offers(session(mine))] == [SAVED.id, OTHER.id]
    assert undo(session(mine)).what == "offer bolt"
    (offer,) = kept_offers(session(mine))
    assert (offer.id, offer.accepted, shown(mine)) == (SAVED.id, 1, {SAVED.uid})
    assert undo(session(mine)).what == f"offer accept {SAVED.id}"
    (offer,) = kept_offers(session(mine))
    assert (offer.accepted, shown(mine)) == (None, uids(SAVED))


def test_what_is_taken_back_goes_out_of_the_calendar(mine: Path) -> None:
    notes: list[str] = []
    assert shown(mine) == uids(SAVED)
    undo(session(mine, notes=notes))
    assert (kept_offers(session(mine)), shown(mine)) == ((), set())
    assert notes == [f"your calendar is in step: {CALENDAR}"]


@pytest.mark.parametrize("offer", [SAVED, accepted(SAVED, 2)], ids=["waiting", "accepted"])
def test_with_a_client_goes_what_its_offers_show_and_comes_back(offer: KeptOffer, mine: Path) -> None:
    both = kept(id=OfferId("both22"), clients=("acme", "bolt"), names=("Acme KK", "Bolt"))
    both = replace(both, uid=uid_of(both.id, MADE), saved="")
    change_offers(session(mine), "offer", lambda _: (offer, both, OTHER))
    assert shown(mine) == uids(offer, both)
    remove(session(mine), "acme", journal=False, calendars=False)
    assert shown(mine) == uids(both)
    assert "Acme" not in (mine / CALENDAR).read_text(encoding="utf-8")
    undo(session(mine))
    assert shown(mine) == uids(offer, both)
    assert "Acme" in (mine / CALENDAR).read_text(encoding="utf-8")


def test_a_calendar_that_takes_nothing_out_is_told_with_what_is_left_there(mine: Path) -> None:
    notes: list[str] = []
    (mine / CALENDAR).write_bytes(b"\xff\xfe")
    assert undo(session(mine, notes=notes)).what == "offer acme"
    assert kept_offers(session(mine)) == ()
    assert notes == [
        "your calendar is not in step: calendars/lea.ics is not written in UTF-8, so nothing is added to it",
        "remove there by hand what was held in k3x9ab: nothing here knows of it now",
    ]


def test_what_could_not_follow_an_undo_does_so_next(mine: Path) -> None:
    notes: list[str] = []
    accept(session(mine), SAVED.id, 1)
    text = (mine / CALENDAR).read_bytes()
    (mine / CALENDAR).write_bytes(b"\xff\xfe")
    undo(session(mine, notes=notes))
    assert notes[-1].endswith("; to try again: cb offer expire")
    (mine / CALENDAR).write_bytes(text)
    change_offers(session(mine), "offer expire", tuple)
    assert shown(mine) == uids(SAVED)
    assert undo(session(mine)).what == "offer acme", "what was marked since is part of it"


def test_an_offer_that_was_never_saved_stays_out_of_it(mine: Path) -> None:
    before = (mine / CALENDAR).read_bytes()
    change_offers(session(mine), "offer bolt", lambda offers: (*offers, OTHER))
    undo(session(mine))
    change_offers(session(mine), "offer bolt", lambda offers: (*offers, withdrawn(OTHER)))
    assert (mine / CALENDAR).read_bytes() == before
