"""The values of a sentence's form: its tokens, verbs, clauses and quotations. Nothing here reads text."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from typing import Literal, NamedTuple

from ..model import NameSpan, ResolvedDate
from ..values import dataclass

Tense = Literal["past", "present", "perfect", "pluperfect", "future", "conditional", "modal", "none"]
Voice = Literal["active", "passive"]
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
# coordinate: joined to the clause before by "and". complement: what is said, thought or hoped. subordinate:
# "because …", "after …". relative: "who …". quoted: inside quotation marks.
ClauseKind = Literal["main", "coordinate", "complement", "subordinate", "relative", "quoted"]


class Token(NamedTuple):  # no dataclass: thousands in an article, and a frozen one costs three times as much
    """A word, number or mark, with its offsets in the article's text."""

    start: int
    end: int
    text: str
    low: str
    tag: str  # the part of speech, "" outside English; see ``tagger``


token_of: Callable[[tuple[int, int, str, str, str]], Token] = partial(tuple.__new__, Token)  # half the time


class VerbGroup(NamedTuple):
    """A verb with its helpers: "had not been seen"; ``first`` and ``last`` are tokens."""

    first: int
    last: int
    word: str  # the verb itself, in lower case
    tense: Tense
    voice: Voice = "active"
    negated: bool = False
    finite: bool = True


class Clause(NamedTuple):
    """A stretch of tokens around one finite verb; ``last`` is inclusive."""

    first: int
    last: int
    kind: ClauseKind
    verb: VerbGroup
    opener: str = ""  # the word that joins it: "because", "who", "and"
    subject: tuple[int, int] | None = None  # the first and last token of its subject


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that a sentence's form tells."""

    start: int
    end: int
    lang: str
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    quotes: tuple[tuple[int, int], ...] = ()  # offsets, marks included
    dates: tuple[ResolvedDate, ...] = ()  # the times it mentions, once they are resolved
    main: Clause | None = None  # the main clause; None when the sentence has no finite verb
    names: tuple[NameSpan, ...] = ()  # the names in it, once they are read

    def words(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of tokens ``first`` to ``last``."""
        return self.tokens[first].start, self.tokens[last].end


def main_of(clauses: Sequence[Clause]) -> Clause | None:
    """The main one of a sentence's clauses."""
    kinds = ("main", "coordinate", "quoted")
    ranked = (clause for kind in kinds for clause in clauses if clause.kind == kind)
    return next(chain(ranked, clauses), None)
