from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from brief_samples import ANA, HOLIDAY, call, notes_of

from clientbridge.core.briefing.briefing import PartOfDay, WarningCode
from clientbridge.core.briefing.prepare import prepare
from clientbridge.core.culture.lookup import CultureLayer
from clientbridge.core.culture.scales import ScaleId

JP, BE, BR = notes_of("JP"), notes_of("BE"), notes_of("BR")


def at(hour: int, minute: int = 0, day: int = 24) -> datetime:
    """That time in Tokyo, in November 2026."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC) - (
        datetime(2026, 1, 1, 9, tzinfo=UTC) - datetime(2026, 1, 1, tzinfo=UTC)
    )


@pytest.mark.parametrize(
    ("now", "part", "say"),
    [
        (at(7), PartOfDay.BEFORE_WORK, "Before hours: work there starts at 09:00, in 2 h."),
        (at(9, 10), PartOfDay.MORNING, "The day has just begun there; work there ends at 17:30."),
        (at(14), PartOfDay.AFTERNOON, "Afternoon there; work there ends at 17:30."),
        (at(16, 40), PartOfDay.LAST_HOUR, "Late in the day: work there ends at 17:30, in 50 min."),
        (at(17, 30), PartOfDay.AFTER_WORK, "After hours: work there ends at 17:30."),
        (at(11, 0, 28), PartOfDay.DAY_OFF, "A day off there."),
    ],
)
def test_where_they_are_in_their_day(now: datetime, part: PartOfDay, say: str) -> None:
    moment = prepare(call(you=BE, them=JP, now=now)).moment
    assert (moment.part, moment.say) == (part, say)
    assert moment.minutes_ahead == 480


def test_without_hours_of_the_client_those_of_offices_there_are_told_as_such() -> None:
    moment = prepare(call(you=BE, them=BR, hours=None, now=at(8))).moment
    assert moment.hours_are_usual
    assert moment.closes == "18:00"
    assert moment.say.startswith("Before hours: offices there usually start at 09:00")


def warned(**facts: int) -> dict[WarningCode, str]:
    days = {date(2026, 11, day): HOLIDAY for day in facts.values()}
    brief = prepare(call(you=BE, them=replace(JP, slow_seasons=()), facts=days))
    return {line.code: line.say for line in brief.warnings}


def test_a_holiday_today_is_the_first_thing_said() -> None:
    assert warned(today=24) == {
        WarningCode.TODAY: "Today is a day off there: Labor Thanksgiving Day. Back at work tomorrow."
    }


def test_a_closure_of_several_days_is_told_once() -> None:
    assert warned(tuesday=24, wednesday=25, thursday=26) == {
        WarningCode.TODAY: (
            "Today is a day off there: Labor Thanksgiving Day. Back at work on Friday 27 November."
        )
    }


def test_on_a_weekend_the_holiday_after_it_is_told() -> None:
    brief = prepare(call(you=BE, them=JP, now=at(10, 0, 21), facts={date(2026, 11, 23): HOLIDAY}))
    said = [line.say for line in brief.warnings]
    assert said[0] == "It is Saturday there, a day off."
    assert said[1] == "Monday 23 November is off there: Labor Thanksgiving Day."


def test_a_holiday_within_a_week_is_told_with_the_day_they_are_back() -> None:
    said = warned(friday=27)[WarningCode.DAY_OFF_SOON]
    assert said == "Friday 27 November is off there: Labor Thanksgiving Day; back on Monday 30 November."


def test_a_holiday_yesterday_is_told() -> None:
    assert "Yesterday was a day off" in warned(monday=23)[WarningCode.DAY_OFF_BEFORE]


def test_an_ordinary_week_has_no_red_line() -> None:
    assert warned() == {}


def test_a_country_without_a_file_says_so() -> None:
    brief = prepare(call(you=BE, them=None))
    assert WarningCode.NO_NOTES in {line.code for line in brief.warnings}
    assert (brief.gaps, brief.phrases, brief.basis) == ((), (), None)


def test_a_change_of_clocks_within_a_week_is_told() -> None:
    brief = prepare(call(you=BE, them=JP, now=datetime(2026, 10, 21, 8, tzinfo=UTC)))
    (line,) = [line for line in brief.warnings if line.code is WarningCode.CLOCK_CHANGE]
    assert line.say == "Clocks here change by Sunday 25 October: the hours between you shift."


def test_a_season_is_told_two_weeks_ahead_and_while_it_runs() -> None:
    soon = prepare(call(you=BE, them=BR, now=datetime(2026, 12, 10, 8, tzinfo=UTC)))
    running = prepare(call(you=BE, them=BR, now=datetime(2026, 12, 22, 8, tzinfo=UTC)))
    codes = [{line.code for line in brief.warnings} for brief in (soon, running)]
    assert WarningCode.SEASON_SOON in codes[0]
    assert WarningCode.SEASON in codes[1]


def test_what_you_noted_of_the_person_beats_the_client_and_the_country() -> None:
    ana = replace(ANA, culture={"directness": 1, "schedule": 5})
    brief = prepare(call(you=BE, them=JP, person=ana, client_culture={"schedule": 4}))
    row = {row.id: row for row in brief.scales}
    assert (row[ScaleId.SCHEDULE].them, row[ScaleId.SCHEDULE].layer) == (5, CultureLayer.PERSON)
    assert (row[ScaleId.DIRECTNESS].them, row[ScaleId.DIRECTNESS].layer) == (1, CultureLayer.PERSON)


def test_notes_on_every_scale_drop_the_country() -> None:
    brief = prepare(call(you=BE, them=JP, client_culture={scale.value: 3 for scale in ScaleId}))
    assert brief.from_own_notes


def test_at_most_three_gaps() -> None:
    brief = prepare(call(you=BE, them=JP, client_culture={scale.value: 5 for scale in ScaleId}))
    assert len(brief.gaps) == 3


CHRISTMAS_WEEK = datetime(2026, 12, 21, 8, tzinfo=UTC)


def test_a_feast_is_greeted_only_for_those_known_to_keep_it() -> None:
    unknown = prepare(call(you=BE, them=BR, now=CHRISTMAS_WEEK))
    known = prepare(call(you=BE, them=BR, now=CHRISTMAS_WEEK, observes=("Christmas",)))
    assert unknown.greeting is None
    assert known.greeting is not None
    assert known.greeting.native == "Feliz Natal"


def test_a_solemn_day_gets_no_greeting() -> None:
    asked = call(you=BE, them=BR, now=CHRISTMAS_WEEK, observes=("christmas",))
    brief = prepare(replace(asked, solemn={date(2026, 12, 21): "Day of mourning"}))
    assert brief.greeting is None
    assert WarningCode.SOLEMN in {line.code for line in brief.warnings}


def test_the_greeting_of_the_hour_comes_first_and_those_of_other_hours_last() -> None:
    morning = [said.en for said in prepare(call(you=BE, them=BR, now=at(10))).phrases]
    evening = [said.en for said in prepare(call(you=BE, them=BR, now=at(19))).phrases]
    assert morning[0] == "Good morning"
    assert evening[0] == "Good evening"
    assert evening[-1] == "Good afternoon"
