"""`cb client list`: who your clients are and where."""

from clientbridge.core.command_line import quoted
from clientbridge.core.time.formatting import city, day_month_year
from clientbridge.core.workspace.client_list import ClientList, ListedClient
from clientbridge.render.page import Column, Line, Next, Page, Table, Title, phrase, quiet, strong
from clientbridge.render.page import page as page_of


def page(result: ClientList) -> Page:
    """Return a page with one line per client."""
    if not result.clients:
        return page_of(Line(phrase("No clients yet.")), Next("cb client add", "your first one"))
    count = len(result.clients)
    return page_of(
        Title("Clients", aside=str(count)),
        Table(
            (
                Column("id", fold=False),
                Column("name"),
                Column("where"),
                Column("clock", fold=False),
                Column("people"),
            ),
            tuple(
                (
                    phrase(strong(client.id)),
                    phrase(client.name, quiet(_archived(client))),
                    phrase(client.place),
                    phrase(city(client.timezone)),
                    phrase(quiet(", ".join(person.id for person in client.people) or "nobody yet")),
                )
                for client in result.clients
            ),
        ),
        Next(f"cb client show {quoted(result.clients[0].id)}", "everything known, and from where"),
    )


def _archived(client: ListedClient) -> str:
    return "" if client.archived is None else f" (archived {day_month_year(client.archived)})"
