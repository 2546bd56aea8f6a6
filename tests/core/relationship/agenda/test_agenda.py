from people import BRUSSELS, MONDAY, day

from clientbridge.core.command_line import command
from clientbridge.core.relationship.agenda.agenda import Agenda, AgendaCode, AgendaItem


def test_an_item_is_of_one_client_unranked_and_not_overdue_by_default() -> None:
    new = AgendaItem(
        client="acme", code=AgendaCode.HOLIDAY, why="x", when=day("11-23"), command=command("today")
    )
    assert (new.rank, new.overdue_days, new.others) == (0, 0, ())


def test_an_empty_agenda_is_an_answer() -> None:
    assert Agenda(
        today=MONDAY, until=MONDAY, you="Europe/Brussels", here=BRUSSELS.schedule.zone, clocks=(), items=()
    ).answered
