"""The guards bite: each small test below would pass by itself, and fails for what it leaves or reaches."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

NAUGHTY = """
import logging, os, socket, sqlite3, threading, warnings
import pytest, sqlcipher3.dbapi2
from PySide6.QtCore import QThread, QTimer, qWarning
from PySide6.QtWidgets import QWidget

kept = []

def test_thread():
    stop = threading.Event()
    kept.append(stop)
    threading.Thread(target=stop.wait, name="forgotten lane").start()

def test_timer(qapp):
    timer = QTimer()
    kept.append(timer)
    timer.start(60_000)

def test_stop_the_timer(qapp):
    kept[-1].stop()

def test_single_shot(qapp):
    QTimer.singleShot(60_000, kept.clear)

def test_qthread(qapp):
    thread = QThread()
    kept.append(thread)
    thread.start()

def test_stop_the_qthread(qapp):
    kept[-1].quit()
    kept[-1].wait()

def test_window(qapp):
    window = QWidget(objectName="forgotten window")
    kept.append(window)

def test_log():
    logging.getLogger("intake").warning("something odd")

def test_qt_message(qapp):
    qWarning("a bent border")

def test_warning():
    warnings.warn("old way", DeprecationWarning)

def test_slot_exception(qapp, qtbot):
    timer = QTimer(singleShot=True)
    timer.timeout.connect(lambda: 1 / 0)
    with qtbot.waitSignal(timer.timeout):
        timer.start(0)

def test_connection():
    kept.append(sqlite3.connect(":memory:"))

def test_encrypted_connection():
    kept.append(sqlcipher3.dbapi2.connect(":memory:"))

def test_open_file(tmp_path):
    open(tmp_path / "notes.txt", "w")

def test_look_up():
    socket.getaddrinfo("desk.example", 443)

def test_far_connection():
    with socket.socket() as its:
        its.connect(("192.0.2.1", 443))

def test_stop_the_thread():
    kept[0].set()
"""

ORDERLY = """
import logging, os, socket, sqlite3, threading
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QLabel

def test_own_home(tmp_path):
    assert os.environ["CASEFILES_HOME"].startswith(str(tmp_path))
    assert os.environ["CASEFILES_NO_NATIVE_DIALOGS"] == "1"
    assert "CASEFILES_OFFICER" not in os.environ
    assert "SOURCE_DATE_EPOCH" not in os.environ

def test_thread_that_ends():
    thread = threading.Thread(target=int)
    thread.start()
    thread.join()

def test_widget_and_timer(qtbot):
    label = QLabel("hello")
    qtbot.addWidget(label)
    label.show()
    timer = QTimer(label)
    with qtbot.waitSignal(timer.timeout):
        timer.start(1)

def test_single_shot_made(qtbot):
    made = []
    QTimer.singleShot(1, lambda: made.append(1))
    qtbot.waitUntil(lambda: made == [1])

def test_single_shot_of_a_closed_window(qtbot):
    label = QLabel("hello")
    qtbot.addWidget(label)
    QTimer.singleShot(60_000, label.clear)

def test_qthread_that_ends(qapp):
    thread = QThread()
    thread.start()
    thread.quit()
    thread.wait()

def test_log_read(caplog):
    logging.getLogger("intake").warning("expected")
    assert "expected" in caplog.text

def test_connection_closed():
    sqlite3.connect(":memory:").close()

def test_loopback():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(("localhost", server.getsockname()[1])).close()
        server.accept()[0].close()
"""

# What stands in the report for each naughty test, and how the test itself ends.
TOLD = {
    "test_thread": ("errors", "left running by the test: forgotten lane"),
    "test_timer": ("errors", "QTimer started in test_timer"),
    "test_single_shot": ("errors", "QTimer.singleShot started in test_single_shot"),
    "test_qthread": ("errors", "QThread started in test_qthread"),
    "test_window": ("errors", "window QWidget forgotten window"),
    "test_log": ("errors", "WARNING intake: something odd"),
    "test_qt_message": ("failed", "a bent border"),
    "test_warning": ("failed", "DeprecationWarning: old way"),
    "test_slot_exception": ("failed", "ZeroDivisionError"),
    "test_connection": ("errors", "left open by the test: 1 database connection"),
    "test_encrypted_connection": ("errors", "left open by the test: 1 database connection"),
    "test_open_file": ("failed", "ResourceWarning: unclosed file"),
    "test_look_up": ("failed", "reached for another machine: desk.example"),
    "test_far_connection": ("failed", "reached for another machine: 192.0.2.1"),
}


@pytest.fixture
def guarded(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A place for tests that run under the project's own settings and guards."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("HOME", os.environ["HOME"])  # pytester moves it, and font caches live there
    pytester.makefile(".toml", pyproject=(ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pytester.mkdir("tests")
    return pytester


def run(guarded: pytest.Pytester, tests: str) -> pytest.RunResult:
    (guarded.path / "tests" / "test_inner.py").write_text(tests, encoding="utf-8")
    return guarded.runpytest_subprocess("-p", "tests.guards", "-p", "tests.qt_guards", "-rA", "--tb=short", "tests")


def test_every_guard_bites(guarded: pytest.Pytester) -> None:
    printed = run(guarded, NAUGHTY).stdout.str()
    for name, (ending, words) in TOLD.items():
        verdict = "ERROR" if ending == "errors" else "FAILED"
        assert re.search(rf"^{verdict} tests/test_inner.py::{name}\b", printed, re.MULTILINE), name
        assert words in printed, name


def test_orderly_tests_pass(guarded: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEFILES_OFFICER", "somebody")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    run(guarded, ORDERLY).assert_outcomes(passed=ORDERLY.count("def test_"))
