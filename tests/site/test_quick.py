"""A preview shows other words of a fact at once, on the very pages that a whole build makes; all else is a whole build."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from generator.plugin import ChronofactPlugin, _watched
from generator.plugin.quick import Quick

CONFIG = """site_name: Bridges
docs_dir: content/pages
theme: {name: material, font: false}
plugins: [search, chronofact]
"""
NAMES = "".join(f"- id: {name.lower()}\n  name: {name} Roe\n  kind: person\n" for name in ("Ada", "Bo"))
FACT = """- id: fact-{number}
  date: 2024-05-0{number}
  text: {text}
  speaker: Ada Roe
  status: reviewed
  tags: [bridges]
  sources: [{{article: post, quote: "The bridge was closed, Bo Roe wrote."}}]
"""
SAID = "The bridge was closed, Bo Roe wrote"


def write(folder: Path, number: int, text: str = SAID, more: str = "") -> None:
    path = folder / f"content/facts/2024/{number}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(FACT.format(number=number, text=text) + more, "utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("quick")
    for path, text in {
        "mkdocs.yml": CONFIG,
        "content/entities.yaml": NAMES,
        "content/pages/about.md": "# About\n",
        "content/articles/post.yaml": "title: A bridge\npublisher: The Post\nfile: seeds/post.txt\n",
        "seeds/post.txt": "The bridge was closed, Bo Roe wrote.\n",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    for number in (1, 2, 3):
        write(folder, number)
    return folder


def test_words_are_shown_at_once_and_the_rest_by_a_whole_build(folder: Path) -> None:
    built: list[int] = []
    config = load_config(str(folder / "mkdocs.yml"))
    plugin = cast(ChronofactPlugin, config.plugins["chronofact"])
    config.plugins.on_startup(command="serve", dirty=False)

    def whole() -> None:
        built.append(1)
        again = load_config(str(folder / "mkdocs.yml"))
        again.plugins = config.plugins
        build(again, serve_url="http://127.0.0.1:1/")

    whole()
    assert plugin.built
    server = cast(LiveReloadServer, SimpleNamespace(builder=whole))
    quick = Quick(server, lambda: plugin.built, _watched(plugin.built.config), plugin.seen)
    quick.ask = lambda: None  # type: ignore[method-assign]

    write(folder, 2, f"{SAID} on Friday")
    quick()
    assert built == [1]
    shown = pages(folder)
    assert "on Friday" in shown["index.html"] and "on Friday" in shown["timeline/2024/index.html"]
    assert "on Friday" in shown["people/ada/index.html"] and "on Friday" in shown["tags/bridges/index.html"]
    whole()
    assert {path for path, text in pages(folder).items() if text != shown[path]} <= BESIDE
    built.clear()

    write(folder, 2, "The bridge was closed")  # a name less: other pages
    quick()
    write(folder, 2, "The bridge was closed", "  lead: true\n")
    quick()
    write(folder, 4)
    quick()
    (folder / "content/facts/2024/4.yaml").write_text("- id: [", "utf-8")
    quick()
    assert built == [1, 1, 1, 1]


# What follows with the whole build: pages that tell of facts in a line.
BESIDE = {f"{name}/index.html" for name in ("changes", "explore", "lanes", "voices", "review")}


def pages(folder: Path) -> dict[str, str]:
    """The built pages, but for permanent addresses and embedded ones."""
    site = folder / "site"
    found = (path for path in site.rglob("*.html") if path.relative_to(site).parts[0] not in ("f", "embed"))
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in found}
