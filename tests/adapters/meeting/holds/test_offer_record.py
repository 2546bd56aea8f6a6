import json

import pytest
from kept_offers import kept

from clientbridge.adapters.meeting.holds.offer_record import read, written
from clientbridge.adapters.meeting.kept_record import WrongRecordError
from clientbridge.core.meeting.offers.kept_offer import KeptOffer
from clientbridge.core.meeting.offers.offer import OfferStatus
from clientbridge.core.time.hours import ClockRange

OFFERS = (
    kept(),
    kept(status=OfferStatus.ACCEPTED, accepted=2, sequence=3, language="pt-BR"),
    kept(clients=("acme/ana", "@são paulo"), names=('Ana "A" \\ Souza; x, y', "東京")),
    kept(status=OfferStatus.WITHDRAWN, accepted=1),
    kept(stretch=(ClockRange(420, 1290), ClockRange(1380, 1500)), asked=(180,)),
)


@pytest.mark.parametrize("offer", OFFERS)
def test_what_is_written_reads_back(offer: KeptOffer) -> None:
    assert read(written(offer)) == offer


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"version": 2}, "the offer was written by a newer version of cb: update this one"),
        ({"id": "../x"}, "the offer cannot be read: wrong 'id'"),
        ({"uid": "x@y"}, "the offer cannot be read: wrong 'uid'"),
        ({"starts": ["9999-12-31T23:50:00Z"]}, "the offer cannot be read: wrong 'starts'"),
        ({"expires": "0001-01-01T00:00:00Z"}, "the offer cannot be read: wrong 'expires'"),
        ({"clients": []}, "the offer cannot be read: wrong 'clients'"),
        ({"names": []}, "the offer cannot be read: wrong 'names'"),
        ({"names": ["Acme KK", "Bolt"]}, "the offer cannot be read: wrong 'names'"),
        ({"starts": []}, "the offer cannot be read: wrong 'starts'"),
        ({"starts": ["2026-11-24T08:00:00Z"] * 13}, "the offer cannot be read: wrong 'starts'"),
        ({"duration_minutes": 0}, "the offer cannot be read: wrong 'duration_minutes'"),
        ({"duration_minutes": True}, "the offer cannot be read: wrong 'duration_minutes'"),
        ({"accepted": 4}, "the offer cannot be read: wrong 'accepted'"),
        ({"accepted": "1"}, "the offer cannot be read: wrong 'accepted'"),
        ({"status": "accepted"}, "the offer cannot be read: wrong 'status'"),
        ({"names": [1]}, "the offer cannot be read: wrong 'names'"),
        ({"stretch": [[600, 540]]}, "the offer cannot be read: wrong 'stretch'"),
        ({"stretch": [[1440, 1500]]}, "the offer cannot be read: wrong 'stretch'"),
        ({"stretch": ["07:00"]}, "the offer cannot be read: wrong 'stretch'"),
        ({"asked": [60, 60]}, "the offer cannot be read: wrong 'asked'"),
        ({"asked": ["60"]}, "the offer cannot be read: wrong 'asked'"),
        ({"sequence": -1}, "the offer cannot be read: wrong 'sequence'"),
    ],
)
def test_what_is_no_offer_is_told(changed: dict[str, object], said: str) -> None:
    with pytest.raises(WrongRecordError) as refused:
        read(json.dumps({**json.loads(written(kept())), **changed}))
    assert str(refused.value) == said


@pytest.mark.parametrize("text", ["", "x", "[]", "1", "[" * 10_000, '{"id": "'])
def test_what_is_damaged_is_told(text: str) -> None:
    with pytest.raises(WrongRecordError, match="damaged"):
        read(text)
