"""People and groups: entering them, editing them, deciding between reports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casefiles.domain import catalogue
from casefiles.domain.canonical import canonical
from casefiles.domain.catalogue import Field
from casefiles.domain.kinds import Value
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput, NotFound
from casefiles.domain.records import CaseKind, Verdict
from casefiles.domain.shown import ShownCase, show_case
from casefiles.storage import lookups, parts, past, tables
from casefiles.storage.act import Act
from casefiles.storage.lookups import ClaimKey
from casefiles.storage.reading import bodies, load_cases
from casefiles.workspace.case_view import case_view
from casefiles.workspace.desk import Desk, refuse_to_come
from casefiles.workspace.editing import (
    heading_of,
    reason_given,
    refuse_stale,
    report_in_use,
    reports_edited,
    standing_reports,
    typed_report,
)
from casefiles.workspace.entries import Entry, Report, check_all, copied, named
from casefiles.workspace.shown_cases import these_cases
from casefiles.workspace.views import CaseView


class People:
    """The people and groups of one casebook."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # ---- reading

    def view(self, case_id: int, moment: Moment = NOW) -> CaseView:
        """Return a case as its page shows it, at any moment.

        Raises:
            NotFound: it is gone, or was not here then.
        """
        shown = self._shown(case_id) if moment.is_now else self._shown_then(case_id, moment)
        return case_view(self._desk, case_id, shown, moment)

    def find(self, ref: str, moment: Moment = NOW) -> int:
        """Return the key of a case from its reference number, as CF-0000042 or 42, or its UUID.

        Raises:
            NotFound: no case has it.
        """
        number = ref.strip().upper().removeprefix("CF-")
        database = self._desk.book.database
        is_number = number.isdecimal() and len(number) < 18
        found = (
            lookups.case_by_ref(database, int(number))
            if is_number
            else lookups.key_of(database, tables.Case, ref.strip())
        )
        if found is None and moment.recorded is not None:
            found = past.case_key(database, int(number) if is_number else 0, ref.strip())
        if found is None:
            raise NotFound(f"There is no case {ref[:40]} in this casebook.", "Check the number, or search by name.")
        return found

    # ---- entering

    def add(self, kind: CaseKind, reports: Sequence[Report], situations: Sequence[str] = (), origin: str = "") -> int:
        """Add a person or a group with what is reported of it; one act."""
        checked = check_all(reports, self._desk.today())
        with self._desk.act(f"Add {named(kind, checked)}", origin) as act:
            entry = Entry(self._desk, act)
            case_id = entry.case(kind)
            entry.reports(case_id, checked)
            for uuid in situations:
                act.add(tables.CaseSituation, case_id=case_id, situation_id=act.keys.key(tables.Situation, uuid))
        return case_id

    def report(self, case_id: int, reports: Sequence[Report], origin: str = "") -> list[str]:
        """Add reports to a case; one act. Returns their UUIDs."""
        checked = check_all(reports, self._desk.today())
        heading = self._heading(case_id)
        what = ", ".join(dict.fromkeys(catalogue.field(report.field).label.lower() for report in checked))
        with self._desk.act(f"Report {what} of {heading}", origin) as act:
            added = Entry(self._desk, act).reports(case_id, checked)
            return [act.keys.uuid(tables.Claim, key) for key in added]

    def set_field(self, case_id: int, key: str, typed: str, seen: str | None = None, origin: str = "") -> None:
        """Type a value into a field; it is used from now on, and what sources say stands beside it.

        Args:
            seen: the UUID of the report whose value the officer saw, or empty for none; refused when it is
                no longer the one in use. None skips the check.

        Raises:
            BadInput: the value is not one of the field's own.
            StaleEdit: somebody else changed the field meanwhile.
        """
        field = catalogue.field(key)
        if not typed.strip():
            self.clear_field(case_id, key, seen, origin)
            return
        report = typed_report(field, typed).checked(self._desk.today())
        with self._desk.act(f"Change {field.label.lower()} of {self._heading(case_id)}", origin) as act:
            shown = self._shown(case_id)
            refuse_stale(shown, field, seen)
            in_use = report_in_use(shown, field)
            if in_use is not None and in_use.value == report.value:
                return
            entry = Entry(self._desk, act)
            added = entry.report(case_id, report)
            self._retire_desk_entries(entry, shown, field, added)
            if field.key != "status" and any(not claim.is_desk_entry for claim in standing_reports(shown, field)):
                entry.decide(added, Verdict.USE, "Typed at the desk")

    def set_value(self, case_id: int, key: str, value: Value, origin: str = "") -> None:
        """Type a structured value, such as a name with its language."""
        self.set_field(case_id, key, canonical(value), None, origin)

    def clear_field(self, case_id: int, key: str, seen: str | None = None, origin: str = "") -> None:
        """Set aside every standing report of a field, so that it shows nothing."""
        field = catalogue.field(key)
        with self._desk.act(f"Clear {field.label.lower()} of {self._heading(case_id)}", origin) as act:
            shown = self._shown(case_id)
            refuse_stale(shown, field, seen)
            entry = Entry(self._desk, act)
            for claim in reports_edited(shown, field):
                entry.decide(act.keys.key(tables.Claim, claim.uuid), Verdict.SET_ASIDE, "Cleared at the desk")

    def add_name(self, case_id: int, text: str, kind: str, language: str = "", origin: str = "") -> None:
        """Add one more spelling of a name."""
        value = {"text": text, "kind": kind} | ({"language": language} if language else {})
        self.report(case_id, [Report("name", value)], origin)

    # ---- deciding

    def use(self, claim: str, reason: str, origin: str = "") -> None:
        """Use this report's value; a decision with a reason.

        Raises:
            BadInput: no reason is given, or the report was set aside.
        """
        key = self._claim(claim)
        if not any(one.standing and one.claim.uuid == claim for one in self._shown(key.case_id).judged):
            raise BadInput("This report was set aside or replaced.", "Accept it again first.")
        words = "Pin the" if key.field == "status" else "Use another version of"
        self._decide(claim, Verdict.USE, reason_given(reason), words, origin)

    def unpin(self, claim: str, reason: str, origin: str = "") -> None:
        """Let the rule decide again where an officer had chosen this report; a decision with a reason.

        Raises:
            BadInput: no reason is given, or the report is not the one chosen.
        """
        key = self._claim(claim)
        if claim not in self._shown(key.case_id).chosen:
            raise BadInput("Nobody has chosen this report, so the rule decides already.", "Look again.")
        self._decide(claim, Verdict.LET_GO, reason_given(reason), "Let the rule decide the", origin)

    def set_aside(self, claim: str, reason: str, origin: str = "") -> None:
        """Set a report aside; it stays on record."""
        self._decide(claim, Verdict.SET_ASIDE, reason_given(reason), "Set aside a report of", origin)

    def take_back(self, claim: str, reason: str, origin: str = "") -> None:
        """Accept a report again that was set aside or replaced."""
        self._decide(claim, Verdict.ACCEPT, reason_given(reason), "Accept again a report of", origin)

    def restore(self, claim: str, reason: str, origin: str = "") -> None:
        """Bring an old value back: accept its report again if it was put away, and use it; one act."""
        found = self._claim(claim)
        label = f"Restore {catalogue.field(found.field).label.lower()} of {self._heading(found.case_id)}"
        with self._desk.act(label, origin) as act:
            entry, reason = Entry(self._desk, act), reason_given(reason)
            if not any(one.standing for one in self._shown(found.case_id).judged if one.claim.uuid == claim):
                entry.decide(found.id, Verdict.ACCEPT, reason)
            entry.decide(found.id, Verdict.USE, reason)

    def replace(self, claim: str, by: str, reason: str, origin: str = "") -> None:
        """Mark a report as replaced by another of the same field.

        Raises:
            BadInput: the other is not of the same field of the same case, or no reason is given.
        """
        old, new = self._claim(claim), self._claim(by)
        if old == new or old[1:] != new[1:]:
            raise BadInput("A report is replaced by another of the same field.", "Choose another report.")
        self._decide(claim, Verdict.REPLACE, reason_given(reason), "Replace a report of", origin, by)

    # ---- groups and situations

    def identify(self, group_id: int, person_id: int, reason: str, since: date | None = None, origin: str = "") -> None:
        """Say that a person is one of a group; totals do not move.

        What is reported of the group's status, nationality and origin is from now on reported of the person,
        where nothing is yet.

        Raises:
            BadInput: the group is full, the person is in it already, one is not what it should be, or the day is
                still to come.
        """
        with self._desk.act(f"Identify {self._heading(person_id)} as one of {self._heading(group_id)}", origin) as act:
            self._identify(act, group_id, person_id, reason, since)

    def identify_new(
        self,
        group_id: int,
        reports: Sequence[Report],
        reason: str,
        since: date | None = None,
        origin: str = "",
    ) -> int:
        """Enter a new person as one of a group, with the group's situations; one act."""
        checked = check_all(reports, self._desk.today())
        situations = lookups.situation_links(self._desk.book.database, group_id)
        with self._desk.act(f"Identify one of {self._heading(group_id)}", origin) as act:
            entry = Entry(self._desk, act)
            person_id = entry.case(CaseKind.PERSON)
            entry.reports(person_id, checked)
            for _, situation_id in situations.values():
                act.add(tables.CaseSituation, case_id=person_id, situation_id=situation_id)
            self._identify(act, group_id, person_id, reason, since)
        return person_id

    def unidentify(self, membership: str, origin: str = "") -> None:
        """Take back that a person is one of a group; what was reported of the person only as one of it is set aside.

        Both from the day of the identification on: nobody of the group is counted twice on any day.
        """
        found = lookups.membership(self._desk.book.database, membership)
        if found is None:
            raise NotFound("That identification is no longer in this casebook.", "Look again.")
        group, person = self._shown(found.group_id), self._shown(found.person_id)
        passed_on = {one.claim.uuid for one in group.judged}
        since = next(member.since for member in group.records.members if member.uuid == membership)
        with self._desk.act(f"Take back that {self._heading(found.person_id)} is one of a group", origin) as act:
            act.remove(tables.Membership, found.id)
            entry = Entry(self._desk, act)
            for one in person.judged:
                if one.standing and one.claim.base in passed_on:
                    key = act.keys.key(tables.Claim, one.claim.uuid)
                    day = max(since, one.decision.effective_on if one.decision else "")
                    entry.decide(key, Verdict.SET_ASIDE, "No longer one of the group", effective_on=day)

    def set_situations(self, case_id: int, situations: Sequence[str], origin: str = "") -> None:
        """Say which situations a case belongs to."""
        has = lookups.situation_links(self._desk.book.database, case_id)
        with self._desk.act(f"Change situations of {self._heading(case_id)}", origin) as act:
            for uuid in set(situations) - set(has):
                act.add(tables.CaseSituation, case_id=case_id, situation_id=act.keys.key(tables.Situation, uuid))
            for uuid in set(has) - set(situations):
                act.remove(tables.CaseSituation, has[uuid][0])

    def remove(self, case_id: int, origin: str = "") -> None:
        """Take a case entered by mistake out of the casebook; undo brings it back.

        Raises:
            BadInput: it is a group with identified members, or what its family was told is written down.
        """
        if self._shown(case_id).records.members:
            raise BadInput("This group has identified members; it is kept.", "Take back the identifications first.")
        if lookups.is_told_to_family(self._desk.book.database, case_id):
            raise BadInput("The family was told something; the person is kept.", "Remove what we told first.")
        with self._desk.act(f"Remove {self._heading(case_id)}", origin) as act:
            for table, key in parts.parts_of_case(self._desk.book.database, case_id):
                act.remove(table, key)
            act.remove(tables.Case, case_id)

    # ---- inside

    def _shown(self, case_id: int) -> ShownCase:
        database = self._desk.book.database
        records = load_cases(database, [case_id]).get(case_id)
        if records is None:
            raise NotFound("That person is no longer in this casebook.", "Undo brings back what was removed.")
        return show_case(records, bodies(database))

    def _shown_then(self, case_id: int, moment: Moment) -> ShownCase:
        found = these_cases(self._desk, [case_id], moment).get(case_id)
        if found is None:
            raise NotFound("Nothing was known here of that person then.", "Ask for a later day.")
        return found

    def _heading(self, case_id: int) -> str:
        return heading_of(self._desk, case_id)

    def _retire_desk_entries(self, entry: Entry, shown: ShownCase, field: Field, by: int) -> None:
        for claim in reports_edited(shown, field):
            if claim.is_desk_entry:
                old = entry.act.keys.key(tables.Claim, claim.uuid)
                entry.decide(old, Verdict.REPLACE, "Typed again at the desk", by)

    def _claim(self, uuid: str) -> ClaimKey:
        found = lookups.claim_key(self._desk.book.database, uuid)
        if found is None:
            raise NotFound("That report is no longer in this casebook.", "Look again.")
        return found

    def _decide(self, claim: str, verdict: Verdict, reason: str, words: str, origin: str, by: str = "") -> None:
        found = self._claim(claim)
        label = f"{words} {catalogue.field(found.field).label.lower()} of {self._heading(found.case_id)}"
        with self._desk.act(label, origin) as act:
            other = act.keys.key(tables.Claim, by) if by else None
            Entry(self._desk, act).decide(found.id, verdict, reason, other)

    def _identify(self, act: Act, group_id: int, person_id: int, reason: str, since: date | None) -> None:
        group, person = self._shown(group_id), self._shown(person_id)
        if group.records.kind is not CaseKind.GROUP or person.records.kind is not CaseKind.PERSON:
            raise BadInput("Only a person can be one of a group.", "Choose a person.")
        if any(member.person == person.records.uuid for member in group.records.members):
            raise BadInput("This person is one of the group already.", "Choose another person.")
        if len(group.records.members) >= group.size.high:
            raise BadInput(
                f"All {group.size.high} of this group are identified already.",
                "Change the number of people first, if it is wrong.",
            )
        found = since or self._desk.today()
        refuse_to_come(found, self._desk.today())
        act.add(
            tables.Membership,
            group_id=group_id,
            person_id=person_id,
            since=found.isoformat(),
            reason=clean(reason) if reason else "",
            entered_at=act.at,
        )
        self._pass_on(act, group, person, person_id, found)

    def _pass_on(self, act: Act, group: ShownCase, person: ShownCase, person_id: int, since: date) -> None:
        """Report of the person what is reported of all the group, so that no count moves."""
        known = {one.claim.field for one in person.judged if one.standing}
        entry = Entry(self._desk, act)
        for one in group.judged:
            if one.standing and one.claim.field in _COUNTED_BY and one.claim.field not in known:
                entry.report(person_id, copied(act, one.claim, since))


_COUNTED_BY = frozenset({"status", "nationality", "origin"})
"""The fields that headline counts go by."""
