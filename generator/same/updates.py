"""Facts and what is judged of their pairs in, which brings which up to date and which plan was kept out.

The same thing with a later figure, a correction or a denial is neither a second fact nor the same one: the later
report follows the earlier. Which is later the articles tell; on one day nobody can say, and the two disagree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model import Article, Fact
from .cluster import Pair
from .signature import day_span, days_apart
from .veto import About

SAME_THING = 0.5  # likeness, vetoes aside, from which two facts are about one thing
_AHEAD = ("plan", "proposal")
_LATEST = 100  # days after which a figure or a denial is one of another thing


@dataclass(frozen=True, slots=True)
class Updates:
    """For each fact the ones it follows, oldest first, and the plans it fulfils; by id."""

    follows: Mapping[str, tuple[str, ...]]
    fulfils: Mapping[str, tuple[str, ...]]

    def related(self, one: str, other: str) -> bool:
        """Whether one follows the other."""
        return other in self.follows.get(one, ()) or one in self.follows.get(other, ())


def find_updates(
    facts: Sequence[Fact],
    apart: Mapping[Pair, About],
    articles: Mapping[str, Article],
) -> Updates:
    """Updates among ``facts``; ``apart`` are places of two about one thing, and why they are two."""
    told = [_first_told(fact, articles) for fact in facts]
    earlier: dict[int, set[int]] = {}
    plans: dict[int, set[int]] = {}
    for pair, reason in sorted(apart.items()):
        if reason == "kind":
            plan, done = sorted(pair, key=lambda at: facts[at].kind not in _AHEAD)
            if _fulfils(facts[plan], facts[done], told[plan], told[done]):
                plans.setdefault(done, set()).add(plan)
        elif reason in ("number", "denial") and told[pair[0]] and told[pair[1]]:
            old, new = sorted(pair, key=lambda at: told[at])
            if told[old] != told[new] and days_apart(facts[old].date, facts[new].date) <= _LATEST:
                earlier.setdefault(new, set()).add(old)

    def ids(found: Mapping[int, set[int]]) -> dict[str, tuple[str, ...]]:
        return {
            facts[at].id: tuple(
                facts[other].id for other in sorted(others, key=lambda other: (told[other], facts[other].id))
            )
            for at, others in found.items()
        }

    return Updates(ids(earlier), ids(plans))


def open_plans(facts: Sequence[Fact], articles: Mapping[str, Article]) -> tuple[str, ...]:
    """The plans whose day has passed, as of the last article, and that no fact fulfils; by id.

    The day of the article that announces it is no plan's own.
    """
    last = max((article.published.day for article in articles.values()), default="")
    span = day_span(last)
    kept = {plan for fact in facts for plan in fact.fulfils}
    found = []
    for fact in facts:
        own = not fact.sources or any(source.date.basis != "published" for source in fact.sources)
        days = day_span(fact.date) if fact.kind == "plan" and own and fact.id not in kept else None
        if span and days and days[1] < span[0]:
            found.append(fact.id)
    return tuple(found)


def _first_told(fact: Fact, articles: Mapping[str, Article]) -> str:
    """The day on which the first article with the fact came out; empty where one is not known."""
    days = [articles[source.article].published.day for source in fact.sources if source.article in articles]
    plain = [day for day in days if len(day) == 10]  # a day, no month, year or interval
    return min(plain) if plain and len(plain) == len(fact.sources) else ""


def _fulfils(plan: Fact, done: Fact, announced: str, told: str) -> bool:
    """Whether what was done can be what was planned: told later, and on a day that the plan can mean."""
    if done.kind != "event" or not announced or not told or told <= announced:
        return False
    return not plan.date or not done.date or days_apart(plan.date, done.date) <= _MOVED


_MOVED = 31  # days by which a plan may be moved and still be the same plan
