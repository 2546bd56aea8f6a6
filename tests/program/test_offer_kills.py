"""Offers made, accepted, withdrawn and expired by commands that are killed at any moment.

Afterwards no slot is held without its offer, no offer waits without its holds, and all of it is logged once.
`CB_KILLS` says how many are killed.
"""

import json
import os
import time
from collections import Counter
from pathlib import Path
from random import Random

from icalendar import Calendar
from killed_calls import done, journal, left_over, make, started

from clientbridge.adapters.meeting.holds.holds_file import HoldsFile
from clientbridge.core.meeting.offers.kept_offer import KeptOffer
from clientbridge.core.meeting.offers.offer import OfferStatus
from conftest import IS_LONG

KILLS = int(os.environ.get("CB_KILLS", "100" if IS_LONG else "12"))
LONGEST_SECONDS = 0.9
HOLDS = "calendars/holds.ics"


def kept(folder: Path) -> tuple[KeptOffer, ...]:
    return HoldsFile(folder, HOLDS).offers()


def held(folder: Path) -> Counter[tuple[str, str]]:
    """The start and the state of each event in the file, as a library reads it."""
    path = folder / HOLDS
    if not path.exists():
        return Counter()
    calendar = Calendar.from_ical(path.read_bytes())
    assert isinstance(calendar, Calendar)
    return Counter((str(one.decoded("dtstart")), str(one["status"])) for one in calendar.walk("VEVENT"))


def to_be_held(offers: tuple[KeptOffer, ...]) -> Counter[tuple[str, str]]:
    return Counter(
        (str(start), "TENTATIVE" if offer.status is OfferStatus.WAITING else "CONFIRMED")
        for offer in offers
        if offer.status in {OfferStatus.WAITING, OfferStatus.ACCEPTED}
        for number, start in enumerate(offer.starts, start=1)
        if offer.status is OfferStatus.WAITING or offer.accepted == number
    )


def words_of(offers: tuple[KeptOffer, ...], number: int, random: Random) -> tuple[str, ...]:
    if not offers or number % 3 == 0:
        return (
            "offer",
            random.choice(["acme", "bolt"]),
            "--next",
            "8w",
            "--count",
            "2",
            "--client-stretch",
            "9h",
        )
    offer = random.choice(offers)
    return random.choice(
        [
            ("offer", "accept", offer.id, str(random.randint(1, len(offer.starts)))),
            ("offer", "accept", offer.id, "1"),
            ("offer", "withdraw", offer.id),
            ("offer", "expire", offer.id),
        ]
    )


def test_killed_commands_leave_no_hold_without_its_offer_and_no_offer_without_its_holds(
    tmp_path: Path,
) -> None:
    folder, random = make(tmp_path / "mine"), Random(KILLS)  # noqa: S311 - moments, no secrets
    now = {"CB_NOW": "2026-11-23T08:05:00Z"}
    done(folder, "brief", "acme", **now)
    killed = number = 0
    while killed < KILLS:
        running = [started(folder, *words_of(kept(folder), number + one, random), **now) for one in (0, 1)]
        for process in running:
            time.sleep(random.uniform(0, LONGEST_SECONDS))
            process.kill()
        answers = [process.communicate() for process in running]
        assert not [err for _, err in answers if "Traceback" in err]
        assert held(folder) == to_be_held(kept(folder))
        killed += sum(process.returncode < 0 for process in running)
        number += 1
    done(folder, "offer", "expire", **now)
    offers = kept(folder)
    starts = Counter(
        offer.starts[number - 1] for offer in offers for number in offer.held_numbers(offer.made)
    )
    assert set(starts.values()) <= {1}, "two offers hold the same time"
    entries = [
        entry
        for client in ("acme", "bolt")
        if (folder / "journal" / f"{client}.jsonl").exists()
        for entry in journal(folder, client)
    ]
    assert set(Counter(entry["id"] for entry in entries).values()) == {1}
    made = Counter(
        entry["text"].rpartition(" ")[2] for entry in entries if entry["text"].startswith("offered")
    )
    assert made == Counter(offer.id for offer in offers)
    assert [name for name in left_over(folder) if name.startswith(".holds")] == []
    listed = json.loads(done(folder, "offer", "list", "--all", "--json", **now))["offers"]
    assert {one["id"] for one in listed} == {offer.id for offer in offers}
