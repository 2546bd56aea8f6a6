"""Whom `cb ask` asks, and in which words; what they answer is read in `ask_reply.py`."""

from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge.adapters.culture.page_words import page_words
from clientbridge.adapters.culture.usual_language import written_language
from clientbridge.core.command_line import quoted
from clientbridge.core.culture.client_pages.page_words import PageWords
from clientbridge.core.errors import UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.workspace.asking.asked import Asked

if TYPE_CHECKING:
    from clientbridge.core.workspace.profiles import Client, Person
    from clientbridge.load.session import Session

_ENGLISH = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhomToAsk:
    """A person, the words of their page, and where the answers go."""

    client: "Client"
    person: "Person"
    words: PageWords
    sender: str
    address: str | None

    @property
    def party(self) -> str:
        """As the person is named on the command line."""
        return f"{self.client.id}/{self.person.id}"

    def with_page(self, page: Path) -> Asked:
        """The answer where a page was made."""
        return Asked(
            client=self.client.id,
            person=self.person.id,
            name=self.person.name,
            page=str(page),
            language=self.words.language,
            address=self.address,
            file=self.client.file,
        )


def whom_to_ask(session: "Session", name: str) -> WhomToAsk:
    """The person that ``acme/ana`` means, or the only one of ``acme``; raises as `Workspace.party`."""
    client, person = session.workspace.party(name)
    if person is None and len(client.people) == 1:
        (person,) = client.people
    if person is None:
        known = ", ".join(f"{client.id}/{one.id}" for one in client.people)
        hint = f"name one of: {known}" if known else f"add one: cb client person {quoted(client.id)} add NAME"
        raise UsageError("who is to be asked?", hint=hint)
    place = person.schedule.place
    language = person.language or written_language(place) or _ENGLISH
    me = session.workspace.me
    return WhomToAsk(
        client=client,
        person=person,
        words=page_words(language, place.country, "ask", cache=session.cache),
        sender=me.name,
        address=me.email,
    )
