"""What a comparison of working cultures needs: a place or a client, beside a place or you."""

from typing import TYPE_CHECKING

from clientbridge.adapters.culture.country_loader import culture_data_for
from clientbridge.adapters.culture.derived_facts import place_facts
from clientbridge.adapters.days.feast_dates import feast_dates_for
from clientbridge.adapters.days.places import country_code, country_name, region_name
from clientbridge.adapters.days.regions.only_place import only_place
from clientbridge.core.briefing.culture_lines import their_side, your_side
from clientbridge.core.culture.comparison import ComparedPlace, Culture, Question, compare
from clientbridge.core.culture.country import Topic
from clientbridge.core.culture.lookup import Side
from clientbridge.core.culture.statements import advice_on
from clientbridge.core.errors import FileFailedError, UnknownNameError
from clientbridge.core.spelling import nearest

if TYPE_CHECKING:
    from clientbridge.core.workspace.profiles import Client, Me, Person
    from clientbridge.load.session import Session

    _Party = tuple[Client, Person | None]


def comparison(
    session: "Session", place: str, *, beside: str | None, topic: Topic | None, every_gap: bool = False
) -> Culture:
    """The place or client, beside the country named, else beside you where there is a workspace.

    Raises UnknownNameError for what is neither a country nor a client.
    """
    party = _party_named(session, place)
    code = _country_of(party) if party is not None else _country_named(session, place)
    me = _me_if_known(session) if beside is None else None
    beside_code = only_place(beside).country if beside is not None else _country_of_me(me)
    cache = session.cache
    culture_data = culture_data_for(you=beside_code, them=code, cache=cache)
    question = Question(
        place=_compared(code, party),
        them=their_side(*party, culture_data.theirs, culture_data.rules)
        if party is not None
        else Side(notes=culture_data.theirs),
        you=_beside(beside_code, me),
        your_side=your_side(me, culture_data.yours) if me is not None else Side(notes=culture_data.yours),
        facts=place_facts(code),
        today=session.today,
        feasts=feast_dates_for(
            () if culture_data.theirs is None else culture_data.theirs.date_rules, code, cache
        ),
        topic=topic,
        every_gap=every_gap,
    )
    return compare(question, culture_data.scales, culture_data.rules)


def advice_at(session: "Session", country: str, topic: Topic) -> tuple[str, ...]:
    """What to do there in matters of one topic; nothing where there is no country file."""
    notes = culture_data_for(you=None, them=country, cache=session.cache).theirs
    return () if notes is None else advice_on(notes, topic)


def _party_named(session: "Session", name: str) -> "_Party | None":
    """The client or person of that name; what names a country is never taken for a client."""
    try:
        country_code(name)
    except UnknownNameError:
        pass
    else:
        return None
    try:
        return session.workspace.party(name)
    except (UnknownNameError, FileFailedError):
        return None


def _country_named(session: "Session", name: str) -> str:
    """The country, also of a region or city; what is neither place nor client has the nearest of both."""
    try:
        return only_place(name).country
    except UnknownNameError as error:
        ids = _client_ids(session)
        close = (*error.nearest, *nearest(name, ids, most=2))
        raise UnknownNameError("country or client", name, nearest=close) from None


def _client_ids(session: "Session") -> tuple[str, ...]:
    try:
        return session.workspace.client_ids()
    except FileFailedError:
        return ()


def _me_if_known(session: "Session") -> "Me | None":
    """You, where there is a workspace; a comparison needs none."""
    try:
        return session.workspace.me
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
