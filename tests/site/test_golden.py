"""The whole Markdown of two small timelines, as it was last read and found right.

``CHRONOFACT_GOLDEN=write pytest tests/site/test_golden.py`` writes it anew; read the difference before you keep it.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import markdown
import pytest

from generator.pages import write_pages
from generator.pages.values import Page

from .small import STORIES, rendered

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", STORIES)
def test_markdown_is_as_it_was(name: str) -> None:
    pages = rendered(name)
    folder = GOLDEN / name
    if os.environ.get("CHRONOFACT_GOLDEN") == "write":
        shutil.rmtree(folder, ignore_errors=True)
        for uri, text in pages.items():
            (folder / uri).parent.mkdir(parents=True, exist_ok=True)
            (folder / uri).write_text(text, "utf-8")
    kept = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.md")}
    assert sorted(pages) == sorted(kept)
    for uri, text in pages.items():
        assert text == kept[uri], uri


@pytest.mark.parametrize("name", STORIES)
def test_html_blocks_hold_no_blank_line_and_stay_html(name: str) -> None:
    for uri, text in rendered(name).items():
        html = markdown.markdown(
            text.split("\n---\n", 1)[1], extensions=["attr_list", "md_in_html", "tables"]
        )
        assert "&lt;section" not in html and "&lt;li" not in html and "<pre><code>&lt;" not in html, uri


def test_rendering_twice_gives_the_same() -> None:
    assert rendered("news") == rendered("news")


def test_pages_are_written_only_when_they_changed(tmp_path: Path) -> None:
    pages = [Page("a.md", "A", "one\n"), Page("b/c.md", "C", "two\n")]
    write_pages(pages, tmp_path)
    before = (tmp_path / "a.md").stat().st_mtime_ns
    write_pages([pages[0]], tmp_path)
    assert (tmp_path / "a.md").stat().st_mtime_ns == before
    assert not (tmp_path / "b" / "c.md").exists()
