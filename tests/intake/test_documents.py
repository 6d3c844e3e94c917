"""Files, pasted words and web addresses become a saved copy, a frozen text and suggestions."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casefiles.domain.passages import anchor, passage
from casefiles.domain.problems import BadInput, CannotCapture
from casefiles.intake import documents
from casefiles.intake.description import Description, Suggestion
from casefiles.intake.documents import from_file, from_paste, from_url, read

if TYPE_CHECKING:
    from casefiles.intake.capture import Clock
    from tests.intake.conftest import Site

SEED = Path(__file__).parents[1] / "data" / "seed_article.txt"
PAGE = "<!doctype html><title>Two killed</title><article><p>{}</p></article>"
Drop = Callable[[bytes], Path]


def no_reading(html: str) -> None:
    raise AssertionError("the page was parsed")


def test_the_seed_article_is_kept_byte_by_byte_and_read_letter_by_letter(clock: Clock) -> None:
    document = from_file(SEED, clock=clock)
    data = SEED.read_bytes()
    assert document.capture.data == data
    assert document.capture.sha256 == sha256(data).hexdigest()
    assert document.capture.size == len(data) == 2837
    assert document.capture.media_type == "text/plain"
    assert document.capture.taken_at == datetime(2024, 6, 13, 6, 30, tzinfo=UTC)
    assert document.capture.taken_at.tzinfo is UTC
    assert document.capture.tool == "Casefiles 0.1.0 file"
    assert document.capture.url_asked is None
    assert document.chars == data.decode()
    assert document.text.sha256 == sha256(data).hexdigest()
    assert document.text.notes == ()
    title = Suggestion("India calls for release of Indians serving in Russian Army", "first line")
    assert document.suggested == Description(title=title)


def test_quotes_of_the_seed_article_are_found_in_it(clock: Clock) -> None:
    chars = from_file(SEED, clock=clock).chars
    found = anchor(chars, "“security helper” in the Donetsk region")
    assert found is not None
    assert passage(chars, *found).before.endswith("air strike while serving as a ")
    second = anchor(chars, "Tuesday", near=chars.index("In March"))
    assert second is not None
    assert second != anchor(chars, "Tuesday")


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pasted_words_stay_as_they_are(clock: Clock, text: str) -> None:
    document = from_paste(text, clock=clock)
    assert document.chars == text
    assert document.capture.data == text.encode()
    assert document.text.sha256 == document.capture.sha256


def test_pasted_words_are_never_taken_for_a_page(clock: Clock) -> None:
    document = from_paste("\n\n  <p>Two killed</p>\nmore", clock=clock)
    assert document.capture.media_type == "text/plain"
    assert document.capture.tool == "Casefiles 0.1.0 paste"
    assert document.suggested == Description(title=Suggestion("<p>Two killed</p>", "first line"))


def test_marks_of_direction_are_kept_and_told(clock: Clock) -> None:
    document = from_paste("killed \u202e2102\u202c", clock=clock)
    assert document.chars == "killed \u202e2102\u202c"
    assert "reading direction" in document.text.notes[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "nothing to paste"), ("half \ud800", "half a character"), ("a\0b", "does not hold text")],
)
def test_what_cannot_be_pasted_is_refused(text: str, said: str, clock: Clock) -> None:
    with pytest.raises((BadInput, CannotCapture), match=said):
        from_paste(text, clock=clock)


def test_a_page_is_known_by_its_content_and_read_apart(drop: Drop, clock: Clock) -> None:
    data = PAGE.format("One killed.").encode("utf-16")
    document = from_file(drop(data), clock=clock)
    assert document.capture.media_type == "text/html"
    assert document.capture.data == data
    assert document.chars.endswith("One killed.")
    assert document.text.encoding == "utf-16"
    assert document.text.tool.startswith("trafilatura ")
    assert document.suggested.title == Suggestion("Two killed", "page title")
    assert document.suggested.published is None


def test_a_text_may_be_read_again_in_another_encoding(drop: Drop, clock: Clock) -> None:
    document = from_file(drop("погибли двое".encode("koi8-r")), clock=clock, encoding="cp1251")
    again = read(document.capture, encoding="koi8-r")
    assert again.capture == document.capture
    assert (document.chars, again.chars) == ("РПЗЙВМЙ ДЧПЕ", "погибли двое")
    assert again.text.encoding_from == "chosen by the officer"


def test_utf_16_without_a_mark_can_be_chosen(drop: Drop, clock: Clock) -> None:
    path = drop("killed".encode("utf-16-le"))
    with pytest.raises(CannotCapture, match="does not hold text"):
        from_file(path, clock=clock)
    assert from_file(path, clock=clock, encoding="utf-16-le").chars == "killed"


def test_nothing_private_shows_in_a_printed_value(clock: Clock) -> None:
    document = from_paste("a name that must not be logged", clock=clock)
    assert "name that" not in repr(document.capture)
    assert "name that" not in repr(document.text)


def test_an_empty_file_is_refused(drop: Drop, clock: Clock) -> None:
    with pytest.raises(CannotCapture, match="empty"):
        from_file(drop(b""), clock=clock)


def test_a_folder_a_pipe_and_a_missing_file_are_refused(tmp_path: Path, clock: Clock) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, said in (("", "folder or a device"), ("pipe", "folder or a device"), ("missing", "not there")):
        with pytest.raises(CannotCapture, match=said):
            from_file(tmp_path / name, clock=clock)


def test_a_file_that_may_not_be_read_is_refused(drop: Drop, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(*args: object, **kwargs: object) -> None:
        raise PermissionError

    path = drop(b"words")
    monkeypatch.setattr(Path, "open", forbid)
    with pytest.raises(CannotCapture, match="may not be read"):
        from_file(path, clock=clock)


def test_sixty_megabytes_of_page_are_refused_unread(drop: Drop, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "extract", no_reading)
    path = drop(b"<html>" + b" " * 5000)
    os.truncate(path, 60 << 20)
    with pytest.raises(CannotCapture, match="60 MB; up to 15 MB"):
        from_file(path, clock=clock)


def test_too_long_a_paste_is_refused(clock: Clock) -> None:
    with pytest.raises(CannotCapture, match="up to 15 MB"):
        from_paste("ж" * (8 << 20), clock=clock)


def test_a_fetched_page_remembers_where_it_was_found(site: Site, clock: Clock) -> None:
    site.says("/old", b"", status=301, Location="/new")
    new = site.says("/new", PAGE.format("Погибли двое.").encode("cp1251"), Content_Type="text/html; charset=cp1251")
    document = from_url(site.url("/old"), clock=clock, allow_loopback=True)
    assert document.capture.url_asked == site.url("/old")
    assert document.capture.url_reached == new
    assert document.capture.tool == "Casefiles 0.1.0 fetch"
    assert document.chars.endswith("Погибли двое.")
    assert document.text.encoding_from == "declared by the server"
    assert document.suggested.url == Suggestion(new, "address fetched")


def test_a_page_that_names_its_address_is_believed(site: Site, clock: Clock) -> None:
    body = b'<html><link rel="canonical" href="https://news.example/1"><p>One killed.</p>'
    document = from_url(site.says("/", body), clock=clock, allow_loopback=True)
    assert document.suggested.url == Suggestion("https://news.example/1", "canonical link")


def test_the_servers_word_does_not_make_text_of_a_page_or_an_image(site: Site, clock: Clock) -> None:
    page = site.says("/page", b"<html><p>One killed.</p>", Content_Type="text/plain")
    assert from_url(page, clock=clock, allow_loopback=True).capture.media_type == "text/html"
    image = site.says("/image", b"\x89PNG\r\n\x1a\n", Content_Type="text/html")
    with pytest.raises(CannotCapture, match="an image"):
        from_url(image, clock=clock, allow_loopback=True)


def test_an_empty_answer_and_too_large_a_page_are_refused(
    site: Site, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CannotCapture, match="empty page"):
        from_url(site.says("/empty", b""), clock=clock, allow_loopback=True)
    monkeypatch.setattr(documents, "LIMIT", 1 << 20)
    monkeypatch.setattr(documents, "extract", no_reading)
    with pytest.raises(CannotCapture, match="up to 1 MB"):
        from_url(site.says("/large", b"<html>" + b" " * (2 << 20)), clock=clock, allow_loopback=True)


def test_without_leave_this_computer_is_not_fetched_from(site: Site, clock: Clock) -> None:
    with pytest.raises(BadInput, match="port"):
        from_url(site.says("/", b"x"), clock=clock)
    with pytest.raises(CannotCapture, match="to this computer"):
        from_url("http://localhost/", clock=clock)
    assert site.asked == []
