"""What is fetched, from whom, and with whose password; what broken servers answer stands in one table."""

import gzip
import os
import re
import socket
import ssl
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import monotonic

import pytest
from fetching import HERE, https_server, network
from hostile_answers import BAD_HTTP, CALENDAR, PATIENCE, REDIRECTS, SECRET, SLOW, STATUSES, TOO_MUCH, Hostile
from hypothesis import given
from hypothesis import strategies as st
from raw_server import RawServer, answer, authority, raw_server, serving

from clientbridge.adapters.web.guarded_fetch import Fetched, FetchFailedError, Network, fetch
from clientbridge.adapters.web.hosts import HostReach
from clientbridge.adapters.web.validators import Validators
from clientbridge.adapters.web.web_address import parse_address

TABLE = {**BAD_HTTP, **TOO_MUCH, **REDIRECTS, **STATUSES}
HASTE = 0.4
LOGIN = f"Authorization: Basic {b64encode(b'lea:pa:ss').decode()}"


@pytest.fixture(scope="module")
def server() -> Iterator[RawServer]:
    with https_server() as one:
        yield one


@pytest.fixture
def fresh(server: RawServer) -> RawServer:
    server.requests.clear()
    server.by_path.clear()
    server.answer = b""
    return server


def asked(
    server: RawServer,
    path: str = "/lea.ics",
    *,
    host: str = "lea:s3cr3t@cal.test",
    validators: Validators | None = None,
    net: Network | None = None,
) -> Fetched:
    address = parse_address(f"https://{host}:{server.port}{path}")
    return fetch(address, accept="text/calendar", validators=validators, network=net or network())


def failed(server: RawServer, *, net: Network | None = None) -> FetchFailedError:
    with pytest.raises(FetchFailedError) as error:
        asked(server, "/s3cr3t/lea.ics?k=s3cr3t#s3cr3t", net=net)
    assert SECRET not in f"{error.value.say} {error.value.hint} {error.value!r} {error.value.failure}"
    return error.value


def test_a_calendar_is_fetched(fresh: RawServer) -> None:
    fresh.answer = answer(CALENDAR, 'ETag: "1"', "Last-Modified: Mon, 23 Nov 2026 07:00:00 GMT")
    fetched = asked(fresh, "/My Calendar.ics?key=1#part", host="cal.test")
    assert fetched.content == CALENDAR
    assert fetched.validators == Validators(etag='"1"', modified="Mon, 23 Nov 2026 07:00:00 GMT")
    (request,) = fresh.requests
    assert request.startswith("GET /My%20Calendar.ics?key=1 HTTP/1.1\r\n")
    assert f"\r\nHost: cal.test:{fresh.port}\r\n" in request
    assert "Authorization" not in request
    assert "If-" not in request


@pytest.mark.parametrize(
    "good",
    [
        answer(CALENDAR, length=False),
        answer(CALENDAR, status="203 Not quite"),
        answer(CALENDAR, status="200"),
        answer(CALENDAR).replace(b"HTTP/1.1", b"HTTP/1.0"),
        b"HTTP/1.1 100 Continue\r\n\r\n" + answer(CALENDAR),
        answer(CALENDAR).replace(b"\r\n", b"\n", 2),
        answer(gzip.compress(CALENDAR), "Content-Encoding: GZip"),
        answer(CALENDAR, "Content-Encoding: identity"),
        answer(
            b"%x\r\n%b\r\n0\r\nX-A: b\r\n\r\n" % (len(CALENDAR), CALENDAR),
            "Transfer-Encoding: chunked",
            length=False,
        ),
        answer(CALENDAR, *(f"X-{number}: a" for number in range(90))),
        answer(CALENDAR, "Set-Cookie: ü=1", "X-Empty:", "X-Folded: a\r\n b"),
    ],
)  # fmt: skip
def test_http_as_servers_write_it_is_read(good: bytes, fresh: RawServer) -> None:
    fresh.answer = good
    assert asked(fresh).content == CALENDAR


