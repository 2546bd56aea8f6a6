"""The words of a reply between its greeting and its sign-off.

Of what follows a sign-off only what looks like a signature is left out: a postscript may take back all above.
"""

import re
from collections.abc import Iterator

from clientbridge.core.meeting.offers.replies.mentions import DayWords
from clientbridge.core.meeting.offers.replies.vocabulary import comparable

_HELLO = (
    r"(?i:hi|hello|hey|dear|good morning|good afternoon|hallo|liebe[rs]?|sehr geehrte[r]?|guten tag"
    r"|guten morgen|moin"
    r"|bonjour|bonsoir|ch[eè]re?|hola|estimad[oa]|buenos d[ií]as|buenas tardes|ol[aá]|oi"
    r"|bom dia|boa tarde|prezad[oa]"
    r"|car[oa]|ciao|buongiorno|gentile|salve|beste|hoi|dag|hei|hej|kj[aæ]re|k[aæ]re"
    r"|terve|moi|cze[sś][cć]|dzie[nń] dobry)"
)
_NAME = r"(?:[^\W\d_a-zß-ÿ][\w.'’-]*|(?:all|everyone|team|zusammen|tous|todos|tutti|allemaal|alle)\b)"
_GREETING = re.compile(
    rf"\A\s*{_HELLO}(?:,?[^\S\n]+{_NAME}){{0,3}}[^\S\n]*(?:[,!:–—-]\s|[,!.:]?\s*(?:\n|\Z))"
)
_ADDRESS = re.compile(r"\A\s*[^\s、。,]{1,16}[^\S\n]?[^\s、。,]{0,8}(?:様|さん|さま|先生|殿)[、,]?[^\S\n]*\n")
_SIGN_OFF = re.compile(
    r"\s*(?:(?:with )?(?:best|kind|warm|kindest|warmest)(?: (?:regards|wishes))?|regards|cheers"
    r"|sincerely|thanks"
    r"|yours(?: sincerely| truly)?|all the best|thank you|many thanks"
    r"|(?:(?:viele|beste|liebe|schöne|herzliche) )?gr(?:u|ü|ue)(?:ß|ss)e?"
    r"|mit freundlichen gr(?:ü|ue)(?:ß|ss)en|lg|mfg|vg"
    r"|danke|merci|gracias|obrigad[oa]|grazie|bedankt|takk|tak|tack|kiitos|dziękuję"
    r"|(?:bien |très )?cordialement|bien à (?:vous|toi)|à bientôt|salutations"
    r"|(?:un (?:cordial )?)?saludos?|atentamente"
    r"|atenciosamente|(?:um )?abraços?|cumprimentos|(?:(?:cordiali|distinti|un) )?saluti|un saluto|a presto"
    r"|(?:met )?vriendelijke groet(?:en)?|groet(?:en|jes)?|mvg|(?:med )?venn?lig hilsen|hilsen|mvh"
    r"|(?:med )?vänliga hälsningar|hälsningar|(?:ystävällisin )?terveisin|pozdrawiam|z poważaniem)[\s,.!]*",
    re.IGNORECASE,
)
_SENT_BY = re.compile(
    r"\s*(?:sent from|get outlook|von meinem|gesendet von|envoyé d|enviado d|inviato d|verzonden vanaf)\b",
    re.IGNORECASE,
)
_POSTSCRIPT = re.compile(r"\s*p\.?\s?s\b", re.IGNORECASE)
_ENDS = re.compile(r"[.!?。！？…]\s*$")
_ADDRESS_SIGN = re.compile(r"[@/]|\w\.\w")


def without_frame(text: str, words: DayWords) -> str:
    """The text itself, and of what stands under it what may be more than a signature."""
    text = _ADDRESS.sub("", _GREETING.sub("", text, count=1), count=1)
    return "\n".join(_said(text.splitlines(), words))


def _said(lines: list[str], words: DayWords) -> Iterator[str]:
    is_over = said_something = False
    for line in lines:
        if _SENT_BY.match(line) or (said_something and _SIGN_OFF.fullmatch(line)):
            is_over = True
        elif not is_over or _goes_on(line, words):
            said_something = said_something or bool(line.strip())
            yield line


def _goes_on(line: str, words: DayWords) -> bool:
    """Whether a line under the sign-off reads like a sentence or names a day."""
    first, _, more = line.strip().partition(" ")
    is_lower = first[:1].islower() and bool(more) and _ADDRESS_SIGN.search(line) is None
    return bool(
        is_lower
        or _POSTSCRIPT.match(line)
        or _ENDS.search(line)
        or any(word in words.weekdays for word in re.findall(r"[\w-]+", comparable(line)))
    )
