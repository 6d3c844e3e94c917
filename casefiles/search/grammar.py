"""The grammar of the search box: from the parts of a text to a tree, always, and what could not be understood.

`or` binds loosest, then `and` (or nothing between two parts), then `not` (or a minus before a part).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from casefiles.domain.problems import BadInput
from casefiles.search.asked import LONGEST
from casefiles.search.comparing import IsOneOf, plain, read_words
from casefiles.search.fields import BY_WORD
from casefiles.search.nearest import near, nearest
from casefiles.search.problems import BadQuery
from casefiles.search.tokens import Piece, Sort, Token, cut
from casefiles.search.tree import Everything, Node, Term, Value, Words, either, refused, together

_DEEPEST = 40
_NOTHING_FOLLOWS = frozenset({Sort.END, Sort.CLOSE, Sort.OR, Sort.AND})
_NEGATIONS = frozenset({Sort.NOT, Sort.MINUS})


@dataclass
class Grammar:
    """One reading of one text.

    Attributes:
        problems: what was not understood, and is left out of the tree.
    """

    tokens: list[Token]
    position: int = 0
    problems: list[BadQuery] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> Grammar:
        """Begin to read a text."""
        grammar = cls(cut(text))
        if len(text) > LONGEST:
            rest = Piece("", LONGEST, len(text))
            grammar._slip(rest, f"Only the first {LONGEST:,} characters of a search are read.", "Ask for less at once.")
        return grammar

    def tree(self) -> Node:
        """Return the tree of the whole text."""
        parts: list[Node] = []
        while self._next.sort is not Sort.END:
            parts += self._either(0)
            if self._next.sort is Sort.CLOSE:
                self._slip(self._take(), "A bracket is closed that was never opened.", "Take it out, or open one.")
        return together(parts)

    @property
    def _next(self) -> Token:
        return self.tokens[self.position]

    def _take(self) -> Token:
        token = self.tokens[self.position]
        self.position += token.sort is not Sort.END
        return token

    def _trouble(self, at: Token | Piece, say: str, hint: str, instead: str = "") -> None:
        self.problems.append(BadQuery(say, hint, at.start, at.end, instead=instead))

    def _slip(self, at: Token | Piece, say: str, hint: str) -> None:
        self.problems.append(BadQuery(say, hint, at.start, at.end, is_slip=True))

    def _either(self, depth: int) -> list[Node]:
        """Read parts with "or" between them; like the rest, returns one node, or none where nothing is said."""
        parts = self._together(depth)
        while self._next.sort is Sort.OR:
            self._needs_both_sides(self._take())
            parts += self._together(depth)
        return [either(parts)] if parts else []

    def _together(self, depth: int) -> list[Node]:
        parts: list[Node] = []
        while self._next.sort not in {Sort.END, Sort.CLOSE, Sort.OR}:
            if self._next.sort is Sort.AND:
                self._needs_both_sides(self._take())
            else:
                parts += self._negated(depth)
        return [together(parts)] if parts else []

    def _needs_both_sides(self, operator: Token) -> None:
        before = self.tokens[self.position - 2].sort if self.position > 1 else Sort.OPEN
        if self._next.sort in _NOTHING_FOLLOWS or before in {Sort.OPEN, Sort.AND, Sort.OR, *_NEGATIONS}:
            self._slip(
                operator,
                f"“{operator.typed}” needs something before and after it.",
                f'To find the word itself, write "{operator.typed}" in quotes.',
            )

    def _negated(self, depth: int) -> list[Node]:
        first, negations = self._next, 0
        while self._next.sort in _NEGATIONS:
            self._take()
            negations += 1
        if negations and self._next.sort in _NOTHING_FOLLOWS:
            if first.sort is Sort.NOT:
                self._slip(first, f"“{first.typed}” needs something after it.", "Write what is not wanted.")
            return []
        found = self._one(depth)
        return [refused(part) for part in found] if negations % 2 else found

    def _one(self, depth: int) -> list[Node]:
        token = self._take()
        if token.sort is Sort.FIELD:
            return self._term(token)
        if token.sort is Sort.WORD:
            return self._words(token)
        if depth == _DEEPEST:
            self._trouble(token, "There are too many brackets inside one another.", "Use fewer.")
            return []
        found = self._either(depth + 1)
        if self._next.sort is Sort.CLOSE:
            self._take()
        else:
            self._slip(token, "A bracket is opened and never closed.", "Close it with “)”.")
        return found

    def _words(self, token: Token) -> list[Node]:
        (piece,) = token.pieces
        if token.typed == "*":
            return [Everything()]
        text = read_words(piece.text, whole=piece.whole)
        if text is None:
            self._slip(token, f"“{token.typed[:40]}” holds no letters or numbers to search by.", "Leave it out.")
        return [Words(text, token.typed if piece.is_closed else "")] if text else []

    def _term(self, token: Token) -> list[Node]:
        known = BY_WORD.get(token.field.casefold().replace("_", "-"))
        if known is None:
            self._unknown(token)
            return []
        before = len(self.problems)
        values = [value for piece in token.pieces if piece.text.strip() for value in self._value(known.word, piece)]
        if not values and len(self.problems) == before:
            hint = f"Write for example {known.word}:{known.example}."
            self._slip(token, f"“{token.typed[:40]}” needs a value after it.", hint)
        is_whole = len(self.problems) == before and all(piece.is_closed for piece in token.pieces)
        return [Term(known.word, tuple(values), token.typed if is_whole else "")] if values else []

    def _unknown(self, token: Token) -> None:
        word, fields = token.field.casefold(), list(BY_WORD)
        meant, values = near(word, fields), token.typed[len(token.field) :]
        say = f"“{token.field[:40]}:” is not a field to search by."
        hint = nearest(word, fields, ":") + ("" if meant else " To find the words themselves, put them in quotes.")
        self._trouble(token, say, hint, f"{meant}{values}" if meant else "")

    def _value(self, word: str, piece: Piece) -> list[Value]:
        way = BY_WORD[word].way
        try:
            value = way.read(piece.text, whole=piece.whole)
        except BadInput as problem:
            keys = [key for key, _ in way.choices] if isinstance(way, IsOneOf) else []
            self._trouble(piece, f"{word}: {problem.say}", problem.hint, near(plain(piece.text), keys))
            return []
        return [value] if value else []
