from pathlib import Path

import pytest

from clientbridge.adapters.workspace.vcard_file import read_cards
from clientbridge.core.errors import FileFailedError
from clientbridge.core.workspace.people_import import CardPerson

CARDS = """\
BEGIN:VCARD
VERSION:3.0
N:Souza;Ana;;Dr.;
FN:Ana Souza
ORG:Acme KK
TITLE:CTO\\, research
EMAIL;TYPE=INTERNET:ana@example.com
EMAIL;TYPE=HOME:home@example.com
TEL;TYPE=CELL:+55 11 5555
BDAY:1980-05-17
PHOTO;ENCODING=b;TYPE=JPEG:AAAA
X-RELIGION:none of our business
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:田中 太郎
BDAY:--0517
LANG:ja
TZ:Asia/Tokyo
TEL;VALUE=uri:tel:+81-3-5555
END:VCARD
BEGIN:VCARD
VERSION:4.0
N:Berg;Kari;;;
BDAY:circa 1980
END:VCARD
"""


def cards(tmp_path: Path, text: str) -> tuple[CardPerson, ...]:
    file = tmp_path / "people.vcf"
    file.write_bytes(text.replace("\n", "\r\n").encode())
    return read_cards(file)


def test_people_of_both_versions(tmp_path: Path) -> None:
    assert cards(tmp_path, CARDS) == (
        CardPerson(
            name="Ana Souza",
            email="ana@example.com",
            phone="+55 11 5555",
            role="CTO, research",
            birthday=(5, 17),
            skipped=("PHOTO", "X-RELIGION"),
        ),
        CardPerson(
            name="田中 太郎", phone="+81-3-5555", language="ja", timezone="Asia/Tokyo", birthday=(5, 17)
        ),
        CardPerson(name="Kari Berg", skipped=("BDAY",)),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no vCard"),
        ("hello", "not a vCard file"),
        ("BEGIN:VCARD\nVERSION:2.1\nFN:A\nEND:VCARD\n", "vCard 2.1"),
        ("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", "holds no vCard"),
    ],
)
def test_what_is_no_card_is_told(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(FileFailedError, match=said):
        cards(tmp_path, text)


def test_other_encodings_are_told(tmp_path: Path) -> None:
    file = tmp_path / "people.vcf"
    file.write_bytes("BEGIN:VCARD\nFN:José\nEND:VCARD".encode("latin-1"))
    with pytest.raises(FileFailedError, match="not UTF-8"):
        read_cards(file)
    with pytest.raises(FileFailedError, match="cannot be read"):
        read_cards(tmp_path / "missing.vcf")


def test_values_of_a_card_are_one_line_without_control_characters(tmp_path: Path) -> None:
    (person,) = cards(tmp_path, "BEGIN:VCARD\nVERSION:4.0\nFN:Bo\x1b[31m\\nLi\x9b\nEND:VCARD\n")
    assert person.name == "Bo [31m Li"


def test_too_many_cards_are_told_before_they_are_read(tmp_path: Path) -> None:
    with pytest.raises(FileFailedError, match="more than 200 cards"):
        cards(tmp_path, "BEGIN:VCARD\nVERSION:4.0\nFN:Bo\nEND:VCARD\n" * 201)
