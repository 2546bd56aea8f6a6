import pytest

from clientbridge.adapters.meeting.calendar_decoding import decoded

TEXT = "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Müller – 予定\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_a_text_is_read_in_the_encoding_it_is_written_in(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("mark", [b"\xfe\xff", b"\x00\x00\xfe\xff"])
def test_the_great_end_may_come_first(mark: bytes) -> None:
    assert decoded(mark + TEXT.encode("utf-16-be" if len(mark) == 2 else "utf-32-be")) == TEXT


def test_what_is_not_utf_8_is_latin_1() -> None:
    assert decoded("TZID:Atlântico".encode("latin-1")) == "TZID:Atlântico"
    assert decoded(b"\xef\xbb\xbfBEGIN:\xff") == "BEGIN:\ufffd"


def test_an_empty_text_is_one() -> None:
    assert decoded(b"") == decoded(b"\xef\xbb\xbf") == ""


@pytest.mark.parametrize(
    "broken", [b"\xff\xfeB\x00E", b"\xff\xfe\x00\xd8", b"\xff\xfe\x00\x00\x01", b"B\x00E"]
)
def test_a_broken_text_is_told(broken: bytes) -> None:
    with pytest.raises(UnicodeError):
        decoded(broken)
