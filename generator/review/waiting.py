"""Content in, a ranked list of facts that wait for a decision out.

Value is what a decision gains: a disagreement readers see, a guess that is public, a fact that many
origins report. Weights are a table, so that they can be argued about.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ..errors import Problem
from ..model import Article, Disagreement, Fact, Place
from ..same import open_plans
from ..store.content import Content
from .said import Say, say

Why = Literal["error", "disagreement", "inferred", "maybe-same", "undated", "open", "warning", "draft"]

# (why, value, what to say). A fact is worth the sum of what waits in it, plus one a source.
WEIGHTS: tuple[tuple[Why, int, str], ...] = (
    ("error", 60, say("does not check: %(detail)s")),
    ("disagreement", 40, say("disagrees with %(detail)s")),
    ("inferred", 30, say("its date rests on an inferred one")),
    ("maybe-same", 25, say("may be the same as %(detail)s")),
    ("undated", 20, say("has no date")),
    ("open", 15, say("is a plan whose day has passed, and nothing tells what came of it")),
    ("warning", 10, "%(detail)s"),
    ("draft", 5, say("is a draft")),
)
_WORTH = {why: worth for why, worth, _ in WEIGHTS}
SAID = {why: words for why, _, words in WEIGHTS}
# What is public already misleads readers now; a draft misleads nobody.
_PUBLIC_FACTOR = 2
_SHOWN = 3  # ids named in a sentence; all of them stand in the fact itself


@dataclass(frozen=True, slots=True)
class Waiting:
    """A fact that waits: why (most pressing first), in words, where, and the paragraph of its first source."""

    fact: Fact
    value: int
    why: tuple[Why, ...]
    reasons: tuple[str, ...]
    place: Place
    paragraph: str = ""
    quote_start: int = -1  # of the quote in ``paragraph``; -1 when it does not stand there
    quote_end: int = -1


def waiting_list(
    content: Content,
    problems: Sequence[Problem] = (),
    disagreements: Sequence[Disagreement] = (),
    say: Say = say,
) -> tuple[Waiting, ...]:
    """Everything that waits, most valuable first; ``problems`` are those of ``check_content``."""
    by_fact: dict[str, list[Problem]] = {}
    for found in problems:
        by_fact.setdefault(found.fact, []).append(found)
    differing = _differing(content.facts, disagreements)
    standing = [fact for fact in content.facts if fact.status != "withdrawn"]
    passed = frozenset(open_plans(standing, content.articles))
    waiting = [
        _waiting(content, fact, reasons, say)
        for fact in standing
        if (
            reasons := _reasons(
                content, fact, by_fact.get(fact.id, ()), differing.get(fact.id, ()), say, passed
            )
        )
    ]
    return tuple(sorted(waiting, key=lambda one: (-one.value, one.fact.date, one.place.path, one.place.line)))


def _differing(facts: Iterable[Fact], disagreements: Sequence[Disagreement]) -> Mapping[str, tuple[str, ...]]:
    """Fact id -> the facts it disagrees with, from the facts themselves and from what was computed."""
    found: dict[str, dict[str, None]] = {}
    for fact in facts:
        found.setdefault(fact.id, {}).update(dict.fromkeys(fact.disagrees_with))
    for one in disagreements:
        for id in one.facts:
            found.setdefault(id, {}).update((other, None) for other in one.facts if other != id)
    return {id: tuple(others) for id, others in found.items() if others}


def _reasons(
    content: Content,
    fact: Fact,
    problems: Sequence[Problem],
    differing: Sequence[str],
    say: Say,
    passed: Container[str],
) -> list[tuple[Why, str]]:
    """Why a fact waits, most pressing first."""
    found: list[tuple[Why, str]] = []
    for one in problems:
        if one.severity != "note":
            why: Why = "error" if one.severity == "error" else "warning"
            found.append((why, one.message))
    undecided = [other for other in differing if other not in fact.not_same_as]
    if undecided and fact.status != "disputed":
        found.append(("disagreement", _listed(undecided, say)))
    if _rests_on_guess(content, fact):
        found.append(("inferred", ""))
    if maybe := _maybe(content, fact, problems):
        found.append(("maybe-same", _listed(maybe, say)))
    if not fact.date:
        found.append(("undated", ""))
    if fact.id in passed:
        found.append(("open", ""))
    if fact.status == "draft":
        found.append(("draft", ""))
    return sorted(found, key=lambda reason: -_WORTH[reason[0]]) if len(found) > 1 else found


def _maybe(content: Content, fact: Fact, problems: Sequence[Problem]) -> list[str]:
    """The facts that it may be the same as, and nobody has said."""
    if not fact.maybe_same_as:
        return []
    settled = {*fact.not_same_as, *(one.value for one in problems if one.code == "maybe-same-stale")}
    return [other for other in fact.maybe_same_as if other in content.by_id and other not in settled]


def _listed(ids: Sequence[str], say: Say) -> str:
    """Ids in a sentence; of many, the first few."""
    more, shown = len(ids) - _SHOWN, ", ".join(ids[:_SHOWN])
    return say("%(ids)s and %(more)s more") % {"ids": shown, "more": more} if more > 0 else shown


def _rests_on_guess(content: Content, fact: Fact) -> bool:
    """Whether every source's date rests on an article date that was itself inferred."""
    for source in fact.sources:
        basis = source.date.basis
        if basis != "inferred" and not _from_inferred_article(content, source.article, basis):
            return False
    return bool(fact.date and fact.sources)


def _from_inferred_article(content: Content, id: str, basis: str) -> bool:
    article = content.articles.get(id)
    return article is not None and basis == "published" and article.published.basis == "inferred"


def _waiting(content: Content, fact: Fact, reasons: Sequence[tuple[Why, str]], say: Say) -> Waiting:
    kinds = tuple(dict.fromkeys(why for why, _ in reasons))
    worth = sum(_WORTH[why] for why in kinds)
    if fact.status in ("reviewed", "disputed"):
        worth *= _PUBLIC_FACTOR
    worth += len({source.article for source in fact.sources})
    source = fact.sources[0] if fact.sources else None
    article = content.articles.get(source.article) if source else None
    paragraph, start, end = paragraph_around(article, source.quote) if article and source else ("", -1, -1)
    sentences = tuple(say(SAID[why]) % {"detail": detail} for why, detail in reasons)
    return Waiting(fact, worth, kinds, sentences, fact.place, paragraph, start, end)


def paragraph_around(article: Article, quote: str, most: int = 1200) -> tuple[str, int, int]:
    """The paragraph (or paragraphs) of ``article`` that hold ``quote``, and where the quote stands in it."""
    at = article.text.find(quote)
    if at < 0 or not quote:
        return "", -1, -1
    start = article.text.rfind("\n", 0, at) + 1
    stop = article.text.find("\n", at + len(quote))
    stop = len(article.text) if stop < 0 else stop
    start = max(start, at - most)
    stop = min(stop, at + len(quote) + most)
    return article.text[start:stop], at - start, at - start + len(quote)
