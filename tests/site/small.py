"""Two small timelines whose whole Markdown is kept as goldens: a news story and an old history."""

from __future__ import annotations

from dataclasses import replace

from generator.config import Settings
from generator.model import Fact, Site
from generator.pages import Renderer, render_pages
from generator.timeline import build_timeline

from .sample import ARTICLES, ENTITIES, FACTS

SITE = Site("The bridge", "https://example.org/bridge/", "en", "What is reported of the bridge")
_BY_ID = {fact.id: fact for fact in FACTS}


def _only(*ids: str) -> tuple[Fact, ...]:
    return tuple(replace(_BY_ID[id], tags=_BY_ID[id].tags[:1]) for id in ids)


STORIES: dict[str, tuple[tuple[Fact, ...], Settings]] = {
    "news": (
        _only("closed", "injured-five", "injured-seven", "quill-answer", "reopen-plan", "late-2022", "corrected", "withdrawn-one", "draft-one"),
        Settings(report_url="mailto:desk@example.org"),
    ),
    "history": (
        _only("ford", "around-1200", "built", "flood-1990s", "undated"),
        Settings(newest_first=False, language="uk"),
    ),
}  # fmt: skip
# Pages that print tables of other stages are left to those stages' tests.
LEFT_OUT = ("method.md", "explore.md", "downloads.md")


def rendered(name: str) -> dict[str, str]:
    """The Markdown of a story's pages by address."""
    facts, settings = STORIES[name]
    timeline = build_timeline(facts, ARTICLES, ENTITIES, settings)
    renderer = Renderer(timeline, settings, replace(SITE, language=settings.language))
    pages = render_pages(
        renderer, {"index.md": "# The old bridge\n\nWritten by hand."} if name == "news" else {}
    )
    return {page.uri: page.markdown for page in pages if page.uri not in LEFT_OUT}
