"""The search of many facts: what Pagefind is told, what happens without it, and the box in a browser over its index."""

from __future__ import annotations

import json
import logging
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.config import Settings
from generator.errors import ChronofactError
from generator.model import Site
from generator.pages import build, pagefind
from generator.pages.standing import INDEXES
from generator.pages.words import Words
from generator.store import Content

from ..explore.browser import served
from ..watching import watched
from .building import build_site
from .sample import ARTICLES, fact

ODD = "<b>Tolls</b> & \"fees\" of the bridge stay <img src=x onerror='document.title=1'>"
TOLD = (
    fact("closed", "2024-03-04", "The bridge was closed after an inspection found cracks"),
    fact("zh", "2024-03-05", "市政府周一宣布关闭大桥"),
    fact("ja", "2024-03-06", "市役所は月曜日に橋を閉鎖した"),
    fact("th", "2024-03-07", "สะพานถูกปิดในวันจันทร์"),
    fact("odd", "2024-03-08", ODD),
    *(fact(f"ferry-{day}", f"2024-04-{day:02}", f"Ferry number {day} left the quay") for day in range(1, 25)),
)
ARTICLE = "harbour-post-2024-03-05-bridge"
HELD = {ARTICLE: replace(ARTICLES[ARTICLE], text="\n".join(f"{one.text}." for one in TOLD))}
# Behind every timer that the theme has set: it tells leaving the box from coming back a moment later.
LATER = "new Promise(done => setTimeout(done, 20))"
# Words, the facts they find among others, and what is marked in them.
ASKED = [
    ("inspec crack", "closed", ["inspection", "cracks"]),
    ("关闭", "zh", ["关闭"]),
    ("市政府 大桥", "zh", ["市政府", "大桥"]),
    ("橋を閉鎖", "ja", ["橋を閉鎖"]),
    ("ปิดใน", "th", ["ปิดใน"]),
    ("fees tolls", "odd", ["b>Tolls</b", "fees"]),
    ("cracks quayside-lamps", "closed", ["cracks"]),  # no fact has both
]


@pytest.mark.parametrize("part", [pagefind.PART, 30])
def test_the_box_asks_the_pieces_and_lands_on_the_fact(
    tmp_path: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    monkeypatch.setattr(pagefind, "PART", part)
    site = build_site(tmp_path, TOLD, HELD, settings={"pagefind_facts": str(len(TOLD))})
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    engines = [one.parent.name for one in site.rglob("pagefind.js")]
    parts = list((site / "search").rglob("pagefind-entry.json"))
    assert engines == ["pagefind"] and (len(parts) > 1 if part == 30 else len(parts) == 1)
    assert index["docs"] == [] and index["config"]["lang"] == ["en"]
    assert "unsafe" not in (site / "index.html").read_text("utf-8")
    with served(site) as address, watched(browser, address) as page:
        page.goto(f"{address}timeline/2024/")
        for words, found, marked in ASKED:
            page.keyboard.press("/")
            page.keyboard.press("Control+a")
            page.keyboard.insert_text(words)
            page.keyboard.press("Shift")
            result = page.locator(f".md-search-result a[href$='#{found}']")
            expect(result.locator("mark")).to_have_text(marked)
            assert page.locator(".md-search-result img").count() == 0
            page.keyboard.press("Escape")
            page.evaluate(LATER)
        page.keyboard.press("/")
        page.keyboard.press("Control+a")
        page.keyboard.type("ferry")
        onward = page.locator(".md-search-result a[href*='explore/?words=ferry']")
        expect(onward).to_have_text("24 found; choose among them in Explore")
        assert page.locator(".md-search-result__meta").inner_text() == "The best results first"
        assert page.locator(".md-search-result summary").inner_text().strip().endswith("more on this page")
        first = page.locator(".md-search-result__link").first  # the page; the first fact on it comes next
        page.keyboard.press("ArrowDown")
        expect(first).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(first).not_to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_function("() => location.hash.startsWith('#ferry-')")


@pytest.mark.parametrize(
    ("number", "preview", "many"), [(len(TOLD) + 1, False, False), (len(TOLD), False, True), (1, True, False)]
)
def test_few_facts_and_previews_have_the_built_in_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, preview: bool, many: bool
) -> None:
    monkeypatch.setattr(build, "load_content", lambda _project: Content(articles=HELD, facts=TOLD))
    (tmp_path / "mkdocs.yml").write_text("site_name: S\nplugins: [search, chronofact]\n", "utf-8")
    settings = Settings(pagefind_facts=number)
    made = build.build_site(tmp_path / "mkdocs.yml", settings, Site("S"), {}, preview=preview)
    assert bool(made.pagefind) == many and not made.search_note


