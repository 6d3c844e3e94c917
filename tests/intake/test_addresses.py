"""Only plain public web addresses are fetched, whatever form an inner one hides in."""

from __future__ import annotations

import socket

import pytest

from casefiles.domain.problems import BadInput, CannotCapture
from casefiles.intake.addresses import addresses_of, place_of


def refuse_to_look_up(*args: object, **kwargs: object) -> None:
    raise AssertionError("looked up")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("example.org/story", "Only web addresses"),
        ("file:///etc/passwd", "Only web addresses"),
        ("ftp://example.org/", "Only web addresses"),
        ("javascript:alert(1)", "Only web addresses"),
        ("http://", "Only web addresses"),
        ("", "Only web addresses"),
        ("http://[::1", "not a web address"),
        ("http://example.org:99999/", "not a web address"),
        ("http://asha:secret@example.org/", "user name or password"),
        ("http://asha@example.org/", "user name or password"),
        ("http://example.org:8080/", "port 8080"),
        ("http://example.org:22/", "port 22"),
        ("http://2130706433/", "not written in the usual way"),
        ("http://017700000001/", "not written in the usual way"),
        ("http://0177.0.0.1/", "not written in the usual way"),
        ("http://0x7f.0.0.1/", "not written in the usual way"),
        ("http://0x7f000001/", "not written in the usual way"),
        ("http://127.1/", "not written in the usual way"),
        ("http://8.8.8/", "not written in the usual way"),
        ("http://[fe80::1%25eth0/", "not a web address"),
        ("http://exa mple.org/", "characters that no name has"),
        ("http://example.org\\@127.0.0.1/", "user name"),
        ("http://%31%32%37.0.0.x/", "characters that no name has"),
        (f"http://{'a' * 64}.example/", "not written in the usual way"),
    ],
)
def test_an_address_out_of_the_ordinary_is_refused_unasked(
    url: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", refuse_to_look_up)
    with pytest.raises(BadInput, match=said) as refused:
        place_of(url)
    assert refused.value.hint


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "127.0.0.1",
        "127.0.0.1.",
        "127.200.3.4",
        "１２７.0.0.1",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.5.5",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:10.0.0.1]",
        "[::127.0.0.1]",
        "[64:ff9b::10.0.0.1]",
        "[2002:7f00:1::]",
        "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
        "[fe80::1]",
        "[fc00::1]",
        "[fec0::1]",
        "[ff02::1]",
    ],
)
def test_an_address_inside_is_refused(host: str) -> None:
    with pytest.raises(CannotCapture, match="private network or to this computer"):
        addresses_of(place_of(f"https://{host}/"))


@pytest.mark.parametrize("host", ["8.8.8.8", "[2606:4700::1111]", "[::ffff:8.8.8.8]", "[64:ff9b::8.8.8.8]"])
def test_a_public_address_is_taken(host: str) -> None:
    assert len(addresses_of(place_of(f"https://{host}/"))) == 1


def test_one_inner_address_among_public_ones_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *a, **k: [(0, 0, 0, "", (ip, 443)) for ip in ("8.8.8.8", "10.0.0.1")]
    )
    with pytest.raises(CannotCapture, match="private network"):
        addresses_of(place_of("https://news.example/"))


def test_loopback_is_open_to_tests_alone_and_nothing_else_inside() -> None:
    assert addresses_of(place_of("http://127.0.0.1:8123/", allow_loopback=True), allow_loopback=True) == ["127.0.0.1"]
    with pytest.raises(CannotCapture):
        addresses_of(place_of("http://10.0.0.1:8123/", allow_loopback=True), allow_loopback=True)


def test_a_name_that_is_not_found_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*args: object, **kwargs: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(CannotCapture, match="name was not found"):
        addresses_of(place_of("https://news.example/"))


def test_an_address_is_taken_apart_as_a_request_needs_it() -> None:
    place = place_of("  HTTPS://Zeitung.例え.example:443/कथा/a%20b?q=दो मृत&x=1#part ")
    assert (place.secure, place.host, place.port) == (True, "zeitung.xn--r8jz45g.example", 443)
    assert place.target == "/%E0%A4%95%E0%A4%A5%E0%A4%BE/a%20b?q=%E0%A4%A6%E0%A5%8B%20%E0%A4%AE%E0%A5%83%E0%A4%A4&x=1"
    assert "#" not in place.url


@pytest.mark.parametrize(
    ("url", "header"),
    [
        ("http://example.org/", "example.org"),
        ("https://example.org:80/", "example.org:80"),
        ("https://[2606:4700::1]/", "[2606:4700::1]"),
        ("http://[2606:4700::1]:443/", "[2606:4700::1]:443"),
    ],
)
def test_the_host_is_named_with_its_port_where_needed(url: str, header: str) -> None:
    assert place_of(url).host_header == header
