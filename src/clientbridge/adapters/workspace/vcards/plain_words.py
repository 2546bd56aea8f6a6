"""What a profile does not hold, in words for people who never saw the format."""

from collections.abc import Iterable

from clientbridge.adapters.workspace.vcards.card import OF_USE

_WORDS = {
    "photos": ("PHOTO", "LOGO", "X-IMAGE"),
    "postal addresses": ("ADR", "LABEL"),
    "places on a map": ("GEO",),
    "notes": ("NOTE",),
    "web addresses": ("URL", "X-URL", "X-MS-TEXT"),
    "chat names and social profiles": (
        *("IMPP", "SOCIALPROFILE", "X-SOCIALPROFILE", "X-AIM", "X-ICQ", "X-JABBER", "X-MSN", "X-YAHOO"),
        *("X-SKYPE", "X-SKYPE-USERNAME", "X-GOOGLE-TALK", "X-GTALK", "X-QQ", "X-TWITTER", "X-GADUGADU"),
        *("X-MS-IMADDRESS", "X-GROUPWISE", "X-MASTODON", "X-MATRIX", "X-LINKEDIN", "X-FACEBOOK"),
    ),
    "categories": ("CATEGORIES",),
    "other dates": (
        *(
            "ANNIVERSARY",
            "X-ANNIVERSARY",
            "X-ABDATE",
            "X-EVOLUTION-ANNIVERSARY",
            "X-KADDRESSBOOK-X-ANNIVERSARY",
        ),
        *("DEATHDATE", "X-ALTBDAY", "X-MS-ANNIVERSARY", "CREATED"),
    ),
    "family, friends and colleagues": (
        *("RELATED", "X-ABRELATEDNAMES", "AGENT", "X-SPOUSE", "X-EVOLUTION-SPOUSE", "X-MS-SPOUSE"),
        *("X-ASSISTANT", "X-EVOLUTION-ASSISTANT", "X-MS-ASSISTANT", "X-MANAGER", "X-EVOLUTION-MANAGER"),
        *("X-MS-MANAGER", "X-KADDRESSBOOK-X-SPOUSENAME", "X-KADDRESSBOOK-X-ASSISTANTSNAME"),
    ),
    "how names are spelled or sorted": (
        *("SORT-STRING", "SOUND", "X-PHONETIC-FIRST-NAME", "X-PHONETIC-MIDDLE-NAME", "X-PHONETIC-LAST-NAME"),
        *("X-PHONETIC-ORG", "X-ABPHONETIC-FIRST-NAME", "X-ABPHONETIC-LAST-NAME", "X-MAIDENNAME"),
    ),
    "nicknames": ("NICKNAME", "X-NICKNAME"),
    "gender": ("GENDER", "X-GENDER", "X-MS-GENDER"),
    "keys": ("KEY",),
    "addresses of calendars": ("FBURL", "CALURI", "CALADRURI"),
    "interests": ("HOBBY", "INTEREST", "EXPERTISE"),
}
_OTHER = "other fields"
_BY_NAME = {name: words for words, names in _WORDS.items() for name in names}
_OF_NO_USE = frozenset(
    {
        *("VERSION", "PRODID", "REV", "UID", "SOURCE", "NAME", "PROFILE", "CLASS", "MAILER", "CLIENTPIDMAP"),
        *("BEGIN", "END", "XML", "MEMBER", "X-ABUID", "X-ABADR", "X-ABORDER", "X-CLASS", "X-PRODID"),
        *("X-ADDRESSBOOKSERVER-MEMBER", "X-IMAGETYPE", "X-IMAGEHASH", "X-SHARED-PHOTO-DISPLAY-PREF"),
        *(
            "X-EVOLUTION-FILE-AS",
            "X-FILE-AS",
            "X-MOZILLA-HTML",
            "X-UNIQUE-ID",
            "X-MS-OL-DESIGN",
            "TRANSLATED-BY",
        ),
        *("X-MS-OL-DEFAULT-POSTAL-ADDRESS", "X-MS-CARDPICTURE", "X-ABCROP-RECTANGLE", "X-APPLE-SUBLOCALITY"),
        *("X-RADICALE-NAME", "X-EVOLUTION-WEBDAV-ETAG", "X-ACCOUNT", "X-ANDROID-CUSTOM"),
    }
)
"""What is not about the person: the format, the program, the address book."""


def words_for(names: Iterable[str]) -> tuple[str, ...]:
    """What properties of these names hold, each once."""
    rest = set(names) - (OF_USE - {"NICKNAME"}) - _OF_NO_USE
    return tuple(sorted({_BY_NAME.get(name, _OTHER) for name in rest}))
