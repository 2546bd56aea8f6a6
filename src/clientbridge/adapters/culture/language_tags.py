"""Codes of languages as people write them, ``pt-BR`` or ``PT_br``, made into the one form that is compared.

The two-letter codes are a list of ours, so that reading a profile does not load Babel; every other language,
and what an old or a longer code is called today, comes from the Unicode CLDR in Babel.
"""

import re

from clientbridge.adapters.days.places import country_code
from clientbridge.core.errors import UnknownNameError
from clientbridge.core.spelling import fold, nearest, shortened

_TWO_LETTER_LANGUAGES = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de
dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id
ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu
lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu
rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr
ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
"""ISO 639-1 as the Library of Congress lists it (https://www.loc.gov/standards/iso639-2/php/code_list.php)."""


_OWN_NAMES = {
    "ar": "العربية",
    "cs": "čeština",
    "da": "dansk",
    "de": "Deutsch",
    "el": "ελληνικά",
    "es": "español",
    "fi": "suomi",
    "fr": "français",
    "he": "עברית",
    "hi": "हिन्दी",
    "hu": "magyar",
    "id": "Bahasa Indonesia",
    "it": "italiano",
    "ja": "日本語",
    "ko": "한국어",
    "nb": "bokmål",
    "nl": "Nederlands",
    "no": "norsk",
    "pl": "polski",
    "pt": "português",
    "ro": "română",
    "ru": "русский",
    "sv": "svenska",
    "th": "ไทย",
    "tr": "Türkçe",
    "uk": "українська",
    "vi": "Tiếng Việt",
    "zh": "中文",
}
"""How speakers call a language, as the Unicode CLDR has it; Babel would load a file for each."""


_NO_LANGUAGE = frozenset({"mis", "mul", "root", "und", "zxx"})
"""Codes for no, several or any language."""
_LANGUAGE = re.compile(r"[a-z]{2,3}", re.IGNORECASE | re.ASCII)
_SCRIPT = re.compile(r"[a-z]{4}", re.IGNORECASE | re.ASCII)
_AREA = re.compile(r"\d{3}", re.ASCII)
_VARIANT = re.compile(r"[a-z0-9]{5,8}|\d[a-z0-9]{3}", re.IGNORECASE | re.ASCII)
_LONGEST = 40
"""More than a language, a script, a region and two variants need."""
_SHOWN = 60


def language_tag(written: str) -> str:
    """``PT_br`` -> ``pt-BR``, ``jpn`` -> ``ja``; raises ValueError with what to write after a semicolon."""
    text = written.strip()
    first, *rest = re.split("[-_]", text[: _LONGEST + 1])
    language = _known(first.casefold()) if _LANGUAGE.fullmatch(first) else None
    if language is None or len(text) > _LONGEST:
        raise ValueError(f"'{shortened(text, _SHOWN)}' is not a language code; {_hint(text)}")
    own, *implied = language.split("-")
    return "-".join((own, *(_subtags(text, rest) if rest else implied)))


def language_of(written: str) -> str:
    """The tag of a code or of a name: ``French``, ``Deutsch``; raises ValueError."""
    text = written.strip()
    if _LANGUAGE.fullmatch(re.split("[-_]", text[: _LONGEST + 1])[0]):
        return language_tag(text)
    own = {fold(name): code for code, name in _OWN_NAMES.items()}
    names = _names_of_languages()
    code = own.get(fold(text)) or {fold(name): code for code, name in names.items()}.get(fold(text))
    if code is not None:
        return code.replace("_", "-")
    usual = [name for code, name in names.items() if len(code) == len("fr")]
    close = nearest(text[:_LONGEST], (*usual, *_OWN_NAMES.values()), most=2)
    hint = f"did you mean {' or '.join(close)}?" if close else "write it like French, ja or pt-BR"
    raise ValueError(f"'{shortened(text, _SHOWN)}' is not a language known here; {hint}")


def _names_of_languages() -> dict[str, str]:
    """Code -> English name, those of a single place too; of two codes with one name the shorter counts."""
    from babel import Locale

    names = Locale("en").languages
    return {code: names[code] for code in sorted(names, key=len, reverse=True) if code not in _NO_LANGUAGE}


def _known(code: str) -> str | None:
    """The code in use today, perhaps with what it implies (``sh`` is ``sr-Latn``); None for no language."""
    if code in _TWO_LETTER_LANGUAGES.split():
        return code
    from babel.core import get_global

    today: str = get_global("language_aliases").get(code, code)
    first = today.partition("_")[0]
    if first in _NO_LANGUAGE or first not in {*get_global("likely_subtags"), *_english_names()}:
        return None
    return today.replace("_", "-")


def _english_names() -> dict[str, str]:
    """Code -> English name of the language, without those of a single place."""
    from babel import Locale

    names = Locale("en").languages
    return {code: name for code, name in names.items() if "_" not in code and code not in _NO_LANGUAGE}


def language_words() -> list[tuple[str, str]]:
    """The two-letter codes with the English names of the languages."""
    names = _english_names()
    return [(code, names.get(code, "")) for code in _TWO_LETTER_LANGUAGES.split() if code in names]


def _subtags(text: str, rest: list[str]) -> list[str]:
    """The script, the region and the variants, in this order, each where there is one."""
    left = list(rest)
    script = [left.pop(0).title()] if _SCRIPT.fullmatch(left[0]) else []
    region = [_region(text, left.pop(0))] if left and len(left[0]) < len("Latn") else []
    wrong = next((part for part in left if not _VARIANT.fullmatch(part)), None)
    if wrong is not None:
        raise ValueError(f"'{text}' is not a language code; '{wrong}' is no script or region, as in pt-BR")
    return [*script, *region, *(part.casefold() for part in left)]


def _region(text: str, part: str) -> str:
    if _AREA.fullmatch(part):
        return part
    try:
        return country_code(part)
    except UnknownNameError:
        from babel import Locale

        code = part.upper()
        if code != "ZZ" and code in Locale("en").territories:
            return code
    raise ValueError(f"'{text}' is not a language code; '{part}' is no country, as BR is in pt-BR")


def _hint(text: str) -> str:
    codes = {name: code for code, name in _english_names().items()}
    close = nearest(text[:_LONGEST], codes, most=1)
    return f"{close[0]} is '{codes[close[0]]}'" if close else "write it like en, ja or pt-BR"
