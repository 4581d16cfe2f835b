"""Pages that are filled into a frame, and headings that are not converted again, are to the byte what the theme and Markdown make."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.plugin.convert import Conversions
from generator.plugin.frame import Frames

from .again import WORLD, World, differing
from .building import REPOSITORY

CONFIG = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
TITLES = [
    "Queues & quays: “open” at night", "Is <b>bold</b> said?", "It's the ferry's “turn”, 'again'", "Пором стоїть",
    "Plain words", "Plain words, and more", "{: .odd } *signs* _here_ [x](y) `z` \\", "1. A number", "  blank  ends ", "—",
]  # fmt: skip


def _titled() -> World:
    articles = dict(WORLD.articles)
    for at, id in enumerate(articles):
        articles[id] = replace(articles[id], title=TITLES[at % len(TITLES)])
    return replace(WORLD, articles=articles)


WORLDS = {
    "as it comes": WORLD,
    "odd titles": _titled(),
    "many pages": replace(_titled(), settings={"lean_from": "5", "facts_per_page": "3"}),
    "Arabic": replace(_titled(), language="ar"),
    "no address": replace(_titled(), config=CONFIG.replace("site_url:", "#")),
    "files": replace(_titled(), config=CONFIG + "use_directory_urls: false\n"),
    "anchors": replace(_titled(), config=CONFIG.replace("permalink: false", "permalink: true")),
    "another slug": replace(_titled(), config=CONFIG.replace("permalink: false", "separator: _")),
    "other extensions": replace(
        _titled(),
        config=CONFIG.replace("- toc: {permalink: false}", "- toc: {permalink: false}\n  - smarty\n  - abbr"),
    ),
    "deep navigation": replace(
        _titled(),
        config=CONFIG
        + f"extra: {{homepage: articles/}}\nnav: [index.md, articles/{next(iter(WORLD.articles))}.md]\n",
    ),
}


@pytest.mark.parametrize("name", WORLDS)
def test_a_site_of_frames(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    framed = WORLDS[name].build(tmp_path / "framed")
    monkeypatch.setattr(Frames, "_key", lambda _frames, _page: None)
    monkeypatch.setattr(Conversions, "convert", lambda _conversions, _page, render: render())
    assert differing(framed, WORLDS[name].build(tmp_path / "rendered")) == []


def test_most_pages_are_filled_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[str] = []
    take = Frames._taken

    def counted(frames: Frames, page: object, *more: object) -> object:
        rendered.append(str(page))
        return take(frames, page, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(Frames, "_taken", counted)
    site = WORLD.build(tmp_path)
    pages = [path for path in site if path.endswith("index.html") and not path.startswith("f/")]
    assert 2 <= len(rendered) < len(pages) / 2


def test_a_page_that_answers_to_its_own_words_is_rendered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a theme with templates of the project's own nothing is known."""
    override = tmp_path / "over" / "main.html"
    override.parent.mkdir()
    override.write_text(
        '{% extends "base.html" %}{% block announce %}{{ page.title|length }}{% endblock %}', "utf-8"
    )
    own = replace(
        WORLD,
        config=CONFIG.replace("  name: material\n", f"  name: material\n  custom_dir: {override.parent}\n"),
    )
    framed = own.build(tmp_path / "framed")
    monkeypatch.setattr(Frames, "_key", lambda _frames, _page: None)
    assert differing(framed, own.build(tmp_path / "rendered")) == []
