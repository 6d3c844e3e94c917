"""The values of fields that the casebook has, to be offered while a search is typed: asked once, until a change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.session import Session


class KnownValues(QObject):
    """Values by the search word of their field; what is not known yet is asked on the read lane.

    Signals:
        arrived: the values of one more field are known.

    Args:
        session: the open casebook.
        parent: the owner.
    """

    arrived = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._values: dict[str, Sequence[str]] = {}
        session.changed.connect(lambda _: self._values.clear())

    def of(self, word: str) -> Sequence[str]:
        """Return what is known of a field now; more may arrive."""
        if word not in self._values:
            self._values[word] = ()
            finding = self._session.casebook.finding
            self._session.tasks.search(f"known {word}", partial(finding.known, word), partial(self._keep, word))
        return self._values[word]

    def _keep(self, word: str, values: Sequence[str]) -> None:
        self._values[word] = values
        self.arrived.emit()
