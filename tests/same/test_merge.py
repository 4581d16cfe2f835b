"""What merging keeps: every source, the best date, the older id; and that order changes nothing."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import DateReason, Fact, Source
from generator.same import match, merge_facts

from .build import articles_of, make_article, make_fact

TEXT = "The council approved the new harbour bridge after a long debate"
STORIES = (
    "The council approved the new harbour bridge after a long debate",
    "The council rejected the new harbour bridge after a long debate",
    "Five people died when the hotel in Trabzon burned down",
    "At least seven people died when the hotel in Trabzon burned down",
    "Storm Ida tore the roof off a school in Aalborg",
    "Storm Ida tore the roof off a school in Odense",
    "Ana Silva opened the museum of ships in Horta",
)


def groups(facts: list[Fact]) -> set[frozenset[str]]:
    """The partition that merging makes of the facts' articles."""
    merged = merge_facts(facts, articles_of(*facts))
    return {frozenset(source.article for source in fact.sources) for fact in merged.facts}


@given(st.lists(st.sampled_from(STORIES), min_size=2, max_size=14), st.integers(0, 2**16))
@settings(max_examples=40, deadline=None)
def test_order_does_not_matter(texts: list[str], seed: int) -> None:
    facts = [make_fact(f"f{at:02}", text) for at, text in enumerate(texts)]
    shuffled = facts[:]
    random.Random(seed).shuffle(shuffled)
    assert groups(facts) == groups(shuffled)


@given(st.lists(st.sampled_from(STORIES), min_size=1, max_size=10))
@settings(max_examples=30, deadline=None)
def test_merging_again_changes_nothing(texts: list[str]) -> None:
    facts = [make_fact(f"f{at:02}", text) for at, text in enumerate(texts)]
    articles = articles_of(*facts)
    once = merge_facts(facts, articles)
    assert merge_facts(once.facts, articles).facts == once.facts


@given(st.lists(st.sampled_from(STORIES), min_size=2, max_size=10), st.integers(1, 9))
@settings(max_examples=30, deadline=None)
def test_adding_later_gives_the_same_groups(texts: list[str], cut: int) -> None:
    facts = [make_fact(f"f{at:02}", text) for at, text in enumerate(texts)]
    articles = articles_of(*facts)
    first = merge_facts(facts[:cut], articles).facts
    merged = match(facts[cut:], first, articles)
    assert {frozenset(source.article for source in fact.sources) for fact in merged.facts} == groups(facts)


def test_every_source_is_kept_and_ids_lead_on() -> None:
    facts = [make_fact(name, TEXT) for name in ("one", "two", "three")]
    merged = merge_facts(facts, articles_of(*facts))
    (kept,) = merged.facts
    assert {source.article for source in kept.sources} == {"one", "two", "three"}
    assert set(merged.joined) == {"one", "two", "three"} - {kept.id}
    assert set(merged.joined.values()) == {kept.id}


def test_the_stated_date_wins_over_the_article_day() -> None:
    vague = make_fact("a", TEXT, date="2021-02-08", basis="published")
    exact = make_fact("b", TEXT, date="2021-02-07", basis="stated")
    (kept,) = merge_facts([vague, exact], articles_of(vague, exact)).facts
    assert kept.date == "2021-02-07"


def test_the_stored_fact_keeps_id_words_and_date() -> None:
    stored = replace(make_fact("stored", TEXT, date="2021-02-06", added="2021-03-01"), status="reviewed")
    new = make_fact("new", TEXT + " on Sunday", date="2021-02-07", basis="stated")
    merged = match([new], [stored], articles_of(stored, new))
    (kept,) = merged.facts
    assert (kept.id, kept.text, kept.date, kept.status) == ("stored", TEXT, "2021-02-06", "reviewed")
    assert merged.joined == {"new": "stored"}


def test_supporting_quotes_survive() -> None:
    support = Source(
        "a", '"It will stand for a century," said the mayor.', date=DateReason(basis="discourse")
    )
    one = make_fact("a", TEXT)
    one = replace(one, sources=(*one.sources, support))
    other = make_fact("b", TEXT)
    articles = {"a": make_article("a", TEXT + ". " + support.quote), "b": make_article("b", TEXT)}
    (kept,) = merge_facts([one, other], articles).facts
    assert support in kept.sources
    assert len(kept.sources) == 3


