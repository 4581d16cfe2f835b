"""What a person types to say which facts they mean in, those facts out: an id, its beginning, file:line, or a choice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields

from ..errors import Problem, problem
from ..model import Fact
from .content import Content
from .sheet import nearest_fact

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::\d+)?")
_FEW = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """Which drafts are meant; what is left empty does not narrow the choice."""

    article: str = ""
    day: str = ""
    tag: str = ""
    speaker: str = ""
    worth_below: float = 0.0
    same_as: str = ""
    by_import: str = ""  # what an import of this name, or a tool, brought

    def __bool__(self) -> bool:
        """Whether anything was chosen at all: an empty choice is never everything."""
        return any(getattr(self, field.name) for field in fields(self))

    def holds(self, fact: Fact, content: Content) -> bool:
        """Whether a fact is among them."""
        articles = [source.article for source in fact.sources]
        worth = content.worth(fact)
        return (
            (not self.article or any(id == self.article or id.startswith(self.article) for id in articles))
            and (not self.day or fact.date == self.day or fact.date.startswith(f"{self.day}-"))
            and (not self.tag or self.tag.casefold() in (tag.casefold() for tag in fact.tags))
            and (not self.speaker or self.speaker.casefold() == fact.speaker.casefold())
            and (not self.worth_below or 0 < worth < self.worth_below)
            and (not self.same_as or self.same_as in (*fact.maybe_same_as, *fact.not_same_as))
            and (not self.by_import or fact.by == self.by_import)
        )


def find_named(content: Content, name: str) -> Fact | Problem:
    """The fact of an id, a former id, the beginning of one, or the entry that holds a line of a file."""
    if name in content.by_id:
        return content.by_id[name]
    at = _PLACE.fullmatch(name)
    if at is not None:
        path, line = at["path"].replace("\\", "/"), int(at["line"])
        above = [f for f in content.facts if path.endswith(f.place.path) and f.place.line <= line]
        if above:
            return max(above, key=lambda one: one.place.line)
    begun = [fact for fact in content.facts if name and fact.id.startswith(name)]
    if len(begun) == 1:
        return begun[0]
    if begun:
        shown = ", ".join(fact.id for fact in begun[:_FEW]) + (", …" if len(begun) > _FEW else "")
        return problem("fact-ambiguous", value=name, count=len(begun), others=shown)
    return problem("fact-unknown", fact=name, value=name, hint=nearest_fact(content, name))


def choose(
    content: Content, names: Iterable[str], choice: Choice = Choice(), *, rest: bool = False
) -> tuple[tuple[Fact, ...], tuple[Problem, ...]]:
    """The facts named and chosen, each once; ``rest``: every other draft of the articles of those named."""
    found: dict[str, Fact] = {}
    problems: list[Problem] = []
    for name in names:
        one = find_named(content, name)
        if isinstance(one, Problem):
            problems.append(one)
        else:
            found.setdefault(one.id, one)
    if choice:
        for fact in content.facts:
            if fact.status == "draft" and choice.holds(fact, content):
                found.setdefault(fact.id, fact)
    if rest:
        articles = {source.article for fact in found.values() for source in fact.sources[:1]}
        found = {
            fact.id: fact
            for fact in content.facts
            if fact.status == "draft"
            and fact.decided is None
            and fact.id not in found
            and fact.sources
            and fact.sources[0].article in articles
        }
    return tuple(found.values()), tuple(problems)