def test_without_the_package_the_built_in_search_stays_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("pagefind_bin", "pagefind_bin_extended"):
        monkeypatch.setitem(sys.modules, name, None)
    with caplog.at_level(logging.INFO, "mkdocs.plugins.chronofact"):
        site = build_site(tmp_path, TOLD, HELD, settings={"pagefind_facts": "1"})
    assert "'pip install pagefind-bin'" in caplog.text
    assert len(json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"]) > len(TOLD)
    assert "workers/search." in (site / "index.html").read_text("utf-8")
    assert not (site / "search" / "pagefind").exists() and not (site / "assets" / "search.js").exists()


@pytest.mark.parametrize(
    "does",
    [
        "exit 3",
        "echo -n 'eyJwYXlsb2FkIjp7InR5cGUiOiJFcnJvciIsIm1lc3NhZ2UiOiJmdWxsIn19,'; sleep 60",
        "echo '%%%,'",
    ],
)
def test_a_program_that_fails_is_told_as_a_problem(tmp_path: Path, does: str) -> None:
    program = tmp_path / "pagefind"
    program.write_text(f"#!/bin/sh\n{does}\n")
    program.chmod(0o755)
    with pytest.raises(ChronofactError) as raised:
        pagefind.indexed(
            program, pagefind.Part(0, [{"location": "a/#b", "title": "t", "text": "x"}], [""]), "en"
        )
    [found] = raised.value.problems
    assert found.code == "search-index" and "pagefind_facts" in found.remedy


def test_the_same_facts_make_the_same_index() -> None:
    program = pagefind.find_pagefind()
    docs = [
        {"location": f"t/#{n}", "title": f"{n} May", "text": f"Ferry &lt;{n}&gt; <b>left</b>"}
        for n in range(40)
    ]
    assert program
    [part] = pagefind.parts_of((), docs)
    first, again = (pagefind.indexed(program, part, "en") for _ in range(2))
    assert first == again and len([name for name in first if name.startswith("fragment/")]) == 40


def test_an_index_is_cut_into_pieces_smaller_than_its_own() -> None:
    program = pagefind.find_pagefind()
    docs = [
        {"location": f"t/#{n}", "title": f"{n} May", "text": f"Ferry {n} left quay {n}"} for n in range(500)
    ]
    assert program
    files = pagefind.indexed(program, *pagefind.parts_of((), docs), "en")
    assert len([name for name in files if name.startswith("index/")]) > 1


def test_each_part_is_asked_of_few_entries_and_no_more_parts_than_there_is_room_for() -> None:
    docs = [{"location": f"t/#{n}", "title": "", "text": ""} for n in range(20 * pagefind.PART)]
    sizes = [len(part.docs) for part in pagefind.parts_of((), docs[: 4 * pagefind.PART])]
    assert len(sizes) == 4 and min(sizes) > 0.9 * pagefind.PART
    assert len(pagefind.parts_of((), docs)) == len(INDEXES)


@pytest.mark.parametrize(
    ("text", "paired"),
    [("plain words", "plain words"), ("橋", " 橋 "), ("a市政府b", "a 市政 政府 府 b"), ("", "")],
)
def test_scripts_without_gaps_are_cut_into_pairs(text: str, paired: str) -> None:
    assert pagefind.paired(text) == paired


def test_a_page_whose_theme_has_no_settings_is_left_as_it_is() -> None:
    assert pagefind.with_worker("<p>A page.</p>", Words("en")) == "<p>A page.</p>"


@pytest.mark.parametrize(
    ("search", "told"),
    [
        ('"../assets/theme.js"', "../assets/search.js"),
        (
            '{"provider": "lunr", "options": {"workerUrl": "../theme.js", "indexUrl": "../search/search_index.json"}}',
            {"provider": "lunr", "options": {"workerUrl": "../assets/search.js", "indexUrl": "../search/search_index.json"}},
        ),
    ],
    ids=["Material", "MaterialX"],
)  # fmt: skip
def test_the_worker_is_named_as_the_theme_asks_for_it(search: str, told: object) -> None:
    page = f'<script id="__config" type="application/json">{{"base": "..", "search": {search}, "translations": {{}}}}</script>'
    made = pagefind.with_worker(page, Words("en"))
    assert json.loads(made.partition(">")[2].removesuffix("</script>"))["search"] == told
