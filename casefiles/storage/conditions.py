"""From the tree of a search to SQL: conditions on derived columns, and expressions for the word index.

Words come from users and are never syntax: in the index each stands in quotes, elsewhere each is a parameter.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import Any as Anything

from casefiles.domain.catalogue import FIELDS, In
from casefiles.domain.status import GROUP_LABELS, STATUSES
from casefiles.search.comparing import CountIs, DaysAgo, IsOneOf
from casefiles.search.document import source_words
from casefiles.search.fields import BY_WORD, SearchField
from casefiles.search.folded import has, situations_meant
from casefiles.search.tree import (
    All,
    Any,
    Between,
    Days,
    Everything,
    Key,
    Node,
    Not,
    Term,
    Text,
    Value,
    Words,
    parts_of,
)
from casefiles.storage import past
from casefiles.storage.asking import rows
from casefiles.storage.columns import INDEXED, MISSING, column, iso
from casefiles.storage.condition import ALWAYS, Asking, Condition, in_index, joined


def condition(asking: Asking, node: Node) -> Condition:
    """Return the condition that a case is found by."""
    match node:
        case Everything():
            return ALWAYS
        case Words(text):
            return in_index(match(node)) if asking.indexed else _in_row(text)
        case Term(word, values):
            return joined("OR", [_compared(asking, BY_WORD[word], value) for value in values])
        case Not(part):
            inner = condition(asking, part)
            return Condition(f"({inner.sql}) IS NOT TRUE", inner.values)  # unknown is not found either way
        case Any(parts):
            return joined("OR", [condition(asking, part) for part in parts])
        case All(parts):
            return joined("AND", [condition(asking, part) for part in parts])


def in_situation(asking: Asking, uuid: str) -> Condition:
    """Return the condition that a case belongs to a situation."""
    if not asking.moment.is_now:
        return Condition("instr(shown.situations, ?) > 0", (uuid,))
    sql = "SELECT cs.case_id FROM case_situation cs JOIN situation s ON s.id = cs.situation_id WHERE s.uuid = ?"
    return Condition(f"case_id IN ({sql})", (uuid,))


def in_articles(node: Node) -> str:
    """Return an expression of the article index for what is looked for anywhere; empty when that is nothing."""
    parts = parts_of(node)
    if any(isinstance(part, Term) and part.word == "in" and Key("articles") not in part.values for part in parts):
        return ""
    found = [f"({matched})" for part in parts if (matched := match(part))]
    refused = [f"({matched})" for part in parts if isinstance(part, Not) and (matched := match(part.part))]
    return " NOT ".join([f"({' AND '.join(found)})", *refused]) if found else ""


def _in_row(text: Text) -> Condition:
    """Return the condition that a row holds words, as the index would find them."""
    return joined("OR", [_has_words(f"shown.{name}", text) for name in INDEXED])


def split(node: Node) -> tuple[str, Node]:
    """Return an expression of the index that everything found must match, or none, and what is left to compare."""
    found: list[str] = []
    left: list[Node] = []
    for part in parts_of(node):
        matched = match(part)
        if matched:
            found.append(matched)
        else:
            left.append(part)
            found += _foretold(part)
    return " AND ".join(f"({one})" for one in found), All(tuple(left))


class AnsweredBy(StrEnum):
    """What answers one part of a search."""

    INDEX = "the word index"
    BOTH = "the word index, then columns"
    MIXED = "columns and the word index"
    COLUMNS = "columns"


def answered_by(part: Node) -> AnsweredBy:
    """Tell what answers one part that must hold."""
    if match(part):
        return AnsweredBy.INDEX
    if _foretold(part):
        return AnsweredBy.BOTH
    return AnsweredBy.MIXED if any(map(match, _inside(part))) else AnsweredBy.COLUMNS


def _inside(node: Node) -> Iterator[Node]:
    """Yield what a part is put together from, all the way down."""
    inner = (node.part,) if isinstance(node, Not) else node.parts if isinstance(node, All | Any) else ()
    for part in inner:
        yield part
        yield from _inside(part)


def match(node: Node) -> str:
    """Return an expression of the index that means the same; empty where there is none."""
    match node:
        case Words(text, _):
            return _quoted(text)
        case Any(parts) | All(parts) if parts and all(map(match, parts)):
            joiner = " OR " if isinstance(node, Any) else " AND "
            return joiner.join(f"({match(part)})" for part in parts)
    return ""


def _quoted(text: Text) -> str:
    return f'"{" ".join(text.words)}"' + ("" if text.whole else "*")


_OWN_COLUMNS = {"name": "names", "origin": "origin_words"}
_INDEXED = {field.word: _OWN_COLUMNS.get(field.word, "words") for field in FIELDS if In.FIND in field.views}
"""The column of the index that holds a field's words."""


def _foretold(node: Node) -> list[str]:
    """Return what the index can say of a field with words: it narrows the cases whose columns are compared."""
    if not isinstance(node, Term) or node.word not in _INDEXED:
        return []
    texts = [value for value in node.values if isinstance(value, Text)]
    return [f"{_INDEXED[node.word]} : ({' OR '.join(map(_quoted, texts))})"] if texts else []


def _compared(asking: Asking, field: SearchField, value: Value) -> Condition:
    special = _SPECIAL.get(field.word)
    return special(asking, value) if special else _of_case(asking, _plain(asking, field, value))


