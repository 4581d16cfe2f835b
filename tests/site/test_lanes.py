"""Facts in lanes, and plans with what became of them."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import date, timedelta

import pytest
from lxml import etree

from generator.config import Settings
from generator.model import Article, DateReason, Fact, Measure, Published, Site, Source
from generator.pages import Renderer
from generator.pages.promises import promises
from generator.pages.story_pages import StoryPages
from generator.timeline import build_timeline

from .sample import ARTICLES, ENTITIES, FACTS

STATED = DateReason("on 4 March", "day-month", "stated")
PAPER = Article("paper", "", published=Published("2024-06-01", "byline"))


def made(id: str, day: str, kind: str = "event", **more: object) -> Fact:
    dated = more.pop("dated", STATED)
    return Fact(
        id, day, f"Text of {id}", (Source("paper", "Text", date=dated),), kind=kind, status="reviewed", **more
    )  # type: ignore[arg-type]


def story(facts: list[Fact] | tuple[Fact, ...], language: str = "en", **articles: Article) -> StoryPages:
    settings = Settings(language=language)
    timeline = build_timeline(facts, articles or ARTICLES, ENTITIES, settings)
    return StoryPages(Renderer(timeline, settings, Site("T", "https://e.org/t/", language)), {})


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_dated_fact_is_a_mark_in_its_lane(language: str) -> None:
    pages = story(FACTS, language)
    links = pages.r.links("lanes.md")
    for key, _label, named in pages.named(links):
        drawn = pages._drawn(key, named, links)
        for lane, one in zip(drawn.lanes, named, strict=True):
            dated = [fact for fact in one.facts if fact.date]
            assert lane.count == len(dated) and not (lane.dots and lane.bars)
            marked = len(lane.dots) + sum(bar.count for bar in lane.bars)
            assert marked + len(lane.stretches) <= len(dated) and (marked or lane.stretches or not dated)
            assert all(0 <= float(dot.x.rstrip("%")) <= 100 for dot in lane.dots)
            assert all(lane.top < dot.y <= lane.base for dot in lane.dots)
        shown = {fact.id for one in named for fact in one.facts}
        assert shown == {fact.id for fact in pages.timeline.facts}


def test_three_thousand_facts_are_still_a_picture() -> None:
    first = date(2021, 1, 1)
    names = ["Ada Quill", "Bram Osei", *(f"Voice {at}" for at in range(30))]
    facts = [
        made(f"f{at}", (first + timedelta(days=at * 7 % 1100)).isoformat(), "statement", speaker=names[at * at % 32], origins=at % 4)
        for at in range(3000)
    ]  # fmt: skip
    pages = story(facts, paper=PAPER)
    assert len(gzip.compress(pages.lanes().markdown.encode())) < 60_000
    links = pages.r.links("lanes.md")
    key, _label, named = pages.named(links)[0]
    lanes = pages._drawn(key, named, links).lanes
    assert max(lane.base - lane.top for lane in lanes) < 80
    # A month each, for three years: a picture, and no three columns; each bar leads to what it counts.
    assert all(len(lane.bars) >= 24 for lane in lanes if lane.count > 100)
    assert lanes[0].bars[0].href == "../explore/?speaker=Voice+2&from=2021-01-01&to=2021-01-31"


def test_a_picture_is_a_file_that_says_where_it_is_from() -> None:
    for name, text in story(FACTS).svg_files():
        picture = etree.fromstring(text.encode())
        assert "T · " in picture.findtext("{http://www.w3.org/2000/svg}title"), name
        hrefs = picture.xpath("//@href")
        assert hrefs and all(str(one).startswith(("https://e.org/t/", "#cf-m-")) for one in hrefs)


def test_what_became_of_a_plan() -> None:
    carried = DateReason("", "", "published")
    facts = [
        made("kept", "2024-03", "plan"), made("then", "2024-03-09", fulfils=("kept",)),
        made("moved", "2024-03-01", "plan"), made("late", "2024-03-20", fulfils=("moved",)),
        made("broken", "2024-04", "plan"), made("no", "2024-04-02", denied=True, fulfils=("broken",)),
        made("due", "2024-05-31", "plan"), made("open", "2024-06-02", "plan"),
        made("someday", "2024-05-01", "plan", dated=carried), made("undated", "", "plan"),
        made("offered", "2024-01-05", "proposal"),
    ]  # fmt: skip
    found = {one.plan.id: one.state for one in promises(build_timeline(facts, {"paper": PAPER}))}
    assert found == {
        "kept": "kept", "moved": "moved", "broken": "broken", "due": "due", "open": "open", "someday": "undated",
        "undated": "undated", "offered": "proposed",
    }  # fmt: skip


def test_figures_as_they_were_reported() -> None:
    injured = [
        ("five", "2024-03-04", 5, False),
        ("seven", "2024-03-05", 7, True),
        ("six", "2024-03-09", 6.5, False),
    ]
    facts = [
        made(id, day, speaker="Ada Quill", measure=Measure("injured people", value, at_least=least))
        for id, day, value, least in injured
    ]
    page = (
        story([*facts, made("alone", "2024-03-07", measure=Measure("boats", 3))], paper=PAPER)
        .numbers()
        .markdown
    )
    assert "Between 5 and 6.5" not in page and "Between 5 and 7, as reported." in page
    assert "at least 7" in page and "6.5" in page and "Ada Quill" in page and "boats" not in page


def test_a_fact_tells_what_came_before_and_after_it() -> None:
    facts = [
        made("first", "2024-03-04", added="2024-03-05"),
        made("second", "2024-03-05", follows=("first",)),
    ]
    pages = story(facts, paper=PAPER)
    first, second = (pages.r.view(pages.timeline.by_id[id]) for id in ("first", "second"))
    assert [one.text for one in first.later] == ["Text of second."] and not first.earlier
    assert [one.text for one in second.earlier] == ["Text of first."] and not second.later
    assert first.added == "5 March 2024"


def test_shares_are_told_in_words() -> None:
    pages = story(FACTS)
    text = pages.voices().markdown
    spoken = [fact for fact in pages.timeline.facts if fact.speaker]
    assert f"{len(spoken)} statement" in text
    none = story([replace(fact, speaker="") for fact in FACTS]).voices().markdown
    assert "Nobody is quoted yet." in none


def test_dots_stand_where_their_days_lie() -> None:
    first = date(2019, 1, 1)
    facts = [
        made(f"f{at}", (first + timedelta(days=at * 18)).isoformat(), speaker="" if at % 10 else "Ada Quill")
        for at in range(120)
    ]
    pages = story(facts, paper=PAPER)
    assert pages._overview.unit == "year"
    links = pages.r.links("lanes.md")
    key, _label, named = pages.named(links)[0]
    dots = pages._drawn(key, named, links).lanes[0].dots
    across = [float(dot.x.rstrip("%")) for dot in dots]
    assert len(across) == 12 and across == sorted(set(across)) and not any(dot.dx for dot in dots)
