"""How many people, where that is not known exactly."""

import pytest

from casefiles.domain.span import ONE, Span


@pytest.mark.parametrize(
    ("span", "words", "people"),
    [
        (Span(), "0", "0 people"),
        (ONE, "1", "1 person"),
        (Span(1, 3), "1–3", "1–3 people"),
        (Span(61, 64), "61–64", "61–64 people"),
        (Span(1200, 1200), "1,200", "1,200 people"),
    ],
)
def test_a_span_is_said_in_words(span: Span, words: str, people: str) -> None:
    assert (span.words(), span.people()) == (words, people)


def test_spans_add_and_never_fall_below_none() -> None:
    assert sum((Span(2, 5), ONE), Span()) == Span(3, 6)
    assert Span(2, 5).less(3) == Span(0, 2)
