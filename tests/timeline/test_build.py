"""What the timeline selects, in which order, and what it counts."""

from __future__ import annotations

from dataclasses import replace

from generator.config import Settings
from generator.model import DateReason, Entity, Source
from generator.timeline import build_timeline, is_inferred, sureness
from tests.site.sample import ARTICLES, ENTITIES, FACTS, fact

TIMELINE = build_timeline(FACTS, ARTICLES, ENTITIES)


def test_drafts_are_nowhere_but_in_a_preview() -> None:
    assert "draft-one" not in TIMELINE.by_id
    assert all("draft-one" not in (change.fact.id,) for change in TIMELINE.changes)
    assert "draft-one" in build_timeline(FACTS, ARTICLES, show_drafts=True).by_id
    assert "draft-one" in build_timeline(FACTS, ARTICLES, settings=Settings(show_drafts=True)).by_id


def test_an_article_of_drafts_alone_is_not_shown() -> None:
    only = [replace(FACTS[0], status="draft")]
    timeline = build_timeline(only, ARTICLES, ENTITIES)
    assert not timeline.articles
    assert not timeline.speakers and not timeline.tags and not timeline.changes


def test_a_withdrawn_fact_keeps_its_entry_but_leaves_the_lists() -> None:
    assert [fact.id for fact in TIMELINE.withdrawn] == ["withdrawn-one"]
    assert "withdrawn-one" in TIMELINE.by_id
    assert "withdrawn-one" not in {fact.id for fact in TIMELINE.facts}
    assert any(change.kind == "withdrawn" for change in TIMELINE.changes)


def test_days_are_sorted_by_start_the_wider_first() -> None:
    dates = [day.date for day in TIMELINE.days]
    assert dates[:4] == ["-0043", "1200~", "1894-06-01", "199X"]
    assert dates.index("2024-03-09") < dates.index("2024-03-11/2024-03-17") < dates.index("2024-09")


def test_a_day_keeps_the_order_of_its_article() -> None:
    day = next(day for day in TIMELINE.days if day.date == "2024-03-04")
    ours = [fact.id for fact in day.facts if fact.sources[0].article.startswith("harbour")]
    written = [fact.id for fact in FACTS if fact.date == "2024-03-04" and fact.id in ours]
    assert ours == written


def test_a_full_day_is_grouped_by_first_tag_and_the_untagged_come_last() -> None:
    day = next(day for day in TIMELINE.days if day.date == "2024-03-04")
    assert [group.tag for group in day.groups] == ["closure", "inspection", "traffic", "accident", ""]
    assert sum(len(group.facts) for group in day.groups) == len(day.facts)
    assert not next(day for day in TIMELINE.days if day.date == "2024-03-05").groups


def test_a_proposed_name_is_not_followed() -> None:
    assert "secret" not in TIMELINE.entities


def test_a_speaker_counts_for_the_entity_under_any_of_its_names() -> None:
    facts = [
        fact("one", "2024-01-01", "It rained", speaker="Mayor Quill", kind="statement"),
        fact("two", "2024-01-02", "It snowed", speaker="Ada Quill", kind="statement"),
    ]
    timeline = build_timeline(facts, ARTICLES, ENTITIES)
    assert [len(listing.facts) for listing in timeline.speakers] == [2]
    assert timeline.speakers[0].entity == "ada-quill"
    assert [f.id for f in timeline.entity_facts["ada-quill"]] == ["one", "two"]


def test_a_name_two_entities_share_is_nobody() -> None:
    twins = (Entity("a", "Sam Reed", "person"), Entity("b", "Sam Reed", "organisation"))
    timeline = build_timeline([fact("one", "2024", "It rained", speaker="Sam Reed")], ARTICLES, twins)
    assert timeline.speakers[0].entity == ""


def test_an_outlet_is_one_with_or_without_its_article() -> None:
    names = {listing.name: len(listing.facts) for listing in TIMELINE.outlets}
    assert names["Coast Dispatch"] == 6
    assert "The Harbour Post" in names


def test_disagreements_come_from_the_facts_and_only_between_shown_ones() -> None:
    pairs = {frozenset(one.facts) for one in TIMELINE.disagreements}
    assert pairs == {
        frozenset({"warned-before", "trust-denies"}),
        frozenset({"injured-five", "injured-seven"}),
    }
    alone = [one for one in FACTS if one.id != "injured-seven"]
    assert len(build_timeline(alone, ARTICLES).disagreements) == 1


def test_a_disagreement_is_said_on_both_sides() -> None:
    one = fact("one", "-0239~", "He found 250,000 steps", speaker="Ana Lund", disagrees_with=("other",))
    other = fact("other", "-0239~", "He found 252,000 steps", speaker="Bo Ek")
    timeline = build_timeline([one, other], ARTICLES)
    assert [one.disagrees_with for one in timeline.facts] == [("other",), ("one",)]
    found = timeline.disagreements
    assert [(one.about, one.values) for one in found] == [("number", ("250,000", "252,000"))]


def test_the_same_words_under_two_dates_differ_in_the_date() -> None:
    one = fact("one", "1527", "The book came out", disagrees_with=("other",))
    found = build_timeline([one, fact("other", "1528", "The book came out")], ARTICLES).disagreements
    assert [(one.about, one.values) for one in found] == [("date", ("1527", "1528"))]


def test_former_ids_lead_to_the_fact() -> None:
    assert TIMELINE.redirects == {"ferry-old-id": "corrected"}


def test_sureness_follows_the_sources() -> None:
    by_id = TIMELINE.by_id
    assert sureness(by_id["closed"]) == "stated"
    assert sureness(by_id["queues"]) == "carried"
    assert sureness(by_id["late-2022"]) == "span"


def test_quality_counts_what_readers_see() -> None:
    quality = TIMELINE.quality
    assert quality.facts == len(TIMELINE.facts) == len(FACTS) - 2
    assert quality.stated + quality.carried + quality.spans + quality.undated == quality.facts
    assert (quality.withdrawn, quality.drafts, quality.undated, quality.corrected) == (1, 0, 1, 1)
    assert quality.articles_archived == 1


def test_on_this_day_holds_exact_days_only() -> None:
    days = {(one.month, one.day): [year for year, _, _ in one.years] for one in TIMELINE.anniversaries}
    assert days[6, 1] == [1894]
    assert (9, 1) not in days


def test_nothing_at_all_is_a_timeline_too() -> None:
    empty = build_timeline([], {})
    assert not empty.days and not empty.periods and not empty.overview.columns


def test_words_that_name_the_day_state_it_though_their_year_is_inferred() -> None:
    named = DateReason("May 16", "month-day", "inferred")
    silent = DateReason("", "", "inferred")
    for reason, sure in ((named, "stated"), (silent, "carried")):
        one = replace(
            fact("one", "2025-05-16", "It opened"), sources=(Source("a", "It opened", date=reason),)
        )
        assert sureness(one) == sure
        assert is_inferred(one, {})
