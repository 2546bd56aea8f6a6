import pytest

from clientbridge.adapters.meeting.reading_budget import ReadingBudget
from clientbridge.core.errors import SourceFailedError


def test_an_event_in_the_range_costs_more_than_one_outside() -> None:
    reading = ReadingBudget(6)
    reading.spend_on_event("a.ics", in_range=True)
    reading.spend_on_event("a.ics", in_range=False)
    reading.spend_on_event("b.ics", in_range=False)
    with pytest.raises(SourceFailedError, match=r"b\.ics has more events than one call reads"):
        reading.spend_on_event("b.ics", in_range=False)


def test_following_rules_costs_too_and_is_told_by_the_next_event() -> None:
    reading = ReadingBudget(3)
    reading.spend_on_steps(59)
    with pytest.raises(SourceFailedError):
        reading.spend_on_event("a.ics", in_range=True)
