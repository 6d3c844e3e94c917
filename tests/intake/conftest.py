"""A fixed clock, files to take in, and a web site on this computer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from casefiles.intake.capture import Clock

Answer = Callable[[BaseHTTPRequestHandler], None]


@pytest.fixture
def clock() -> Clock:
    """Noon in Delhi on the day after the seed article."""
    moment = datetime(2024, 6, 13, 12, 0, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    return lambda: moment


@pytest.fixture
def drop(tmp_path: Path) -> Callable[[bytes], Path]:
    """Write bytes to a file whose name says nothing."""

    def write(data: bytes) -> Path:
        path = tmp_path / "dropped"
        path.write_bytes(data)
        return path

    return write


class Site(ThreadingHTTPServer):
    """A web site on the loopback address; each path has its answer."""

    daemon_threads = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Visit)
        self.answers: dict[str, Answer] = {}
        self.asked: list[BaseHTTPRequestHandler] = []

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def says(self, path: str, body: bytes, *, status: int = 200, **headers: str) -> str:
        """Answer a path with these bytes, and give its address."""

        def answer(visit: BaseHTTPRequestHandler) -> None:
            visit.send_response(status)
            for name, value in ({"Content_Length": str(len(body))} | headers).items():
                visit.send_header(name.replace("_", "-"), value)
            visit.end_headers()
            visit.wfile.write(body)

        self.answers[path] = answer
        return self.url(path)


class Visit(BaseHTTPRequestHandler):
    """One request to the site."""

    server: Site

    def do_GET(self) -> None:
        self.server.asked.append(self)
        try:
            self.server.answers[self.path](self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the visitor had enough

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the name in http.server)
        """Stay silent."""


@pytest.fixture
def site() -> Iterator[Site]:
    """A running site, gone with all its threads when the test is over."""
    with Site() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()
