import pytest

from clientbridge.adapters.web.web_address import WrongAddressError, is_address, parse_address


@pytest.mark.parametrize(
    ("written", "authority", "target"),
    [
        ("https://cal.example", "cal.example", "/"),
        ("HTTPS://Cal.Example/Lea.ics", "cal.example", "/Lea.ics"),
        ("webcal://cal.example/a.ics", "cal.example", "/a.ics"),
        ("WEBCALS://cal.example/a.ics", "cal.example", "/a.ics"),
        ("  https://cal.example/a.ics\n", "cal.example", "/a.ics"),
        ("https://cal.example/My Calendar.ics", "cal.example", "/My%20Calendar.ics"),
        ("https://cal.example/My%20Calendar.ics", "cal.example", "/My%20Calendar.ics"),
        ("https://cal.example/Ä?k=ü#part", "cal.example", "/%C3%84?k=%C3%BC"),
        ("https://cal.example/lea@example.com/basic.ics", "cal.example", "/lea@example.com/basic.ics"),
        ("https://cal.example?key=1&b=2", "cal.example", "/?key=1&b=2"),
        ("https://cal.example:443/", "cal.example", "/"),
        ("https://cal.example:/", "cal.example", "/"),
        ("https://cal.example:8443/", "cal.example:8443", "/"),
        ("https://cal.example./", "cal.example", "/"),
        ("https://bücher.example/", "xn--bcher-kva.example", "/"),
        ("https://例え.テスト/", "xn--r8jz45g.xn--zckzah", "/"),
        ("https://xn--strae-oqa.example/", "xn--strae-oqa.example", "/"),
        ("https://192.0.2.1/", "192.0.2.1", "/"),
        ("https://[2001:DB8::1]:8443/a", "[2001:db8::1]:8443", "/a"),
        ("https://under_score.example/", "under_score.example", "/"),
        ("http://localhost:8000/a.ics", "localhost:8000", "/a.ics"),
        ("http://127.0.0.1/a.ics", "127.0.0.1", "/a.ics"),
        ("http://[::1]:80/a.ics", "[::1]", "/a.ics"),
    ],
)
def test_an_address_is_what_is_asked_of_whom(written: str, authority: str, target: str) -> None:
    address = parse_address(written)
    assert (address.authority, address.target) == (authority, target)
    assert is_address(written)


def test_a_login_is_read_and_never_shown() -> None:
    address = parse_address("https://lea%40x:p%2Fss%20w@cal.example/k3y/a.ics?k3y")
    assert (address.user, address.password) == ("lea@x", "p/ss w")
    assert repr(address) == f"WebAddress({address.shown})" == "WebAddress(https://cal.example)"
    assert parse_address("https://lea@cal.example/").password == ""


WRONG = [
    ("https://", "names no host"),
    ("https:///k3y/a.ics", "names no host"),
    ("https:cal.example/k3y", "names no host"),
    ("https:/cal.example/k3y", "names no host"),
    ("https://:443/k3y", "names no host"),
    ("https://@/k3y", "names no host"),
    ("https://k3y@/", "names no host"),
    ("https://.../k3y", "names no host"),
    ("https://-k3y.example/", "names no host"),
    ("https://k3y,example/", "names no host"),
    ("https://k3y%2eexample/", "names no host"),
    ("https://" + "k3y" * 30 + "/", "names no host"),
    ("https://" + "k3y." * 90 + "example/", "names no host"),
    ("https://ex℀k3y.example/", "names no host"),
    ("https://\u2028k3y/", "names no host"),
    ("https://k3y ex.example/", "a blank"),
    ("https://k3y\\@cal.example/", "a backslash"),
    ("https://lea k3y:x@cal.example/", "a blank"),
    ("https://cal.example:k3y/", "wrong port"),
    ("https://cal.example:0/k3y", "wrong port"),
    ("https://cal.example:99999/k3y", "wrong port"),
    ("https://cal.example:-1/k3y", "wrong port"),
    ("https://cal.example:443:k3y/", "wrong IPv6 host|names no host|wrong port"),
    ("https://lea:k3y/word@cal.example/", "wrong port"),
    ("https://lea:1/k3y@cal.example/", "'@' where none belongs"),
    ("https://lea#k3y@cal.example/", "names no host|'@'"),
    ("https://[k3y/lea.ics", "names no host"),
    ("https://[k3y]/lea.ics", "names no host|IPv6"),
    ("https://[::1k3y]/", "names no host|IPv6"),
    ("https://[fe80::1%25k3y]/", "IPv6"),
    ("https://[fe80::1%k3y]/", "IPv6"),
    ("https://[::1]k3y/", "IPv6|names no host"),
    ("https://2001:db8::k3y/", "IPv6|names no host|wrong port"),
    ("https://straße.example/k3y", "two ways"),
    ("https://cal.example/\r\nX-K3y: k3y", "control characters"),
    ("https://cal.example/\tk3y", "control characters"),
    ("https://cal.example/\0k3y", "control characters"),
    ("https://cal.example/" + "k3y" * 4000, "too long"),
    ("http://cal.example/k3y", "only https"),
    ("http://127.0.0.1.k3y.example/", "only https"),
    ("http://localhost.k3y/", "only https"),
    ("http://192.168.1.1/k3y", "only https"),
    ("http://[fe80::1]/k3y", "only https"),
    ("http://2130706433/k3y", "only https"),
    ("ftp://cal.example/k3y", "only https"),
    ("file:///etc/k3y", "only https"),
    ("file:k3y", "only https"),
    ("data:text/calendar,k3y", "only https"),
    ("caldav://cal.example/k3y", "only https"),
    ("//cal.example/k3y", "only https"),
    ("\\\\server\\k3y", "only https"),
]


@pytest.mark.parametrize(("written", "why"), WRONG)
def test_a_wrong_address_is_told_and_nothing_of_it_shown(written: str, why: str) -> None:
    assert is_address(written)
    with pytest.raises(WrongAddressError, match=why) as wrong:
        parse_address(written)
    assert "k3y" not in f"{wrong.value.say} {wrong.value.hint} {wrong.value!r}"
    assert wrong.value.__cause__ is None or wrong.value.__suppress_context__


@pytest.mark.parametrize(
    "written", ["lea.ics", "/home/lea/a.ics", "C:\\lea\\a.ics", "~/a.ics", "a: b.ics", "."]
)
def test_a_path_is_no_address(written: str) -> None:
    assert not is_address(written)


@pytest.mark.parametrize(
    ("location", "authority", "target"),
    [
        ("/b.ics?x", "cal.example:8443", "/b.ics?x"),
        ("b.ics", "cal.example:8443", "/a/b.ics"),
        ("//other.example/b.ics", "other.example", "/b.ics"),
        (" https://other.example/b c.ics ", "other.example", "/b%20c.ics"),
        ("https://eve:k3y@other.example/", "other.example", "/"),
        ("", "cal.example:8443", "/a/lea.ics"),
    ],
)
def test_a_redirect_leads_on_without_a_login(location: str, authority: str, target: str) -> None:
    address = parse_address("https://lea:k3y@cal.example:8443/a/lea.ics").led_to(location)
    assert (address.authority, address.target) == (authority, target)
    assert (address.user, address.password) == (None, "")
