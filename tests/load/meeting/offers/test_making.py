"""What an offer says of itself when it is made."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sessions import MORNING, make_workspace, session

from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.time.hours import MINUTES_PER_DAY
from clientbridge.core.time.intervals import minute_of
from clientbridge.load.meeting.meeting_loader import MeetingLoader
from clientbridge.load.meeting.offers.kept_offers import kept_offers
from clientbridge.load.meeting.offers.making import OfferAsked, make_offer

NOW = minute_of(MORNING)


@pytest.mark.parametrize(
    ("asked", "ends"),
    [
        (timedelta(hours=2), lambda _: MORNING + timedelta(hours=2)),
        (timedelta(days=2), lambda _: MORNING + timedelta(days=2)),
        (timedelta(days=30), max),
    ],
    ids=["before all of them", "between them", "after all of them"],
)
def test_an_offer_ends_when_it_is_told_or_with_the_start_of_its_last_slot(
    asked: timedelta, ends: Callable[[Sequence[datetime]], datetime], tmp_path: Path
) -> None:
    call = session(make_workspace(tmp_path / "mine", bolt="name: Bolt\ncountry: BE\n"))
    loader = MeetingLoader(call, over_holds=True)
    request = MeetingRequest(
        within=(NOW, NOW + 5 * MINUTES_PER_DAY),
        now=NOW,
        parties=loader.parties(("bolt",), optional=()),
    )
    wanted = OfferAsked(count=3, expires=MORNING + asked, language=None, over_holds=False)
    made = make_offer(call, loader, loader.with_busy_times(request), wanted).kept
    assert made is not None
    assert len({start.date() for start in made.starts}) == 3
    assert made.expires == ends(made.starts)
    assert kept_offers(call) == (made,)
