"""A timeline in, what the method page tells of its dates out: the steps and rules, and how many facts each dated."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from markupsafe import Markup

from ..dates import RULES
from ..dates.rules import DateRule
from ..model import Fact
from ..timeline import Timeline, opened
from .explore_index import sure_facet
from .links import Links
from .reasons import quoted
from .renderer import Renderer

EXPLORE = "explore.md"


@dataclass(frozen=True, slots=True)
class Step:
    """One way to a date, in the order they are tried, and the facts that got theirs by it."""

    key: str
    text: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class RuleUsed:
    """A rule at work in this timeline: the words of one fact that it read, and how many facts it dated."""

    rule: DateRule
    words: Markup
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class RuleFamily:
    """Rules of one kind."""

    name: str
    rules: tuple[DateRule, ...]


def ways_known(timeline: Timeline) -> dict[str, int]:
    """How each day is known, counted: every fact once, as the Explore page counts it."""
    found = sure_facet(timeline)
    return {value.key: len(value.facts) for value in found.values}


def date_steps(renderer: Renderer, links: Links) -> tuple[Step, ...]:
    """The steps that every date is decided by."""
    _, known = renderer.words.gettext, ways_known(renderer.timeline)
    steps = (
        (
            ("stated", "span"),
            _(
                "The sentence says when. A rule reads its words; “last Friday” or “two days later” is counted from the day of the article, or from a date told before."
            ),
        ),
        (
            ("continued",),
            _(
                "The sentence does not say when, but goes on with an event that the text has just dated. It gets that date, and its dot stays hollow."
            ),
        ),
        (
            ("carried",),
            _(
                "Nothing in the text says when. The fact gets the day of its article, and its dot stays hollow."
            ),
        ),
        (
            ("inferred",),
            _(
                "The article has no date of its own. Whole sentences that it shares with a dated article give it one, marked as inferred."
            ),
        ),
        (("undated",), _("Nothing gives a date. The fact stays without one.")),
    )
    return tuple(
        Step(
            keys[0],
            text,
            sum(known.get(key, 0) for key in keys),
            f"{links.to(EXPLORE)}?{'&'.join(f'sure={key}' for key in keys)}",
        )
        for keys, text in steps
    )


def rules_used(timeline: Timeline, links: Links) -> tuple[RuleUsed, ...]:
    """The rules that read a date here, the busiest first."""
    dated: dict[str, list[Fact]] = {}
    for fact in timeline.facts:
        for rule in dict.fromkeys(source.date.rule for source in fact.sources if source.date.words):
            if rule in RULES and fact.date:
                dated.setdefault(rule, []).append(fact)
    ordered = sorted(dated.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(_used(RULES[rule], facts, timeline, links) for rule, facts in ordered)


def _used(rule: DateRule, facts: list[Fact], timeline: Timeline, links: Links) -> RuleUsed:
    source = next(one for one in facts[0].sources if one.date.rule == rule.id and one.date.words)
    article = timeline.articles.get(source.article)
    words = quoted(source.date.words, article.lang if article else "")
    return RuleUsed(rule, words, links.fact(facts[0].id), len(facts))


def other_rules(used: Collection[str], say: Callable[[str], str]) -> tuple[RuleFamily, ...]:
    """The rules not in ``used``, by family."""
    families: dict[str, list[DateRule]] = {}
    for rule in RULES.values():
        if rule.id not in used:
            families.setdefault(rule.family, []).append(rule)
    return tuple(RuleFamily(opened(say(name)), tuple(rules)) for name, rules in families.items())
