"""The project that ``render --for zensical`` makes: whole, with addresses as Zensical reads them; and a skipped plugin told."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin

from generator.cli import main
from generator.pages.elsewhere import from_source, with_head
from generator.plugin import ChronofactPlugin
from tests.builders.compare import ROOT, differences
from tests.site.building import build_project

FACT = """- id: weir-opened
  date: 1931-03-02
  text: The weir opened
  status: reviewed
  tags: [works]
  sources:
    - article: sarn
"""


def chronofact(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    assert (
        chronofact(
            "new", str(tmp_path / "p"), "--title", "Weir", "--address", "https://a.example/w"
        ).exit_code
        == 0
    )
    monkeypatch.chdir(tmp_path / "p")
    (tmp_path / "p/content/articles").mkdir()
    (tmp_path / "p/content/articles/sarn.yaml").write_text(
        "title: The Sarn\ntype: book\nurl: https://b.example/\n", "utf-8"
    )
    (tmp_path / "p/content/facts/1931.yaml").write_text(FACT, "utf-8")
    (tmp_path / "p/content/pages/plan.png").write_bytes(b"\x89PNG")
    return tmp_path / "p"


@pytest.mark.usefixtures("project")
def test_all_that_the_plugin_would_add_is_there(tmp_path: Path) -> None:
    out = tmp_path / "out"
    said = chronofact("render", str(out), "--for", "zensical")
    assert said.exit_code == 0, said.output
    for path in (
        "mkdocs.yml", "overrides/main.html", "overrides/404.html", "docs/index.md", "docs/about.md", "docs/plan.png",
        "docs/f/weir-opened/index.html", "docs/downloads/facts.json", "docs/downloads/facts.atom.xml", "docs/downloads/facts.ics",
        "docs/assets/chronofact.css", "docs/assets/chronofact.js",
    ):  # fmt: skip
        assert (out / path).is_file(), path
    settings = yaml.load((out / "mkdocs.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    assert settings["site_name"] == "Weir" and settings["site_url"] == "https://a.example/w/"
    assert settings["plugins"] == ["search"] and settings["docs_dir"] == "docs" and settings["nav"]
    assert "The weir opened" in (out / "docs/timeline/1931.md").read_text("utf-8")
    assert "facts.atom.xml" in (out / "docs/about.md").read_text("utf-8")  # the head for machines
    (out / "notes.txt").write_text("mine", "utf-8")
    assert chronofact("render", str(out), "--for", "zensical").exit_code == 0
    assert (out / "notes.txt").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("uri", "html", "turned"),
    [
        ("about.md", '<a href="../downloads/">', '<a href="downloads/">'),
        ("about.md", '<a href="../">', '<a href="./">'),
        ("timeline/1931.md", '<a href="../../f/x/">', '<a href="../f/x/">'),
        ("timeline/1931.md", '<img alt="" src="../../a.png">', '<img alt="" src="../a.png">'),
        ("timeline/1931.md", '<a href="part/">', '<a href="1931/part/">'),
        ("timeline/index.md", '<a href="../f/x/">', '<a href="../f/x/">'),
        ("index.md", '<a href="f/x/">', '<a href="f/x/">'),
        ("about.md", '<a href="#day">', '<a href="#day">'),
        ("about.md", '<a href="https://a.example/../x">', '<a href="https://a.example/../x">'),
        ("about.md", '<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'),
        ("about.md", '<main data-root="../">', '<main data-root="../">'),
    ],
)
def test_addresses_as_seen_from_the_source(uri: str, html: str, turned: str) -> None:
    assert from_source(html, uri) == turned


def test_a_head_goes_into_the_front_matter() -> None:
    head = "<meta content=\"a: 'b' \\ — {{ c }}\">\n"
    for page in ("---\ntitle: T\n---\nText", "Text"):
        _, front, text = with_head(page, head).split("---\n", 2)
        assert yaml.load(front, Loader=yaml.CSafeLoader)["chronofact_head"] == head and text == "Text"


def test_a_plugin_that_was_skipped_is_told(project: Path) -> None:
    assert "plugin-skipped" not in chronofact("check").output
    site = project / "site"
    site.mkdir()
    (site / "404.html").write_text('<meta name="generator" content="zensical-0.0.73">', "utf-8")
    said = chronofact("check")
    assert said.exit_code == 1 and "plugin-skipped" in said.output and "zensical" in said.output
    (site / "downloads").mkdir()
    (site / "downloads/facts.json").write_text("{}", "utf-8")
    assert "plugin-skipped" not in chronofact("check").output


def test_the_comparison_notices(tmp_path: Path) -> None:
    for name, link in (("a", "../f/x/"), ("b", "../../f/x/")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(
            f'<article class="md-content__inner"><p id="x">One <a href="{link}">fact</a></p></article>',
            "utf-8",
        )
    (tmp_path / "a/facts.csv").write_text("x", "utf-8")
    assert differences(tmp_path / "a", tmp_path / "a") == []
    assert [one.split(" ")[0] for one in differences(tmp_path / "a", tmp_path / "b")] == [
        "index.html:",
        "file",
    ]


def test_what_lies_beside_the_pages_is_what_a_build_puts_there(project: Path, tmp_path: Path) -> None:
    """Downloads, feeds, permanent addresses: byte for byte, with author and description of the settings; so do exports."""
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(
        f"{settings}\nsite_author: The Weir Desk\nsite_description: Of a weir\n", "utf-8"
    )
    site = build_project(project)
    assert chronofact("render", str(tmp_path / "out"), "--for", "zensical").exit_code == 0
    beside = [
        path
        for folder in ("downloads", "feeds")
        for path in (site / folder).rglob("*.*")
        if path.suffix != ".html"
    ]
    assert len(beside) > 15
    for path in beside:
        assert (tmp_path / "out/docs" / path.relative_to(site)).read_bytes() == path.read_bytes(), path.name
    for form in ("json", "jsonld", "csl-json", "timelinejs"):
        said = chronofact("export", form, "--output", str(tmp_path / "one"), "--overwrite")
        assert said.exit_code == 0, said.output
        suffix = {"csl-json": "csl.json", "timelinejs": "timelinejs.json"}.get(form, form)
        assert (tmp_path / "one").read_bytes() == (site / f"downloads/facts.{suffix}").read_bytes(), form


def test_a_theme_s_search_that_would_take_pages_is_told_to_take_entries() -> None:
    """MaterialX searches built pages unless its settings say otherwise; a fact is a part of one."""

    class Search(BasePlugin):  # type: ignore[type-arg]
        __module__ = "material.plugins.search.plugin"

    settings = load_config(str(ROOT / "mkdocs.yml"), plugins=["search"])
    search = Search()
    search.config = {"provider": "pagefind"}
    settings.plugins["materialx/search"] = search
    ChronofactPlugin().on_config(settings)
    assert search.config == {"provider": "lunr"}
    assert "provider" not in settings.plugins["material/search"].config


def test_what_the_settings_name_is_kept_and_never_run(project: Path, tmp_path: Path) -> None:
    """A project that somebody else made is no program: only its builder looks up what the settings name."""
    path = project / "mkdocs.yml"
    emoji = "  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
    settings = path.read_text("utf-8").replace("markdown_extensions:\n", f"markdown_extensions:\n{emoji}")
    path.write_text(
        f"{settings}\nextra:\n  desk: !ENV [CHRONOFACT_NO_SUCH, The desk]\n"
        f"  ran: !!python/object/apply:os.system ['touch {tmp_path}/ran']\n"
        f"  new: !!python/object/new:os.system ['touch {tmp_path}/ran']\n"
        "  module: !!python/module:this\n",
        "utf-8",
    )
    said = chronofact("render", str(tmp_path / "out"), "--for", "zensical")
    assert said.exit_code == 0, said.output
    made = (tmp_path / "out/mkdocs.yml").read_text("utf-8")
    assert "!!python/name:material.extensions.emoji.twemoji" in made and made.count("!!") == 1
    assert "The desk" in made and not (tmp_path / "ran").exists()
