"""Fetches one public document from the web: no cookies, no scripts, no images, within strict limits."""

from __future__ import annotations

import gzip
import io
import socket
import ssl
import time
import zlib
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse
from typing import TYPE_CHECKING, cast
from urllib.parse import urljoin

from casefiles.domain.problems import BadInput, CannotCapture
from casefiles.intake.addresses import Place, addresses_of, place_of

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

SECONDS = 30.0
REDIRECTS = 5
ON_THE_WIRE = 15 * 1024 * 1024
DECODED = 60 * 1024 * 1024
_CHUNK = 64 * 1024
_MOVED = {301, 302, 303, 307, 308}

_REQUEST = (
    "GET {target} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: Casefiles/0.1\r\n"
    "Accept: text/html, text/plain;q=0.9, */*;q=0.1\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
)
_PASTE = "Open it in a browser, copy the words and paste them."


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document as the site gave it, the address it was found at and the encoding the site declared."""

    data: bytes
    url: str
    charset: str | None


class Wire(io.RawIOBase):
    """What comes in from one site, counted, and held to the time left for the whole fetch."""

    def __init__(self, link: socket.socket, deadline: float) -> None:
        super().__init__()
        self._link = link
        self._deadline = deadline
        self._received = 0

    def readable(self) -> bool:
        """Say that this is for reading."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Receive what has come, if there is time and room for it."""
        self._link.settimeout(time_left(self._deadline))
        received = self._link.recv_into(buffer)
        self._received += received
        if self._received > ON_THE_WIRE:
            raise _too_big()
        return received

    def makefile(self, mode: str) -> io.BufferedReader:  # noqa: ARG002  (the shape http.client asks for)
        """Read in larger pieces."""
        return io.BufferedReader(self)


def fetch(url: str, *, allow_loopback: bool = False) -> Fetched:
    """Fetch a document, checking the address anew at each step; ``allow_loopback`` is for tests alone."""
    deadline = time.monotonic() + SECONDS
    place = place_of(url, allow_loopback=allow_loopback)
    for _ in range(REDIRECTS + 1):
        try:
            answer = _ask(place, addresses_of(place, allow_loopback=allow_loopback), deadline)
        except (OSError, EOFError, HTTPException, zlib.error) as error:
            raise _told(error) from None
        if isinstance(answer, Fetched):
            return answer
        place = _onward(place, answer, allow_loopback=allow_loopback)
    raise CannotCapture(f"The site sent us on more than {REDIRECTS} times; nothing was kept.", _PASTE)


def _onward(place: Place, location: str, *, allow_loopback: bool) -> Place:
    """Take apart the address a site sends us on to, as strictly as the one asked for."""
    try:
        return place_of(urljoin(place.url, location), allow_loopback=allow_loopback)
    except (BadInput, ValueError):
        raise CannotCapture("The site sent us on to an address that cannot be fetched.", _PASTE) from None


def time_left(deadline: float) -> float:
    """Tell how long may still be waited."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _ask(place: Place, addresses: list[str], deadline: float) -> Fetched | str:
    """Ask one site for the document; the answer is the document or the address to ask next."""
    with _connected(place, addresses, deadline) as link:
        link.sendall(_REQUEST.format(target=place.target, host=place.host_header).encode("ascii"))
        with HTTPResponse(cast("socket.socket", Wire(link, deadline)), method="GET") as response:
            response.begin()
            onward = response.getheader("Location")
            if response.status in _MOVED and onward:
                return onward.encode("latin-1").decode(errors="replace")  # undoes http.client's reading
            if response.status != HTTPStatus.OK:
                raise _refused(response.status)
            return Fetched(_body(response), place.url, response.headers.get_content_charset())


def _connected(place: Place, addresses: list[str], deadline: float) -> socket.socket:
    """Connect to the first checked address that answers, under TLS in the site's own name if asked."""
    if not place.secure:
        return _linked(addresses, place.port, deadline)
    trusted = ssl.create_default_context()
    return trusted.wrap_socket(_linked(addresses, place.port, deadline), server_hostname=place.host)


def _linked(addresses: list[str], port: int, deadline: float) -> socket.socket:
    """Try one address after another."""
    for address in addresses[:-1]:
        try:
            return socket.create_connection((address, port), timeout=time_left(deadline) / 2)
        except OSError:  # the next may answer
            continue
    return socket.create_connection((addresses[-1], port), timeout=time_left(deadline))


def _body(response: HTTPResponse) -> bytes:
    """Read the document, unpacking it as it comes and counting what comes out."""
    packed = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if packed not in {"identity", "gzip", "x-gzip"}:
        raise CannotCapture("The site sent the page packed in a way that was not asked for.", _PASTE)
    stream = response if packed == "identity" else gzip.GzipFile(fileobj=response, mode="rb")
    data = bytearray()
    while chunk := stream.read(_CHUNK):
        data += chunk
        if len(data) > DECODED:
            raise _too_big()
    if response.length:
        raise EOFError
    return bytes(data)


def _refused(status: int) -> CannotCapture:
    """Say what the site answered instead of the document."""
    known = {member.value: member.phrase for member in HTTPStatus}
    words = f"{status} {known.get(status, '')}".strip()
    return CannotCapture(f"The site did not give the page; it answered “{words}”.", _PASTE)


def _too_big() -> CannotCapture:
    """Say that a document is over the limit."""
    return CannotCapture(
        f"The page is over {ON_THE_WIRE >> 20} MB ({DECODED >> 20} MB unpacked); nothing was kept.", _PASTE
    )


def _told(error: Exception) -> CannotCapture:
    """Put trouble on the way into a sentence."""
    say = next(say for kind, say in _TROUBLE if isinstance(error, kind))
    return CannotCapture(say, _PASTE, type(error).__name__)


_TROUBLE: tuple[tuple[type[Exception], str], ...] = (
    (TimeoutError, f"The site took longer than {SECONDS:.0f} seconds; nothing was kept."),
    (ssl.SSLCertVerificationError, "The site could not prove who it is, so nothing was fetched from it."),
    (ssl.SSLError, "No safe connection to the site could be made."),
    (EOFError, "The connection ended before the page was complete; nothing was kept."),
    (HTTPException, "The site's answer made no sense or was cut short; nothing was kept."),
    (gzip.BadGzipFile, "The page came damaged; nothing was kept."),
    (zlib.error, "The page came damaged; nothing was kept."),
    (OSError, "The site could not be reached."),
)
