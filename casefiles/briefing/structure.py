"""The structure tree as PDF objects."""

from __future__ import annotations

from collections.abc import Sequence

from casefiles.briefing.packing import Raw
from casefiles.briefing.sheet import Sheet
from casefiles.briefing.tags import Annotation, Content, Tag


class Structure:
    """Writes the tags of one document into its file."""

    def __init__(self, sheet: Sheet, pages: Sequence[int]) -> None:
        self._sheet, self._pages = sheet, pages
        self._numbers: dict[Tag, int] = {}

    def objects(self, root: Tag, contents: Sequence[Sequence[Tag]], linked: Sequence[tuple[int, Tag]]) -> Raw:
        """Write every element and the way from page content and links back to it; give the tree's root."""
        tags = root.walk()
        bodies = [Raw() for _ in tags]
        self._numbers = {tag: self._sheet.add(body) for tag, body in zip(tags, bodies, strict=True)}
        tree = Raw()
        tree_number = self._sheet.add(tree)
        for tag, body in zip(tags, bodies, strict=True):
            parent = self._numbers[tag.parent] if tag.parent else tree_number
            body.body = self._element(tag, parent).encode()
        rows = [f"{page} {self._sheet.add(Raw(self._array(owners)))} 0 R" for page, owners in enumerate(contents)]
        rows += [f"{key} {self._numbers[tag]} 0 R" for key, tag in linked]
        parents = self._sheet.add(Raw(f"<</Nums[{' '.join(rows)}]>>".encode()))
        next_key = len(contents) + len(linked)
        tree.body = (
            f"<</Type/StructTreeRoot/K {self._numbers[root]} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {next_key}{self._ids(tags)}>>"
        ).encode()
        return tree

    def _element(self, tag: Tag, parent: int) -> str:
        pages = {kid.page for kid in tag.kids if isinstance(kid, Content)}
        only = next(iter(pages)) if len(pages) == 1 else None
        page = "" if only is None else f"/Pg {self._pages[only]} 0 R"
        kids = " ".join(self._kid(kid, only) for kid in tag.kids)
        name = f"/ID({tag.name})" if tag.name else ""
        return f"<</Type/StructElem/S/{tag.role}/P {parent} 0 R{page}{name}{tag.attributes}/K[{kids}]>>"

    def _kid(self, kid: Tag | Content | Annotation, only: int | None) -> str:
        if isinstance(kid, Tag):
            return f"{self._numbers[kid]} 0 R"
        page = self._pages[kid.page]
        if isinstance(kid, Annotation):
            return f"<</Type/OBJR/Pg {page} 0 R/Obj {kid.number} 0 R>>"
        return str(kid.number) if kid.page == only else f"<</Type/MCR/Pg {page} 0 R/MCID {kid.number}>>"

    def _array(self, owners: Sequence[Tag]) -> bytes:
        return ("[" + " ".join(f"{self._numbers[tag]} 0 R" for tag in owners) + "]").encode()

    def _ids(self, tags: Sequence[Tag]) -> str:
        """Give the tree of element names, sorted as a name tree must be."""
        named = sorted((tag.name, self._numbers[tag]) for tag in tags if tag.name)
        return f"/IDTree<</Names[{' '.join(f'({name}) {number} 0 R' for name, number in named)}]>>" if named else ""
