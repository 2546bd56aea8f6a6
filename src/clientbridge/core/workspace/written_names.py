"""The name of a person made of its parts, in the order in which it is written.

The order follows from the script, for an address book says nothing else of it. Names in Chinese, Japanese and
Korean letters begin with the family name. In Latin letters the given name comes first: whether "Nguyen" or
"Nagy" stands first at home cannot be seen from the letters, and their cards carry the whole name as well.
"""

import re

from clientbridge.core.frozen_dataclass import dataclass

_HAN = r"\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_KANA = r"\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_HANGUL = r"\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"
_EAST_ASIAN = re.compile(rf"[{_HAN}{_KANA}{_HANGUL}\u30fb ]+")
_KOREAN = re.compile(rf"[{_HANGUL} ]+")
# Chinese: one letter and one or two more, written together. Longer parts are kept apart, as Japanese address
# books do; a Chinese name with a family name of two letters is understood in either form.
_CHINESE = re.compile(rf"[{_HAN}] [{_HAN}]{{1,2}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """The parts of a name, each empty or several words."""

    family: str = ""
    given: str = ""
    additional: str = ""
    title: str = ""
    """Before the name: Dr."""
    suffix: str = ""
    """After the name: Jr."""


def written_name(parts: NameParts) -> str:
    """The whole name with its titles; empty where there is neither a given nor a family name."""
    core = [parts.given, parts.additional, parts.family]
    if not (parts.given or parts.family):
        return ""
    if _EAST_ASIAN.fullmatch(_joined(core)):
        return _east_asian(parts)
    return _joined([parts.title, *core, parts.suffix])


def _east_asian(parts: NameParts) -> str:
    """The family name first; titles are not written before it and left out."""
    whole = _joined([parts.family, parts.given, parts.additional])
    if _KOREAN.fullmatch(whole) or _CHINESE.fullmatch(whole):
        return whole.replace(" ", "")
    return whole


def is_sorted_name(name: str, parts: NameParts) -> bool:
    """Whether a name is written as in a list, ``Doe, Jane``, of exactly these parts."""
    family, comma, rest = name.partition(",")
    words = " ".join(part for part in (parts.given, parts.additional, parts.title, parts.suffix) if part)
    return bool(comma) and family.strip() == parts.family and sorted(rest.split()) == sorted(words.split())


def without_quotes(name: str) -> str:
    """A name without the quotes that mail programs put around it."""
    inside = name[1:-1].strip()
    return inside if name[:1] in {'"', "'"} and name[-1:] == name[:1] and name[0] not in inside else name


def without_title(name: str, title: str) -> str:
    """A name as it stands on a card, without the words of its title, or ones such as "Dr.", at its start."""
    words, titles = name.split(), {word.casefold() for word in title.split()}
    while len(words) > 1 and (words[0].casefold() in titles or words[0].endswith(".")):
        words = words[1:]
    return " ".join(words)


def _joined(words: list[str]) -> str:
    return " ".join(word for word in words if word)
