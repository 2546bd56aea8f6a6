"""What RFC 5546 asks of an event in a message about a meeting, by the tables of its section 3.2.

Written from the RFC, and known to no part of the program.
"""

from collections import Counter
from collections.abc import Mapping

from icalendar import Calendar

ONCE, PERHAPS, ANY, SOME, NEVER = (1, 1), (0, 1), (0, 999), (1, 999), (0, 0)
_ALWAYS: Mapping[str, tuple[int, int]] = {
    **dict.fromkeys(("DTSTAMP", "UID"), ONCE),
    **dict.fromkeys(
        ("DTEND", "DURATION", "LOCATION", "PRIORITY", "RECURRENCE-ID", "CLASS", "CREATED"), PERHAPS
    ),
    **dict.fromkeys(("DESCRIPTION", "GEO", "LAST-MODIFIED", "STATUS", "TRANSP", "URL"), PERHAPS),
    **dict.fromkeys(("COMMENT", "EXDATE", "RDATE", "RRULE", "CATEGORIES", "RESOURCES", "CONTACT"), ANY),
}
_OF_METHOD: Mapping[str, Mapping[str, tuple[int, int]]] = {
    "REQUEST": {
        "ATTENDEE": SOME,
        "DTSTART": ONCE,
        "ORGANIZER": ONCE,
        "SUMMARY": ONCE,
        "SEQUENCE": PERHAPS,
        "REQUEST-STATUS": NEVER,
    },
    "PUBLISH": {
        # The RFC asks for an organiser; without your address there is none to be named.
        "ATTENDEE": NEVER,
        "DTSTART": ONCE,
        "ORGANIZER": PERHAPS,
        "SUMMARY": ONCE,
        "SEQUENCE": PERHAPS,
        "REQUEST-STATUS": NEVER,
    },
    "CANCEL": {
        "ATTENDEE": ANY,
        "DTSTART": PERHAPS,
        "ORGANIZER": ONCE,
        "SUMMARY": PERHAPS,
        "SEQUENCE": ONCE,
        "REQUEST-STATUS": NEVER,
    },
    "REPLY": {
        "ATTENDEE": ONCE,
        "DTSTART": PERHAPS,
        "ORGANIZER": ONCE,
        "SUMMARY": PERHAPS,
        "SEQUENCE": PERHAPS,
        "REQUEST-STATUS": ANY,
    },
    "COUNTER": {
        "ATTENDEE": ANY,
        "DTSTART": ONCE,
        "ORGANIZER": ONCE,
        "SUMMARY": ONCE,
        "SEQUENCE": ONCE,
        "REQUEST-STATUS": ANY,
    },
    "DECLINECOUNTER": {
        "ATTENDEE": ANY,
        "DTSTART": PERHAPS,
        "ORGANIZER": ONCE,
        "SUMMARY": PERHAPS,
        "SEQUENCE": ONCE,
        "REQUEST-STATUS": ANY,
    },
}
_ALARMS = frozenset({"REQUEST", "PUBLISH", "COUNTER"})
"""The methods that may carry reminders."""


def broken_rules(calendar: Calendar) -> list[str]:
    """What is wrong with a message, in words; nothing where all rules are kept."""
    method = str(calendar.get("METHOD", ""))
    if method not in _OF_METHOD:
        return [f"no method: {method!r}"]
    said = [
        f"{part.name} in it" for part in calendar.subcomponents if part.name not in {"VEVENT", "VTIMEZONE"}
    ]
    if len({str(event.get("UID")) for event in calendar.events}) != 1:
        said.append("not one UID")
    defined = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
    for event in calendar.events:
        counted = Counter(
            name for name, _ in event.property_items(recursive=False) if name not in {"BEGIN", "END"}
        )
        allowed = {**_ALWAYS, **_OF_METHOD[method]}
        for name, (least, most) in allowed.items():
            if not least <= counted[name] <= most:
                said.append(f"{counted[name]} of {name} in a {method}")
        said += [f"unknown {name}" for name in counted if name not in allowed and not name.startswith("X-")]
        if counted["DTEND"] and counted["DURATION"]:
            said.append("an end and a duration")
        if event.subcomponents and method not in _ALARMS:
            said.append("an alarm")
        used = {
            str(getattr(value, "params", {})["TZID"])
            for _, value in event.property_items(recursive=False)
            if "TZID" in getattr(value, "params", {})
        }
        said += [f"zone {zone} is not defined" for zone in used - defined]
        if method == "CANCEL" and str(event.get("STATUS", "CANCELLED")) != "CANCELLED":
            said.append("called off, and not cancelled")
    return said
