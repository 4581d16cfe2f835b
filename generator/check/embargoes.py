"""Facts and articles in, what is kept from readers until a moment out, and what readers see of it all the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ..embargo import embargo_end
from ..errors import Problem, problem
from ..store.content import Content
from ..store.since import PUBLIC
from ..timeline.embargoes import holds_back, waiting_articles


def find_embargoes(content: Content, now: datetime | None) -> Iterator[Problem]:
    """Facts that are decided and wait for an hour, and sources that are left out until theirs."""
    waiting = waiting_articles(content.articles, now)
    for fact in content.facts:
        if fact.status not in PUBLIC or not (fact.embargo or waiting):
            continue
        until = holds_back(fact, content.articles, waiting, now)
        if until:
            place = content.place(fact.place, "embargo" if fact.embargo else "id")
            yield problem("embargo-waits", place, fact=fact.id, value=fact.id, until=_shown(until))
            continue
        for id in dict.fromkeys(source.article for source in fact.sources if source.article in waiting):
            until = _shown(content.articles[id].embargo)
            place = content.place(fact.place, "sources")
            yield problem("embargo-source", place, fact=fact.id, value=id, until=until)


def _shown(written: str) -> str:
    end = embargo_end(written)
    return f"{end:%Y-%m-%d %H:%M} UTC" if end else "a moment that cannot be read"
