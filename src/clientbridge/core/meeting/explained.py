"""A plan without slots, with what blocks and what would help."""

from collections.abc import Callable
from dataclasses import replace

from clientbridge.core.meeting.no_slot.blockers import blockers, longest_gap
from clientbridge.core.meeting.no_slot.relaxations import relaxations
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.meeting.result import MeetingPlan
from clientbridge.core.meeting.search import SearchResult
from clientbridge.core.meeting.working_time import Almanac


def explained(
    plan: MeetingPlan, found: SearchResult, almanac_of: Callable[[MeetingRequest], Almanac]
) -> MeetingPlan:
    """The same plan with its blockers, the longest common gap and the changes that were found to help.

    `almanac_of` gives the calendars for a search at another time.
    """
    gap = longest_gap(found)
    return replace(
        plan,
        blockers=blockers(found),
        longest_gap=gap,
        relaxations=relaxations(found, gap, almanac_of),
    )
