"""Facts reach the worker as they were sent, and anything else is refused with a sentence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casefiles.briefing.facts import BriefingFacts
from casefiles.briefing.wire import decoded, encoded
from casefiles.domain.problems import BadInput

if TYPE_CHECKING:
    from tests.briefing.conftest import Invented


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.builds(BriefingFacts))
def test_any_facts_come_back_equal(facts: BriefingFacts) -> None:
    assert decoded(encoded(facts)) == facts


def test_a_note_is_written_once(invented: Invented) -> None:
    facts = invented.briefing("situation", situation=invented.situation(200))
    data = encoded(facts)
    assert decoded(data) == facts
    assert data.count(invented.post.quote.encode()) == 1


@pytest.mark.parametrize(
    "damage",
    [b"", b"[]", b"null", b"{}", b"\xff\xfe", b'{"notes":[],"facts":[1,2]}', b'{"notes":[1],"facts":[]}'],
)
def test_what_is_not_facts_is_refused(damage: bytes) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        decoded(damage)


def test_a_word_outside_its_list_is_refused(invented: Invented) -> None:
    message = json.loads(encoded(invented.briefing(people=(invented.person(),))))
    data = json.dumps(message).replace('"dead"', '"undead"').encode()
    with pytest.raises(BadInput):
        decoded(data)


def test_facts_kept_by_an_older_version_are_read(invented: Invented) -> None:
    facts = invented.briefing("situation", situation=invented.situation(2))
    message = json.loads(encoded(facts))
    situation = message["facts"][message["fields"]["BriefingFacts"].index("situation")]
    for name, lacking in (("BriefingFacts", "options"), ("CountRow", "change"), ("Note", "quote_direction")):
        message["fields"][name].remove(lacking)
    at = json.loads(encoded(facts))["fields"]
    del message["facts"][at["BriefingFacts"].index("options")]
    for note in message["notes"]:
        del note[at["Note"].index("quote_direction")]
    rows = [*situation[at["SituationFacts"].index("counts")], situation[at["SituationFacts"].index("total")]]
    for row in filter(None, rows):
        del row[at["CountRow"].index("change")]
    old = decoded(json.dumps(message).encode()).situation
    assert old is not None
    assert facts.situation is not None
    assert [row.number for row in old.counts] == [row.number for row in facts.situation.counts]
    assert {row.change for row in old.counts} == {""}
