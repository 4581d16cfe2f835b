"""`mkdocs serve` as an editor has it: what is saved is on the page, what is broken is said and mended."""

from __future__ import annotations

import re
import subprocess
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.serving import serving

pytestmark = pytest.mark.xdist_group("serve")

# Only a preview that is dead takes so long.
PATIENCE = 60
FACTS = """- id: bridge-closed
  date: 2021-06-03
  text: The city closed the old bridge
  status: {status}
  sources:
    - article: bridge
      quote: The city closed the old bridge over the Sarn on Thursday.
"""
ARTICLE = """id: bridge
title: Bridge closed
publisher: The Sarn Post
published: {value: 2021-06-04, basis: byline}
file: seeds/bridge.txt
"""


@dataclass(frozen=True)
class Preview:
    """A running preview of the project in ``folder``."""

    folder: Path
    address: str
    process: subprocess.Popen[str]

    def read(self, path: str = "") -> str:
        with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))

    def after(self, change: Callable[[], object], shows: Callable[[str], bool], path: str = "") -> str:
        """The page once it shows what the change brings: the server's own signal to reload is waited for."""
        change()
        for _rebuild in range(5):
            page = self.read(path)
            if shows(page):
                return page
            assert self.process.poll() is None, "The preview has ended."
            signal_of = re.search(r"livereload\((\d+), (\d+)\)", page)
            assert signal_of, page[-500:]
            where = f"{self.address}livereload/{signal_of[1]}/{signal_of[2]}"
            with urllib.request.urlopen(where, timeout=PATIENCE + 30) as answer:
                answer.read()
        raise AssertionError(f"{path or 'home'} never showed the change:\n{page}")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("preview") / "p"
    assert CliRunner().invoke(main, ["new", str(folder), "--name", "Bridge"]).exit_code == 0
    (folder / "seeds" / "bridge.txt").write_text(
        "The city closed the old bridge over the Sarn on Thursday.\n", "utf-8"
    )
    for name, text in {
        "articles/bridge.yaml": ARTICLE,
        "facts/2021/2021-06-03.yaml": FACTS.format(status="reviewed"),
        "templates/empty.html": "",
    }.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def preview(project: Path) -> Iterator[Preview]:
    with serving(project) as (address, _, process):
        yield Preview(project, address, process)


@pytest.fixture
def facts(project: Path) -> Path:
    return project / "content" / "facts" / "2021" / "2021-06-03.yaml"


def test_an_edited_fact_is_on_the_page(preview: Preview, facts: Path) -> None:
    text = FACTS.format(status="reviewed").replace("text: The city closed", "text: The council closed")
    page = preview.after(lambda: facts.write_text(text, "utf-8"), lambda page: "The council closed" in page)
    assert "The city closed the old bridge<" not in page


def test_a_draft_is_shown_and_marked(preview: Preview, facts: Path) -> None:
    page = preview.after(
        lambda: facts.write_text(FACTS.format(status="draft"), "utf-8"),
        lambda page: "cf-label--draft" in page,
    )
    assert "The city closed the old bridge" in page
    assert "bridge-closed" in preview.read("review/") or "2021-06-03.yaml" in preview.read("review/")


def test_a_replaced_template_is_on_the_page(preview: Preview) -> None:
    templates = preview.folder / "content" / "templates"
    preview.after(
        lambda: (templates / "key.html").write_text("<p>How we mark <b>claims</b></p>", "utf-8"),
        lambda page: "How we mark <b>claims</b>" in page,
    )
    preview.after(lambda: (templates / "key.html").unlink(), lambda page: "How we mark" not in page)


def test_a_page_written_by_hand_is_on_the_page(preview: Preview) -> None:
    about = preview.folder / "content" / "pages" / "about.md"
    preview.after(
        lambda: about.write_text("# About\n\nWho pays for this: nobody.\n", "utf-8"),
        lambda page: "Who pays for this" in page,
        "about/",
    )


def test_a_broken_file_is_said_and_the_preview_recovers(preview: Preview, facts: Path) -> None:
    broken = FACTS.format(status="reviewed").replace("2021-06-03", "2021-13-03")
    page = preview.after(
        lambda: facts.write_text(broken, "utf-8"),
        lambda page: "content/facts/2021/2021-06-03.yaml:2" in page,
    )
    assert "2021-13-03" in page
    page = preview.after(
        lambda: facts.write_text("- id: [\n\t", "utf-8"),
        lambda page: "2021-13-03" not in page,
    )
    assert "content/facts/2021/2021-06-03.yaml" in page
    mended = FACTS.format(status="reviewed")
    page = preview.after(
        lambda: facts.write_text(mended, "utf-8"),
        lambda page: "The city closed the old bridge" in page and "2021-06-03.yaml:" not in page,
    )
    assert "cf-label--draft" not in page
