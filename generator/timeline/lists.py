"""Shown facts in, the lists beside the timeline out: who is named, who speaks, which outlets, tags, changes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..edtf import parse_edtf
from ..entities.link import Linker
from ..model import Article, Disagreement, Entity, EntityMention, Fact
from ..same.signature import collect
from ..same.veto import find_veto, number_clash
from .values import Anniversary, Change, Listing

_NOT_WORD = re.compile(r"[\W_]+")
LONGEST_SLUG = 60


def slug(name: str, taken: set[str]) -> str:
    """A name for an address: its letters and digits, Latin where they can be; made unlike those ``taken``."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    base = _NOT_WORD.sub("-", plain.casefold()).strip("-")[:LONGEST_SLUG].rstrip("-") or "x"
    if base in ("index", "readme"):  # addresses of a folder's own page
        base = f"{base}-1"
    found, number = base, 2
    while found in taken:
        found, number = f"{base}-{number}", number + 1
    taken.add(found)
    return found


def named_in(facts: Sequence[Fact], entities: Sequence[Entity]) -> dict[str, tuple[EntityMention, ...]]:
    """Where each fact's text names a known entity."""
    linker = Linker(entities)
    return {fact.id: linker.find(fact.text) for fact in facts}


def facts_by_entity(
    facts: Sequence[Fact],
    mentions: Mapping[str, tuple[EntityMention, ...]],
    by_name: Mapping[str, str],
) -> dict[str, tuple[Fact, ...]]:
    """Facts that name, or are said by or through, each entity; in the order of ``facts``."""
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        ids = {mention.entity for mention in mentions[fact.id]}
        ids |= {by_name[name.casefold()] for name in (fact.speaker, fact.via) if name.casefold() in by_name}
        for entity in sorted(ids):
            found.setdefault(entity, []).append(fact)
    return {entity: tuple(members) for entity, members in found.items()}


def names_of(entities: Sequence[Entity]) -> dict[str, str]:
    """Every full name and alias, case folded, with the entity it means; a name two of them share means none."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for entity in entities:
        for name in {entity.name.casefold(), *(alias.casefold() for alias in entity.aliases)}:
            if found.setdefault(name, entity.id) != entity.id:
                shared.add(name)
    return {name: entity for name, entity in found.items() if name not in shared}


def speakers(facts: Sequence[Fact], by_name: Mapping[str, str]) -> tuple[Listing, ...]:
    """Everyone who says something, most facts first; one entity's several names are one speaker."""
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.speaker:
            name = fact.speaker.casefold()
            groups.setdefault(by_name.get(name, name), []).append(fact)
    taken: set[str] = set()
    listings = []
    for members in sorted(groups.values(), key=lambda members: (-len(members), members[0].speaker)):
        name = members[0].speaker
        entity = by_name.get(name.casefold(), "")
        anonymous = all(fact.anonymous for fact in members)
        listings.append(Listing(name, slug(name, taken), tuple(members), anonymous, entity))
    return tuple(listings)


def outlets(facts: Sequence[Fact], articles: Mapping[str, Article]) -> tuple[Listing, ...]:
    """Publishers of the articles and outlets that carried a claim, with the facts that came by each."""
    groups: dict[str, dict[str, Fact]] = {}
    names: dict[str, str] = {}
    published: dict[str, list[str]] = {}
    for fact in facts:
        through = [fact.via, *(articles[s.article].publisher for s in fact.sources if s.article in articles)]
        for name in filter(None, through):
            names.setdefault(_outlet_key(name), name)
            groups.setdefault(_outlet_key(name), {})[fact.id] = fact
    for article in articles.values():
        if article.publisher:
            published.setdefault(_outlet_key(article.publisher), []).append(article.id)
            names[_outlet_key(article.publisher)] = article.publisher
    taken: set[str] = set()
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(
        Listing(
            names[key],
            slug(names[key], taken),
            tuple(members.values()),
            articles=tuple(published.get(key, ())),
        )
        for key, members in ordered
    )


def _outlet_key(name: str) -> str:
    """``The Kyiv Post`` and ``the Kyiv Post`` are one outlet."""
    return name.casefold().removeprefix("the ")


