"""Headlines take part in matching: a source where the body is silent, never a fact, never an origin more."""

from __future__ import annotations

from dataclasses import replace

from generator.fields import FACT
from generator.model import Article, Fact, Source
from generator.same import match, merge_facts
from generator.same.signature import collect
from generator.same.tellings import find_tellings, find_units

from .build import make_fact

HEAD = "Harbour bridge in Horta approved by council"
LEAD = "After a long night the council approved the harbour bridge in Horta"
LATER = "Rain fell on those who waited outside with their dogs"


def article(name: str, title: str, *body: str) -> Article:
    return Article(name, "\n\n".join((title, *body)) if title else "\n\n".join(body), title=title)


def told(name: str, text: str, at: Article) -> Fact:
    start = at.text.index(text)
    fact = make_fact(name, text, article=at.id)
    return replace(fact, sources=(replace(fact.sources[0], start=start, end=start + len(text)),))


def test_a_headline_is_told_beside_the_facts() -> None:
    one = article("a", HEAD, LEAD, LATER)
    facts = [told("lead", LEAD, one), told("later", LATER, one)]
    tellings = find_tellings(facts, {"a": one})
    assert [(telling.fact, telling.headline) for telling in tellings] == [(0, False), (1, False), (-1, True)]
    assert tellings[-1].told.sources == (Source("a", HEAD, 0, len(HEAD), headline=True),)
    collection = collect([t.told for t in tellings], {"a": one}, [t.headline for t in tellings])
    assert find_units(tellings, collection) == [[0, 2], [1]]


def test_a_headline_that_the_text_does_not_hold_is_no_evidence() -> None:
    one = replace(article("a", "", LEAD, LATER), title=f"{HEAD} | The Horta Gazette")
    assert len(find_tellings([told("lead", LEAD, one)], {"a": one})) == 1


def test_a_headline_of_something_else_stands_alone() -> None:
    one = article("a", "Ten tips for the garden", LEAD, LATER)
    tellings = find_tellings([told("lead", LEAD, one), told("later", LATER, one)], {"a": one})
    collection = collect([t.told for t in tellings], {"a": one}, [t.headline for t in tellings])
    assert find_units(tellings, collection) == [[0], [1], [2]]


def test_every_quote_of_a_fact_is_a_telling() -> None:
    one, other = article("a", "", LEAD), article("b", "", LATER)
    fact = told("lead", LEAD, one)
    fact = replace(fact, sources=(*fact.sources, *told("x", LATER, other).sources))
    tellings = find_tellings([fact], {"a": one, "b": other})
    assert [(telling.told.text, telling.fact) for telling in tellings] == [(LEAD, 0), (LATER, 0)]


def test_a_quote_joins_what_the_text_would_not() -> None:
    """The fact's own words are another report's; the quote of its second source is what the new article copies."""
    quote = "Councillors voted 7 to 2 at midnight for the crossing that the town has wanted since 1980"
    known, new = article("a", "", LEAD, LATER), article("b", "", quote)
    fact = told("lead", LEAD, known)
    fact = replace(fact, added="2021-02-08", sources=(*fact.sources, Source("c", quote)))
    (kept,) = match([told("new", quote, new)], [fact], {"a": known, "b": new}).facts
    assert kept.id == "lead"
    assert [source.article for source in kept.sources] == ["a", "c", "b"]


def test_a_headline_that_says_what_another_report_says_is_its_source() -> None:
    """The body of the one never says it, its headline does; that is one origin, and no entry of its own."""
    sentence = "The council of Horta approved the harbour bridge on Sunday after a long debate"
    one = article("a", sentence, LATER)
    other = article("b", "", sentence + " in the old town hall")
    facts = [told("later", LATER, one), told("fact", other.text, other)]
    merged = {fact.id: fact for fact in merge_facts(facts, {"a": one, "b": other}).facts}
    assert set(merged) == {"later", "fact"}
    assert [(s.article, s.headline) for s in merged["fact"].sources] == [("b", False), ("a", True)]
    assert merged["fact"].origins == 2
    assert [(s.article, s.headline) for s in merged["later"].sources] == [("a", False)]


def test_a_headline_beside_its_own_sentence_is_no_origin_and_not_kept_in_a_project() -> None:
    one = article("a", HEAD, LEAD, LATER)
    facts = [told("lead", LEAD, one), told("later", LATER, one)]
    lead = next(fact for fact in merge_facts(facts, {"a": one}).facts if fact.id == "lead")
    assert [source.headline for source in lead.sources] == [False, True]
    assert lead.origins == 1
    kept = next(fact for fact in match(facts, [], {"a": one}).facts if fact.id == "lead")
    assert [source.headline for source in kept.sources] == [False]


def test_a_headline_is_marked_in_files() -> None:
    (sources,) = [key for key in FACT if key.field == "sources"]
    assert "headline" in [key.name for key in sources.inner]
