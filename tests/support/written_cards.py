"""Address cards written in many styles, from the people they are about."""

import re
import unicodedata
from dataclasses import dataclass

from hypothesis import strategies as st

_NOT_ON_ONE_LINE = {"Cc", "Cs", "Cf", "Cn", "Co", "Zl", "Zp", "Zs"}


@dataclass(frozen=True)
class Known:
    """What a card says of a person."""

    name: str
    email: str
    other_email: str
    phone: str
    role: str
    birthday: tuple[int, int]


@dataclass(frozen=True)
class Style:
    """How a program writes a card."""

    version: str
    line_end: str
    fold_at: int
    """Bytes of a line; 0 for lines of any length."""
    fold_by: str
    lower: bool
    grouped: bool
    charset: str | None
    """Of encoded values in vCard 2.1."""
    indents_soft_breaks: bool
    noise: tuple[str, ...]
    birthday: str


def _is_written(char: str) -> bool:
    return char == " " or unicodedata.category(char) not in _NOT_ON_ONE_LINE


CHARACTERS = st.one_of(
    st.sampled_from("aAnz éßñ,;:\\\"'=.-山田太郎김Ива"),
    st.characters(exclude_categories=["Cc", "Cs", "Cn"]).filter(_is_written),
)
TEXTS = st.text(CHARACTERS, min_size=1, max_size=60).map(lambda text: " ".join(text.split()))
NAMES = TEXTS.filter(lambda text: any(map(str.isalnum, text)) and not {text[0], text[-1]} <= {'"', "'"})
ADDRESSES = st.from_regex(
    re.compile(r"[a-z0-9+_]{1,8}(\.[a-z0-9]{1,4})?@[a-z]{1,9}\.(com|jp|例え)"), fullmatch=True
)
PEOPLE = st.builds(
    Known,
    name=NAMES,
    email=ADDRESSES,
    other_email=ADDRESSES,
    phone=st.from_regex(re.compile(r"\+[1-9][0-9 ]{0,12}[0-9]"), fullmatch=True).map(
        lambda text: " ".join(text.split())
    ),
    role=TEXTS.filter(bool),
    birthday=st.dates().map(lambda day: (day.month, day.day)),
)
NOISE = (
    "PHOTO;ENCODING=b;TYPE=JPEG:" + "QUJD" * 60,
    "EMAIL:",
    "TEL;TYPE=FAX:+1 999",
    "NOTE:FN:no\\nEMAIL:no@example.com\\, END:VCARD",
    "ADR;TYPE=home:;;1 Street\\, 2;Town;;1000;BE;and;more",
    'X-ADDRESS;X-TITLE="a:b;c":geo:1\\,2',
    "ORG:Acme\\; Sons;Sales",
    "GEO:geo:46.77,-71.28",
    "VALUE",
    "",
)
STYLES = st.builds(
    Style,
    version=st.sampled_from(["2.1", "3.0", "4.0"]),
    line_end=st.sampled_from(["\r\n", "\n", "\r"]),
    fold_at=st.sampled_from([0, 75, 40, 20]),
    fold_by=st.sampled_from([" ", "\t"]),
    lower=st.booleans(),
    grouped=st.booleans(),
    charset=st.sampled_from([None, "UTF-8", "ISO-8859-1", "SHIFT_JIS", "GB18030", "UTF-16"]),
    indents_soft_breaks=st.booleans(),
    noise=st.lists(st.sampled_from(NOISE), max_size=4).map(tuple),
    birthday=st.sampled_from(
        ["1980-%02d-%02d", "1604%02d%02d", "--%02d%02d", "--%02d-%02d", "1980-%02d-%02dT09:30:00Z"]
    ),
)


def written(known: Known, style: Style) -> bytes:
    """The card in UTF-8, as far as its values name no other character set."""
    fields = (
        ("FN", known.name),
        ("EMAIL", known.other_email),
        (_preferred("EMAIL", style.version), known.email),
        ("TEL" if style.version == "4.0" else "TEL;VOICE", known.phone),
        ("TITLE", known.role),
    )
    lines = [f"VERSION:{style.version}".encode(), *(line.encode() for line in style.noise)]
    lines += [_property(name, value, style) for name, value in fields]
    lines.append(f"BDAY:{style.birthday % known.birthday}".encode())
    end = style.line_end.encode()
    body = end.join(_folded(line, style) for line in lines)
    return end.join([b"BEGIN:VCARD", body, b"END:VCARD", b""])


def _preferred(name: str, version: str) -> str:
    return {"2.1": f"{name};PREF", "3.0": f"{name};TYPE=work,pref", "4.0": f'{name};TYPE="work";PREF=1'}[
        version
    ]


def _property(name: str, value: str, style: Style) -> bytes:
    key = name.lower() if style.lower else name
    key = f"item1.{key}" if style.grouped else key
    escaped = re.sub(r"([\\;,])", r"\\\1", value)
    if style.version == "2.1" and style.charset is not None:
        charset = style.charset if _can_encode(escaped, style.charset) else "UTF-8"
        return f"{key};CHARSET={charset};ENCODING=QUOTED-PRINTABLE:".encode() + _quoted(
            escaped.encode(charset), style
        )
    return f"{key}:{escaped}".encode()


def _can_encode(text: str, charset: str) -> bool:
    """Whether the text is the same after being written so: some sets hold two letters at one place."""
    try:
        return text.encode(charset).decode("cp932" if charset == "SHIFT_JIS" else charset) == text
    except UnicodeError:
        return False


def _quoted(value: bytes, style: Style) -> bytes:
    end = style.line_end.encode()
    soft = b"=" + end + (b" " if style.indents_soft_breaks else b"")
    octets = [b"=%02X" % octet for octet in value]
    return soft.join(b"".join(octets[start : start + 20]) for start in range(0, len(octets), 20))


def _folded(line: bytes, style: Style) -> bytes:
    if not style.fold_at or b"QUOTED-PRINTABLE" in line:
        return line
    end = style.line_end.encode() + style.fold_by.encode()
    return end.join(line[start : start + style.fold_at] for start in range(0, len(line), style.fold_at))
