"""Ids of clients, which are names of files: which are one on some machines, which a machine cannot keep."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

LONGEST_ID = 60
"""Letters of a new id: the names of its journal and of drafts are longer, and a path has an end."""
LONGEST_FILE_ID = 200
"""Bytes of the id of a file that is there: 255 less what the program adds for its own files."""

# What DOS called its devices; Windows opens those instead of a file, whatever follows a dot.
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
_LINE_BREAKING = frozenset({"Cc", "Zl", "Zp"})
_REORDERING = frozenset(
    "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
_TELLING_NOTHING = """
a ab al an and banco bank banque big by city co compagnie companhia company corp corporation da das de del der
des di die do dos du east el empresa empresas entreprise ets first firma for general global grand gran great
group groep groupe grupo gruppe gruppo het holding holdings il inc industrias industries international
kabushiki kaisha kk la las le les limited llc lo los ltd ltda maison national new north nova novo nova nuova
nuovo oficina old one our pt royal sa san santa sao societa sociedad sociedade societe south st studio sons
te the und van von west y
"""
"""Words of many names, which tell one client from another less than the word after them."""
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
"""Those with letters that look like one another's."""


def is_device_name(name: str) -> bool:
    """Whether Windows takes the name of a file for a device: ``con``, ``NUL.txt``, ``com1``."""
    return name.partition(".")[0].rstrip(" ").casefold() in _DEVICES


def why_unfit(client_id: str) -> str | None:
    """Why nobody can type or tell apart a name that a file has; None for any other."""
    if not is_text(client_id):
        return "the name of this file is not UTF-8 text, so no command finds it"
    if client_id.startswith("-"):
        return "a name that starts with '-' reads as an option"
    if any(unicodedata.category(char) in _LINE_BREAKING or char in _REORDERING for char in client_id):
        return "the name has signs that cannot be seen"
    if client_id != client_id.strip(" "):
        return "the name starts or ends with a blank"
    return None


def telling_words(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name, folded, that tell it from others, in order."""
    common = frozenset(_TELLING_NOTHING.split())
    return tuple(word for word in words if word not in common and not word.isdigit())


def is_text(name: str) -> bool:
    """Whether a name is text: bytes that are none come as lone surrogates."""
    return name.isascii() or not any("\ud800" <= char <= "\udfff" for char in name)


def same_file_key(name: str) -> str:
    """What is equal for names that some file systems take for one: in any case, composed or decomposed."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def twins(ids: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The ids that some file systems take for one, together, in the order given."""
    by_key: dict[str, list[str]] = {}
    for one in ids:
        by_key.setdefault(same_file_key(one), []).append(one)
    return tuple(tuple(group) for group in by_key.values() if len(group) > 1)


def sharing_a_name(names: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """The ids of clients called alike, together; `names` by id."""
    by_name: dict[str, list[str]] = {}
    for client_id, name in names.items():
        by_name.setdefault(same_file_key(" ".join(name.split())), []).append(client_id)
    return tuple(tuple(ids) for ids in by_name.values() if len(ids) > 1)


def mixes_alphabets(name: str) -> bool:
    """Whether one word has letters of two alphabets that look alike: an ``а`` of Cyrillic in ``аcme``."""
    return any(len(set(_alphabets(word))) > 1 for word in re.findall(r"[^\W\d_]+", name))


def _alphabets(word: str) -> Iterable[str]:
    if word.isascii():
        return ()
    names = (unicodedata.name(char, "").partition(" ")[0] for char in word)
    return (name for name in names if name in _ALPHABETS)
