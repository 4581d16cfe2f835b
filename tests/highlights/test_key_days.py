"""The days that matter: who tells them most, few and in order, on home, on a year's and on a person's page."""

from __future__ import annotations

from dataclasses import replace

from generator.config import Settings
from generator.highlights import key_days
from generator.model import Article, Entity, Fact, Published, Site, Source
from generator.pages import Renderer, render_pages
from generator.timeline import build_timeline

PAPERS = {
    name: Article(name, "", publisher=name, published=Published(day, "byline"))
    for name, day in (("first", "2031-03-01"), ("second", "2031-05-20"), ("third", "2031-06-01"))
}


def fact(day: int, text: str = "", sources: tuple[str, ...] = ("first",)) -> Fact:
    text = text or f"Tove Lind counted gulls at pier {day}"
    return Fact(f"f{day}", f"2031-03-{day:02d}", text, tuple(Source(name, text) for name in sources))


FACTS = [
    replace(one, status="reviewed")
    for one in (
        *(fact(day) for day in range(1, 12)),
        fact(12, "Tove Lind closed the harbour of Sarn for good", ("first", "second", "third")),
    )
]


def test_what_many_tell_and_look_back_on_is_a_key_day() -> None:
    found = key_days(FACTS, PAPERS)
    assert len(found) == 4
    assert [day.date for day in found] == sorted(day.date for day in found)
    assert max(found, key=lambda day: day.importance).fact.id == "f12"
    assert found == key_days(FACTS[::-1], PAPERS)


def test_what_an_editor_leads_with_is_one_and_what_is_disputed_is_none() -> None:
    facts = [replace(FACTS[0], lead=True), *FACTS[1:-1], replace(FACTS[-1], status="disputed")]
    found = {day.fact.id for day in key_days(facts, PAPERS)}
    assert "f1" in found and "f12" not in found


def test_few_days_are_seen_at_a_glance() -> None:
    assert key_days(FACTS[:8], PAPERS) == ()
    assert key_days([replace(one, date="2031-03") for one in FACTS], PAPERS) == ()


def test_they_stand_on_home_on_the_year_and_on_a_persons_page() -> None:
    people = [Entity("tove-lind", "Tove Lind", "person")]
    settings = Settings(facts_per_page=25)
    timeline = build_timeline(FACTS, PAPERS, people, settings)
    pages = {
        page.uri: page.markdown for page in render_pages(Renderer(timeline, settings, Site("T", "", "en")))
    }
    for uri in ("index.md", "timeline/2031.md", "people/tove-lind.md"):
        assert '<h2 id="cf-days-h">Key days</h2>' in pages[uri], sorted(pages)
        assert pages[uri].count("cf-short__text") == 4
