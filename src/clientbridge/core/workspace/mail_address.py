"""What counts as an e-mail address: for profiles, address books and whoever is invited.

Stricter than RFC 5322 (no quotes, comments or bare addresses of a machine), so that an address can stand
in a link, a header or a list and be nothing but one address there; wider in that RFC 6531 allows
letters of every script.
"""

import unicodedata

MOST_OCTETS_OF_LOCAL_PART = 64
MOST_OCTETS = 254
"""RFC 5321, section 4.5.3.1."""
MOST_OCTETS_OF_LABEL = 63
"""RFC 1035, section 2.3.4."""
_PUNYCODE_PREFIX_OCTETS = len("xn--")
# Of what RFC 5322 allows, "?", "&" and "%" are left out: a mailto link takes them for its own.
_SIGNS = frozenset("!#$'*+-/=^_`{|}~")


def is_mail_address(text: str) -> bool:
    """Whether the text is one address such as ``ana+cb@example.com``, without blanks around it."""
    # Programs put the compatible form of a letter in its place, and some hide a sign there: "ﷺ" has blanks.
    forms = {text} if text.isascii() else {text, unicodedata.normalize("NFKC", text)}
    return all(_is_address(form) for form in forms)


def _is_address(text: str) -> bool:
    local, at, host = text.partition("@")
    return (
        bool(at)
        and _octets(text) <= MOST_OCTETS
        and _octets(local) <= MOST_OCTETS_OF_LOCAL_PART
        and all(map(_is_atom, local.split(".")))
        and _is_host(host)
    )


def _octets(text: str) -> int:
    """The length in UTF-8; without a limit for what has none, a lone half of a surrogate pair."""
    return len(text.encode("utf-8", "surrogatepass"))


def _is_atom(part: str) -> bool:
    return bool(part) and all(char in _SIGNS or _is_alphanumeric(char) for char in part)


def _is_host(host: str) -> bool:
    labels = host.split(".")
    # A last label of digits alone is a machine's number (192.0.2.7), no name.
    return len(labels) > 1 and all(map(_is_label, labels)) and not labels[-1].isdecimal()


def _is_label(label: str) -> bool:
    return (
        bool(label)
        and not label.startswith("-")
        and not label.endswith("-")
        and all(char == "-" or _is_alphanumeric(char) for char in label)
        and _octets_of_label(label) <= MOST_OCTETS_OF_LABEL
    )


def _octets_of_label(label: str) -> int:
    """The length as it stands in the domain name system."""
    if label.isascii():
        return len(label)
    return _PUNYCODE_PREFIX_OCTETS + len(label.encode("punycode"))


def _is_alphanumeric(char: str) -> bool:
    """Whether it is a letter, a mark upon one, or a digit; not a number such as "⒈" or "½"."""
    category = unicodedata.category(char)
    return category[0] in "LM" or category == "Nd"
