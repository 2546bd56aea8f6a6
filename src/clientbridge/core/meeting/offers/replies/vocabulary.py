"""What the words of a reply do in a sentence, in the languages in which it may be written."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum, auto

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.replies import reply_words
from clientbridge.core.spelling import fold

_ALWAYS = "en"
_SAME = {"nb": "no", "nn": "no"}
_YES = re.compile(r"\bs[íì]\b", re.IGNORECASE)
"""Without its accent it is another word: if."""


class Role(Enum):
    """What a phrase does."""

    REFUSES = auto()
    DOUBTS = auto()
    AGREES = auto()
    PLEASES = auto()
    IS_POLITE = auto()
    LINKS = auto()
    FILLS = auto()


_TABLES = (
    (reply_words.REFUSING, Role.REFUSES),
    (reply_words.DOUBTING, Role.DOUBTS),
    (reply_words.AGREEING, Role.AGREES),
    (reply_words.COURTEOUS, Role.IS_POLITE),
    (reply_words.LINKING, Role.LINKS),
    (reply_words.FILLING, Role.FILLS),
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The known phrases, and what each does; built once for a reply."""

    roles: Mapping[str, Role]
    pattern: re.Pattern[str]

    def read(self, clause: str) -> tuple[frozenset[Role], bool]:
        """What the phrases of a clause do, and whether nothing of it is left unknown."""
        roles = frozenset(self.roles[match[0]] for match in self.pattern.finditer(clause))
        rest = self.pattern.sub(" ", clause)
        return roles, not any(char.isalnum() for char in rest)


def phrases_of(languages: Iterable[str], names: Iterable[str] = ()) -> Phrases:
    """Of these languages and of English; a refusal is noticed in all others too, and names say nothing."""
    elsewhere = (phrase for words in reply_words.REFUSING.values() for phrase in _phrases(words))
    called = (part for name in names for part in comparable(name).split())
    roles = {
        **dict.fromkeys(called, Role.PLEASES),
        **dict.fromkeys(elsewhere, Role.REFUSES),
        **_roles_in(read_languages(languages)),
    }
    longest_first = sorted(roles, key=len, reverse=True)
    return Phrases(roles, re.compile("|".join(map(_bounded, longest_first))))


def _roles_in(languages: Iterable[str]) -> dict[str, Role]:
    """What a phrase does in the first of them that has it; what refuses in any of them refuses."""
    roles: dict[str, Role] = {}
    for language in languages:
        for table, role in _TABLES:
            for phrase in _phrases(table.get(language, "")):
                stays = roles.get(phrase, role)
                roles[phrase] = role if role is Role.REFUSES else stays
    for phrase in _phrases(reply_words.PLEASE):
        if roles.get(phrase) is Role.IS_POLITE:
            roles[phrase] = Role.PLEASES
    return roles


def read_languages(languages: Iterable[str]) -> tuple[str, ...]:
    """The codes of the tables of words that count."""
    return tuple(dict.fromkeys((*(_SAME.get(language, language) for language in languages), _ALWAYS)))


def comparable(text: str) -> str:
    """A line as phrases are compared: small letters without accents, a space for each apostrophe."""
    composed = unicodedata.normalize("NFC", text)
    return fold(re.sub("['’‘`´]", " ", _YES.sub("ok", composed)))


def has_spaces(phrase: str) -> bool:
    """Whether it is written in a script that parts words."""
    return phrase.isascii()


def _phrases(table: str) -> Iterator[str]:
    return (comparable(phrase) for phrase in table.split(",") if phrase.strip())


def _bounded(phrase: str) -> str:
    return rf"(?<!\w){re.escape(phrase)}(?!\w)" if has_spaces(phrase) else re.escape(phrase)
