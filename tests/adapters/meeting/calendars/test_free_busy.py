import pytest
from zones import zone

from clientbridge.adapters.meeting.calendars.components import CalendarFault, component_tree
from clientbridge.adapters.meeting.calendars.free_busy import free_busy_spans
from clientbridge.adapters.meeting.calendars.values import FileClocks

CLOCKS = FileClocks(zone("Europe/Brussels"), zone("Europe/Brussels"), lambda _name: None)


BOTH = ["01 10:00-10:09 busy", "02 10:00-10:05 busy"]


def periods(*lines: str) -> list[str]:
    root, _ = component_tree("\n".join(["BEGIN:VFREEBUSY", *lines, "END:VFREEBUSY"]))
    return [
        f"{one.line} {one.say}"
        if isinstance(one, CalendarFault)
        else f"{one.start:%d %H:%M}-{one.end:%H:%M} {one.status.value}"
        for one in free_busy_spans(root.parts[0], CLOCKS)
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["FREEBUSY:20261201T100000Z/20261201T110000Z"], ["01 10:00-11:00 busy"]),
        (["FREEBUSY:20261201T100000Z/PT9M,20261202T100000Z/+PT5M"], BOTH),
        (["FREEBUSY;FBTYPE=FREE:20261201T100000Z/PT1H"], ["01 10:00-11:00 free"]),
        (["freebusy;fbtype=busy-tentative:20261201T100000Z/PT1H"], ["01 10:00-11:00 tentative"]),
        (["FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261201T100000Z/PT1H"], ["01 10:00-11:00 busy"]),
        (["FREEBUSY:20261201T100000/20261201T110000"], ["01 09:00-10:00 busy"]),
        (["DTSTART:20261201T100000Z", "DTEND:20261201T110000Z"], []),
        (["DTSTART:20261201T100000Z", "DTEND:20261201T110000Z", "FBTYPE:BUSY"], ["01 10:00-11:00 busy"]),
        (["FREEBUSY:soon/later"], ["2 'soon' is no time"]),
        (["FREEBUSY:20261201T100000Z"], ["2 '' is no time"]),
        (["FREEBUSY:20261201T100000Z/PTX"], ["2 'PTX' is no length of time"]),
        (["FREEBUSY:20261201T100000Z/20261201T090000Z"], ["2 a busy time ends before it begins"]),
    ],
)  # fmt: skip
def test_periods(lines: list[str], expected: list[str]) -> None:
    assert periods(*lines) == expected
