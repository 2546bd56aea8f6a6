from datetime import date, timedelta

from clientbridge.core.days.day import DayStatus
from clientbridge.core.days.holiday_report import HolidayReport
from clientbridge.core.days.place import Place
from clientbridge.core.days.report.month_lines import MonthLine
from clientbridge.core.days.report.spells import Spell
from clientbridge.render.days.days import page
from clientbridge.render.formats import Look
from clientbridge.render.views import DaysView
from clientbridge.render.writers.to_plain import to_plain
from clientbridge.render.writers.to_terminal import to_terminal

FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)
DAYS = [FIRST + timedelta(days=at) for at in range(365)]
OFF = {date(2027, 1, 1): DayStatus.CLOSED, date(2027, 12, 31): DayStatus.REDUCED}


def line(client: str | None, name: str) -> MonthLine:
    weekend = tuple(day.weekday() > 4 for day in DAYS)
    statuses = tuple(
        OFF.get(day, DayStatus.CLOSED if off else DayStatus.WORKING)
        for day, off in zip(DAYS, weekend, strict=True)
    )
    return MonthLine(client=client, name=name, statuses=statuses, weekend=weekend)


def spell(client: str | None, name: str, first: date, last: date, *names: str) -> Spell:
    status = OFF.get(first, DayStatus.CLOSED)
    return Spell(
        client=client, name=name, place=Place("NO"), first=first, last=last, status=status, names=names
    )


ACME, BAYSIDE = line("acme", "Acme"), line("bayside", "Bayside Health")
NEW_YEAR = spell("acme", "Acme", FIRST, date(2027, 1, 3), "New Year's Day", "Second Day")
SHORT = spell("acme", "Acme", LAST, LAST, "New Year's Eve")
ACROSS = spell("acme", "Acme", date(2026, 12, 28), date(2027, 1, 3), "Winter closure")


def shown(*lines: MonthLine, found: tuple[Spell, ...], width: int | None = None) -> list[str]:
    report = HolidayReport(from_=FIRST, to=LAST, days=(), today=FIRST, asked=len(lines))
    drawn = page(report, DaysView(months=lines, spells=found))
    return (to_plain(drawn) if width is None else to_terminal(drawn, Look(width=width))).splitlines()


def test_one_client_has_twelve_months_and_its_breaks() -> None:
    lines = shown(ACME, found=(NEW_YEAR, SHORT), width=80)
    assert lines[:5] == [
        "Days off in 2027  Acme",
        "",
        "      1             8             15            22            29",
        "Jan   X - - . . . . . - - . . . . . - - . . . . . - - . . . . . - -",
        "Feb   . . . . . - - . . . . . - - . . . . . - - . . . . . - -",
    ]
    assert lines[14:] == [
        "Dec   . . . - - . . . . . - - . . . . . - - . . . . . - - . . . . h",
        ". worked   h short   ? likely closed   X closed   u unknown   - weekend",
        "",
        "Fri 1 - Sun 3 Jan  New Year's Day; Second Day",
        "Fri 31 Dec         New Year's Eve (short day)",
    ]


def test_a_holiday_that_is_worked_through_is_named_as_that() -> None:
    worked = Spell(
        client="acme",
        name="Acme",
        place=Place("NO"),
        first=FIRST,
        last=FIRST,
        status=DayStatus.WORKING,
        names=("New Year's Day",),
        worked_through=True,
    )
    for width in (40, 80, None):
        assert "they work through New Year's Day" in " ".join(
            " ".join(shown(ACME, found=(worked,), width=width)).split()
        )


def test_on_a_narrow_screen_the_days_stand_closer() -> None:
    lines = shown(ACME, found=(), width=40)
    assert lines[2:4] == ["     1      8      15     22     29", "Jan  X--.....--.....--.....--.....--"]
    assert max(map(len, lines)) <= 40
    assert lines[-1] == "no day off in this year"


def test_it_is_told_in_words() -> None:
    lines = shown(ACME, found=(NEW_YEAR,))
    assert lines[:3] == ["Days off in 2027: Acme", "January: Fri 1 closed", "February: only ordinary days"]
    assert lines[12] == "December: Fri 31 short day"
    assert lines[-1] == "Fri 1 - Sun 3 Jan, New Year's Day; Second Day"


def test_several_have_each_their_breaks_and_no_picture() -> None:
    assert shown(ACME, BAYSIDE, found=(ACROSS, SHORT), width=80) == [
        "Days off in 2027  2 clients",
        "",
        "Acme",
        "Mon 28 Dec - Sun 3 Jan  Winter closure",
        "Fri 31 Dec              New Year's Eve (short day)",
        "",
        "Bayside Health",
        "no day off in this year",
    ]


def test_places_are_called_places() -> None:
    lines = shown(
        line(None, "Norway"), line(None, "Sharjah"), found=(spell(None, "Norway", FIRST, FIRST, "A"),)
    )
    assert lines == [
        "Days off in 2027: 2 places",
        "Norway",
        "Fri 1 Jan, A",
        "Sharjah",
        "no day off in this year",
    ]
