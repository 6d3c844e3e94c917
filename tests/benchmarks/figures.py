"""Timing, and small tables of what was timed."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Times:
    """What one kind of act took, in milliseconds, sorted."""

    ms: tuple[float, ...]

    @classmethod
    def of(cls, seconds: Iterable[float]) -> Times:
        """Take durations in seconds."""
        return cls(tuple(sorted(one * 1e3 for one in seconds)))

    def at(self, share: float) -> float:
        """Return the time that this share of the acts did not exceed."""
        return self.ms[min(len(self.ms) - 1, int(len(self.ms) * share))]

    @property
    def row(self) -> str:
        """Return the figures of one line of a table."""
        return "".join(f"{one:10.2f}" for one in (self.at(0.5), self.at(0.95), self.at(0.99), self.ms[-1]))


HEAD = f"{'':44}{'n':>7}{'p50':>10}{'p95':>10}{'p99':>10}{'max':>10}  ms"


def table(title: str, rows: Sequence[tuple[str, Times]]) -> None:
    """Print a table of times."""
    print(f"\n{title}\n{HEAD}")
    for what, times in rows:
        print(f"{what:44}{len(times.ms):7}{times.row}")


def bar(what: str, measured: float, allowed: float, unit: str = "ms") -> bool:
    """Print how a figure stands to its bar; returns whether it is held."""
    held = measured <= allowed
    print(f"{'held  ' if held else 'MISSED'}  {what}: {measured:,.2f} {unit} (bar {allowed:,g} {unit})")
    return held


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds something took."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def disk(folder: Path, times: int = 100) -> Times:
    """Return what this disk takes to keep 4 KB for good, so that other figures can be read beside it."""
    with tempfile.TemporaryFile(dir=folder) as file:

        def keep() -> None:
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())

        return Times.of(timed(keep) for _ in range(times))


def data_folder() -> Path:
    """Return where the large casebooks are kept."""
    kept = Path(os.environ.get("CASEFILES_BENCH_DATA") or Path.home() / ".cache" / "casefiles-benchmarks")
    kept.mkdir(parents=True, exist_ok=True)
    return kept
