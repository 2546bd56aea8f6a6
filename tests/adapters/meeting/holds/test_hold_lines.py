import pytest
from icalendar import Calendar
from kept_offers import MADE, kept

from clientbridge.adapters.meeting.calendars.content_lines import unescaped
from clientbridge.adapters.meeting.holds.hold_lines import RECORD, folded, lines_of
from clientbridge.adapters.meeting.holds.offer_record import written
from clientbridge.core.meeting.offers.kept_offer import KeptOffer
from clientbridge.core.meeting.offers.offer import OfferStatus

OFFERS = (
    kept(),
    kept(names=("東京" * 40,), clients=("a" * 90,)),
    kept(names=('A; B, "C"\\n \\', "two\nlines\u2028x"), status=OfferStatus.ACCEPTED, accepted=2),
)


def calendar(offer: KeptOffer) -> Calendar:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *lines_of(offer, MADE), "END:VCALENDAR"]
    read = Calendar.from_ical("".join(map(folded, lines)))
    assert isinstance(read, Calendar)
    return read


@pytest.mark.parametrize("offer", OFFERS)
def test_a_library_reads_what_is_written(offer: KeptOffer) -> None:
    read = calendar(offer)
    numbers = offer.held_numbers(MADE)
    events = read.walk("VEVENT")
    assert [(event.decoded("dtstart"), event.decoded("dtend")) for event in events] == [
        offer.times(number) for number in numbers
    ]
    assert {str(event["status"]) for event in events} == {
        "CONFIRMED" if offer.accepted else "TENTATIVE",
    }
    assert len({str(event["uid"]) for event in events}) == len(numbers)
    (record,) = read.walk("VJOURNAL")
    assert unescaped(str(record[RECORD])) == written(offer)


def test_an_agreed_meeting_has_the_uid_of_its_invitation() -> None:
    agreed = kept(status=OfferStatus.ACCEPTED, accepted=2)
    (event,) = calendar(agreed).walk("VEVENT")
    assert event["uid"] == agreed.uid


@pytest.mark.parametrize("status", [OfferStatus.WITHDRAWN, OfferStatus.EXPIRED])
def test_what_waits_no_longer_holds_nothing(status: OfferStatus) -> None:
    assert not calendar(kept(status=status)).walk("VEVENT")


@pytest.mark.parametrize("text", ["", "short", "x" * 75, "x" * 76, "é" * 100, "東" * 100, "a東" * 60])
def test_folded_lines_hold_seventy_five_octets_and_read_back(text: str) -> None:
    lines = folded(text)
    assert all(len(line.encode()) <= 75 for line in lines.removesuffix("\r\n").split("\r\n"))
    assert lines.replace("\r\n ", "") == f"{text}\r\n"
