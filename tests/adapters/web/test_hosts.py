import socket
from time import monotonic, sleep

import pytest

from clientbridge.adapters.web.hosts import HostReach, looked_up, may_be_asked, reach_of, system_lookup
from clientbridge.adapters.web.web_address import parse_address

PUBLIC, PRIVATE, HERE, NOBODYS = (
    HostReach.PUBLIC,
    HostReach.PRIVATE,
    HostReach.THIS_MACHINE,
    HostReach.NOBODYS,
)


@pytest.mark.parametrize(
    ("ip", "reach"),
    [
        ("8.8.8.8", PUBLIC),
        ("2606:4700::1111", PUBLIC),
        ("64:ff9b::808:808", PUBLIC),
        ("10.0.0.1", PRIVATE),
        ("172.16.0.1", PRIVATE),
        ("172.32.0.1", PUBLIC),
        ("192.168.1.1", PRIVATE),
        ("100.64.0.1", PRIVATE),
        ("fd00::1", PRIVATE),
        ("fec0::1", PRIVATE),
        ("64:ff9b::a00:1", PRIVATE),
        ("2002:a00:1::", PRIVATE),
        ("::ffff:192.168.1.1", PRIVATE),
        ("127.0.0.1", HERE),
        ("127.255.0.3", HERE),
        ("::1", HERE),
        ("::ffff:127.0.0.1", HERE),
        ("64:ff9b::7f00:1", HERE),
        ("169.254.169.254", NOBODYS),
        ("::ffff:169.254.169.254", NOBODYS),
        ("fe80::1", NOBODYS),
        ("fe80::1%lo", NOBODYS),
        ("0.0.0.0", NOBODYS),  # noqa: S104  (an address to refuse)
        ("::", NOBODYS),
        ("224.0.0.1", NOBODYS),
        ("ff02::1", NOBODYS),
        ("255.255.255.255", NOBODYS),
        ("240.0.0.1", NOBODYS),
    ],
)
def test_whose_an_address_is(ip: str, reach: HostReach) -> None:
    assert reach_of(ip) is reach


@pytest.mark.parametrize(
    ("address", "reaches", "led_from", "may"),
    [
        ("https://cal.example", {PUBLIC}, None, True),
        ("https://cal.example", {PRIVATE}, None, True),
        ("https://cal.example", {HERE}, None, False),
        ("https://cal.example", {NOBODYS}, None, False),
        ("https://cal.example", {PUBLIC, PRIVATE}, None, False),
        ("https://cal.example", {PUBLIC, HERE}, None, False),
        ("https://cal.example", set(), None, False),
        ("https://localhost", {HERE}, None, True),
        ("http://127.0.0.1:8000", {HERE}, None, True),
        ("https://localhost", {HERE}, PUBLIC, False),
        ("https://cal.example", {PRIVATE}, PUBLIC, False),
        ("https://cal.example", {PUBLIC}, PUBLIC, True),
        ("https://cal.example", {PRIVATE}, PRIVATE, True),
        ("https://cal.example", {PUBLIC}, PRIVATE, True),
        ("https://localhost", {HERE}, HERE, True),
    ],
)
def test_who_may_be_asked(
    address: str, reaches: set[HostReach], led_from: HostReach | None, *, may: bool
) -> None:
    assert may_be_asked(parse_address(address), reaches, led_from) is may


def test_a_name_is_looked_up_and_an_address_is_not() -> None:
    assert set(looked_up("localhost", system_lookup, seconds=9)) <= {"127.0.0.1", "::1"}
    assert looked_up("192.0.2.1", lambda _host: ("9.9.9.9",), seconds=9) == ("192.0.2.1",)


def test_a_name_server_that_says_nothing_is_not_waited_for() -> None:
    def slow(_host: str) -> tuple[str, ...]:
        sleep(2)
        return ()

    started = monotonic()
    with pytest.raises(TimeoutError):
        looked_up("cal.example", slow, seconds=0.1)
    assert monotonic() - started < 1


def test_a_name_that_is_none_is_told() -> None:
    def unknown(_host: str) -> tuple[str, ...]:
        raise socket.gaierror("unknown")

    def refused(host: str) -> tuple[str, ...]:
        return (str(host.encode("idna")),)

    with pytest.raises(OSError, match="unknown"):
        looked_up("cal.example", unknown, seconds=9)
    with pytest.raises(OSError, match="no such name"):
        looked_up("a" * 64 + ".example", refused, seconds=9)
