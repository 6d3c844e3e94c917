"""Every test runs under the guards; `pytester` lets a test show that they bite."""

from __future__ import annotations

pytest_plugins = ["pytester", "tests.guards", "tests.qt_guards"]
