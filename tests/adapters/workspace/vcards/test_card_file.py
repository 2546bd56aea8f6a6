"""Card files in the shapes that programs write, and files that are none."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from clientbridge.adapters.workspace.vcards.card_file import MOST_BYTES, MOST_CARDS, read_cards
from clientbridge.core.errors import FileFailedError
from clientbridge.core.workspace.people_import import CardFile, CardPerson, NoPersonKind

GROUP, COMPANY = NoPersonKind.GROUP, NoPersonKind.COMPANY


def read(folder: Path, content: bytes) -> CardFile:
    file = folder / "people.vcf"
    file.write_bytes(content)
    return read_cards(file, file="people.vcf")


def card(*lines: str, version: str = "3.0") -> str:
    return "".join(f"{line}\r\n" for line in ("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD"))


def told(person: CardPerson) -> dict[str, object]:
    """What is known of a person, as far as there is any."""
    fields = ("name", "email", "phone", "role", "language", "timezones", "birthday")
    return {name: getattr(person, name) for name in fields if getattr(person, name)}


@dataclass(frozen=True)
class Shape:
    """One person as a program writes it."""

    program: str
    text: str
    person: dict[str, object]
    encoding: str = "utf-8"


JANE: dict[str, object] = {"name": "Jane Doe", "phone": "1"}
JAN: dict[str, object] = {"name": "Jan Doe", "birthday": (6, 26)}


def born(line: str) -> str:
    return card("N:Doe;Jan;;;", "FN:Jan Doe", line)


SHAPES = [
    # Birthdays
    *(
        Shape(program, born(line), JAN)
        for program, line in (
            ("iOS", "BDAY;value=date:1604-06-26"),
            ("iOS", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-06-26"),
            ("iOS", "BDAY;X-APPLE-OMID-YEAR=1604:16040626"),
            ("Google", "BDAY:--0626"),
            ("Google", "BDAY:--06-26"),
            ("Google", "BDAY:19800626"),
            ("Nextcloud", "BDAY;VALUE=DATE:1980-06-26"),
            ("Nextcloud", "BDAY;VALUE=DATE-AND-OR-TIME:--0626"),
            ("Nextcloud", "BDAY;VALUE=text:--06-26"),
            ("Outlook", "BDAY:1980-06-26T00:00:00Z"),
            ("Android", "BDAY:0000-06-26"),
            ("Android", "BDAY:1980/06/26"),
            ("Android", "BDAY:--6-26"),
            ("Thunderbird", "bday;value=date-time:19800626T093000"),
            ("Evolution", "BDAY:\r\nBDAY:1980-06-26"),
            ("Samsung", "BDAY:circa 1980\r\nBDAY:1980-06-26"),
        )
    ),
    Shape("Thunderbird", born("BDAY:20000229"), {"name": "Jan Doe", "birthday": (2, 29)}),
    Shape("Google", born("BDAY:--0229"), {"name": "Jan Doe", "birthday": (2, 29)}),
    # Groups, bare types, letter case, empty values
    Shape(
        "iCloud",
        card(
            "N:Rossi;Marta;;;",
            "FN:Marta Rossi",
            "item1.EMAIL;type=INTERNET;type=pref:marta@example.com",
            "item1.X-ABLabel:_$!<Work>!$_",
            "item2.TEL:+39 02 5550100",
            "item2.X-ABLabel:Direct",
        ),
        {"name": "Marta Rossi", "email": "marta@example.com", "phone": "+39 02 5550100"},
    ),
    Shape(
        "macOS",
        card(
            "N:Rossi;Marta;;;",
            "FN:Marta Rossi",
            "item1.TEL;type=pref:+39 02 1",
            "item1.X-ABLabel:_$!<HomeFAX>!$_",
            "item2.TEL:\u202a+39\u00a002 2\u202c",
            "item2.X-ABLabel:_$!<Home>!$_",
            "item3.TEL:+39 02 3",
            "item3.X-ABLabel:_$!<Mobile>!$_",
        ),
        {"name": "Marta Rossi", "phone": "+39 02 3"},
    ),
    Shape(
        "RFC 2426",
        card("FN:John Doe", "N:Doe;John", "EMAIL:j@b.com"),
        {"name": "John Doe", "email": "j@b.com"},
    ),
    Shape(
        "Exchange",
        card("FN:Curt L", "N:L;Curt;;;", "EMAIL;WORK:c@example.com", "TEL;PREF;WORK:+49 123"),
        {"name": "Curt L", "email": "c@example.com", "phone": "+49 123"},
    ),
    Shape(
        "CardDAV server",
        card(
            "fn:Simon P",
            "geo:geo:46.77\\,-71.28",
            "email:s@example.com",
            "adr:;;a;b;c;d;e;f;g;h",
            version="4.0",
        ),
        {"name": "Simon P", "email": "s@example.com"},
    ),
    Shape(
        "web form",
        card(
            "FN:",
            "FN:  ",
            "N:;;;;",
            "FN:Ana Souza",
            "EMAIL:",
            "EMAIL;TYPE=work:a@b.com",
            "TITLE:",
            "ROLE:CTO",
        ),
        {"name": "Ana Souza", "email": "a@b.com", "role": "CTO"},
    ),
    # Which number, which address
    Shape(
        "Outlook",
        card("FN:A B", "TEL;TYPE=WORK,FAX:+32 2 111", "TEL;TYPE=CELL,PREF:+32 470 222"),
        {"name": "A B", "phone": "+32 470 222"},
    ),
    *(
        Shape("telephones", card("FN:A B", f"TEL;{kind}:+32 1"), {"name": "A B"})
        for kind in (
            "FAX",
            "TYPE=fax",
            "TYPE=WORK;TYPE=FAX",
            "WORK;FAX",
            "TYPE=pager",
            "TYPE=modem",
            "TYPE=video",
        )
    ),
    *(
        Shape("telephones", card("FN:A B", f"TEL;{kind}:+32 1"), {"name": "A B", "phone": "+32 1"})
        for kind in (
            "TYPE=voice",
            "CELL",
            "TYPE=work",
            "TYPE=CELL;TYPE=VIDEO",
            "TYPE=x-betty",
            "TYPE=text",
            "X-A=B",
        )
    ),
    Shape(
        "vCard 4",
        card(
            "FN:A B", "TEL;PREF=2:+32 2", "TEL;PREF=1:+32 1", "EMAIL;PREF=20:b@c.com", "EMAIL;PREF=3:a@c.com"
        ),
        {"name": "A B", "phone": "+32 1", "email": "a@c.com"},
    ),
    Shape(
        "vCard 4",
        card("FN:A B", "EMAIL:c@c.com", "EMAIL;PREF=100:a@c.com", "TEL;PREF=x:+32 1", "TEL;PREF=0:+32 2"),
        {"name": "A B", "phone": "+32 1", "email": "a@c.com"},
    ),
    Shape(
        "Google",
        card(
            "FN:A B",
            "EMAIL;TYPE=HOME:h@c.com",
            "EMAIL;TYPE=WORK:w@c.com",
            "TEL;HOME:+1 1",
            "TEL;CELL;HOME:+1 2",
        ),
        {"name": "A B", "phone": "+1 2", "email": "w@c.com"},
    ),
    Shape(
        "Google",
        card("FN:A B", "EMAIL;TYPE=WORK:w@c.com", "EMAIL;TYPE=HOME;TYPE=PREF:h@c.com"),
        {"name": "A B", "email": "h@c.com"},
    ),
    Shape(
        "Nextcloud",
        card(
            'TEL;VALUE=uri;TYPE="voice,work":tel:+81-3-5555;ext=12',
            "FN:A B",
            "EMAIL:mailto:a%2Bb@c.com",
            version="4.0",
        ),
        {"name": "A B", "phone": "+81-3-5555 ext. 12", "email": "a+b@c.com"},
    ),
    Shape(
        "vCard 4",
        card(
            "FN:A B", "TEL;VALUE=uri:sip:a@b.com", "TEL;VALUE=uri:TEL:7042;phone-context=b.com", version="4.0"
        ),
        {"name": "A B", "phone": "7042"},
    ),
    Shape("mail merge", card("FN:A B", "EMAIL:Ana B <a@b.com>"), {"name": "A B", "email": "a@b.com"}),
    Shape("DAVx5", card("FN:A B", "TEL;TYPE=VOICE\\,CELL:+49 1681"), {"name": "A B", "phone": "+49 1681"}),
    Shape("DAVx5", card("FN:A B", "TEL;TYPE=FAX\\,HOME:+49 1681"), {"name": "A B"}),
    Shape(
        "Outlook",
        card("FN:A B", "EMAIL;X400:c=be;a=x", "EMAIL;EX:/o=Acme/cn=a", "EMAIL;INTERNET:a@b.com"),
        {"name": "A B", "email": "a@b.com"},
    ),
    Shape(
        "vCard 4",
        card("FN:A B", "LANG;PREF=2:en", "LANG;PREF=1:pt_br", "TZ:", "TZ:America/New_York", version="4.0"),
        {"name": "A B", "language": "pt-BR", "timezones": ("America/New_York",)},
    ),
    # Names
    Shape("Contacts", card("N:山田;太郎;;;"), {"name": "山田 太郎"}),
    Shape("Contacts", card("N:スミス;ジョン;;;"), {"name": "スミス ジョン"}),
    Shape("Contacts", card("N:王;小明;;;"), {"name": "王小明"}),
    Shape("Contacts", card("N:김;민준;;;"), {"name": "김민준"}),
    Shape("Contacts", card("N:王;David;;;"), {"name": "David 王"}),
    Shape(
        "Contacts",
        card("N:Stevenson;John;Philip,Paul;Dr.;Jr.,M.D."),
        {"name": "Dr. John Philip Paul Stevenson Jr. M.D."},
    ),
    Shape("Contacts", card("FN:Bad", "N:Bad"), {"name": "Bad"}),
    Shape("Contacts", card("N:;;;;", "NICKNAME:Bo", "EMAIL:b@c.com"), {"name": "Bo", "email": "b@c.com"}),
    Shape("Contacts", card("FN:.", "N:Berg;Kari;;;"), {"name": "Kari Berg"}),
    Shape("Contacts", card("FN:Souza\\, Ana\\; \\\\ CTO\\nof all"), {"name": "Souza, Ana; \\ CTO of all"}),
    Shape("Contacts", card("N:de\\;la;Ana"), {"name": "Ana de;la"}),
    Shape("Contacts", card('FN;SORT-AS="x:y":Ana', 'X-A;A="^n^\'^^":b'), {"name": "Ana"}),
    Shape("macOS", card('X-LOCATION;X-ADDRESS=Α \\"Μ\\" 551;X-R=7:geo:1\\,2', "FN:Ana"), {"name": "Ana"}),
    # vCard 2.1
    Shape(
        "Android",
        card(
            "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=96=C3=A4=C3=BC;=54=65=73=74;;;",
            "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=54=65=73=74=20=C3=96=C3=A4=C3=",
            "=BC",
            "TEL;CELL:123",
            version="2.1",
        ),
        {"name": "Test Öäü", "phone": "123"},
    ),
    Shape(
        "Android",
        card("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=D0=92=D0=B8=", "", "TEL;CELL:+7 0", version="2.1"),
        {"name": "Ви", "phone": "+7 0"},
    ),
    Shape(
        "Samsung",
        card(
            "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=90=",
            " =D0=B2=D0=",
            " =B8;;;;",
            "TEL;CELL:+7",
            version="2.1",
        ),
        {"name": "Ави", "phone": "+7"},
    ),
    Shape("Nokia", card("FN;QUOTED-PRINTABLE:Ana=", " Souza", version="2.1"), {"name": "Ana Souza"}),
    Shape(
        "Nokia",
        card("FN;quoted-printable:Ana =", "   Souza", "TITLE:=41=", version="2.1"),
        {"name": "Ana Souza", "role": "=41="},
    ),
    Shape(
        "Outlook",
        card(
            "FN;CHARSET=ISO-8859-1:José",
            "N;CHARSET=windows-1252;ENCODING=QUOTED-PRINTABLE:M=FCller",
            version="2.1",
        ),
        {"name": "José"},
        "latin-1",
    ),
    Shape("feature phone", card("FN;CHARSET=SHIFT_JIS:髙橋 表", version="2.1"), {"name": "髙橋 表"}, "cp932"),
    Shape("feature phone", card("FN;CHARSET=GB2312:王小明", version="2.1"), {"name": "王小明"}, "gb18030"),
    Shape("feature phone", card("FN;CHARSET=EUC-KR:김민준", version="2.1"), {"name": "김민준"}, "euc_kr"),
    Shape(
        "feature phone",
        card("FN;CHARSET=x-odd:Ana", "ROLE;CHARSET=zip:CTO", version="2.1"),
        {"name": "Ana", "role": "CTO"},
    ),
    Shape("phone", card("FN;ENCODING=BASE64:QW5hIFNvdXph", version="2.1"), {"name": "Ana Souza"}),
    Shape(
        "phone",
        card("PHOTO;JPEG;ENCODING=BASE64:", " /9j/4AAQ", " SkZJRg==", "", "FN:Ana", version="2.1"),
        {"name": "Ana"},
    ),
    Shape(
        "phone",
        card("PHOTO;JPEG;BASE64:/9j/4AAQ", "SkZJRgABAQ", "AAAQ==", "", "FN:Ana", version="2.1"),
        {"name": "Ana"},
    ),
    Shape(
        "Outlook",
        card(
            "LABEL;WORK;ENCODING=QUOTED-PRINTABLE:Email: x@y.com=0D=0A=",
            "Email: z@y.com",
            "FN:Ana",
            version="2.1",
        ),
        {"name": "Ana"},
    ),
    Shape(
        "old exporter",
        card(
            "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98=D0=B2", "=D0=B0=D0=BD", "TEL:1", version="2.1"
        ),
        {"name": "Иван", "phone": "1"},
    ),
    *(
        Shape("template", card("FN:Jane D", " oe", "TEL:1").replace("\n", f"\n{indent}"), JANE)
        for indent in ("  ", "\t", "    ")
    ),
    # Names as lists and mail programs write them
    Shape("Exchange", card("FN:Doe\\, Jane M.", "N:Doe;Jane;M.;;"), {"name": "Jane M. Doe"}),
    Shape("Exchange", card("FN:Doe\\, Jane (EXT)", "N:Doe;Jane;;;"), {"name": "Doe, Jane (EXT)"}),
    Shape("Outlook", card("FN:'Jane Doe'"), {"name": "Jane Doe"}),
    Shape("Google", card("FN:j@x.example", "N:Doe;Jane;;;"), {"name": "Jane Doe"}),
    Shape("Google", card("FN:j@x.example"), {"name": "j@x.example"}),
    # Numbers and addresses
    *(
        Shape("iOS", card("FN:Jane Doe", "x.TEL:9", f"x.X-ABLabel:{label}", "TEL:1"), JANE)
        for label in ("télécopie", "Telecopieur", "faks", "facsímile", "โทรสาร", "ポケベル")
    ),
    Shape("Nextcloud", card("FN:Ana", "TEL:205246\\;12\\,34"), {"name": "Ana", "phone": "205246;12,34"}),
    Shape("Exchange", card("FN:Ana", "EMAIL:SMTP:a@b.com"), {"name": "Ana", "email": "a@b.com"}),
    Shape("web page", card("FN:Ana", "EMAIL:\u200ba@b.com\u2060"), {"name": "Ana", "email": "a@b.com"}),
    # The file
    Shape("Thunderbird", card("FN:José Müller"), {"name": "José Müller"}, "utf-8-sig"),
    *(
        Shape("Outlook", card("FN:José 太郎"), {"name": "José 太郎"}, code)
        for code in ("utf-16", "utf-16-le", "utf-16-be", "utf-32")
    ),
    Shape("old export", card("FN:José Müller €"), {"name": "José Müller €"}, "cp1252"),
    *(
        Shape("line ends", card("FN:Jo", "  hn D", "\toe").replace("\r\n", end), {"name": "Jo hn Doe"})
        for end in ("\n", "\r", "\r\n", "\r\r\n", "\n\n")
    ),
    Shape("cut short", "BEGIN:VCARD\r\nFN:Ana\r\nEMAIL:a@b.com", {"name": "Ana", "email": "a@b.com"}),
    Shape("blanks", "\n \nbegin:vcard \nfn : Ana\nend:vcard\t\n\x1a", {"name": "Ana"}),
    Shape("mail", "Content-Type: text/vcard\r\n\r\n" + card("FN:Ana"), {"name": "Ana"}),
    Shape("null characters", card("FN:A\0na\x07\x1b[31m B\x9b"), {"name": "Ana [31m B"}),
]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.program)
def test_people_as_programs_write_them(tmp_path: Path, shape: Shape) -> None:
    found = read(tmp_path, shape.text.encode(shape.encoding))
    assert [told(person) for person in found.people] == [shape.person]
    assert found.no_people == ()


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("X-ADDRESSBOOKSERVER-KIND:group", "N:PERS", "FN:PERS"), GROUP),
        (("KIND:group", "FN:PERS", "MEMBER:urn:uuid:1"), GROUP),
        (("FN:PERS", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1"), GROUP),
        (("FN:PERS", "ORG:PERS;", "N:;;;;", "X-ABShowAs:COMPANY"), COMPANY),
        (("KIND:org", "FN:PERS"), COMPANY),
        (("ORG:PERS", "EMAIL:a@b.com"), COMPANY),
        (("FN:pers", "ORG:PERS;Sales", "N:PERS;;;;"), COMPANY),
        (("KIND:location", "FN:PERS"), NoPersonKind.THING),
    ],
)
def test_what_is_no_person_is_told_beside_the_people(
    tmp_path: Path, lines: tuple[str, ...], kind: NoPersonKind
) -> None:
    found = read(tmp_path, (card(*lines) + card("FN:Real Person")).encode())
    assert [(one.number, one.name.upper(), one.kind) for one in found.no_people] == [(1, "PERS", kind)]
    assert [(person.number, person.name) for person in found.people] == [(2, "Real Person")]


@pytest.mark.parametrize(
    "lines",
    [
        ("FN:Jane Doe", "N:Doe;Jane", "ORG:Jane Doe"),  # she works for herself
        ("FN:Jane Doe", "N:;Jane Doe", "ORG:Jane Doe"),
        ("KIND:individual", "FN:Jane Doe", "ORG:Acme"),
        ("KIND:individual", "FN:Jane Doe", "ORG:Jane Doe"),
        ("KIND:x-robot", "FN:Jane Doe", "ORG:"),
        ("FN:Jane Doe", "MEMBER:", "X-ABShowAs:"),
    ],
)
def test_people_with_a_company_are_people(tmp_path: Path, lines: tuple[str, ...]) -> None:
    found = read(tmp_path, card(*lines).encode())
    assert [person.name for person in found.people] == ["Jane Doe"]


def test_one_odd_card_refuses_no_other(tmp_path: Path) -> None:
    text = card("FN:Good One") + card("N:", "EMAIL:x@y.com") + "BEGIN:VCARD\n" + card("FN:Good Two")
    found = read(tmp_path, text.encode())
    assert [(one.number, one.name) for one in found.people] == [
        (1, "Good One"),
        (2, ""),
        (3, ""),
        (4, "Good Two"),
    ]


def test_a_card_whose_end_is_missing_keeps_its_person_and_the_next(tmp_path: Path) -> None:
    text = card("FN:A", "EMAIL:a@b.com").replace("END:VCARD\r\n", "") + card("FN:B") + card("FN:C")
    found = read(tmp_path, text.encode())
    assert [told(person) for person in found.people] == [
        {"name": "A", "email": "a@b.com"},
        {"name": "B"},
        {"name": "C"},
    ]
    assert found.notes == ("card 1: without an end (END:VCARD), so something of it may be missing",)


def test_the_card_of_an_assistant_is_told_and_not_taken_for_the_person(tmp_path: Path) -> None:
    inside = card("FN:Tom", "TEL:1", version="2.1")
    found = read(tmp_path, card("AGENT:", inside.rstrip(), "FN:Ana", "TEL:2", version="2.1").encode())
    assert [told(person) for person in found.people] == [{"name": "Ana", "phone": "2"}]
    assert [(one.name, one.kind) for one in found.no_people] == [("Tom", NoPersonKind.ASSISTANT)]


def test_what_is_refused_is_told_by_field_and_hides_no_other(tmp_path: Path) -> None:
    lines = ("EMAIL:a@b?bcc=x@y", "EMAIL:a@b.com", "TEL:none", "TEL:+1", "BDAY:---26", "LANG:Klingonese")
    (person,) = read(tmp_path, card("FN:Ana", *lines).encode()).people
    assert told(person) == {"name": "Ana", "email": "a@b.com", "phone": "+1"}
    assert [(one.field, one.text, one.why) for one in person.refused] == [
        ("e-mail address", "a@b?bcc=x@y", "is no e-mail address"),
        ("phone number", "none", "is no phone number"),
        ("language", "Klingonese", "is no code of a language"),
        ("birthday", "---26", "tells no month and day"),
    ]


@pytest.mark.parametrize(
    "address",
    ["a@b", "a b@c.com", "a@b.com?bcc=x@y.com", "a@b.com\\nBcc: x@y.com", '"a"@b.com', "a@b.com\x00\r"],
)
def test_an_address_is_an_address(tmp_path: Path, address: str) -> None:
    (person,) = read(tmp_path, card("FN:Ana", f"EMAIL:{address}").encode()).people
    assert person.name == "Ana"
    assert person.email is None or person.email == "a@b.com"
    assert bool(person.refused) == (person.email is None)


def test_what_a_profile_does_not_hold_is_named_in_plain_words(tmp_path: Path) -> None:
    lines = (
        *("PHOTO;ENCODING=b:AAAA", "ADR:;;a", "LABEL:a", "NOTE:x", "ORG:Acme", "UID:1", "item1.X-ABADR:be"),
        *("EMAIL:a@b.com", "EMAIL:A@b.com", "EMAIL:c@b.com", "TEL:1", "TEL:2", "TEL;FAX:3", "X-RELIGION:no"),
        *("URL:", "NICKNAME:Bo", "IMPP:xmpp:a@b.com", "X-PHONETIC-LAST-NAME:ソウザ"),
    )
    (person,) = read(tmp_path, card("FN:Ana", *lines).encode()).people
    assert person.left_out == (
        "chat names and social profiles",
        "fax and pager numbers",
        "how names are spelled or sorted",
        "nicknames",
        "notes",
        "other e-mail addresses",
        "other fields",
        "other phone numbers",
        "photos",
        "postal addresses",
    )


def test_an_encoding_that_is_guessed_is_told(tmp_path: Path) -> None:
    text = card("FN:Ana") + card("FN:José") * 7
    (note,) = read(tmp_path, text.encode("cp1252")).notes
    assert note == (
        "cards 2, 3, 4, 5, 6 and 2 more: not in UTF-8; read as Western European text (Windows-1252), "
        "so look at the letters with accents"
    )
    assert read(tmp_path, text.encode()).notes == ()
    mixed = b"BEGIN:VCARD\nFN:Jos\xe9\nEND:VCARD\nBEGIN:VCARD\nFN:Jos\xc3\xa9\nEND:VCARD\n"
    assert [person.name for person in read(tmp_path, mixed).people] == ["José", "José"]


def test_letters_that_are_folded_in_the_middle_are_whole(tmp_path: Path) -> None:
    text = card("FN:太郎").encode()
    for cut in range(text.index("太".encode()), text.index("郎".encode()) + 4):
        (person,) = read(tmp_path, text[:cut] + b"\r\n " + text[cut:]).people
        assert person.name == "太郎"


def test_lines_of_a_card_that_name_no_field_are_told_or_belong_to_what_is_left_out(tmp_path: Path) -> None:
    torn, photo = card("FN:Jane", "Doe"), card("FN:Ana", "PHOTO;ENCODING=b:", "/9j/4AAQ", "AAAQ==", "")
    found = read(tmp_path, (photo + torn).encode())
    assert found.notes == ("card 2: a line that names no field could not be read",)
    assert [person.left_out for person in found.people] == [("photos",), ()]


def test_lines_outside_of_cards_are_told(tmp_path: Path) -> None:
    text = card("FN:Ana") + "FN:Lost\r\n\r\n" + card("FN:Bo")
    assert read(tmp_path, text.encode()).notes == ("1 line stands outside of any card and could not be read",)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \r\n\n", "is empty"),
        (b"hello", "holds no address card"),
        (b"\0" * 1000, "holds no address card"),
        (b"\xff\xfe", "holds no address card"),
        (b"Name,E-mail\nAna,a@b.com\n", "holds no address card"),
        (b"BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", "holds no address card"),
        (card("FN:Bo").encode() * (MOST_CARDS + 1), "more than 200 cards"),
        (b"BEGIN:VCARD\n" * 100_000, "more than 200 cards"),
        (b"a\n" * 1_000_000, "more lines than any export"),
    ],
)
def test_what_is_no_file_of_cards_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(FileFailedError, match=f"^people.vcf .*{said}"):
        read(tmp_path, content)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileFailedError, match=r"^missing\.vcf cannot be read: No such file"):
        read_cards(tmp_path / "missing.vcf", file="missing.vcf")
    with pytest.raises(FileFailedError, match="it is a folder"):
        read_cards(tmp_path, file="folder")
    with (tmp_path / "big.vcf").open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    with pytest.raises(FileFailedError, match=r"^big\.vcf is larger than 40 MB"):
        read_cards(tmp_path / "big.vcf", file="big.vcf")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.vcf")
        with pytest.raises(FileFailedError, match=r"^pipe\.vcf cannot be read: it is a pipe"):
            read_cards(tmp_path / "pipe.vcf", file="pipe.vcf")


PHOTO = "\r\n ".join(["PHOTO;ENCODING=b;TYPE=JPEG:", *["A" * 74] * 2500])
"""190 kB."""


@pytest.mark.parametrize(
    "content",
    [
        (card("FN:Ana", PHOTO) * MOST_CARDS).encode(),
        (card("FN:Ana", PHOTO.replace("\r\n ", "\r\n")) * MOST_CARDS).encode(),
        card("FN:Ana", "NOTE:" + "\n" * 30_000_000).encode(),
        card("FN:Ana", "NOTE:" + "\n " * 15_000_000).encode(),
        card("FN:Ana", *["NOTE:" + "\n" * 30_000 + " x"] * 20).encode(),
        card("FN:Ana", "NOTE;QUOTED-PRINTABLE:" + "=\n" * 500_000).encode(),
        card("FN:Ana", "X" + ";A=B" * 3_000_000 + ":x").encode(),
        card("FN:Ana", 'X;A="' + 'a"' * 3_000_000).encode(),
        card("FN:Ana", "TZ:" + "\\" * 10_000_000, "ORG:" + ";" * 10_000_000).encode(),
        card("FN:Ana", "X" + "a." * 3_000_000 + ":x").encode(),
    ],
    ids=[
        "photos",
        "unfolded photos",
        "line ends",
        "folds",
        "folds after line ends",
        "soft breaks",
        "parameters",
        "quotes",
        "parts",
        "groups",
    ],
)
def test_megabytes_are_read_in_linear_time(tmp_path: Path, content: bytes) -> None:
    start = time.process_time()
    found = read(tmp_path, content)
    assert {person.name for person in found.people} == {"Ana"}
    assert time.process_time() - start < 10  # a second or two; a quadratic expression takes minutes
