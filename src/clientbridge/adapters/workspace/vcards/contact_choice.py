"""Which of several e-mail addresses and telephone numbers of a card is the one to use.

The preferred one comes first (``PREF=1`` before ``PREF=2``, ``TYPE=pref`` like 1), then what is not of the
home, then the order of the card. What is empty or no address hides no other.
"""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from clientbridge.adapters.workspace.vcards.card import MOST_LETTERS, Card, CardProperty
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import shortened
from clientbridge.core.workspace.mail_address import is_mail_address
from clientbridge.core.workspace.people_import import RefusedValue

OTHER_ADDRESSES = "other e-mail addresses"
OTHER_NUMBERS = "other phone numbers"
FAX_AND_PAGERS = "fax and pager numbers"

_NO_INTERNET_MAIL = frozenset({"X400", "EX", "TLX", "TELEX"})
_NOT_TO_DIAL = frozenset(
    {"PAGER", "MODEM", "VIDEO", "BBS", "TEXTPHONE", "TTY-TDD", "TTY", "TLX", "TELEX", "X-PAGER"}
)
_SPOKEN_TO = frozenset({"VOICE", "CELL"})
_FAX_OR_PAGER = re.compile(
    r"fax|faks|t[ée]l[ée]copi|facs[ií]mil|pager|ファックス|ファクス|传真|傳真|팩스|факс|φαξ|فاکس|فاكس|פקס|โทรสาร"
    r"|ポケベル|寻呼|호출기|пейджер",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"[a-z][a-z0-9.+-]*:", re.IGNORECASE)
_OF_TELEPHONES = frozenset({"tel:", "callto:"})
_OF_MAIL = frozenset({"mailto:", "smtp:"})
_BRACKETED = re.compile(r"[^<>]*<([^<>]*)>\s*")
_EXTENSION = re.compile(r";ext=([^;]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenContact:
    """One address or number of a card, and what became of the others."""

    value: str | None
    refused: tuple[RefusedValue, ...]
    left_out: tuple[str, ...]


def chosen_email(card: Card) -> ChosenContact:
    """The address to write to."""
    every = card.all("EMAIL")
    used = [one for one in every if not one.types & _NO_INTERNET_MAIL]
    values = [_address(one.text) for one in _in_order(used, card)]
    right = _distinct(value for value in values if is_mail_address(value))
    return ChosenContact(
        value=right[0] if right else None,
        refused=_refused("e-mail address", values, right),
        left_out=(OTHER_ADDRESSES,) if len(right) > 1 or len(used) < len(every) else (),
    )


def chosen_phone(card: Card) -> ChosenContact:
    """The number to dial: no fax, pager, modem or video."""
    every = card.all("TEL")
    used = [one for one in every if _is_to_dial(one, card)]
    values = [_number(one.text) for one in _in_order(used, card)]
    right = _distinct(value for value in values if _is_number(value))
    others = (OTHER_NUMBERS,) if len(right) > 1 else ()
    return ChosenContact(
        value=right[0] if right else None,
        refused=_refused("phone number", values, right),
        left_out=(*others, FAX_AND_PAGERS) if len(used) < len(every) else others,
    )


def _in_order(properties: list[CardProperty], card: Card) -> list[CardProperty]:
    return sorted(properties, key=lambda one: (one.preference, _is_of_the_home(one, card)))


def _is_of_the_home(one: CardProperty, card: Card) -> bool:
    words = one.types | {card.label(one).upper()}
    return "HOME" in words and not words & {"WORK", "CELL"}


def _distinct(values: Iterable[str]) -> list[str]:
    return list({value.casefold(): value for value in reversed(list(values))}.values())[::-1]


def _refused(field: str, values: list[str], right: list[str]) -> tuple[RefusedValue, ...]:
    known = {value.casefold() for value in right}
    wrong = [value for value in values if value.casefold() not in known]
    return tuple(
        RefusedValue(field=field, text=shortened(one, MOST_LETTERS), why=f"is no {field}") for one in wrong
    )


def _address(text: str) -> str:
    """The address alone, without ``mailto:``, ``SMTP:`` or the name before ``<ana@example.com>``."""
    scheme = _SCHEME.match(text)
    if scheme is not None and scheme[0].casefold() in _OF_MAIL:
        return unquote(text[scheme.end() :])
    bracketed = _BRACKETED.fullmatch(text)
    return text if bracketed is None else bracketed[1]


def _number(text: str) -> str:
    """A number as it is dialled: ``tel:+32-2-555;ext=12`` becomes ``+32-2-555 ext. 12``.

    Elsewhere a semicolon is one of the signs that are dialled: a telephone waits there.
    """
    scheme = _SCHEME.match(text)
    if scheme is not None and scheme[0].casefold() in _OF_TELEPHONES:
        text = unquote(text[scheme.end() :]).removeprefix("//")
    elif "=" not in text:
        return text
    number, extension = text.split(";", 1)[0].strip(), _EXTENSION.search(text)
    return number if extension is None else f"{number} ext. {extension[1].strip()}"


def _is_number(text: str) -> bool:
    return len(text) <= MOST_LETTERS and any(map(str.isdigit, text)) and _SCHEME.match(text) is None


def _is_to_dial(number: CardProperty, card: Card) -> bool:
    if number.types & _SPOKEN_TO:
        return True
    words = (*number.types, card.label(number))
    return not number.types & _NOT_TO_DIAL and not any(map(_FAX_OR_PAGER.search, words))
