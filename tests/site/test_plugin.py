"""The plugin in MkDocs: what a wrong setting, a broken file and a preview look like."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from .building import build_site
from .sample import ARTICLES, ENTITIES, FACTS

CONFIG = """site_name: A timeline
docs_dir: content/pages
theme: {name: material, font: false}
plugins:
  - search
  - chronofact:
"""


def project(folder: Path, options: str = "      newest_first: true\n", **files: str) -> MkDocsConfig:
    """A project with nothing in it but ``files``, by path with slashes as ``__``."""
    (folder / "content" / "pages").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIG + options, "utf-8")
    for name, text in files.items():
        path = folder / "content" / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return load_config(str(folder / "mkdocs.yml"), strict=True)


def test_an_empty_project_builds_strict_without_a_warning(tmp_path: Path) -> None:
    config = project(tmp_path)
    build(config)
    home = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "No fact is published yet" in home
    assert (tmp_path / "site" / "people" / "index.html").is_file()


def test_wrong_settings_are_all_named_at_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Abort):
        project(tmp_path, "      newest_frist: true\n      facts_per_page: none\n")
    assert "Did you mean 'newest_first'?" in caplog.text
    assert "facts_per_page" in caplog.text


def test_a_broken_file_stops_the_build_with_its_place(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = project(
        tmp_path, facts__a="- id: a\n  date: 2024-13-01\n  text: It rained\n", facts__b="- id: [\n"
    )
    with pytest.raises(Abort):
        build(config)
    assert "content/facts/a.yaml:2:" in caplog.text
    assert "content/facts/b.yaml:" in caplog.text


def test_a_broken_file_does_not_end_a_preview(tmp_path: Path) -> None:
    config = project(tmp_path, facts__b="- id: [\n")
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:1/")
    assert "content/facts/b.yaml:" in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_a_build_says_how_many_drafts_it_leaves_out(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    build_site(tmp_path, FACTS, ARTICLES, ENTITIES)
    drafts = sum(fact.status == "draft" for fact in FACTS)
    assert f"Left out, as drafts or under an embargo: {drafts}." in caplog.text


def test_a_preview_marks_drafts_and_lists_what_waits(tmp_path: Path) -> None:
    site = build_site(tmp_path, FACTS, ARTICLES, ENTITIES, preview=True)
    page = (site / "timeline" / "2024" / "index.html").read_text("utf-8")
    assert "Nobody but an editor may read this draft" in page and "cf-label--draft" in page
    review = (site / "review" / "index.html").read_text("utf-8")
    assert "Nobody but an editor" in review and "content/facts/2024/draft-one.yaml:2" in review


@pytest.mark.parametrize(("language", "said"), [("uk", "Хронологія"), ("ar", "السجل الزمني")])
def test_the_site_speaks_the_language_of_its_theme(tmp_path: Path, language: str, said: str) -> None:
    site = build_site(tmp_path, FACTS[:3], ARTICLES, ENTITIES, language=language)
    home = (site / "index.html").read_text("utf-8")
    assert said in home
    assert (' dir="rtl"' in home) == (language == "ar")


def test_nothing_is_left_out_of_or_added_to_the_markdown_when_built_again(tmp_path: Path) -> None:
    build_site(tmp_path, FACTS, ARTICLES, ENTITIES)
    pages = tmp_path / ".chronofact" / "pages"
    before = {path: path.stat().st_mtime_ns for path in pages.rglob("*.md")}
    build_site(tmp_path, FACTS, ARTICLES, ENTITIES)
    assert before == {path: path.stat().st_mtime_ns for path in pages.rglob("*.md")}
