"""Holds: a person kept out of documents that name people, for a reason, until it is lifted."""

from __future__ import annotations

from casefiles.domain.dates import PartialDate
from casefiles.domain.problems import BadInput
from casefiles.domain.records import Hold
from casefiles.storage import holding, lookups, tables
from casefiles.workspace import list_words
from casefiles.workspace.desk import Desk
from casefiles.workspace.editing import heading_of, reason_given
from casefiles.workspace.views import HoldView


class Holds:
    """The holds of one casebook."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def hold(self, case_id: int, reason: str, review_by: str, origin: str = "") -> None:
        """Keep a case out of documents that name people, from today on.

        Args:
            case_id: which case.
            reason: why.
            review_by: by which day (EDTF) to look again.
            origin: who asks.

        Raises:
            BadInput: no reason or day is given, the day is over, or the case is held already.
        """
        why = reason_given(reason)
        if not review_by:
            raise BadInput("The day to look again is missing.", "Type a day such as 12 June 2024.")
        day = PartialDate.parse_edtf(review_by)
        if day.latest is None or day.latest < self._desk.today():
            raise BadInput("The day to look again is over, or has no end.", "Type a day after today.")
        if holding.standing_hold(self._desk.book.database, case_id) is not None:
            raise BadInput("This person is on hold already.", "Lift that hold first, to give another reason.")
        with self._desk.act(f"Hold {heading_of(self._desk, case_id)}", origin) as act:
            act.add(
                tables.Hold,
                case_id=case_id,
                reason=why,
                officer=self._desk.officer.name,
                review_by=day.edtf,
                since=self._desk.today().isoformat(),
                entered_at=act.at,
            )

    def lift(self, case_id: int, reason: str, origin: str = "") -> None:
        """Let a case be named again, from today on.

        Raises:
            BadInput: no reason is given, or the case is not held.
        """
        why = reason_given(reason)
        key = holding.standing_hold(self._desk.book.database, case_id)
        if key is None:
            raise BadInput("This person is not on hold.", "Look again.")
        with self._desk.act(f"Lift the hold of {heading_of(self._desk, case_id)}", origin) as act:
            act.change(
                tables.Hold,
                key,
                lifted_on=self._desk.today().isoformat(),
                lift_reason=why,
                lifted_by=self._desk.officer.name,
            )

    def named_in(self, case_id: int) -> list[str]:
        """Say every edition and statement that has named a case already, in words."""
        database = self._desk.book.database
        uuid = lookups.uuid_of(database, tables.Case, case_id) or ""
        editions = [
            f"Edition {number}, {title}, issued {self._desk.at(issued)}"
            for number, title, issued in holding.editions_naming(database, uuid)
        ]
        statements = [
            ", ".join(filter(None, (f"Told to {kind}", recipient, title, list_words.say_day(said))))
            for kind, title, recipient, said in holding.statements_naming(database, case_id)
        ]
        return [*editions, *statements]


def hold_view(desk: Desk, hold: Hold | None) -> HoldView | None:
    """Put a hold into words."""
    if hold is None:
        return None
    by = f" by {hold.officer}" if hold.officer else ""
    last = PartialDate.parse_edtf(hold.review_by).latest if hold.review_by else None
    is_overdue = last is not None and last < desk.today()
    review = f"{'Review was due by' if is_overdue else 'Review by'} {list_words.say_day(hold.review_by)}."
    return HoldView(
        since=hold.since,
        by=hold.officer,
        reason=hold.reason,
        review_by=hold.review_by,
        is_overdue=is_overdue,
        sentence=f"On hold since {list_words.say_day(hold.since)}{by}: {hold.reason.rstrip('.')}. {review}",
    )
