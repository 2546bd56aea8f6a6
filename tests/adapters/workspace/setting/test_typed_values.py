"""What typed words become in a profile."""

from datetime import date

import pytest

from clientbridge.adapters.time.zone_database import open_zone_database
from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.profiles.kinds.scales import SINCE
from clientbridge.adapters.workspace.profiles.reading import Key
from clientbridge.adapters.workspace.setting.typed_values import TypedValues, typed_example
from clientbridge.adapters.yaml_files.writing import Value
from clientbridge.core.errors import UsageError

TYPED = TypedValues(open_zone_database(), date(2026, 11, 26))


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        (schema.COUNTRY_KEY, "japan", "JP"),
        (schema.TIMEZONE, "tokyo", "Asia/Tokyo"),
        (schema.LANGUAGE_KEY, "PT_br", "pt-BR"),
        (schema.HOURS_KEY, "9-17", "9-17"),
        (schema.HOURS_KEY, "fri 9-12", {"fri": "9-12"}),
        (schema.HOURS_KEY, "9am to 5.30pm", "09:00-17:30"),
        (schema.HOURS_KEY, "mon to thu 9 till 6pm", {"mon-thu": "9-18:00"}),
        (schema.STRETCH, "7am to 10pm", "07:00-22:00"),
        (schema.LANGUAGES, "fr, nl", ["fr", "nl"]),
        (schema.GOALS, "a; b, c", ["a", "b", "c"]),
        (schema.FISCAL_YEAR_END, "31 March", "03-31"),
        (schema.BIRTHDAY, "05-17", "05-17"),
        (SINCE, "today", "2026-11-26"),
        (schema.DAYS_OFF, "2026-12-28 Stocktaking", [{"days": "2026-12-28", "name": "Stocktaking"}]),
        (
            schema.DAYS_OFF,
            "28 dec to 5 jan Winter closure; fri",
            [{"days": "2026-12-28..2027-01-05", "name": "Winter closure"}, {"days": "2026-11-27"}],
        ),
        (schema.TRAVEL, "2026-12-01 - 2026-12-09 Dubai", [
            {"days": "2026-12-01..2026-12-09", "timezone": "Asia/Dubai", "country": "AE"}
        ]),
        (schema.TRAVEL, "2026-12-01 Dubai OM; 4 dec JP; 5 dec UTC", [
            {"days": "2026-12-01", "timezone": "Asia/Dubai", "country": "OM"},
            {"days": "2026-12-04", "country": "JP"},
            {"days": "2026-12-05", "timezone": "UTC"},
        ]),
        (schema.TRAVEL, "1 dec New York US US-NY", [
            {"days": "2026-12-01", "timezone": "America/New_York", "country": "US", "region": "US-NY"}
        ]),
        (schema.CALENDAR_KEY, "calendars/a, b.ics", "calendars/a, b.ics"),
        (schema.CALENDAR_KEY, "a.ics; https://x.example/b.ics", ["a.ics", "https://x.example/b.ics"]),
        (schema.CALENDAR_KEY, "file: a.ics", "a.ics"),
        (schema.CALENDAR_KEY, "caldav: https://x.example/w/", {"caldav": "https://x.example/w/"}),
        (schema.CALENDAR_KEY, "caldav: https://x.example/w/, save: yes, busy: likely", {
            "caldav": "https://x.example/w/", "save": "yes", "busy": "likely"
        }),
        (schema.CALENDAR_KEY, "a.ics tentative: ignore", {"file": "a.ics", "tentative": "ignore"}),
        (schema.CALENDAR_KEY, "{file: a.ics, busy: likely}", {"file": "a.ics", "busy": "likely"}),
        (schema.SEASONS, "ramadan 10:00-15:00", [{"days": "ramadan", "hours": "10:00-15:00"}]),
        (schema.SEASONS, "1 jul to 31 aug fri 9-12", [
            {"days": "2027-07-01..2027-08-31", "hours": {"fri": "9-12"}}
        ]),
    ],
)  # fmt: skip
def test_words_become_a_value(key: Key[object], text: str, value: Value) -> None:
    assert TYPED.value(key, text) == value


@pytest.mark.parametrize(
    ("key", "text", "say", "hint"),
    [
        (schema.HOURS_KEY, "9-", "'9-' has no end", "for example 09:00-12:30, 13:30-18:00"),
        (schema.TIMEZONE, "EST", "EST", "for example Asia/Tokyo"),
        (schema.PUBLIC_HOLIDAYS, "maybe", "'maybe' is not yes or no", "for example yes"),
        (schema.DAYS_OFF, "soon", "'soon' is not a day", "for example 2026-12-28..2027-01-05 Winter closure"),
        (schema.SEASONS, "1 dec nine", "nine", "for example ramadan 10:00-15:00"),
        (schema.CHECKIN, "often", "often", "for example 2w"),
        (schema.CALENDAR_KEY, "[{file: a.ics", "cannot be understood", "calendars/lea.ics, save: yes"),
        (schema.LEVEL_KEY, "boss", "'boss' is not level", "for example executive"),
    ],
)
def test_wrong_words_are_told_with_an_example(key: Key[object], text: str, say: str, hint: str) -> None:
    with pytest.raises(UsageError) as told:
        TYPED.value(key, text)
    assert say in told.value.say
    assert hint in str(told.value.hint)


def test_one_value_of_a_list_is_taken_whole() -> None:
    assert TYPED.item(schema.GOALS, "sell more, waste less") == "sell more, waste less"
    assert typed_example(schema.GOALS) == "new revenue in Brazil"
