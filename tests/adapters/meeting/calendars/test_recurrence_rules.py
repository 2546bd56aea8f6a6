import pytest

from clientbridge.adapters.meeting.calendars.recurrence_rules import recurrence_rule
from clientbridge.adapters.meeting.calendars.values import UnreadValueError


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("", "cannot be followed"),
        ("D1 #0", "cannot be followed"),
        ("FREQ=FORTNIGHTLY", "'FORTNIGHTLY'"),
        ("FREQ=SECONDLY", "every second"),
        ("FREQ=MINUTELY;BYHOUR=9", "by the minute"),
        ("FREQ=HOURLY;BYSETPOS=29", "BYSETPOS"),
        ("RSCALE=CHINESE;FREQ=YEARLY", "another calendar"),
        ("FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=BACKWARD", "SKIP"),
        ("FREQ=DAILY;INTERVAL=one", "'ONE'"),
        ("FREQ=DAILY;COUNT=" + "9" * 5000, "too long"),
        ("FREQ=WEEKLY;BYDAY=XX", "no weekday"),
        ("FREQ=WEEKLY;WKST=XX", "no weekday"),
        ("FREQ=MONTHLY;BYDAY=6MO", "not possible"),
        ("FREQ=YEARLY;BYDAY=54MO", "not possible"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY=32"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY=0"),
        ("FREQ=MONTHLY;BYSETPOS=9999;BYDAY=MO", "BYSETPOS=9999"),
        ("FREQ=DAILY;BYHOUR=24", "BYHOUR=24"),
        ("FREQ=DAILY;BYHOUR=9,ten", "'TEN'"),
        ("FREQ=WEEKLY;BYDAY=MO;BYDAY=TU", "BYDAY twice"),
    ],
)
def test_what_cannot_be_followed_is_told(rule: str, says: str) -> None:
    with pytest.raises(UnreadValueError) as failed:
        recurrence_rule(rule, 5)
    assert says in failed.value.say
    assert failed.value.line == 5


@pytest.mark.parametrize(("count", "expected"), [("3", 3), ("0", None), ("-1", None)])
def test_less_than_one_date_is_no_end(count: str, expected: int | None) -> None:
    assert recurrence_rule(f"FREQ=DAILY;COUNT={count}", 1).count == expected


@pytest.mark.parametrize(
    ("rule", "unknown"),
    [
        ("FREQ=DAILY;INTERVAL=0", ("INTERVAL=0",)),
        ("FREQ=DAILY;INTERVAL=-2", ("INTERVAL=-2",)),
        ("FREQ=DAILY;X-SKIP=1", ("X-SKIP",)),
        ("FREQ=DAILY;COUNT=1;COUNT=1", ()),
        ("FREQ=DAILY;BYHOUR=", ("BYHOUR=",)),
        ("FREQ=WEEKLY;BYDAY=MO,", ("BYDAY=MO,",)),
        ("FREQ=WEEKLY;BYDAY=MO", ()),
    ],
)
def test_parts_without_which_there_are_more_dates_are_named(rule: str, unknown: tuple[str, ...]) -> None:
    assert recurrence_rule(rule, 1).unknown == unknown
