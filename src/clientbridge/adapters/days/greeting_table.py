"""The table of feasts and of what to say on them."""

from clientbridge.adapters.data_files import TableRow, read_rows
from clientbridge.adapters.json_cache import JsonCache
from clientbridge.core.days.greetings import Feast, GreetingTone

_TABLE = "greetings.yaml"


def feasts(cache: JsonCache) -> tuple[Feast, ...]:
    """Every feast, in the order in which they are looked for."""
    return tuple(_feast(row) for row in read_rows(_TABLE, cache=cache))


def _feast(row: TableRow) -> Feast:
    return Feast(
        id=row.text("id"),
        names=row.texts("names"),
        meaning=row.text("meaning"),
        tone=GreetingTone(row.text("tone")),
        say=row.maybe("say"),
        never=row.maybe("never"),
        of_one_faith="faith" in row,
        nations=frozenset(row.texts("nations")),
        countries=frozenset(row.texts("countries")),
        eve_of=row.maybe("eve_of"),
        say_in={country: row.row("say_in").text(country) for country in row.row("say_in").fields},
        say_alone=row.maybe("say_alone"),
    )
