import pytest

from clientbridge.adapters.meeting.calendars.busy_status import BusyStatus, busy_status
from clientbridge.adapters.meeting.calendars.components import component_tree

ME = ("tess@example.com", "tess@home.example")
BUSY, TENTATIVE, FREE = BusyStatus.BUSY, BusyStatus.TENTATIVE, BusyStatus.FREE


def status(*lines: str, is_cancellation: bool = False) -> BusyStatus:
    root, _ = component_tree("\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"]))
    return busy_status(root.parts[0], ME, is_cancellation=is_cancellation)


def answered(partstat: str, address: str = "mailto:tess@example.com") -> str:
    return f"ATTENDEE;PARTSTAT={partstat}:{address}"


MICROSOFT = "X-MICROSOFT-CDO-BUSYSTATUS"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], BUSY),
        (["STATUS:CONFIRMED", "TRANSP:OPAQUE"], BUSY),
        (["STATUS:CANCELLED"], FREE),
        (["status:cancelled"], FREE),
        (["TRANSP:TRANSPARENT"], FREE),
        (["transp:transparent"], FREE),
        (["STATUS:TENTATIVE"], TENTATIVE),
        (["TRANSP:TRANSPARENT", "TRANSP:OPAQUE"], BUSY),
        (["STATUS:CANCELLED", "STATUS:CONFIRMED"], BUSY),
        ([f"{MICROSOFT}:FREE"], FREE),
        ([f"{MICROSOFT}:WORKINGELSEWHERE"], FREE),
        ([f"{MICROSOFT}:TENTATIVE"], TENTATIVE),
        ([f"{MICROSOFT}:OOF"], BUSY),
        ([f"{MICROSOFT}:BUSY", "TRANSP:TRANSPARENT"], BUSY),
        (["TRANSP:OPAQUE", f"{MICROSOFT}:FREE"], FREE),
        (["X-MICROSOFT-CDO-INTENDEDSTATUS:FREE"], BUSY),
        ([answered("DECLINED")], FREE),
        ([answered("declined", "MAILTO:Tess@Example.COM")], FREE),
        ([answered("DECLINED", "mailto:tess@home.example")], FREE),
        ([answered('"DECLINED"', "tess@example.com")], FREE),
        (["ATTENDEE;PARTSTAT=DECLINED;EMAIL=tess@example.com:urn:uuid:1"], FREE),
        ([answered("DECLINED", "mailto:ana@example.com")], BUSY),
        ([answered("DECLINED", "mailto:not-tess@example.com")], BUSY),
        ([answered("DECLINED", "mailto:ana@example.com"), answered("ACCEPTED")], BUSY),
        ([answered("DECLINED"), answered("ACCEPTED", "mailto:tess@home.example")], BUSY),
        ([answered("DELEGATED")], BUSY),
        ([answered("TENTATIVE")], TENTATIVE),
        ([answered("NEEDS-ACTION")], TENTATIVE),
        (["ATTENDEE:mailto:tess@example.com"], TENTATIVE),
        ([answered("NEEDS-ACTION", "mailto:ana@example.com")], BUSY),
    ],
)
def test_status(lines: list[str], expected: BusyStatus) -> None:
    assert status(*lines) is expected


def test_a_cancellation_takes_no_time() -> None:
    assert status("STATUS:CONFIRMED", is_cancellation=True) is FREE


def test_who_has_no_address_has_declined_nothing() -> None:
    root, _ = component_tree(f"BEGIN:VEVENT\n{answered('DECLINED')}\nATTENDEE;PARTSTAT=DECLINED:\nEND:VEVENT")
    assert busy_status(root.parts[0], (), is_cancellation=False) is BUSY