@pytest.mark.parametrize("name", TABLE)
def test_a_hostile_answer_ends_in_one_sentence(name: str, fresh: RawServer) -> None:
    hostile: Hostile = TABLE[name]
    fresh.answer = hostile.answer
    started = monotonic()
    error = failed(fresh)
    assert re.match(hostile.said, error.failure.did), error.failure.did
    assert error.say == f"cal.test {error.failure.did}"
    assert monotonic() - started < PATIENCE + 1


@pytest.mark.parametrize("name", SLOW)
def test_a_slow_answer_is_not_waited_for_beyond_the_limit(name: str, fresh: RawServer) -> None:
    fresh.answer = SLOW[name].answer
    started = monotonic()
    assert re.match(SLOW[name].said, failed(fresh, net=network(seconds=HASTE)).failure.did)
    assert HASTE <= monotonic() - started < HASTE + 1.5


def test_the_table_has_all_kinds() -> None:
    assert len({**TABLE, **SLOW}) >= 90


def test_nothing_is_asked_of_those_to_whom_nobody_may_be_led(fresh: RawServer) -> None:
    """127.0.0.2 answers as well; only the rule keeps the question away."""
    with raw_server(tls=serving("machine.test", "127.0.0.2"), host="127.0.0.2") as inside:
        inside.answer = answer(CALENDAR)
        for place in (f"https://127.0.0.2:{inside.port}/", f"https://machine.test:{inside.port}/"):
            fresh.answer = answer(b"", f"Location: {place}", status="302 Found")
            assert "private network" in failed(fresh).say
        assert inside.requests == []


@pytest.mark.parametrize("host", ["machine.test", "cloud.test", "both.test"])
def test_a_name_that_leads_to_this_machine_or_to_two_networks_is_not_asked(
    host: str, fresh: RawServer
) -> None:
    with pytest.raises(FetchFailedError, match=f"^{host} lies where no calendar"):
        asked(fresh, host=host)
    assert fresh.requests == []


def test_the_address_that_was_looked_at_is_the_one_that_is_asked(fresh: RawServer) -> None:
    """A name server that answers otherwise the second time."""
    times: list[str] = []

    def changing(host: str) -> tuple[str, ...]:
        times.append(host)
        return (HERE,) if len(times) == 1 else ("127.0.0.2",)

    fresh.answer = answer(CALENDAR)
    assert asked(fresh, net=replace(network(), lookup=changing)).content == CALENDAR
    assert times == ["cal.test"]


def test_of_several_addresses_the_next_is_asked_where_one_does_not_answer(fresh: RawServer) -> None:
    several = replace(network(), lookup=lambda _host: ("127.0.0.9", HERE), reach=lambda _ip: HostReach.PUBLIC)
    fresh.answer = answer(CALENDAR)
    assert asked(fresh, net=several).content == CALENDAR


def test_a_password_goes_to_its_own_host_alone(fresh: RawServer) -> None:
    fresh.by_path["/lea.ics"] = answer(b"", "Location: /moved.ics", status="301 Moved")
    fresh.by_path["/moved.ics"] = answer(
        b"", f"Location: https://other.test:{fresh.port}/there.ics", status="307 There"
    )
    fresh.by_path["/there.ics"] = answer(
        b"", f"Location: https://cal.test:{fresh.port}/back.ics", status="302 Back"
    )
    fresh.answer = answer(CALENDAR)
    assert asked(fresh, host="lea:pa%3Ass@cal.test").content == CALENDAR
    first, moved, there, back = fresh.requests
    assert LOGIN in first
    assert LOGIN in moved
    assert "Authorization" not in there
    assert f"Host: other.test:{fresh.port}" in there
    assert LOGIN in back


