"""A fetch keeps to its limits and tells in a sentence what went wrong."""

from __future__ import annotations

import gzip
import socket
import threading
from typing import TYPE_CHECKING

import pytest

from casefiles.domain.problems import CannotCapture
from casefiles.intake import fetch as fetching
from casefiles.intake.fetch import fetch

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler

    from tests.intake.conftest import Site


def got(url: str) -> bytes:
    return fetch(url, allow_loopback=True).data


def refusal(url: str) -> str:
    with pytest.raises(CannotCapture) as refused:
        fetch(url, allow_loopback=True)
    assert refused.value.hint
    return refused.value.say


def test_bytes_address_and_encoding_come_back(site: Site) -> None:
    url = site.says("/story?x=1", b"\xd0\xc5", Content_Type="text/html; charset=windows-1251")
    fetched = fetch(f"{url}#part", allow_loopback=True)
    assert (fetched.data, fetched.url, fetched.charset) == (b"\xd0\xc5", url, "windows-1251")


def test_the_request_carries_nothing_about_the_desk(site: Site) -> None:
    site.says("/first", b"", status=302, Location="/second", Set_Cookie="id=7")
    got_at_last = site.says("/second", b"x")
    assert fetch(site.url("/first"), allow_loopback=True).url == got_at_last
    for visit in site.asked:
        assert {name.lower() for name in visit.headers} == {
            "host", "user-agent", "accept", "accept-encoding", "connection"
        }  # fmt: skip
        assert visit.headers["User-Agent"] == "Casefiles/0.1"
        assert visit.headers["Host"] == f"127.0.0.1:{site.server_port}"


def test_a_packed_page_is_unpacked(site: Site) -> None:
    packed = gzip.compress(b"two ") + gzip.compress(b"parts")
    assert got(site.says("/", packed, Content_Encoding="gzip")) == b"two parts"


def test_a_page_in_chunks_is_put_together(site: Site) -> None:
    def answer(visit: BaseHTTPRequestHandler) -> None:
        visit.protocol_version = "HTTP/1.1"
        visit.send_response(200)
        visit.send_header("Transfer-Encoding", "chunked")
        visit.end_headers()
        visit.wfile.write(b"3\r\ntwo\r\n5\r\n dead\r\n0\r\n\r\n")
        visit.close_connection = True

    site.answers["/"] = answer
    assert got(site.url()) == b"two dead"


def test_too_much_on_the_wire_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "ON_THE_WIRE", 1 << 20)
    assert len(got(site.says("/fits", b"x" * 1_000_000))) == 1_000_000
    assert "nothing was kept" in refusal(site.says("/over", b"x" * 1_100_000))


def test_a_bomb_is_stopped_while_it_unpacks(site: Site) -> None:
    bomb = gzip.compress(bytes(fetching.DECODED + 1), compresslevel=1)
    assert len(bomb) < 1 << 20
    assert "60 MB unpacked" in refusal(site.says("/", bomb, Content_Encoding="gzip"))


@pytest.mark.parametrize(
    "location",
    [
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "https://[::ffff:192.168.0.1]/",
        "//192.168.0.1/x",
    ],
)
def test_a_redirect_inside_is_refused(site: Site, location: str) -> None:
    assert "private network" in refusal(site.says("/", b"", status=302, Location=location))


@pytest.mark.parametrize("location", ["file:///etc/passwd", "http://x:y@127.0.0.1/", "http://0x7f.1/", "http://[x"])
def test_a_redirect_to_no_plain_address_is_refused(site: Site, location: str) -> None:
    assert "sent us on to an address that" in refusal(site.says("/", b"", status=301, Location=location))


def test_five_redirects_are_followed_and_no_sixth(site: Site) -> None:
    for step in range(6):
        site.says(f"/{step}", b"", status=307, Location=f"/{step + 1}")
    site.says("/6", b"there")
    assert got(site.url("/1")) == b"there"
    assert "more than 5 times" in refusal(site.url("/0"))
    assert "more than 5 times" in refusal(site.says("/loop", b"", status=302, Location="/loop"))


def test_a_redirect_in_other_letters_is_followed(site: Site) -> None:
    site.says("/", b"", status=302, Location="/कथा".encode().decode("latin-1"))
    site.says("/%E0%A4%95%E0%A4%A5%E0%A4%BE", b"there")
    assert got(site.url()) == b"there"


def test_the_name_is_looked_up_once_and_that_very_address_is_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.says("/", b"here")
    looked_up = []

    def look_up(host: str, *args: object, **kwargs: object) -> list[object]:
        looked_up.append(host)
        return [
            (
                socket.AF_INET,
                socket.SOCK_STREAM,
                6,
                "",
                ("127.0.0.1" if len(looked_up) == 1 else "8.8.8.8", 80),
            )
        ]

    original = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *a, **k: original(host, *a, **k) if host == "127.0.0.1" else look_up(host),
    )
    assert got(f"http://news.example:{site.server_port}/") == b"here"
    assert looked_up == ["news.example"]
    assert site.asked[0].headers["Host"] == f"news.example:{site.server_port}"


@pytest.mark.parametrize(
    ("status", "words"), [(404, "404 Not Found"), (403, "403 Forbidden"), (999, "999"), (304, "304")]
)
def test_an_answer_without_the_page_is_told(site: Site, status: int, words: str) -> None:
    assert words in refusal(site.says("/", b"", status=status))


def test_a_page_cut_short_is_not_kept(site: Site) -> None:
    assert "before the page was complete" in refusal(site.says("/", b"half", Content_Length="999"))
    cut = gzip.compress(b"words " * 1000)[:-20]
    assert "before the page was complete" in refusal(site.says("/gz", cut, Content_Encoding="gzip"))
    assert "damaged" in refusal(site.says("/bad", b"not packed at all", Content_Encoding="gzip"))
    assert "packed in a way" in refusal(site.says("/br", b"\x0b", Content_Encoding="br"))


def test_a_site_that_is_not_there_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert "could not be reached" in refusal(f"http://127.0.0.1:{port}/")


def test_of_several_addresses_the_one_that_answers_is_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.says("/", b"here")
    monkeypatch.setattr(fetching, "addresses_of", lambda *a, **k: ["::1", "127.0.0.1"])
    assert got(site.url()) == b"here"


def test_no_time_is_no_time(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.0)
    assert "took longer" in refusal(site.says("/", b"here"))
    assert site.asked == []


def test_a_site_that_trickles_is_left_when_time_is_up(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.3)
    left = threading.Event()

    def trickle(visit: BaseHTTPRequestHandler) -> None:
        while not left.wait(0.02):
            visit.wfile.write(b"H")

    site.answers["/"] = trickle
    assert "took longer" in refusal(site.url())
    left.set()


@pytest.mark.parametrize("answer", [b"nonsense\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200 + b"\r\n", b""])
def test_an_answer_that_makes_no_sense_is_told(site: Site, answer: bytes) -> None:
    def nonsense(visit: BaseHTTPRequestHandler) -> None:
        visit.wfile.write(answer)

    site.answers["/"] = nonsense
    assert "made no sense or was cut short" in refusal(site.url())


def test_a_safe_connection_asks_for_the_site_by_its_name() -> None:
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def listen() -> None:
            visitor, _ = server.accept()
            with visitor:
                heard.append(visitor.recv(4096))

        thread = threading.Thread(target=listen)
        thread.start()
        assert "safe connection" in refusal(f"https://localhost:{server.getsockname()[1]}/")
        thread.join()
    assert heard[0][0] == 0x16  # a TLS greeting
    assert b"\0\0\0\x0e\0\x0c\0\0\x09localhost" in heard[0]
