"""The one catalogue of fields."""

from __future__ import annotations

import pytest

from casefiles.domain import catalogue, kinds
from casefiles.domain.catalogue import FIELDS, In, Release
from casefiles.domain.problems import BadInput


def test_keys_words_and_labels_name_one_field_each() -> None:
    for attribute in ("key", "word", "label"):
        named = [getattr(field, attribute).casefold() for field in FIELDS]
        assert len(set(named)) == len(named), attribute


def test_a_key_word_or_label_never_means_another_field() -> None:
    for field in FIELDS:
        for name in (field.key, field.word, field.label, field.label.upper(), f" {field.key.replace('_', '-')} "):
            assert catalogue.field(name) is field


def test_no_field_is_called_so() -> None:
    with pytest.raises(BadInput) as refused:
        catalogue.field("x" * 1_000_000)
    assert len(refused.value.say) < 100
    assert "birth_date" in refused.value.hint


def test_papers_are_for_the_family_alone_and_in_no_search_or_print() -> None:
    for field in FIELDS:
        if field.kind is kinds.PAPER:
            assert field.release is Release.FAMILY_PRIVATE
            assert not field.views & {In.FIND, In.PRINT, In.GROUP, In.SHEET}


def test_the_person_sheet_has_what_a_sentence_of_the_news_tells() -> None:
    assert {"name", "age", "origin", "status", "role"} <= {field.key for field in catalogue.fields_in(In.SHEET)}


def test_desk_fields_need_no_source_and_go_to_nobody_else() -> None:
    desk = [field for field in FIELDS if not field.sourced]
    assert {field.key for field in desk} == {"owner", "mark", "review", "notes"}
    assert all(field.release >= Release.INTERNAL and In.PRINT not in field.views for field in desk)
