"""What is small and unfolds: refused, or read in the time that its size allows."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.articles.html import article_from_html
from generator.articles.limits import MOST_ATTRIBUTES, too_many_attributes, without_scripts
from generator.cli import main
from generator.facts.kinds import main_clause
from generator.model import Place

MANY = MOST_ATTRIBUTES + 1
LATER = "<p>The quay was closed on 3 May 2020.</p>" * 300


def merged(levels: int) -> str:
    """Groups that each take in the one before twice."""
    lines = [f"  a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, levels)]
    return "\n".join(["extra:", "  a0: &a0 {k: v}", *lines, ""])


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        (merged(40), "unfold to more"),
        ("extra: &e\n  k: [*e]\n", "holds itself"),
    ],
    ids=["merged", "itself"],
)  # fmt: skip
def test_settings_that_unfold_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str, why: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(f"site_name: A\nplugins: [chronofact]\n{settings}", "utf-8")
    said = CliRunner().invoke(main, ["check"])
    assert said.exit_code in (1, 3) and "project-unreadable" in said.output and why in said.output


def test_anchors_that_people_use_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = "site_name: A\nplugins: [chronofact]\nextra:\n  a: &a {k: v}\n  b: {<<: *a, l: w}\n  c: [*a, *a]\n"
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    assert "project-unreadable" not in CliRunner().invoke(main, ["check"]).output


@pytest.mark.parametrize(
    "tag",
    [
        "<p " + " ".join(f"a{n}" for n in range(MANY)) + ">",
        "<p " + " ".join(f"a{n}=1" for n in range(MANY)) + ">",
        "<p " + "".join(f"a{n}='>'" for n in range(MANY)) + ">",
        "<p " + "".join(f'a{n}="<b>"' for n in range(MANY)) + ">",
        "<b><p " + "\n".join(f'a{n}="\'"' for n in range(MANY)),
        '<p title="it\'s" ' + " ".join(f"a{n}=1" for n in range(MANY)) + ">",
    ],
    ids=["bare", "valued", "ends inside", "tags inside", "never ends", "odd mark"],
)
def test_a_flood_of_attributes_is_told(tag: str) -> None:
    for page in (f"<html>{tag}{LATER}", f"<html>{tag}{LATER}".encode()):
        found = too_many_attributes(page, Place(), "page")
        assert found is not None and found.code == "article-too-long"


@pytest.mark.parametrize(
    "page",
    [
        LATER * 20,
        "<img src='data:image/png;base64," + "A" * 200_000 + "'>" + LATER,
        '<path d="' + "M 1 2 L 3 4 " * 30_000 + '">' + LATER,
        "<p>" + "a < b and c > d, 'so' \"it\" " * 30_000,
        "<" * 100_000,
        "<a " * 100_000,
    ],
    ids=["plain", "picture", "drawing", "signs", "less", "never ends"],
)
def test_a_page_that_is_long_has_no_flood(page: str) -> None:
    began = time.process_time()
    found = too_many_attributes(page, Place(), "page")
    assert (found is None) or page.startswith("<a ")
    assert time.process_time() - began < 2


SCRIPT = "<script>for(i=0;i<n.length;i++){" + "a b, c; " * MANY + "}</script>"


def test_a_script_is_no_flood_of_attributes() -> None:
    page = f"<html><body><article><h1>The quay</h1>{SCRIPT}{LATER}</article></body></html>"
    for one in (page, page.encode()):
        found = article_from_html(one, id="quay")
        assert "The quay was closed on 3 May 2020." in getattr(found, "text", "")


def test_the_data_of_a_page_is_no_script() -> None:
    data = '<script type="application/ld+json">{"a": 1}</script>'
    assert without_scripts(f"<p>a</p>{SCRIPT}{data}<p>b</p>") == f"<p>a</p>{data}<p>b</p>"


@pytest.mark.parametrize("page", ["<script " * 100_000, "<script>" * 100_000, "<script>a</script" * 50_000])
def test_scripts_are_left_out_in_the_time_of_their_length(page: str) -> None:
    began = time.process_time()
    assert len(without_scripts(page)) <= len(page)
    assert time.process_time() - began < 3


def test_marks_in_a_row_are_read_in_the_time_of_their_number() -> None:
    began = time.process_time()
    for text in (
        "“" * 100_000 + " The quay closed",
        "The quay, " + " " * 100_000 + "closed",
        "“a” " * 30_000,
    ):
        assert len(main_clause(text)) <= len(text)
    assert time.process_time() - began < 3
