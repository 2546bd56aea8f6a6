"""What a mail says, whatever carries it: encodings, markup, parts, mails inside mails."""

from datetime import UTC, date, datetime
from email.message import EmailMessage
from email.policy import SMTP
from zoneinfo import ZoneInfo

import pytest

from clientbridge.adapters.mails.mail_texts import mail_texts

BLOCK = "Grüße, 佐藤\n\ncb-offer: k3f9 2\n"
HEAD = b"From: Sato <sato@example.com>\nDate: Thu, 26 Nov 2026 23:30:00 -0500\n"


def mail(*, html: str | None = None, cte: str = "quoted-printable", charset: str = "utf-8") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Sato <sato@example.com>"
    message["Date"] = "Thu, 26 Nov 2026 23:30:00 -0500"
    message.set_content(BLOCK if charset == "utf-8" else "cb-offer: k3f9 2\n", cte=cte, charset=charset)
    if html is not None:
        message.add_alternative(html, subtype="html")
    return message


def html_only(html: str) -> bytes:
    message = EmailMessage()
    message["From"] = "sato@example.com"
    message.set_content(html, subtype="html", cte="base64")
    return message.as_bytes()


def forwarded() -> bytes:
    outer = EmailMessage()
    outer["From"] = "ito@example.com"
    outer.set_content("Please see below.")
    outer.add_attachment(mail())
    return outer.as_bytes()


@pytest.mark.parametrize(
    "data",
    [
        BLOCK.encode(),
        mail().as_bytes(),
        mail(cte="base64").as_bytes(),
        mail(charset="iso-2022-jp", cte="7bit").as_bytes(),
        mail(html="<p>other</p>").as_bytes(),
        HEAD + b"Content-Type: text/plain; charset=nosuch\n\ncb-offer: k3f9 2\n",
        b"From lea Thu Nov 26\n" + mail().as_bytes(),
        html_only("<style>a { b: c }</style><div>Hi<br>cb-offer:&nbsp;k3f9 2</div><div>Bye</div>"),
        b"<html><body><p>Hi</p><p>cb-offer: k3f9 2</p></body></html>",
        forwarded(),
    ],
)
def test_the_line_for_the_program_is_found_in_every_form(data: bytes) -> None:
    lines = [line.strip() for text in mail_texts(data).texts for line in text.splitlines()]
    assert "cb-offer: k3f9 2" in lines
    assert not any("<" in line and ">" in line for line in lines)


def test_a_mail_was_sent_on_the_day_of_your_clock_and_never_later_than_today() -> None:
    texts = mail_texts(mail().as_bytes())
    assert texts.sent == datetime(2026, 11, 27, 4, 30, tzinfo=UTC)
    brussels = ZoneInfo("Europe/Brussels")
    assert texts.sent_on(brussels, date(2026, 12, 24)) == date(2026, 11, 27)
    assert texts.sent_on(brussels, date(2026, 11, 26)) == date(2026, 11, 26)


@pytest.mark.parametrize("data", [BLOCK.encode(), HEAD[:30] + b"\n\nx", b"From: a\nDate: never\n\nx", b""])
def test_without_a_date_it_was_sent_today(data: bytes) -> None:
    assert mail_texts(data).sent_on(UTC, date(2026, 11, 26)) == date(2026, 11, 26)


@pytest.mark.parametrize(
    "data", [b"\x00\xff\xfe" * 50, b"From: \xff\nDate: x\nContent-Type: multipart/x\n\n--"]
)
def test_what_is_no_text_is_no_traceback(data: bytes) -> None:
    assert all("cb-offer" not in text for text in mail_texts(data).texts)


LINE = "cb-offer: k3x9ab 2"
PAGE = (
    "<html><head><style>p {color: red}</style></head><body><p>Ça va très bien.</p>"
    f"<div>{LINE}</div><blockquote><p>Wednesday is fine</p></blockquote></body></html>"
)


def saved(text: str, *, page: str | None = None, encoding: str = "quoted-printable") -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "kenji@example.com", "lea@example.com"
    message["Subject"] = "Re: three times"
    if text:
        message.set_content(text, cte=encoding)
    if page and text:
        message.add_alternative(page, subtype="html", cte=encoding)
    elif page:
        message.set_content(page, subtype="html", cte=encoding)
    return message.as_bytes(policy=SMTP)


@pytest.mark.parametrize(
    "content",
    [
        f"Hi\n{LINE}\n".encode(),
        f"\ufeffHi\r\n{LINE}\r\n".encode(),
        saved(f"Très bien, à bientôt {'x' * 100}\n{LINE}\n"),
        saved(f"はい\n{LINE}\n", encoding="base64"),
        saved(f"Yes\n{LINE}\n", page="<p>other</p>"),
        saved("", page=PAGE),
        saved("", page=PAGE, encoding="base64"),
        PAGE.encode(),
    ],
    ids=["plain", "bom", "quoted", "base64", "both", "page", "page in base64", "page alone"],
)
def test_the_line_is_found_however_a_mail_is_written(content: bytes) -> None:
    assert LINE in mail_texts(content).body.splitlines()


def test_a_page_is_read_as_it_is_seen() -> None:
    assert mail_texts(saved("", page=PAGE)).body == f"Ça va très bien.\n{LINE}\n> Wednesday is fine"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"From: a\nTo: b\nContent-Type: text/plain; charset=nosuch\n\nhello",
        b"Subject: x\n\n",
    ],
)
def test_what_is_damaged_is_read_as_far_as_it_goes(content: bytes) -> None:
    assert isinstance(mail_texts(content).body, str)


def test_a_note_with_colons_is_no_mail() -> None:
    assert mail_texts(b"Note: yes\n\nWednesday").body == "Note: yes\n\nWednesday"


def test_what_a_forwarded_mail_says_is_not_what_its_sender_wrote() -> None:
    found = mail_texts(forwarded())
    assert found.body.strip() == "Please see below."
    assert any("cb-offer: k3f9 2" in text for text in found.texts)


def test_parts_in_parts_without_end_are_read_as_text() -> None:
    deep = HEAD + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (at, at) for at in range(3000)
    )
    assert isinstance(mail_texts(deep).body, str)


@pytest.mark.parametrize(
    ("headers", "is_automatic"),
    [
        ("Subject: Re: Meeting", False),
        ("Subject: Re: Meeting\nAuto-Submitted: no", False),
        ("Subject: Re: Meeting\nPrecedence: list", False),
        ("Subject: Meeting\nAuto-Submitted: auto-replied", True),
        ("Subject: Meeting\nAuto-Submitted: auto-generated; owner=x", True),
        ("Subject: Meeting\nX-Autoreply: yes", True),
        ("Subject: Meeting\nPrecedence: bulk", True),
        ("Subject: Automatic reply: Meeting", True),
        ("Subject: =?utf-8?q?Automatische_Antwort=3A_Termin?=", True),
        ("Subject: =?utf-8?q?R=C3=A9ponse_automatique_=3A_rendez-vous?=", True),
        ("Subject: Delivery\nContent-Type: multipart/report; boundary=x", True),
    ],
)
def test_an_answer_that_nobody_wrote_is_known(headers: str, *, is_automatic: bool) -> None:
    assert (
        mail_texts(f"From: ito@example.com\n{headers}\n\nback on Wednesday".encode()).is_automatic
        == is_automatic
    )
