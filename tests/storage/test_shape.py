"""What tells derived rows of another shape from today's."""

from __future__ import annotations

from casefiles.storage.columns import shape
from casefiles.storage.shape import SHAPE


def test_the_shape_written_out_is_that_of_the_fields() -> None:
    assert shape() == SHAPE, f'in casefiles/storage/shape.py: SHAPE = "{shape()}"'
