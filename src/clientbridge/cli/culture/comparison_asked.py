"""The comparison that was asked for: a place or a client, beside a place or you."""

from typing import TYPE_CHECKING

from clientbridge.adapters.culture.country_loader import lore_for
from clientbridge.adapters.culture.derived_facts import place_facts
from clientbridge.adapters.culture.movable_days import told_days_for
from clientbridge.adapters.days.places import country_code, country_name, region_name
from clientbridge.core.briefing.prepare import their_side, your_side
from clientbridge.core.culture.comparison import ComparedPlace, Culture, Question, compare
from clientbridge.core.culture.country import Topic
from clientbridge.core.culture.lookup import Side
from clientbridge.core.errors import FileFailedError, UnknownNameError, UsageError
from clientbridge.core.names import nearest

if TYPE_CHECKING:
    from clientbridge.cli.context import Context
    from clientbridge.core.culture.statements import ViewOptions
    from clientbridge.core.workspace.profiles import Client, Me, Person

    _Party = tuple[Client, Person | None]


def comparison_asked(
    context: "Context",
    place: str,
    *,
    beside: str | None,
    you: str | None,
    topic: str | None,
    view: "ViewOptions",
) -> Culture:
    """The answer; raises UnknownNameError for what is neither a country nor a client."""
    if beside is not None and you is not None:
        raise UsageError("two places are compared already", hint="leave out --you or the second place")
    wanted = _topic(topic)
    party = _party_named(context, place)
    code = _country_of(party) if party is not None else _country_named(context, place)
    other = beside or you
    me = _me_if_known(context) if other is None else None
    beside_code = country_code(other) if other is not None else _country_of_me(me)
    lore = lore_for(you=beside_code, them=code)
    question = Question(
        place=_compared(code, party),
        them=their_side(*party, lore.theirs) if party is not None else Side(notes=lore.theirs),
        you=_beside(beside_code, me),
        your_side=your_side(me, lore.yours) if me is not None else Side(notes=lore.yours),
        facts=place_facts(code),
        today=context.now.date(),
        told=told_days_for(lore.theirs, context.cache_folder),
        topic=wanted,
        view=view,
    )
    return compare(question, lore.scales, lore.rules)


def _party_named(context: "Context", name: str) -> "_Party | None":
    """The client or person of that name; what names a country is never taken for a client."""
    try:
        country_code(name)
    except UnknownNameError:
        pass
    else:
        return None
    try:
        return context.workspace().party(name)
    except (UnknownNameError, FileFailedError):
        return None


def _country_named(context: "Context", name: str) -> str:
    """The country; what is neither country nor client is told with the nearest of both."""
    try:
        return country_code(name)
    except UnknownNameError as error:
        ids = _client_ids(context)
        close = (*error.nearest, *nearest(name, ids, most=2))
        raise UnknownNameError("country or client", name, nearest=close) from None


def _client_ids(context: "Context") -> tuple[str, ...]:
    try:
        return context.workspace().client_ids()
    except FileFailedError:
        return ()


def _me_if_known(context: "Context") -> "Me | None":
    """You, where there is a workspace; a comparison needs none."""
    try:
        return context.workspace().me
    except FileFailedError:
        return None


def _country_of(party: "_Party") -> str:
    client, person = party
    return (person or client).schedule.place.country


def _country_of_me(me: "Me | None") -> str | None:
    return None if me is None else me.schedule.place.country


def _compared(code: str, party: "_Party | None") -> ComparedPlace:
    if party is None:
        return ComparedPlace(code=code, name=country_name(code))
    client, person = party
    region = (person or client).schedule.place.region
    return ComparedPlace(
        code=code,
        name=country_name(code),
        region=region_name(region) if region is not None else None,
        who=person.name if person is not None else client.name,
    )


def _beside(code: str | None, me: "Me | None") -> ComparedPlace | None:
    if code is None:
        return None
    return ComparedPlace(code=code, name=country_name(code), who="you" if me is not None else None)


def _topic(name: str | None) -> Topic | None:
    if name is None:
        return None
    known = {topic.value: topic for topic in Topic}
    wanted = name.strip().casefold().replace("-", "_").replace(" ", "_")
    if wanted not in known:
        raise UnknownNameError("topic", name, nearest=nearest(wanted, known) or tuple(known))
    return known[wanted]
