from email.message import EmailMessage
from email.policy import SMTP

import pytest

from clientbridge.adapters.meeting.replies.mail_text import reply_text

LINE = "cb-offer: k3x9ab 2"
PAGE = (
    "<html><head><style>p {color: red}</style></head><body><p>Ça va très bien.</p>"
    f"<div>{LINE}</div><blockquote><p>Wednesday is fine</p></blockquote></body></html>"
)


def mail(text: str, *, page: str | None = None, encoding: str = "quoted-printable") -> bytes:
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
        mail(f"Très bien, à bientôt {'x' * 100}\n{LINE}\n"),
        mail(f"はい\n{LINE}\n", encoding="base64"),
        mail(f"Yes\n{LINE}\n", page="<p>other</p>"),
        mail("", page=PAGE),
        mail("", page=PAGE, encoding="base64"),
        PAGE.encode(),
    ],
    ids=["plain", "bom", "quoted", "base64", "both", "page", "page in base64", "page alone"],
)
def test_the_line_is_found_however_a_mail_is_written(content: bytes) -> None:
    assert LINE in reply_text(content).splitlines()


def test_a_page_is_read_as_it_is_seen() -> None:
    assert reply_text(mail("", page=PAGE)) == f"Ça va très bien.\n{LINE}\n> Wednesday is fine"


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
    assert isinstance(reply_text(content), str)


def test_a_note_with_colons_is_no_mail() -> None:
    assert reply_text(b"Note: yes\n\nWednesday") == "Note: yes\n\nWednesday"
