"""Content in, the order in which a person decides out, and everything one screen says of a fact.

Public facts that do not check come first: they mislead readers now. Then what is worth most and doubted most; of
look-alikes only the fullest stands in the row, the others stand beside it and come at the end. What is shown of a
fact is made when it is asked for: a project may have many.
"""

from __future__ import annotations

import difflib
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..model import Article, Fact, Place
from ..store.content import Content
from ..store.since import PUBLIC
from ..store.text_file import fingerprint
from .doubts import doubts_of
from .said import Say, say
from .waiting import Waiting, paragraph_around

Order = Literal["worth", "article", "day", "story"]
ORDERS: tuple[Order, ...] = ("worth", "article", "day", "story")
Piece = tuple[bool, str]  # whether the words differ from the other fact's, and the words
_BESIDE = 3  # look-alikes shown with a fact
_PRESSING = ("error", "disagreement")


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A fact that may be the same, its words marked where they differ."""

    fact: Fact
    pieces: tuple[Piece, ...]
    told_by: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One fact as a person decides on it."""

    fact: Fact
    worth: float
    doubts: tuple[str, ...]
    outlet: str = ""
    title: str = ""
    published: str = ""
    paragraph: str = ""
    quote_start: int = -1
    quote_end: int = -1
    lookalikes: tuple[Lookalike, ...] = ()
    names: tuple[str, ...] = ()  # who may be the speaker: names of the same article


def queue(
    content: Content,
    waiting: Sequence[Waiting],
    order: Order = "worth",
    *,
    held: bool = False,
    often: Mapping[str, float] | None = None,
) -> tuple[str, ...]:
    """Ids of the facts to decide on, first first; ``held``: only those that were held back.

    ``often`` says how often people changed what a rule read: what is often wrong is looked at earlier.
    """
    found = [one for one in waiting if (one.fact.decided is not None and one.fact.status == "draft") == held]
    places = _places(content, {article_of(one.fact) for one in found})
    weights = {one.fact.id: _weight(content, one, places, often or {}) for one in found}
    ranked = sorted(
        found, key=lambda one: (-weights[one.fact.id], one.fact.date, one.place.path, one.place.line)
    )
    ids = _apart([one.fact for one in ranked])
    if order == "worth":
        return tuple(ids)
    best: dict[str, int] = {}
    by_id = {one.fact.id: one.fact for one in found}
    for number, id in enumerate(ids):
        best.setdefault(_group(by_id[id], order), number)
    at = {id: number for number, id in enumerate(ids)}
    if order == "day":
        return tuple(sorted(ids, key=lambda id: (by_id[id].date or "9999", at[id])))
    # An article or story stays together, the one with the best fact first; in an article as it is told.

    def inside(id: str) -> tuple[int, int, int]:
        told = places.get(id, (0, 0))[1] if order == "article" else 0
        return best[_group(by_id[id], order)], told, at[id]

    return tuple(sorted(ids, key=inside))


def item(content: Content, id: str, reasons: Iterable[str] = (), say: Say = say) -> Item | None:
    """What a screen says of a fact; None when it is gone."""
    fact = content.by_id.get(id)
    if fact is None:
        return None
    source = fact.sources[0] if fact.sources else None
    article = content.articles.get(source.article) if source else None
    paragraph, start, end = (
        paragraph_around(article, source.quote, 500) if article and source else ("", -1, -1)
    )
    near = dict.fromkeys((*fact.maybe_same_as, *fact.disagrees_with))
    others = [content.by_id[one] for one in near if one in content.by_id and one not in fact.not_same_as][
        :_BESIDE
    ]
    return Item(
        fact,
        content.worth(fact),
        doubts_of(fact, article, reasons, say),
        article.publisher if article else "",
        article.title if article else "",
        article.published.day if article else "",
        paragraph,
        start,
        end,
        tuple(
            Lookalike(one, _differences(one, fact), _outlets(content, one))
            for one in others
            if one.id != fact.id
        ),
        _names(content, article, fact),
    )


def mark_of(fact: Fact) -> str:
    """A fingerprint of what a fact says, wherever it stands."""
    return fingerprint(repr(replace(fact, place=Place())).encode("utf-8", "surrogatepass"))[:20]