def test_a_login_in_a_redirect_is_not_used(fresh: RawServer) -> None:
    fresh.by_path["/lea.ics"] = answer(
        b"", f"Location: https://eve:eve@other.test:{fresh.port}/there.ics", status="302 There"
    )
    fresh.answer = answer(CALENDAR)
    assert asked(fresh, host="cal.test").content == CALENDAR
    assert not any("Authorization" in request for request in fresh.requests)


def test_what_has_not_changed_is_not_sent_again(fresh: RawServer) -> None:
    fresh.answer = answer(status="304 Not Modified", length=False)
    before = Validators(etag='W/"a"', modified="Mon, 23 Nov 2026 07:00:00 GMT")
    assert asked(fresh, validators=before).content is None
    assert 'If-None-Match: W/"a"\r\nIf-Modified-Since: Mon, 23 Nov 2026 07:00:00 GMT\r\n' in fresh.requests[0]


@pytest.mark.parametrize("header", ["ETag: ü", "ETag: \x01", f'ETag: "{"x" * 300}"', "X: y"])
def test_a_validator_that_cannot_be_sent_back_is_none(header: str, fresh: RawServer) -> None:
    fresh.answer = answer(CALENDAR, header)
    assert asked(fresh).validators == Validators()


def test_a_certificate_is_checked(fresh: RawServer) -> None:
    fresh.answer = answer(CALENDAR)
    with pytest.raises(FetchFailedError, match=r"^wrong\.test cannot prove .* is for another host$"):
        asked(fresh, host="wrong.test")
    strange = replace(network(), tls=ssl.create_default_context())
    with pytest.raises(FetchFailedError, match="cannot prove that it is itself"):
        asked(fresh, net=strange)
    assert fresh.requests == []


def test_a_certificate_that_has_expired_is_told() -> None:
    past = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    yesterday = datetime.now(tz=UTC) - timedelta(days=1)  # noqa: TID251  (certificates follow the real clock)
    authority().issue_cert("cal.test", not_after=yesterday).configure_cert(past)
    with raw_server(tls=past) as server, pytest.raises(FetchFailedError, match=r"has expired$"):
        asked(server)


def test_an_old_protocol_and_plain_http_on_the_port_of_https_are_told() -> None:
    with raw_server() as server:
        server.answer = answer(CALENDAR)
        with pytest.raises(FetchFailedError, match=r"does not speak https|broke off|timed out"):
            asked(server)


def test_a_handshake_without_end_is_left() -> None:
    with socket.create_server((HERE, 0)) as listening:
        started = monotonic()
        address = parse_address(f"https://cal.test:{listening.getsockname()[1]}/s3cr3t")
        with pytest.raises(FetchFailedError, match=r"^cal\.test does not answer \(timed out\)$"):
            fetch(address, accept="*/*", network=network(seconds=0.5))
        assert monotonic() - started < 2


def test_nobody_there() -> None:
    with socket.create_server((HERE, 0)) as listening:
        port = listening.getsockname()[1]
    with pytest.raises(FetchFailedError, match=r"^cal\.test refuses the connection$"):
        fetch(parse_address(f"https://cal.test:{port}/"), accept="*/*", network=network())
    with pytest.raises(FetchFailedError, match=r"^gone\.test is not found$"):
        fetch(parse_address("https://gone.test/"), accept="*/*", network=network())


def test_this_machine_is_asked_over_http_by_its_own_name() -> None:
    with raw_server() as server:
        server.answer = answer(CALENDAR)
        address = parse_address(f"http://{HERE}:{server.port}/lea.ics")
        assert fetch(address, accept="*/*").content == CALENDAR


