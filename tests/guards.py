"""What every test gets: a home of its own, no network but this machine, and no noise or leftovers."""

from __future__ import annotations

import ipaddress
import logging
import multiprocessing
import os
import socket
import sqlite3
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCALHOST = {"localhost", b"localhost"}
GRACE_SECONDS = 1.0  # a lane or worker that was told to stop may need a moment to end


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keeps the developer's settings, data and clock out of the test; answers with CASEFILES_HOME."""
    for name in [name for name in os.environ if name.startswith("CASEFILES_")]:
        monkeypatch.delenv(name)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    home = tmp_path / "casefiles-home"
    monkeypatch.setenv("CASEFILES_HOME", str(home))
    monkeypatch.setenv("CASEFILES_NO_NATIVE_DIALOGS", "1")
    return home


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuses to look up or reach any other machine."""
    monkeypatch.setattr(socket.socket, "connect", only_loopback(socket.socket.connect))
    monkeypatch.setattr(socket.socket, "connect_ex", only_loopback(socket.socket.connect_ex))
    look_up = socket.getaddrinfo

    def guarded_look_up(host: object, *args: Any, **kwargs: Any) -> Any:
        if not address_in(host):  # spelling out an address asks nobody
            refuse_other_machines(host)
        if host in LOCALHOST:  # a bare machine may have no file that says where this is
            host = "127.0.0.1"
        return look_up(host, *args, **kwargs)  # type: ignore[arg-type]  # whatever the caller gave

    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


def only_loopback(connect: Any) -> Any:
    """A socket's way of connecting, for addresses on this machine only."""

    def guarded_connect(its: socket.socket, address: Any) -> Any:
        if its.family in {socket.AF_INET, socket.AF_INET6}:
            refuse_other_machines(address[0])
        return connect(its, address)

    return guarded_connect


def refuse_other_machines(host: object) -> None:
    """Fails the test unless the host, by name or address, is this machine."""
    address = address_in(host)
    is_here = address.is_loopback if address else host in {None, "", *LOCALHOST}
    if not is_here:
        pytest.fail(f"the test reached for another machine: {host!s}")


def address_in(host: object) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address that a host's text spells out, if it is not a name."""
    try:
        return ipaddress.ip_address(host.decode() if isinstance(host, bytes) else str(host))
    except ValueError:
        return None


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that logs a warning or worse, unless it asks for `caplog` to read the log itself."""
    heard: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    listener = Listener(logging.WARNING)
    logging.getLogger().addHandler(listener)
    yield
    logging.getLogger().removeHandler(listener)
    if heard and "caplog" not in request.fixturenames:
        pytest.fail("logged during the test: " + "; ".join(heard))


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fails a test that leaves a thread or a worker process running."""
    before: set[Any] = {*threading.enumerate(), *multiprocessing.active_children()}
    yield
    deadline = time.monotonic() + GRACE_SECONDS
    for runner in running_since(before):
        runner.join(max(0.0, deadline - time.monotonic()))
    left = running_since(before)
    if left:
        pytest.fail(f"left running by the test: {', '.join(sorted(runner.name for runner in left))}")


def running_since(before: set[Any]) -> list[Any]:
    """Threads and worker processes begun since; a QThread's shadow is told by its own guard."""
    runners: list[Any] = [*threading.enumerate(), *multiprocessing.active_children()]
    return [runner for runner in runners if runner not in before and not runner.name.startswith("Dummy-")]


@pytest.fixture(autouse=True)
def no_connection_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails a test that leaves a database connection open, on Pythons that do not warn of it themselves."""
    opened: list[Any] = []
    for engine in (sqlite3, sqlcipher):
        monkeypatch.setattr(engine, "connect", remembering(engine.connect, opened))
    yield
    left = [connection for connection in opened if is_open(connection)]
    for connection in left:
        connection.close()
    if left:
        pytest.fail(f"left open by the test: {len(left)} database connection(s)")


def remembering(connect: Any, opened: list[Any]) -> Any:
    """An engine's way of connecting that also notes each connection."""

    def remembered_connect(*args: Any, **kwargs: Any) -> Any:
        connection = connect(*args, **kwargs)
        opened.append(connection)
        return connection

    return remembered_connect


def is_open(connection: Any) -> bool:
    """Whether a connection still answers; any thread may ask."""
    try:
        _ = connection.total_changes
    except (sqlite3.ProgrammingError, sqlcipher.ProgrammingError):
        return False
    return True