def article_of(fact: Fact) -> str:
    """The article that carries a fact."""
    return fact.sources[0].article if fact.sources else ""


def _weight(
    content: Content, one: Waiting, places: Mapping[str, tuple[int, int]], often: Mapping[str, float]
) -> float:
    """How early a fact is looked at."""
    fact = one.fact
    public = fact.status in PUBLIC
    pressing = sum(why in _PRESSING for why in one.why)
    weight = 200.0 * public * pressing + 20.0 * pressing
    rank, _ = places.get(fact.id, (0, 0))
    worth = content.worth(fact) or guessed_worth(fact, rank)
    rules = [source.date.rule for source in fact.sources if source.date.rule]
    doubt = len([why for why in one.why if why != "draft"]) + max(
        (often.get(rule, 0.0) for rule in rules), default=0.0
    )
    return weight + 100.0 * worth + 2.0 * min(doubt, 4)


def guessed_worth(fact: Fact, rank: int) -> float:
    """Where nobody weighed a fact: told early, by several, on a stated day, with a figure, as something that happened."""
    told_by = len({source.article for source in fact.sources})
    stated = any(source.date.basis in ("stated", "relative") for source in fact.sources)
    worth = 0.35 / (1 + rank / 3) + 0.15 * min(told_by - 1, 3) + 0.15 * stated
    worth += 0.1 * (fact.kind == "event") + 0.05 * any(map(str.isdigit, fact.text))
    worth -= 0.1 * bool(fact.context) + 0.1 * (len(fact.text.split()) < 6)
    return max(0.01, min(1.0, worth))


def _places(content: Content, articles: Container[str]) -> dict[str, tuple[int, int]]:
    """For each fact of some articles, which of its article's facts it is, and where its quote stands."""
    by_article: dict[str, list[tuple[int, str]]] = {}
    for fact in content.facts:
        if (name := article_of(fact)) not in articles:
            continue
        article = content.articles.get(name)
        at = article.text.find(fact.sources[0].quote) if article and fact.sources else -1
        by_article.setdefault(name, []).append((at if at >= 0 else 10**9, fact.id))
    return {id: (rank, at) for found in by_article.values() for rank, (at, id) in enumerate(sorted(found))}


def _apart(ranked: Sequence[Fact]) -> list[str]:
    """One of each group of look-alikes in the row, the others at its end."""
    known = {fact.id: fact for fact in ranked}
    seen: set[str] = set()
    first: list[str] = []
    later: list[str] = []
    for fact in ranked:
        (later if fact.id in seen else first).append(fact.id)
        seen |= {id for id in fact.maybe_same_as if id in known and id not in fact.not_same_as}
        seen.update(
            other for other in known if fact.id in known[other].maybe_same_as
        ) if fact.maybe_same_as else None
    return [*first, *later]


def _group(fact: Fact, order: Order) -> str:
    return article_of(fact) if order == "article" else (fact.tags[0].casefold() if fact.tags else "")


def _differences(one: Fact, other: Fact) -> tuple[Piece, ...]:
    """The words of ``one``, marked where ``other`` does not have them."""
    mine, theirs = one.text.split(), other.text.split()
    matcher = difflib.SequenceMatcher(
        None, [w.casefold() for w in theirs], [w.casefold() for w in mine], autojunk=False
    )
    return tuple(
        (kind != "equal", " ".join(mine[start:end]))
        for kind, _, _, start, end in matcher.get_opcodes()
        if end > start
    )


def _outlets(content: Content, fact: Fact) -> str:
    names = (content.articles[s.article].publisher for s in fact.sources if s.article in content.articles)
    return ", ".join(dict.fromkeys(filter(None, names)))


def _names(content: Content, article: Article | None, fact: Fact) -> tuple[str, ...]:
    """Who else speaks in the article, and the names the project knows that stand in it."""
    if article is None:
        return ()
    speakers = [one.speaker for one in content.facts if one.speaker and article_of(one) == article.id]
    known = [
        entity.name
        for entity in content.entities
        if entity.status != "ignored" and entity.kind != "place" and entity.name in article.text
    ]
    return tuple(name for name in dict.fromkeys((*speakers, *known)) if name != fact.speaker)[:9]