def test_the_environment_has_no_say(fresh: RawServer) -> None:
    """A proxy would see the host, and could lead anywhere."""
    source = (
        "import sys; from clientbridge.adapters.web.guarded_fetch import fetch\n"
        "from clientbridge.adapters.web.web_address import parse_address\n"
        "print(len(fetch(parse_address(sys.argv[1]), accept='*/*').content))"
    )
    with raw_server() as server:
        server.answer = answer(CALENDAR)
        proxy = f"http://{HERE}:{fresh.port}"
        environment = {
            **os.environ,
            "http_proxy": proxy,
            "https_proxy": proxy,
            "all_proxy": proxy,
            "no_proxy": "",
        }
        done = subprocess.run(
            [sys.executable, "-c", source, f"http://{HERE}:{server.port}/"],
            env={**environment, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        )
    assert done.stdout.strip() == str(len(CALENDAR))


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded by the resource module")
@pytest.mark.parametrize(
    "bomb", ["gzip bomb", "without end", "tiny chunks without end", "negative chunk without end"]
)
def test_no_answer_eats_the_memory(bomb: str) -> None:
    """With the limits that users have, in a process of its own."""
    source = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_AS, (600_000_000, 600_000_000))\n"
        "from clientbridge.adapters.web.guarded_fetch import FetchFailedError, Network, fetch\n"
        "from clientbridge.adapters.web.web_address import parse_address\n"
        "try: fetch(parse_address(sys.argv[1]), accept='*/*', network=Network(seconds=4))\n"
        "except FetchFailedError as error: print(error.say)\n"
    )
    with raw_server() as server:
        server.answer = TABLE[bomb].answer
        done = subprocess.run(
            [sys.executable, "-c", source, f"http://{HERE}:{server.port}/"],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
            timeout=15,
        )
    said = r"127\.0\.0\.1 (sends more than 50 MB|does not answer \(timed out\))\n"
    assert re.fullmatch(said, done.stdout)


BITS = st.sampled_from(
    [
        b"HTTP/1.1 200 OK\r\n", b"HTTP/1.0 200\r\n", b"HTTP/1.1 302 Found\r\n", b"HTTP/1.1 401 No\r\n",
        b"HTTP/1.1 304 Same\r\n", b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 503 \r\n", b"HTTP/1.1 ",
        b"Content-Length: 20\r\n", b"Content-Length: -1\r\n", b"Content-Length: 99999999999999999999\r\n",
        b"Content-Length: s3cr3t\r\n", b"Transfer-Encoding: chunked\r\n", b"Transfer-Encoding: s3cr3t\r\n",
        b"Content-Encoding: gzip\r\n", b"Content-Encoding: deflate\r\n",
        b"Content-Encoding: br\r\n",
        b"Location: /lea.ics\r\n", b"Location: https://[s3cr3t\r\n",
        b"Location: http://127.0.0.1/s3cr3t\r\n",
        b"Location: https://inside.test/s3cr3t\r\n", b"Location: //\r\n",
        b"Location: \x00\xff\r\n", b"Location:\r\n",
        b"ETag: \xff\r\n", b" folded\r\n", b": no name\r\n", b"no colon\r\n", b"X: s3cr3t\r\n",
        b"\x00", b"\r", b"\n",
        b"\r\n", b"\r\n\r\n", b"0\r\n\r\n", b"5\r\nBEGIN\r\n", b"-5\r\n", b"0x5\r\n", b"1_0\r\n",
        b"fffffffff\r\n", b"5;x=y\r\n",
        gzip.compress(CALENDAR), gzip.compress(CALENDAR)[:20], gzip.compress(bytes(500_000)), CALENDAR,
    ]
)  # fmt: skip
ANSWERS = st.lists(BITS | st.binary(max_size=30), max_size=12).map(b"".join)


@given(sent=ANSWERS | ANSWERS.map(lambda rest: b"HTTP/1.1 200 OK\r\n" + rest))
def test_whatever_comes_there_is_an_answer_or_a_sentence(sent: bytes, server: RawServer) -> None:
    server.by_path.clear()
    server.answer = sent
    started = monotonic()
    try:
        said = "" if asked(server, "/s3cr3t").content is not None else "cal.test has no content"
    except FetchFailedError as error:
        said = f"{error.say} {error.hint}"
    assert said == "" or re.match(r"cal\.test (?!has no content)", said)
    assert SECRET not in said
    assert monotonic() - started < PATIENCE + 1
