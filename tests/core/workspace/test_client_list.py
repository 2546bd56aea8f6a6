from dataclasses import replace

from people import HIKARI, MORI, TANAKA

from clientbridge.core.days.place import Place
from clientbridge.core.workspace.client_list import ListedClient, ListedPerson, listed


def test_clients_are_listed_in_order_with_where_they_are_and_who_is_there() -> None:
    in_tokyo = replace(HIKARI.schedule, place=Place("JP", "JP-13"))
    first = replace(HIKARI, schedule=in_tokyo, people=(replace(TANAKA, role="CTO"), MORI))
    empty = replace(HIKARI, id="aon", name="Aon", file="clients/aon.yaml", people=())
    assert listed((first, empty), {Place("JP", "JP-13"): "Tokyo", Place("JP"): "Japan"}).clients == (
        ListedClient(
            id="hikari",
            name="Hikari KK",
            country="JP",
            region="JP-13",
            timezone="Asia/Tokyo",
            people=(
                ListedPerson(id="tanaka", name="Taro Tanaka", role="CTO"),
                ListedPerson(id="mori", name="Yui Mori", role=None),
            ),
            file="clients/hikari.yaml",
            place="Tokyo",
        ),
        ListedClient(
            id="aon",
            name="Aon",
            country="JP",
            region=None,
            timezone="Asia/Tokyo",
            people=(),
            file="clients/aon.yaml",
            place="Japan",
        ),
    )


def test_no_client_is_an_answer_too() -> None:
    assert listed((), {}).clients == ()
    assert listed((), {}).answered
