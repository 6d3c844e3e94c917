"""Title, publisher, author, address, date and language, read from a web page's own markings.

Only the worker loads this module: the tree comes from lxml.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from casefiles.intake import published
from casefiles.intake.description import Description, Suggestion, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Tree = Any  # an lxml.html.HtmlElement; lxml ships no types
Found = tuple[str, str]

# Where each detail may stand, the most telling first: names in JSON-LD (a dot goes inside), then in <meta>.
_IN_JSON_LD = {
    "title": ("headline", "name"),
    "publisher": ("publisher.name", "publisher", "isPartOf.name"),
    "author": ("author.name", "author"),
    "published": ("datePublished",),
    "language": ("inLanguage",),
    "url": (),
}
_IN_META = {
    "title": ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title"),
    "publisher": ("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher"),
    "author": ("author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author"),
    "published": (
        "article:published_time", "og:published_time", "datepublished", "citation_publication_date",
        "citation_date", "dc.date.issued", "dcterms.issued", "dc.date", "parsely-pub-date",
        "sailthru.date", "publish-date", "publishdate", "pubdate", "date",
    ),
    "language": ("content-language", "dc.language", "og:locale"),
    "url": ("og:url",),
}  # fmt: skip
_IN_TAGS = {
    "title": {"page title": "//title", "first heading": "//h1"},
    "publisher": {},
    "author": {"author link": "//*[@rel='author']", "author mark": "//*[@itemprop='author']"},
    "published": {
        "time tag": "//time[@pubdate]/@datetime",
        "date mark": "//*[@itemprop='datePublished']/@datetime",
    },
    "language": {"language of the page": "/html/@lang"},
    "url": {"canonical link": "//link[@rel='canonical']/@href"},
}
_TAGS_FIRST = {"url", "language"}
_ARTICLE = re.compile(r"Article$|Posting$|^Report$")


def describe_page(tree: Tree) -> Description:
    """Suggest details of the page, each from the first place that says something fit for it."""
    return Description(**{name: _first(name, tree) for name in _IN_META})


def _first(name: str, tree: Tree) -> Suggestion | None:
    """Take the first fitting value of one detail."""
    for value, where in _places(name, tree):
        if fitting := _FIT.get(name, shortened)(value):
            return Suggestion(fitting, where)
    return None


def _places(name: str, tree: Tree) -> Iterator[Found]:
    """Go through the places where a detail may stand."""
    marked = (_from_json_ld, _from_meta)
    for look in (_from_tags, *marked) if name in _TAGS_FIRST else (*marked, _from_tags):
        yield from look(name, tree)
    if name == "published":
        yield from _date_line(tree)


def _from_json_ld(name: str, tree: Tree) -> Iterator[Found]:
    """Look in the description for search engines, in its article before anything else."""
    nodes = [node for script in tree.iterfind(".//script[@type='application/ld+json']") for node in _nodes(script.text)]
    for node in sorted(nodes, key=lambda node: not _is_article(node)):
        for path in _IN_JSON_LD[name] if _is_article(node) or name == "published" else ():
            if value := _at(node, path.split(".")):
                yield value, f"JSON-LD {path}"


def _nodes(script: str | None) -> list[dict[str, Any]]:
    """List the things a JSON-LD script describes at its top; broken scripts describe nothing."""
    try:
        found = json.loads(script or "null", strict=False)
    except (ValueError, RecursionError):
        return []
    tops = [top for top in _listed(found) if isinstance(top, dict)]
    return [node for top in tops for node in _listed(top.get("@graph", top)) if isinstance(node, dict)]


def _is_article(node: dict[str, Any]) -> bool:
    """Tell whether a thing is the article itself."""
    return any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in _listed(node.get("@type")))


def _at(value: Any, path: list[str]) -> str:
    """Follow a path through objects and lists to the words at its end."""
    for step in path:
        value = [item.get(step) for item in _listed(value) if isinstance(item, dict)]
        value = [inner for item in value for inner in _listed(item)]
    return ", ".join(item for item in _listed(value) if isinstance(item, str) and item.strip())


def _listed(value: Any) -> list[Any]:
    """See one value as a list of one."""
    return value if isinstance(value, list) else [value]


def _from_meta(name: str, tree: Tree) -> Iterator[Found]:
    """Look in the page's meta tags."""
    said: dict[str, str] = {}
    for tag in tree.iterfind(".//meta[@content]"):
        key = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or ""
        said.setdefault(key.strip().lower(), tag.get("content", ""))
    yield from ((said[key], f"meta {key}") for key in _IN_META[name] if key in said)


def _from_tags(name: str, tree: Tree) -> Iterator[Found]:
    """Look in the page's own tags."""
    for where, path in _IN_TAGS[name].items():
        for found in tree.xpath(path):
            yield found if isinstance(found, str) else found.text_content(), where


def _date_line(tree: Tree) -> Iterator[Found]:
    """Let htmldate look for a date line, and believe it only if that day is written in the page's words."""
    from htmldate import find_date

    words = " ".join(tree.xpath("//body//text()[not(ancestor::script or ancestor::style)]"))
    day = find_date(tree, original_date=True, extensive_search=False)
    if day and published.stands_in(day, words):
        yield day, "date line in the page"


def _web_address(value: str) -> str | None:
    """Accept a whole web address only."""
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        return None
    return value.strip() if parts.scheme in {"http", "https"} and parts.hostname else None


def _language(value: str) -> str | None:
    """Accept a language tag such as en or pt-BR."""
    tag = value.strip().replace("_", "-")
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag) else None


def _author(value: str) -> str | None:
    """Accept names, not links to profiles, without the leading “By”."""
    name = re.sub(r"^by:?\s+", "", shortened(value), flags=re.IGNORECASE)
    return None if "://" in name else name


_FIT: dict[str, Callable[[str], str | None]] = {
    "published": published.edtf,
    "url": _web_address,
    "language": _language,
    "author": _author,
}
