"""A card as the person it is about, or as what else it stands for."""

from clientbridge.adapters.culture.language_tags import language_tag
from clientbridge.adapters.workspace.vcards.birthdays import birthday
from clientbridge.adapters.workspace.vcards.card import MOST_LETTERS, Card
from clientbridge.adapters.workspace.vcards.contact_choice import chosen_email, chosen_phone
from clientbridge.adapters.workspace.vcards.plain_words import words_for
from clientbridge.core.spelling import shortened
from clientbridge.core.workspace.mail_address import is_mail_address
from clientbridge.core.workspace.people_import import CardPerson, NoPerson, NoPersonKind, RefusedValue
from clientbridge.core.workspace.written_names import (
    NameParts,
    is_sorted_name,
    without_quotes,
    without_title,
    written_name,
)

_KINDS = {
    "ORG": NoPersonKind.COMPANY,
    "GROUP": NoPersonKind.GROUP,
    "LOCATION": NoPersonKind.THING,
    "APPLICATION": NoPersonKind.THING,
    "DEVICE": NoPersonKind.THING,
    "THING": NoPersonKind.THING,
}
_MEMBERS = frozenset({"MEMBER", "X-ADDRESSBOOKSERVER-MEMBER"})


def read_card(card: Card) -> CardPerson | NoPerson:
    """What the card stands for."""
    kind = _no_person(card)
    if kind is None:
        return _person(card)
    name = shortened(card.first("FN") or _organisation(card) or written_name(_parts(card)), MOST_LETTERS)
    return NoPerson(number=card.number, name=name, kind=kind)


def _no_person(card: Card) -> NoPersonKind | None:
    if card.is_inside:
        return NoPersonKind.ASSISTANT
    said = card.first("KIND", "X-ADDRESSBOOKSERVER-KIND").upper()
    if said in _KINDS:
        return _KINDS[said]
    if card.names & _MEMBERS:
        return NoPersonKind.GROUP
    if said == "INDIVIDUAL":
        return None
    return NoPersonKind.COMPANY if _is_company(card) else None


def _is_company(card: Card) -> bool:
    """Marked as one, or an organisation that is itself the name."""
    if card.first("X-ABSHOWAS").upper() == "COMPANY":
        return True
    parts, organisation = _parts(card), _organisation(card)
    names = {name.casefold() for name in (card.first("FN"), parts.family, card.first("NICKNAME")) if name}
    return bool(organisation) and not parts.given and names <= {organisation.casefold()}


def _organisation(card: Card) -> str:
    """Its name without its departments."""
    return next((part for one in card.all("ORG") for part in one.parts if part), "")


def _person(card: Card) -> CardPerson:
    parts = _parts(card)
    name, title = _name(card, parts), parts.title
    email, phone = chosen_email(card), chosen_phone(card)
    language, wrong_language = _language(card)
    born, wrong_birthday = _birthday(card)
    role, wrong_role = _role(card)
    left_out = {*words_for(card.names), *email.left_out, *phone.left_out}
    if name == card.first("NICKNAME"):
        left_out.discard("nicknames")
    return CardPerson(
        number=card.number,
        name=name,
        id_from=without_title(name, title),
        email=email.value,
        phone=phone.value,
        role=role,
        language=language,
        timezones=tuple(one.text for one in card.all("TZ")),
        birthday=born,
        refused=(*email.refused, *phone.refused, *wrong_role, *wrong_language, *wrong_birthday),
        left_out=tuple(sorted(left_out)),
    )


def _parts(card: Card) -> NameParts:
    found = next((one.parts for one in card.all("N") if any(one.parts)), [])
    family, given, additional, title, suffix = (*found, "", "", "", "", "")[:5]
    return NameParts(family=family, given=given, additional=additional, title=title, suffix=suffix)


def _name(card: Card, parts: NameParts) -> str:
    """The whole name as written on the card, else made of its parts, else a nickname; empty for none.

    An address in place of the whole name is used only where there is nothing else.
    """
    whole, made, nickname = card.first("FN"), written_name(parts), card.first("NICKNAME")
    whole = made if is_sorted_name(whole, parts) else without_quotes(whole)
    names = (made, nickname, whole) if is_mail_address(whole) else (whole, made, nickname)
    return next((name for name in names if any(map(str.isalnum, name)) and len(name) <= MOST_LETTERS), "")


def _role(card: Card) -> tuple[str | None, tuple[RefusedValue, ...]]:
    role = card.first("TITLE", "ROLE")
    if len(role) <= MOST_LETTERS:
        return role or None, ()
    return None, (RefusedValue(field="role", text=shortened(role, MOST_LETTERS), why="is too long"),)


def _language(card: Card) -> tuple[str | None, tuple[RefusedValue, ...]]:
    """The preferred language that is one."""
    wrong: list[RefusedValue] = []
    for one in card.all("LANG"):
        try:
            return language_tag(one.text), tuple(wrong)
        except ValueError:
            why = "is no code of a language"
            wrong.append(RefusedValue(field="language", text=shortened(one.text, MOST_LETTERS), why=why))
    return None, tuple(wrong)


def _birthday(card: Card) -> tuple[tuple[int, int] | None, tuple[RefusedValue, ...]]:
    written = card.all("BDAY")
    for one in written:
        calendar = one.parameters.get("CALSCALE", frozenset({"GREGORIAN"}))
        if calendar <= {"GREGORIAN"} and (found := birthday(one.text)) is not None:
            return found, ()
    why = "tells no month and day"
    return None, tuple(
        RefusedValue(field="birthday", text=shortened(one.text, MOST_LETTERS), why=why) for one in written[:1]
    )
