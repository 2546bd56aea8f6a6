from clientbridge.adapters.culture.movable_days import told_days
from clientbridge.adapters.data_files import read_mapping


def test_both_tables_agree_on_the_first_day_of_ramadan() -> None:
    """Country files name the day, calendars of places need the month; each has a table of its own."""
    months = read_mapping("moving_feasts.yaml").rows("ramadan")
    firsts = {row.text("first") for row in months}
    told = {day.isoformat() for (name, _), day in told_days().items() if name == "ramadan"}
    assert told
    assert told <= firsts
