"""Facts, articles and names together in, what does not fit between them out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ..errors import Problem, problem
from ..model import Fact
from ..same.signature import days_apart
from ..store.content import Content
from ..store.since import PUBLIC


def find_duplicates(content: Content, marked: Iterable[tuple[str, Fact]]) -> Iterator[Problem]:
    """Facts with the same words on the same date that nobody declared different; ``marked`` as in ``apart``."""
    groups: dict[str, list[Fact]] = defaultdict(list)
    for mark, fact in marked:
        if mark:
            groups[mark].append(fact)
    for group in groups.values():
        for number, fact in enumerate(group[1:], 1):
            other = group[0]
            if fact.id == other.id or fact.id in other.not_same_as or other.id in fact.not_same_as:
                continue
            place = content.place(group[number].place, "text")
            yield problem("fact-duplicate", place, fact=fact.id, value=fact.id, other=other.id)


def find_stale_suggestions(content: Content, window: int) -> Iterator[Problem]:
    """Links of ``maybe_same_as`` whose two dates have moved further apart than facts are compared at all."""
    for fact in content.facts:
        for name in fact.maybe_same_as:
            other = content.by_id.get(name)
            if fact.status == "withdrawn" or other is None or name in fact.not_same_as:
                continue
            days = days_apart(fact.date, other.date)
            if days > window:
                place = content.place(fact.place, "maybe_same_as")
                yield problem("maybe-same-stale", place, fact=fact.id, value=name, days=days)


def find_orphans(content: Content) -> Iterator[Problem]:
    """Articles that no fact rests on."""
    used = {source.article for fact in content.facts for source in fact.sources}
    for id in content.articles:
        if id not in used:
            yield problem("article-orphan", content.article_place(id), article=id, value=id)


def find_dead_links(content: Content, before: Mapping[str, Fact]) -> Iterator[Problem]:
    """Ids that were public once and lead nowhere now; what stood in a file that cannot be read may stand there still."""
    known = (f for f in before.values() if f.status in PUBLIC and f.place.path not in content.unreadable)
    published = {id for f in known for id in (f.id, *f.merged_ids)}
    for id in sorted(published - set(content.by_id) - content.lost):
        yield problem("fact-link-dead", fact=id, value=id)


def find_silent_changes(content: Content, before: Mapping[str, Fact]) -> Iterator[Problem]:
    """Public facts that say something else than they did, without a correction that tells readers."""
    for fact in content.facts:
        old = next((before[id] for id in (fact.id, *fact.merged_ids) if id in before), None)
        if old is None or old.status not in PUBLIC or fact.status not in PUBLIC:
            continue
        if len(fact.corrections) > len(old.corrections):
            continue
        for name in ("text", "date", "speaker"):
            was, now = getattr(old, name), getattr(fact, name)
            if was != now:
                place = content.place(fact.place, name)
                yield problem("correction-missing", place, fact=fact.id, value=now, name=name, was=was)


def find_unexplained(content: Content) -> Iterator[Problem]:
    """Facts set aside without a reason, and images without words."""
    for fact in content.facts:
        if fact.status in ("withdrawn", "disputed") and not fact.reason:
            place = content.place(fact.place, "status")
            yield problem("reason-missing", place, fact=fact.id, value=fact.status)
        if fact.image and not fact.image_alt.strip():
            place = content.place(fact.place, "image")
            yield problem("image-alt-missing", place, fact=fact.id, value=fact.image)
