"""A random timeline of a made-up story, and Explore built over it as a folder of static files."""

from __future__ import annotations

import random
from pathlib import Path

import markdown

from generator.config import Settings
from generator.model import Article, Correction, DateReason, Entity, Fact, Published, Site, Source
from generator.pages.explore import explore_beside, explore_page
from generator.pages.renderer import Renderer
from generator.pages.stylesheet import STYLESHEET, stylesheet
from generator.timeline import Timeline, build_timeline

SITE = Site("Lowland floods", "https://floods.example/", "en", "Made up for the tests.")
PEOPLE = tuple(
    f"{a} {b}" for a in ("Ada", "Bo", "Çelik", "Dana") for b in ("Marsh", "Ülker", "Novák", "Okoro")
)
PLACES = ("Lune", "Port Anselm", "Ørsted Quay")
BODIES = ("Water Board", "Civil Guard")
OUTLETS = ("The Harbour Post", "Coast Dispatch", "Radio Fen", "")
TAGS = ("flood", "rescue, night", "blame & claims", "repair", "=cost")
WORDS = (
    "water",
    "rose",
    "gate",
    "opened",
    "“never again”",
    "Straße",
    "CAFÉ",
    "levee",
    "3 metres",
    "pumps",
    "failed",
)
DATES = (
    "2021-07-14", "2021-07-15", "2021-07-15", "2021-07-16", "2021-07", "2021", "2021-07-12/2021-07-18",
    "2021-22", "2020-12-31", "2022-01-01", "1953-02-01", "195X", "-0043-03-15", "2021-07-17/..",
    "../2021-06-30", "2021~", "2021-08-02?", "2021-09-30", "2021-11-05", "",
)  # fmt: skip


def facts_and_articles(count: int, seed: int = 1) -> tuple[list[Fact], dict[str, Article], list[Entity]]:
    """``count`` facts with every kind of field, the same for the same seed."""
    rng = random.Random(seed)
    days = (
        "2021-07-14",
        "2021-07-16T09:30",
        "2021-07",
        "2021-07-20",
        "",
        "2022-01-03",
        "2021-07-15/2021-07-17",
    )
    articles = {}
    for number in range(max(5, count // 20)):
        id_ = f"article-{number}"
        basis = rng.choice(("byline", "metadata", "inferred"))
        articles[id_] = Article(
            id_, "", title=f"Story {number}", publisher=rng.choice(OUTLETS),
            published=Published(rng.choice(days), basis, "why" if basis == "inferred" else ""), lang="en",
        )  # fmt: skip
    names = [(name, "person") for name in PEOPLE] + [(name, "place") for name in PLACES]
    names += [(name, "organisation") for name in BODIES]
    entities = [Entity(f"n{number}", name, kind) for number, (name, kind) in enumerate(names)]  # type: ignore[arg-type]
    return [_fact(number, rng, list(articles)) for number in range(count)], articles, entities


def _fact(number: int, rng: random.Random, articles: list[str]) -> Fact:
    date = rng.choice(DATES)
    words = [rng.choice(WORDS) for _ in range(rng.randint(3, 7))]
    words += rng.sample((*PEOPLE, *PLACES, *BODIES), rng.randint(0, 3))
    rng.shuffle(words)
    text = " ".join(words)
    basis = rng.choice(("stated", "relative", "discourse", "published", "inferred"))
    sources = tuple(
        Source(article, text, date=DateReason("", "", basis))  # type: ignore[arg-type]
        for article in rng.sample(articles, rng.randint(1, 3))
    )
    return Fact(
        id=f"fact-{number}",
        date=date,
        text=text,
        sources=sources,
        kind=rng.choice(("event", "statement", "plan", "proposal")),
        status=rng.choice(("reviewed", "reviewed", "disputed", "withdrawn", "draft")),
        speaker=rng.choice(("", "", *PEOPLE[:5], "a guard")),
        via=rng.choice(("", "", "Radio Fen")),
        anonymous=rng.random() < 0.1,
        denied=rng.random() < 0.1,
        tags=tuple(rng.sample(TAGS, rng.randint(0, 3))),
        corrections=(Correction("2021-08-01", "a", "b", "c"),) if rng.random() < 0.1 else (),
        disagrees_with=(f"fact-{number - 1}",) if rng.random() < 0.1 else (),
        origins=rng.randint(1, 3),
        added="2021-08-01",
    )


def made(count: int, seed: int = 1, language: str = "en") -> tuple[Renderer, Timeline]:
    """A renderer over the random timeline."""
    facts, articles, entities = facts_and_articles(count, seed)
    timeline = build_timeline(facts, articles, entities)
    site = Site(SITE.name, SITE.url, language, SITE.description)
    return Renderer(timeline, Settings(language=language), site), timeline


def write_site(renderer: Renderer, folder: Path) -> None:
    """Explore, its embed pages and all they load, without the theme around them."""
    for uri, text in explore_beside(renderer):
        target = folder / uri
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    (folder / STYLESHEET).write_text(stylesheet(), "utf-8")
    for period in renderer.timeline.periods:
        page = folder / "timeline" / period.key / "index.html"
        page.parent.mkdir(parents=True)
        links = renderer.links(f"timeline/{period.key}.md")
        facts = (
            fact
            for fact in renderer.timeline.facts
            if renderer.timeline.period_of.get(fact.date, "undated") == period.key
        )
        page.write_text("".join(renderer.fact(fact, links) for fact in facts), "utf-8")
    body = explore_page(renderer).markdown.split("---\n", 2)[2]
    html = markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables"])
    (folder / "explore" / "index.html").write_text(_PAGE.format(html=html), "utf-8")


_PAGE = """<!doctype html>
<html lang="en" class="no-js" style="font-size:125%">
<head><meta charset="utf-8"><title>Explore</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'">
<link rel="icon" href="data:,"><link rel="stylesheet" href="../assets/chronofact.css"></head>
<body data-md-color-scheme="default" style="margin:0;background:var(--cf-bg);font-family:var(--cf-sans)">
<main class="md-typeset" style="padding:16px;max-width:1220px;margin:auto">
{html}
</main></body></html>
"""
