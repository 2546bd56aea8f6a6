import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientbridge.core.workspace.mail_address import is_mail_address


@pytest.mark.parametrize(
    "text",
    [
        "ana@example.com",
        "ana.souza+cb@mail.example.co.jp",
        "o'brien@example.ie",
        "a/b=c!d#e$f*g^h_i`j{k|l}m~n@example.com",
        "1@2.example",
        "josé@exámple.com",
        "山田@例え.jp",
        "अना@उदाहरण.भारत",
        "jose\u0301@example.com",  # the accent as a mark of its own
        f"{'a' * 64}@example.com",
        f"a@{'b' * 63}.com",
        f"a@{'b.' * 124}com"[:254],
    ],
)
def test_addresses(text: str) -> None:
    assert is_mail_address(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "@", "ana", "ana@", "@example.com", "a@b@c.com", "ana@example", "ana@localhost"),
        *("a@b?bcc=x@y", "a@b.com?bcc=x@y.com", "a@b.com&cc=c", "a%40b@c.com", "a@b.com%0d"),
        *("a b@c.com", " a@b.com", "a@b.com ", "a@b.com\n", "a\r@b.com", "a@b\x00.com", "a\u00a0b@c.com"),
        *('"a"@b.com', "a\\b@c.com", "<a@b.com>", "a@b.com>", "a(b)@c.com", "a@[192.0.2.7]", "a@192.0.2.7"),
        *("a,b@c.com", "a;b@c.com", "a:b@c.com", "mailto:a@b.com", "a@b.com,c@d.com"),
        *(".a@b.com", "a.@b.com", "a..b@c.com", "a@.b.com", "a@b.com.", "a@b..com"),
        *("a@-b.com", "a@b-.com", "a@b_c.com", "a@b.com/d"),
        *(
            "a\u202eb@c.com",
            "a\u200bb@c.com",
            "a＠b.com",
            "a@b。com",
            "⑴@b.com",
            "a@b℀.com",
            "ﷺ@b.com",
            "🙂@b.com",
        ),
        *("a\ud800@b.com", "a@\udc00.com"),
        *(f"{'a' * 65}@example.com", f"{'é' * 33}@example.com", f"a@{'b' * 64}.com", f"a@{'é' * 60}.com"),
        f"a@{'b.' * 126}com",
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert not is_mail_address(text)


@given(st.text(max_size=20), st.text(max_size=20))
def test_nothing_that_ends_an_address_elsewhere_is_part_of_one(local: str, host: str) -> None:
    address = f"{local}@{host}.com"
    if is_mail_address(address):
        assert not set(address) & set(' ?&%,;:<>()[]"\\\r\n\t\0')
        assert address.isprintable()
