"""Which web addresses may be fetched: public ones, checked by the numbers they really lead to."""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, quote, urldefrag, urlsplit

from casefiles.domain.problems import BadInput, CannotCapture

_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?")
_NUMBER_AT_END = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)\.?")
_IPV4_INSIDE = ip_network("64:ff9b::/96")  # how a network without IPv4 writes it
_OUTDATED = (ip_network("2002::/16"), ip_network("2001::/32"), ip_network("fec0::/10"))

_WHOLE = "Give the whole address as the browser shows it, beginning with https:// or http://."


@dataclass(frozen=True, slots=True)
class Place:
    """A web address taken apart: where to connect and what to ask for there."""

    url: str
    secure: bool
    host: str
    port: int
    target: str

    @property
    def host_header(self) -> str:
        """The host as the request names it: with brackets and port where they are needed."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS["https" if self.secure else "http"] else f"{host}:{self.port}"


def place_of(url: str, *, allow_loopback: bool = False) -> Place:
    """Take a web address apart, and refuse it with a sentence if it is not a plain public one."""
    try:
        parts = urlsplit(urldefrag(url.strip()).url)
        port, host = parts.port, parts.hostname
    except ValueError:
        raise BadInput("This is not a web address.", _WHOLE) from None
    if parts.scheme not in _PORTS or not host:
        raise BadInput("Only web addresses (http or https) can be fetched.", _WHOLE)
    if parts.username is not None or parts.password is not None:
        raise BadInput("The address holds a user name or password.", "Remove all before the @ and try again.")
    usual = _PORTS[parts.scheme]
    if port not in {None, *_PORTS.values()} and not allow_loopback:
        raise BadInput(f"The address names port {port}; only the usual ports 80 and 443 are fetched.", _WHOLE)
    return Place(parts.geturl(), parts.scheme == "https", _host(host), usual if port is None else port, _target(parts))


def addresses_of(place: Place, *, allow_loopback: bool = False) -> list[str]:
    """Look up a host once; refuse it unless every address it has is a public one."""
    try:
        found = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
    except OSError:
        raise CannotCapture(
            "The site's name was not found.", "Check the address and that this computer is on the network."
        ) from None
    addresses = list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))
    if not all(_may_reach(ip_address(address), allow_loopback) for address in addresses):
        raise CannotCapture(
            "The address leads into a private network or to this computer; it was not fetched.",
            "Open it in a browser, copy the words and paste them.",
        )
    return addresses


def _host(host: str) -> str:
    """Write a host in its one plain form; numbers in disguise are refused."""
    try:
        if ":" in host:
            return str(IPv6Address(host))
        plain = host.encode("idna").decode("ascii").lower().removesuffix(".")
        if _NUMBER_AT_END.fullmatch(plain):
            return str(IPv4Address(plain))
    except (AddressValueError, UnicodeError):
        raise BadInput("The site's name in the address is not written in the usual way.", _WHOLE) from None
    if not _HOST.fullmatch(plain):
        raise BadInput("The site's name in the address holds characters that no name has.", _WHOLE)
    return plain


def _target(parts: SplitResult) -> str:
    """Write path and query in the letters that a request may hold."""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return f"{path}?{query}" if query else path


def _may_reach(address: IPv4Address | IPv6Address, allow_loopback: bool) -> bool:
    """Tell whether an address is a public one, whatever form it is written in."""
    if isinstance(address, IPv6Address):
        if any(address in outdated for outdated in _OUTDATED):
            return False
        inner = address.ipv4_mapped or (IPv4Address(int(address) & 0xFFFFFFFF) if address in _IPV4_INSIDE else None)
        if inner:
            return _may_reach(inner, allow_loopback)
    if address.is_loopback:
        return allow_loopback
    return address.is_global and not (address.is_multicast or address.is_reserved)