def test_two_sentences_of_one_article_stay_two() -> None:
    one = make_fact("a", TEXT, article="x")
    other = make_fact("b", TEXT + " in the town hall", article="x")
    assert len(merge_facts([one, other], {}).facts) == 2


def test_another_article_brings_two_sentences_of_one_together() -> None:
    """The lead and a later paragraph say the same as another report does: that is one fact."""
    lead = make_fact("a", TEXT, article="x")
    later = make_fact("b", TEXT + " in the town hall", article="x")
    other = make_fact("c", TEXT + " on Sunday", article="y")
    (kept,) = merge_facts([lead, later, other], articles_of(lead, other)).facts
    assert len(kept.sources) == 3
    assert kept.origins == 2


def test_two_tolls_of_one_article_stay_two_whatever_another_says() -> None:
    lead = make_fact("a", "Nine people died when the ferry sank off Brod", article="x")
    later = make_fact("b", "Ten people died when the ferry sank off Brod", article="x")
    other = make_fact("c", "Nine people died when the ferry sank off Brod", article="y")
    merged = merge_facts([lead, later, other], articles_of(lead, other))
    assert len(merged.facts) == 2


def test_a_repeated_sentence_of_one_article_is_one() -> None:
    one, other = make_fact("a", TEXT, article="x"), make_fact("b", TEXT, article="x")
    (kept,) = merge_facts([one, other], {}).facts
    assert kept.origins == 1


def test_far_apart_days_are_never_compared() -> None:
    one = make_fact("a", TEXT, date="2021-02-07")
    other = make_fact("b", TEXT, date="2021-05-07")
    merged = merge_facts([one, other], articles_of(one, other))
    assert len(merged.facts) == 2
    assert not merged.disagreements


def test_two_tolls_are_two_facts_that_disagree() -> None:
    """Whatever else the two articles tell, and whoever gives the second toll."""
    before = "A ferry left Brod for the island at dawn. Its owner bought it in spring. Nine people died."
    after = "The inquest into the sinking opened in the county court. Ten people died, said the coroner."
    one = make_fact("a", "Nine people died")
    other = make_fact("b", "Ten people died", speaker="the coroner", date="2021-02-08")
    articles = {"a": make_article("a", before), "b": make_article("b", after)}
    merged = merge_facts([one, other], articles)
    assert len(merged.facts) == 2
    assert [(dispute.about, dispute.values) for dispute in merged.disagreements] == [
        ("number", ("Nine", "Ten"))
    ]


def test_no_facts() -> None:
    merged = merge_facts([], {})
    assert (merged.facts, merged.disagreements, dict(merged.joined)) == ((), (), {})


def test_empty_and_odd_texts() -> None:
    facts = [
        make_fact(f"f{at}", text)
        for at, text in enumerate(("", "…", "ÄÖÜ", "数字 12", "''''s", "\u0301\u0301"))
    ]
    assert len(merge_facts(facts, articles_of(*facts)).facts) >= 5


def test_two_chapters_of_one_history_are_not_the_same_facts() -> None:
    """Articles on one subject resemble each other everywhere; facts need words of their own in common."""
    chapters = {
        "a": [
            "Scholars measured the degree of the Earth",
            "Around 1020, at the fort of Nandana, he measured the height of a mountain",
            "One walked north and the other south until the star sank by a degree",
        ],
        "b": [
            "The degree of the Earth was measured in Lapland",
            "Nobody doubted it any more",
            "They spent the summer on the hills, plagued by midges",
            "The leader was back in Paris",
            "The poet could not resist",
        ],
    }
    facts = [
        make_fact(f"{name}{at}", text, article=name, date="")
        for name, texts in chapters.items()
        for at, text in enumerate(texts)
    ]
    articles = {name: make_article(name, ". ".join(texts)) for name, texts in chapters.items()}
    merged = {fact.id: fact.maybe_same_as for fact in merge_facts(facts, articles).facts}
    # A pair is a question once: it stands with one of the two.
    assert {merged["a0"], merged["b0"]} == {("b0",), ()} or {merged["a0"], merged["b0"]} == {("a0",), ()}
    assert merged["b2"] == ()
