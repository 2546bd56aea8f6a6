"""Generated cards: read as they were meant, and as another reader reads them; damaged ones are told."""

import re
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from written_cards import PEOPLE, STYLES, Known, Style, written

from clientbridge.adapters.workspace.vcards.card_file import read_cards
from clientbridge.core.errors import FileFailedError
from clientbridge.core.workspace.mail_address import is_mail_address
from clientbridge.core.workspace.people_import import CardFile, CardPerson

MANY = settings.default.max_examples * 5 // 2 if settings.default is not None else 100
"""5,000 in the long profile."""
BEGIN = re.compile(rb"(?:^|[\r\n])begin[ \t]*:[ \t]*vcard[ \t]*(?=[\r\n]|$)", re.IGNORECASE)

UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read(content: bytes) -> CardFile:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "people.vcf"
        file.write_bytes(content)
        return read_cards(file, file="people.vcf")


def known(person: CardPerson) -> tuple[object, ...]:
    return person.name, person.email, person.phone, person.role, person.birthday, person.refused


@given(st.lists(st.tuples(PEOPLE, STYLES), min_size=1, max_size=3), st.sampled_from(["", "bom", "utf-16"]))
@settings(max_examples=MANY)
def test_a_person_is_read_as_written(cards: list[tuple[Known, Style]], file_encoding: str) -> None:
    content = b"".join(written(person, style) for person, style in cards)
    if file_encoding == "bom":
        content = b"\xef\xbb\xbf" + content
    elif file_encoding == "utf-16" and all(style.fold_at == 0 for _, style in cards):
        content = content.decode().encode("utf-16")
    meant = [(one.name, one.email, one.phone, one.role, one.birthday, ()) for one, _ in cards]
    found = read(content)
    assert [known(person) for person in found.people] == meant
    assert all(note.endswith("a line that names no field could not be read") for note in found.notes)


@given(PEOPLE, STYLES, st.sampled_from(["3.0", "4.0"]))
def test_another_reader_agrees(person: Known, style: Style, version: str) -> None:
    """In the styles that it accepts: it knows no folds inside a letter and no odd lines."""
    noise = tuple(line for line in style.noise if ":" in line and '"' not in line)
    text = written(person, replace(style, version=version, line_end="\r\n", fold_at=0, noise=noise)).decode()
    (other,) = vobject.readComponents(text)
    (ours,) = read(text.encode()).people
    assert (ours.name, ours.role) == (other.fn.value, other.title.value)
    assert [ours.email] == [one.value for one in other.email_list if _is_preferred(one)]
    assert ours.phone in [one.value for one in other.tel_list]


def _is_preferred(email: vobject.base.ContentLine) -> bool:
    types = {word.lower() for word in email.params.get("TYPE", [])}
    return "pref" in types or email.params.get("PREF") == ["1"]


def damaged(content: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    for at, length, by in changes:
        start = at % (len(content) + 1)
        content = content[:start] + by + content[start + length :]
    return content


PIECES = st.one_of(
    st.binary(max_size=6),
    st.sampled_from(
        [
            *(
                b"\r",
                b"\n",
                b"\r\n ",
                b"=",
                b"=\r\n",
                b"\0",
                b":",
                b";",
                b'"',
                b"\\",
                b"\xff\xfe",
                b"END:VCARD\r\n",
            ),
            *(
                b"\r\nBEGIN:VCARD\r\n",
                b"\r\nAGENT:\r\n",
                b"\r\nKIND:group\r\n",
                b";ENCODING=BASE64",
                b";CHARSET=zip",
            ),
        ]
    ),
)


@given(
    st.lists(st.tuples(PEOPLE, STYLES), min_size=1, max_size=3),
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 30), PIECES), min_size=1, max_size=6),
)
@settings(max_examples=MANY)
def test_a_damaged_file_loses_no_card_without_a_word(
    cards: list[tuple[Known, Style]], changes: list[tuple[int, int, bytes]]
) -> None:
    content = damaged(b"".join(written(person, style) for person, style in cards), changes)
    try:
        found = read(content)
    except FileFailedError:  # a sentence for the user; any other error is a failure
        assert not BEGIN.search(content) or content.startswith(UTF_16)
        return
    told = len(found.people) + len(found.no_people)
    if not content.startswith(UTF_16):
        assert told >= len(BEGIN.findall(content.replace(b"\0", b"").replace(b"\xef\xbb\xbf", b"")))
    for person in found.people:
        assert person.email is None or is_mail_address(person.email)
        for text in (person.name, person.phone or "", person.role or ""):
            assert text == " ".join(text.split())
            assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u202e]", text)
