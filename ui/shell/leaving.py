"""Leaving a casebook: nothing typed is lost, and nothing begun is cut off, without a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.shell.window import Window


class Leaving(QObject):
    """Stands between the window and its closing.

    Args:
        window: the window.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._in_trouble = False
        self._waiting: Callable[[], None] | None = None

    def may_leave(self, then: Callable[[], None]) -> bool:
        """Commit what is open; tell whether to go at once. If not, the officer is asked, and `then` done on a yes."""
        desk = self._window.desk
        if desk is None:
            return True
        self._in_trouble = False
        desk.save_now()
        if self._in_trouble:
            self._ask_to_lose(then)
        elif self._window.foot.jobs:
            self._ask_to_wait(then)
        else:
            return True
        return False

    def heard_trouble(self) -> None:
        """Note that something could not be kept."""
        self._in_trouble = True

    def job_ended(self) -> None:
        """Go, if this was what kept us."""
        if self._waiting is not None and not self._window.foot.jobs:
            then, self._waiting = self._waiting, None
            then()

    def stop_jobs(self) -> None:
        """Stop what is being done."""
        for job in self._window.foot.jobs:
            job.cancelled.set()

    def _ask_to_lose(self, then: Callable[[], None]) -> None:
        self._ask(
            self.tr("The last entry is not saved"),
            self.tr("The line at the foot of the window says why. If you close now, that entry is lost."),
            {"lose": (self.tr("Close and lose it"), then), "stay": (self.tr("Stay"), lambda: None)},
        )

    def _ask_to_wait(self, then: Callable[[], None]) -> None:
        labels = ", ".join(job.label for job in self._window.foot.jobs)

        def stop() -> None:
            self.stop_jobs()
            then()

        def wait() -> None:
            self._waiting = then
            self.job_ended()

        self._ask(
            self.tr("Still at work"),
            self.tr("Not finished yet: {tasks}.").format(tasks=labels),
            {"stop": (self.tr("Stop it and close"), stop), "wait": (self.tr("Close when it is done"), wait)},
        )

    def _ask(self, title: str, text: str, answers: dict[str, tuple[str, Callable[[], None]]]) -> None:
        from ui.dialogs.question import Question

        words = [(key, words) for key, (words, _) in answers.items()]
        question = Question(self._window.theme, title, text, words, self._window)
        question.answered.connect(lambda key: answers[key][1]())
        question.open()