def tags(facts: Sequence[Fact]) -> tuple[Listing, ...]:
    """Every tag with its facts, most facts first."""
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        for tag in fact.tags:
            groups.setdefault(tag, []).append(fact)
    taken: set[str] = set()
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Listing(tag, slug(tag, taken), tuple(members)) for tag, members in ordered)


def both_ways(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts, each naming every shown fact that it disagrees with, whichever of the two a person wrote it at."""
    others: dict[str, list[str]] = {fact.id: list(fact.disagrees_with) for fact in facts}
    for fact in facts:
        for other in fact.disagrees_with:
            if other in others and fact.id not in others[other]:
                others[other].append(fact.id)
    return tuple(
        replace(fact, disagrees_with=tuple(others[fact.id]))
        if len(others[fact.id]) > len(fact.disagrees_with)
        else fact
        for fact in facts
    )


def disagreements(
    facts: Mapping[str, Fact], articles: Mapping[str, Article], found: Sequence[Disagreement]
) -> tuple[Disagreement, ...]:
    """Those whose facts are shown; of links that only the facts carry, what differs is read again."""
    shown = []
    covered: set[frozenset[str]] = set()
    for one in found:
        pairs = [(fact, value) for fact, value in zip(one.facts, one.values, strict=True) if fact in facts]
        if len(pairs) > 1:
            shown.append(replace(one, facts=tuple(p[0] for p in pairs), values=tuple(p[1] for p in pairs)))
            covered |= {frozenset((a, b)) for a in shown[-1].facts for b in shown[-1].facts}
    for fact in facts.values():
        for other in fact.disagrees_with:
            if other in facts and frozenset((fact.id, other)) not in covered:
                covered.add(frozenset((fact.id, other)))
                shown.append(_difference(fact, facts[other], articles))
    return tuple(shown)


def _difference(one: Fact, other: Fact, articles: Mapping[str, Article]) -> Disagreement:
    """What two facts that disagree differ in, as far as it can be read from their words."""
    ids = (one.id, other.id)
    if one.denied != other.denied:
        return Disagreement(ids, "denial", ("", ""))
    collection = collect((one, other), articles)
    veto = find_veto(*collection.signatures, strict=True)
    if veto and veto.about in ("number", "date", "denial"):
        return Disagreement(ids, veto.about, veto.values)
    clash = number_clash(*(signature.amounts for signature in collection.signatures))
    if clash:  # two voices that give two numbers differ in the numbers
        return Disagreement(ids, "number", clash)
    if one.text.casefold() == other.text.casefold() and one.date != other.date:
        return Disagreement(ids, "date", (one.date, other.date))
    return Disagreement(ids, "who", veto.values if veto and veto.about == "who" else ("", ""))


def changes(facts: Sequence[Fact], withdrawn: Sequence[Fact]) -> tuple[Change, ...]:
    """What entered, was corrected or was withdrawn, newest first."""
    found = [Change(fact.added, "added", fact) for fact in facts if fact.added]
    for fact in (*facts, *withdrawn):
        found += [Change(one.on, "corrected", fact, one) for one in fact.corrections]
    found += [Change(_last_change(fact), "withdrawn", fact) for fact in withdrawn]
    return tuple(sorted(found, key=lambda change: (change.on, change.kind), reverse=True))


def _last_change(fact: Fact) -> str:
    return max((correction.on for correction in fact.corrections), default=fact.added)


def anniversaries(facts: Sequence[Fact]) -> tuple[Anniversary, ...]:
    """Exact days by month and day; a date that is only a span has no anniversary."""
    found: dict[tuple[int, int], dict[tuple[int, str], int]] = {}
    for fact in facts:
        edtf = parse_edtf(fact.date)
        if edtf.precision == "day" and edtf.earliest and not edtf.approximate and not edtf.uncertain:
            year, month, day = edtf.earliest
            years = found.setdefault((month, day), {})
            years[year, fact.date] = years.get((year, fact.date), 0) + 1
    return tuple(
        Anniversary(month, day, tuple((year, date, count) for (year, date), count in sorted(years.items())))
        for (month, day), years in sorted(found.items())
    )
