"""A project and one of its articles in, the statements that are no entries out; and the plan that makes drafts of some.

Nothing of them is stored: the stored article is read again, and what the project holds, or a person took out, is
left out. A statement that was promoted is remembered like any other fact, so that removing it later keeps it away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import partial

from .. import same
from ..entries import Said, reasons_of
from ..errors import ChronofactError, problem
from ..ids import fact_id
from ..model import Article, Fact
from ..store import Changes, Content, Project, plan_add
from ..store.memory import mark_of
from ..text.blocks import split_blocks
from .held_back import held_back
from .read import read_article


@dataclass(frozen=True, slots=True)
class Aside:
    """A statement that is no entry, and what counted for and against it."""

    fact: Fact
    reasons: tuple[Said, ...]


def find_article(content: Content, name: str) -> Article:
    """The article of this id or of the only id that begins so. Raises ``ChronofactError`` for none."""
    begun = [id for id in content.articles if id.startswith(name)]
    id = name if name in content.articles else begun[0] if len(begun) == 1 else ""
    if not id:
        openings = {id[: len(name)]: id for id in content.articles}
        near = sorted(begun or (openings[found] for found in get_close_matches(name, openings, 5)))[:5]
        hint = (
            f"Did you mean {' or '.join(near)}?"
            if near
            else "The ids are the file names in content/articles."
        )
        raise ChronofactError(problem("article-unknown", value=name, hint=hint))
    article = content.articles[id]
    return article if article.blocks else replace(article, blocks=split_blocks(article.text))


def read_aside(project: Project, content: Content, article: Article) -> tuple[Aside, ...]:
    """The statements of ``article`` that the project neither holds nor lost to a person, those worth most first."""
    facts = read_article(article, project.settings).facts
    unheld = _Unheld(content, article.id, facts)
    found = [
        Aside(fact, reasons)
        for fact, reasons in zip(facts, reasons_of(article, facts), strict=True)
        if unheld.has(fact)
    ]
    return tuple(sorted(found, key=lambda one: -one.fact.worth))


class _Unheld:
    """Which readings of an article the project does not know yet."""

    def __init__(self, content: Content, article: str, facts: Sequence[Fact]) -> None:
        memory = content.memories.get(article)
        known = [*(memory.facts if memory else ()), *content.facts]
        self.quoted = {mark_of(s.quote) for fact in known for s in fact.sources if s.article == article}
        self.texts = {mark_of(fact.text) for fact in known}
        self.many = Counter(mark_of(fact.sources[0].quote) for fact in facts)

    def has(self, fact: Fact) -> bool:
        """Nothing known has its text; and where its sentence is known, that sentence makes several statements."""
        mark = mark_of(fact.sources[0].quote)
        return mark_of(fact.text) not in self.texts and (mark not in self.quoted or self.many[mark] > 1)


def plan_promote(
    project: Project, content: Content, article: Article, names: Iterable[str], *, today: str = ""
) -> Changes:
    """The plan that makes drafts of statements kept aside, named by id or by how id or text begin.

    Raises ``ChronofactError`` for a name that fits none or several. One that repeats a fact becomes its source.
    """
    aside = [one.fact for one in read_aside(project, content, article)]
    chosen = {fact.id: replace(fact, entry=True) for fact in (_named(name, aside, article) for name in names)}
    return plan_add(
        content,
        tuple(chosen.values()),
        [article],
        join=partial(same.match, settings=project.settings),
        make_id=fact_id,
        today=today,
        held_back=held_back(content, {article.id: article}, project.settings),
    )


def _named(name: str, aside: Sequence[Fact], article: Article) -> Fact:
    plain = " ".join(name.casefold().split())
    exact = [fact for fact in aside if fact.id == name]
    begun = [
        f for f in aside if f.id.startswith(name) or " ".join(f.text.casefold().split()).startswith(plain)
    ]
    found = exact or begun
    if len(found) != 1:
        why = f"{len(found)} begin so" if found else "none begins so"
        raise ChronofactError(
            problem("aside-unknown", article=article.id, article_id=article.id, value=name, why=why)
        )
    return found[0]
