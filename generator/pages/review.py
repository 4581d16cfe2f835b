"""A timeline with its drafts in, what waits for a person out: most valuable first, with the article around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from ..model import Article, Fact, Source
from ..timeline import is_inferred, told
from .links import Links
from .statement import one_line
from .views import Other

if TYPE_CHECKING:
    from .renderer import Renderer


@dataclass(frozen=True, slots=True)
class Waiting:
    """One fact that needs a decision."""

    text: str
    href: str
    date: str
    where: str  # file:line of its YAML
    paragraphs: tuple[Markup, ...]
    others: tuple[Other, ...] = ()
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of decision."""

    heading: str
    items: tuple[Waiting, ...]


def review_sections(renderer: Renderer, links: Links) -> list[Section]:
    """Disagreements and doubles first: they change what several facts say; plain drafts last."""
    _, facts, articles = renderer.words.gettext, renderer.timeline.facts, renderer.timeline.articles
    drafts = [fact for fact in facts if fact.status == "draft"]
    groups = (
        (_("Sources differ"), [fact for fact in facts if fact.disagrees_with]),
        (_("Perhaps the same fact"), [fact for fact in facts if fact.maybe_same_as]),
        (_("Without a date"), [fact for fact in facts if not fact.date]),
        (_("Date inferred"), [fact for fact in drafts if fact.date and is_inferred(fact, articles)]),
        (_("Drafts"), drafts),
    )
    sections: list[Section] = []
    seen: set[str] = set()
    for heading, members in groups:
        new = [fact for fact in members if fact.id not in seen]
        seen |= {fact.id for fact in new}
        if new:
            sections.append(Section(heading, tuple(_waiting(fact, renderer, links) for fact in new)))
    return sections


def _waiting(fact: Fact, renderer: Renderer, links: Links) -> Waiting:
    timeline = renderer.timeline
    near = [timeline.by_id[i] for i in (*fact.disagrees_with, *fact.maybe_same_as) if i in timeline.by_id]
    where = f"{fact.place.path}:{fact.place.line}" if fact.place.line else fact.place.path
    pairs = [(timeline.articles.get(source.article), source) for source in fact.sources]
    return Waiting(
        told(fact),
        links.fact(fact.id),
        renderer.words.when(fact.date) if fact.date else "",
        where or fact.id,
        tuple(paragraph(article, source) for article, source in pairs if article),
        tuple(renderer.viewer.other(one, links) for one in near),
        next((article.lang for article, _ in pairs if article), ""),
    )


def paragraph(article: Article, source: Source) -> Markup:
    """The article's paragraph around a quote, the quote marked."""
    at = article.text.find(source.quote)
    if at < 0:
        return one_line(str(escape(source.quote)))
    end = at + len(source.quote)
    start = article.text.rfind("\n", 0, at) + 1
    stop = article.text.find("\n", end)
    stop = len(article.text) if stop < 0 else stop
    before, after = article.text[start:at], article.text[end:stop]
    return one_line(f"{escape(before)}<mark>{escape(source.quote)}</mark>{escape(after)}")
