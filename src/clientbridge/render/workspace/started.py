"""`cb init`: the files created, and what to do next."""

from clientbridge.core.command_line import quoted
from clientbridge.core.workspace.changes import Started
from clientbridge.render.page import BlankLine, Facts, Line, Next, Page, Title, phrase, strong
from clientbridge.render.page import page as page_of

_MEANINGS = {
    "me.yaml": "you",
    "clients/": "one file for each client",
    ".gitattributes": "so that git can merge journals",
    ".gitignore": "so that git leaves out what cb writes while it works",
    ".schema/": "so that your editor knows the keys",
}


def _meaning_of(file: str) -> str:
    return next((meaning for start, meaning in _MEANINGS.items() if file.startswith(start)), "")


def page(result: Started) -> Page:
    """Return the page: the folder, its files, the next commands."""
    rows = tuple((name, phrase(_meaning_of(name))) for name in result.files)
    elsewhere = f" --home {quoted(result.folder)}"
    option = "" if result.found_without_option else elsewhere
    first = result.clients[0] if result.clients else None
    return page_of(
        Title("Your files are ready", aside=result.folder),
        Facts(rows),
        BlankLine(),
        None
        if result.found_without_option
        else Line(
            phrase("From elsewhere add ", strong(elsewhere.strip()), ", or set CB_HOME to this folder.")
        ),
        Next(f"cb client edit {quoted(first)}{option}", "say more about your first client")
        if first
        else None,
        Next(f"cb meet {quoted(first)}{option}", "when to meet") if first else None,
        Next(f"cb client add{option}", "add a client"),
    )
