"""The facts of a project and its articles in; the same readings that articles give, out.

Each source of a fact counts as a mention in its article, so a day that many articles support weighs more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..model import Article, Fact
from .reading import ArticleReading, Line, dated_line, ordinal


def read_facts(facts: Sequence[Fact], articles: Mapping[str, Article]) -> tuple[ArticleReading, ...]:
    """One reading an article that supports a fact; withdrawn facts are left out, drafts are not."""
    lines: defaultdict[str, list[Line]] = defaultdict(list)
    for fact in facts:
        if fact.status == "withdrawn":
            continue
        for article in dict.fromkeys(source.article for source in fact.sources) or ("",):
            lines[article].append(replace(dated_line(fact.text, (fact.date,)), own=True))
    return tuple(
        ArticleReading(id, ordinal(articles[id].published.day) if id in articles else 0, tuple(lines[id]))
        for id in sorted(lines)
    )
