"""`cb init`: who is in your files now, and what to do next."""

from clientbridge.core.command_line import quoted
from clientbridge.core.time.formatting import clock_time
from clientbridge.core.workspace.changes import Started, StartedParty
from clientbridge.render.page import (
    BlankLine,
    Emphasis,
    Facts,
    Line,
    Next,
    Page,
    Phrase,
    Title,
    offered,
    phrase,
    quiet,
    strong,
)
from clientbridge.render.page import page as page_of

_MOST_CLIENTS = 12


def page(result: Started) -> Page:
    """Return the page: you, your clients, the next commands."""
    elsewhere = f" --home {quoted(result.folder)}"
    option = "" if result.found_without_option else elsewhere
    you, *clients = result.parties
    left = len(clients) - _MOST_CLIENTS
    rows = (("you", _who(you)), *((one.id, _who(one)) for one in clients[:_MOST_CLIENTS]))
    return page_of(
        Title("Your files are ready", aside=result.folder),
        Facts(rows),
        Line(phrase(quiet(f"and {left} more: "), offered("cb client list", Emphasis.QUIET)))
        if left > 0
        else None,
        *(() if result.found_without_option else (BlankLine(), _from_elsewhere(elsewhere.strip()))),
        *_next(clients[0] if clients else None, option),
    )


def _from_elsewhere(option: str) -> Line:
    return Line(phrase("From elsewhere add ", strong(option), ", or set CB_HOME to this folder."))


def _next(first: StartedParty | None, option: str) -> tuple[Next, ...]:
    if first is None:
        return (
            Next(f'cb client add "Acme"{option}', "your first client"),
            Next("cb --demo today", "look around with sample clients"),
        )
    return (
        Next(f"cb meet {quoted(first.id)}{option}", "when to meet"),
        Next(f"cb brief {quoted(first.id)}{option}", "what to know before a call"),
        Next(f'cb client add "Another client"{option}', "the next client"),
    )


def _who(party: StartedParty) -> Phrase:
    return phrase(party.name, quiet(f", {party.place}, {clock_time(party.local_time)} there now"))
