"""A period too full for one page: its calendar, what leads in it, the ways up; and how a fact came to be known."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.config import Settings
from generator.model import Article, Fact, Measure, Published, Site, Source
from generator.pages import Renderer, Viewer, Words, render_pages
from generator.pages.sharing import part_feeds
from generator.timeline import build_timeline

from .test_lanes import PAPER, made, story

DAYS = [f"2024-{month:02d}-{day:02d}" for month in (2, 3) for day in (1, 5, 9, 15, 29)]


def pages(facts: list[Fact], language: str = "en") -> dict[str, str]:
    settings = Settings(facts_per_page=25, language=language)
    timeline = build_timeline(facts, {"paper": PAPER}, (), settings)
    return {
        page.uri: page.markdown
        for page in render_pages(Renderer(timeline, settings, Site("T", "", language)))
    }


def test_a_full_year_shows_its_days_and_what_leads() -> None:
    facts = [made(f"f{at}", DAYS[at % 10], lead=at == 7) for at in range(40)]
    found = pages(facts)
    year, month = found["timeline/2024.md"], found["timeline/2024-02.md"]
    days = re.findall(r'class="cf-cal-\d" href="\.\./\.\./timeline/2024-(\d\d)/#d-2024-\1-(\d\d)"', year)
    assert [f"2024-{one}-{day}" for one, day in days] == DAYS
    assert (
        'aria-label="29 February 2024: 4 facts"' in year and year.count("cf-cal-c4") >= 1
    )  # 1 February was a Thursday
    assert "2024: 40 facts from 1 article." in year
    assert "What matters most" in year and "Text of f7." in year and "Text of f8." not in year
    assert '<a href="../../timeline/2024/">2024</a>' in month and "cf-calendar--one" in month
    assert "cf-calendar" not in "".join(pages(facts[:5]).values())


def test_the_week_begins_where_the_language_begins_it() -> None:
    facts = [made(f"f{at}", DAYS[at % 10]) for at in range(40)]
    assert "<span>ن</span>" in pages(facts, "ar")["timeline/2024.md"]


@pytest.mark.parametrize(
    ("zone", "told"),
    [("", "18:04"), ("EEST", "18:04 EEST"), ("+03:00", "18:04 UTC+03:00"), ("Z", "18:04 UTC")],
)
def test_a_clock_time_keeps_its_zone(zone: str, told: str) -> None:
    viewer = Viewer(build_timeline([], {}), Settings(), Words("en"), Site())
    assert viewer.published(
        Article("a", "", published=Published("2024-03-05T18:04", "byline", "", zone))
    ).endswith(told)


def test_which_article_confirmed_it() -> None:
    second = replace(PAPER, id="later", publisher="The Later", published=Published("2024-06-03", "byline"))
    first = replace(PAPER, publisher="The First")
    fact = replace(made("both", "2024-03-04"), sources=(Source("later", "Words"), Source("paper", "Text")))
    for origins, how in ((2, "confirmed"), (1, "again")):
        shown = story([replace(fact, origins=origins)], paper=first, later=second)
        told = shown.r.view(shown.timeline.by_id["both"]).reports
        assert [(one.how, one.outlet) for one in told] == [("first", "The First"), (how, "The Later")]


def test_plans_have_feeds_with_what_became_of_them() -> None:
    facts = [
        made("kept", "2024-03", "plan"),
        made("then", "2024-03-09", fulfils=("kept",)),
        made("else", "2024-03-09"),
    ]
    feed = next(one for one in part_feeds(story(facts, paper=PAPER).r) if one.uri == "plans.md")
    assert [fact.id for fact in feed.facts] == ["kept", "then"]


def test_figures_that_bring_others_up_to_date_are_joined() -> None:
    facts = [
        made("five", "2024-03-04", measure=Measure("injured people", 5)),
        made("seven", "2024-03-05", measure=Measure("injured people", 7), follows=("five",)),
    ]
    page = story(facts, paper=PAPER).numbers().markdown
    assert page.count("cf-course-step") == 1 and "Brings up to date" in page
