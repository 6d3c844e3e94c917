"""Main text and details of web pages, read in this process."""

from __future__ import annotations

import json

import pytest

from casefiles.domain.problems import CannotCapture
from casefiles.intake.description import Description, Suggestion
from casefiles.intake.page import read_page

WORDS = "Two men from the district were killed at the front in March, their families said on Tuesday. "


def page(head: str = "", body: str = "", lang: str = "") -> str:
    article = f"<article><h1>Two killed</h1><p>{WORDS * 4}</p>{body}</article>"
    body = f"<body><nav>Home News Sport</nav>{article}</body>"
    return f"<!doctype html><html{lang}><head>{head}</head>{body}</html>"


def json_ld(*things: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in things)


def details(head: str = "", body: str = "", lang: str = "") -> Description:
    return read_page(page(head, body, lang)).description


def test_the_main_text_is_taken_and_the_menu_left() -> None:
    read = read_page(page(body="<p>Second <b>bold</b> paragraph.</p>"))
    assert read.chars.startswith("Two killed\nTwo men from the district")
    assert read.chars.endswith("Second bold paragraph.")
    assert "Sport" not in read.chars
    assert read.tool.startswith("trafilatura ")


def test_joiners_direction_marks_and_accents_are_kept() -> None:
    words = "नमस्\u200dते क्\u200cष می\u200cخواهم \u202edelliK\u202c cafe\u0301 \U0001f600"
    entities = "&zwj;&zwnj;&lrm;&#x202e;"
    assert words in read_page(page(body=f"<p>{words} and more of it.</p>")).chars
    assert "\u200d\u200c\u200e\u202e" in read_page(page(body=f"<p>of{entities}it</p>")).chars


def test_cuneiform_is_not_taken_for_a_disguise() -> None:
    words = "𒀀𒀁𒀂 x\u200dy &#x12003;"
    assert "𒀀𒀁𒀂 x\u200dy 𒀃" in read_page(page(body=f"<p>{words} and more.</p>")).chars


def test_characters_no_page_can_write_do_no_harm() -> None:
    chars = read_page(page(body="<p>a&#xD800;b&#0;c&#x1f;d&#xfffe;e&#11;f</p>")).chars
    assert chars.endswith("a\ufffdb\ufffdcde f")


@pytest.mark.parametrize(
    "html", ["<p>One killed.</p>", "<html><body>One killed.</body></html>", "<title>x</title>One killed."]
)
def test_a_short_note_is_read_too(html: str) -> None:
    assert "One killed." in read_page(html).chars


@pytest.mark.parametrize(
    "html",
    ["<html></html>", "<!-- only a comment -->", "<html><script>render('x')</script></html>", "<p> </p>"],
)
def test_a_page_without_words_is_refused(html: str) -> None:
    with pytest.raises(CannotCapture, match="no readable words") as refused:
        read_page(html)
    assert "paste" in refused.value.hint


def test_a_declaration_inside_does_not_spoil_the_letters() -> None:
    head = '<?xml version="1.0" encoding="windows-1251"?>' + page('<meta charset="koi8-r">', "<p>Ünïcödé</p>")
    assert "Ünïcödé" in read_page(head).chars


def test_json_ld_is_believed_first_and_its_article_before_anything_else() -> None:
    found = details(
        json_ld(
            {"@type": "WebSite", "name": "Not the title"},
            {
                "@graph": [
                    {"@type": "WebPage", "datePublished": "2023-01-01"},
                    {
                        "@type": ["NewsArticle"],
                        "headline": "Two  killed\nat the front",
                        "datePublished": "2024-06-12T22:00:00+05:30",
                        "author": [{"name": "Asha Example"}, {"name": "Ben Sample"}],
                        "publisher": {"name": "The Daily Example"},
                        "inLanguage": "en-IN",
                    },
                ]
            },
        )
        + '<meta property="article:published_time" content="2024-06-20">'
        '<meta property="og:title" content="Other">'
    )
    assert found == Description(
        title=Suggestion("Two killed at the front", "JSON-LD headline"),
        publisher=Suggestion("The Daily Example", "JSON-LD publisher.name"),
        author=Suggestion("Asha Example, Ben Sample", "JSON-LD author.name"),
        published=Suggestion("2024-06-12", "JSON-LD datePublished"),
        language=Suggestion("en-IN", "JSON-LD inLanguage"),
    )


def test_meta_tags_come_next() -> None:
    found = details(
        '<meta property="og:title" content="Two killed">'
        '<meta property="og:site_name" content="The Daily Example">'
        '<meta name="author" content="By Asha Example"><meta property="og:locale" content="en_GB">'
        '<meta property="article:published_time" content="2024-06-12T09:00Z">'
        '<meta property="og:url" content="https://news.example/2">'
        "<title>Two killed | The Daily Example</title>"
    )
    assert found == Description(
        title=Suggestion("Two killed", "meta og:title"),
        publisher=Suggestion("The Daily Example", "meta og:site_name"),
        author=Suggestion("Asha Example", "meta author"),
        url=Suggestion("https://news.example/2", "meta og:url"),
        published=Suggestion("2024-06-12", "meta article:published_time"),
        language=Suggestion("en-GB", "meta og:locale"),
    )


def test_the_page_itself_comes_last_for_the_title_and_first_for_address_and_language() -> None:
    found = details(
        '<title>Two killed</title><link rel="canonical" href="https://news.example/1">'
        '<meta property="og:url" content="https://news.example/2">'
        '<meta property="og:locale" content="en_GB">',
        lang=' lang="hi"',
    )
    assert found.title == Suggestion("Two killed", "page title")
    assert found.url == Suggestion("https://news.example/1", "canonical link")
    assert found.language == Suggestion("hi", "language of the page")


def test_a_date_line_is_found_in_the_words() -> None:
    line = '<p class="date">Published: 12 June 2024</p>'
    assert details(body=line).published == Suggestion("2024-06-12", "date line in the page")


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<link rel="canonical" href="https://news.example/2024/06/12/two-killed">',
        '<meta property="og:url" content="https://news.example/2024/06/12/two-killed">',
        '<meta name="date" content="yesterday">',
        json_ld({"@type": "NewsArticle", "datePublished": "0001-01-01T00:00:00Z"}),
    ],
)
def test_a_date_that_is_not_in_the_page_is_left_to_be_asked(head: str) -> None:
    assert details(head).published is None


def test_nothing_said_is_nothing_suggested() -> None:
    assert details() == Description(title=Suggestion("Two killed", "first heading"))


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{broken</script>',
        '<script type="application/ld+json"></script>',
        f'<script type="application/ld+json">{"[" * 50_000}</script>',
        json_ld([1, "x", None, {"@type": 5, "@graph": 7}], {"@type": "Article", "author": {"name": {"x": 1}}}),
        '<link rel="canonical" href="javascript:alert(1)"><link rel="canonical" href="http://[">',
        '<meta name="author" content="https://social.example/asha"><meta name="language" content="??">',
    ],
)
def test_broken_or_hostile_markings_suggest_nothing(head: str) -> None:
    assert details(head) == Description(title=Suggestion("Two killed", "first heading"))


def test_a_detail_of_a_megabyte_is_cut_short() -> None:
    title = details(f"<title>{'word ' * 200_000}</title>").title
    assert title is not None
    assert len(title.value) <= 300
    assert title.value.endswith("…")
