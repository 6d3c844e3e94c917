"""Grading: how credible one report is; each grade is kept, and the latest counts."""

from __future__ import annotations

from casefiles.domain import grading
from casefiles.domain.catalogue import BY_KEY
from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput, NotFound
from casefiles.storage import lookups, tables
from casefiles.storage.reading import bodies
from casefiles.workspace.desk import Desk
from casefiles.workspace.editing import heading_of
from casefiles.workspace.shown_cases import these_cases


class Grades:
    """The grades of the reports of one casebook."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def give(self, claim: str, credibility: str, reason: str = "", origin: str = "") -> None:
        """Grade a report; an empty grade takes the last one back.

        Raises:
            BadInput: there is no such grade, or 1 is given where no two independent sources say the same.
            NotFound: the report is gone.
        """
        database = self._desk.book.database
        signs = [step.sign for step in grading.CREDIBILITY]
        if credibility and credibility not in signs:
            raise BadInput(f"“{credibility[:20]}” is not a grade.", f"Use one of: {', '.join(signs)}.")
        found = lookups.claim_key(database, claim)
        if found is None:
            raise NotFound("That report is no longer in this casebook.", "Look again.")
        shown = these_cases(self._desk, [found.case_id])[found.case_id]
        graded = next(one.claim for one in shown.judged if one.claim.uuid == claim)
        if credibility == grading.CONFIRMED:
            standing = [one.claim for one in shown.judged if one.standing]
            if grading.is_alone(graded, standing, bodies(database)):
                raise BadInput(
                    "Only one independent source says this, so it is not confirmed by others.",
                    "Papers with one agency’s copy are one source. Choose 2, or add a report from another source.",
                )
        if credibility == graded.credibility:
            return
        label = f"Grade a report of {BY_KEY[found.field].label.lower()} of {heading_of(self._desk, found.case_id)}"
        with self._desk.act(label, origin) as act:
            act.add(
                tables.Grade,
                claim_id=found.id,
                credibility=credibility,
                reason=clean(reason, 1000) if reason else "",
                officer=self._desk.officer.name,
                effective_on=self._desk.today().isoformat(),
                entered_at=act.at,
            )
