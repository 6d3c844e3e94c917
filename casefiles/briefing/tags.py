"""The structure of a tagged document: what each stretch of a page is, in reading order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """A marked stretch on a page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link area on a page, by its object number."""

    page: int
    number: int


class Tag:
    """One element of the structure; it joins its parent when first something of it is drawn."""

    __slots__ = ("attached", "attributes", "kids", "name", "parent", "role")

    def __init__(self, role: str, parent: Tag | None, attributes: str = "", name: str = "") -> None:
        self.role = role
        self.parent = parent
        self.attributes = attributes
        self.name = name
        self.kids: list[Tag | Content | Annotation] = []
        self.attached = parent is None

    def add(self, kid: Tag | Content | Annotation) -> None:
        """Put what was drawn under this element."""
        if self.parent is not None and not self.attached:
            self.attached = True
            self.parent.add(self)
        self.kids.append(kid)

    def walk(self) -> list[Tag]:
        """Give this element and all below it, parents first."""
        found = [self]
        for tag in found:
            found.extend(kid for kid in tag.kids if isinstance(kid, Tag))
        return found