def _of_case(asking: Asking, found: Condition) -> Condition:
    """Let a condition on a case's columns be asked of another table."""
    if asking.table == "shown":
        return found
    return Condition(f"case_id IN (SELECT case_id FROM shown WHERE {found.sql})", found.values)


def _plain(asking: Asking, field: SearchField, value: Value) -> Condition:
    match value:
        case Text():
            return _has_words(_kept(field), value)
        case Days(first, last):
            return _within(_kept(field, "first"), _kept(field, "last"), iso(first), iso(last))
        case Between(low, high) if isinstance(field.way, DaysAgo):
            return _days_ago(_kept(field, "last"), asking.today, value)
        case Between(low, high):
            single = isinstance(field.way, CountIs)
            columns = (_kept(field),) * 2 if single else (_kept(field, "low"), _kept(field, "high"))
            return _within(*columns, low, high)
        case Key():
            keys = field.way.keys(value) if isinstance(field.way, IsOneOf) else frozenset((value.key,))
            return _one_of(_kept(field), keys)


def _kept(field: SearchField, part: str = "") -> str:
    """Name a column in full: the index has some of the same names."""
    return f"shown.{column(field, part)}"


def _has_words(kept: str, wanted: Text) -> Condition:
    """Folded text holds words parted by single spaces."""
    end = " " if wanted.whole else ""
    return Condition(f"instr(' ' || {kept} || ' ', ?) > 0", (f" {' '.join(wanted.words)}{end}",))


def _within(low_kept: str, high_kept: str, low: Anything, high: Anything) -> Condition:
    parts = [Condition(f"{high_kept} >= ?", (low,))] if low is not None else []
    parts += [Condition(f"{low_kept} <= ?", (high,))] if high is not None else []
    return joined("AND", parts)


def _days_ago(kept: str, today: date, wanted: Between) -> Condition:
    first, last = (None if days is None else _before(today, days) for days in (wanted.high, wanted.low))
    return joined("AND", [Condition(f"{kept} < ?", (iso(date.max),)), _within(kept, kept, first, last)])


def _before(today: date, days: int) -> str:
    return date.fromordinal(min(max(today.toordinal() - days, 1), date.max.toordinal())).isoformat()


def _one_of(kept: str, keys: Iterable[str]) -> Condition:
    """One value alone lets its index keep the order."""
    values = tuple(sorted(keys))
    if len(values) == 1:
        return Condition(f"{kept} = ?", values)
    return Condition(f"{kept} IN ({', '.join('?' * len(values))})", values)


def _status(value: Value) -> Condition:
    """Statuses are those of the table asked: of the case, or of one of its periods."""
    assert isinstance(value, Key)
    if value.key in set(GROUP_LABELS):
        return _one_of("status_group", (value.key,))
    in_group = _one_of("status_group", (STATUSES[value.key].group.value,))  # an index keeps each group in order
    return joined("AND", [in_group, _one_of("status", (value.key,))])


def _held(asking: Asking, value: Value) -> Condition:
    return _of_case(asking, Condition("shown.held = ?", (int(value == Key("yes")),)))


def _in(value: Value) -> Condition:
    """Every case is people; articles are found beside them."""
    return Condition("1" if value == Key("people") else "0")


def _missing(asking: Asking, value: Value) -> Condition:
    assert isinstance(value, Key)
    return _of_case(asking, Condition(f"instr(shown.{MISSING}, ?) > 0", (f" {value.key} ",)))


def _source(asking: Asking, value: Value) -> Condition:
    """A case is found by one source that holds all the words."""
    assert isinstance(value, Text)
    if not asking.moment.is_now:
        return _source_then(asking, value)
    found = _has_words("words", value)
    sql = f"SELECT case_id FROM rests_on WHERE ref IN (SELECT ref FROM source_words WHERE {found.sql})"
    return Condition(f"case_id IN ({sql})", found.values)


def _source_then(asking: Asking, value: Text) -> Condition:
    """A row of the past names the sources that it rested on."""
    if asking.moment.recorded is None:
        known = dict(rows(asking.database, "SELECT ref, words FROM source_words"))
    else:
        known = {one.ref: source_words(one) for one in past.sources_at(asking.database, asking.moment.recorded)}
    found = json.dumps([ref for ref, words in known.items() if has(value, words)])
    cited = "SELECT 1 FROM json_each(shown.cited) c WHERE c.value IN (SELECT value FROM json_each(?))"
    return Condition(f"EXISTS ({cited})", (found,))


def _situation(asking: Asking, value: Value) -> Condition:
    """There are few situations, so that their names are folded as they are asked for."""
    assert isinstance(value, Text)
    if not asking.moment.is_now:
        names = past.situation_names(asking.database, asking.moment.recorded)
        found = sorted(situations_meant(value, names))
        return joined("OR", [Condition("0"), *(in_situation(asking, uuid) for uuid in found)])
    known = rows(asking.database, "SELECT id, uuid, name FROM situation")
    meant = situations_meant(value, {uuid: name for _, uuid, name in known})
    keys = tuple(key for key, uuid, _ in known if uuid in meant)
    return Condition(
        f"case_id IN (SELECT case_id FROM case_situation WHERE situation_id IN ({', '.join('?' * len(keys))}))", keys
    )


_SPECIAL: dict[str, Callable[[Asking, Value], Condition]] = {
    "status": lambda asking, value: _status(value),
    "group": lambda asking, value: _status(value),
    "held": _held,
    "in": lambda asking, value: _in(value),
    "missing": _missing,
    "source": _source,
    "situation": _situation,
}
"""Fields that are not one column of the case compared with one value."""
