"""The TimelineJS export, read by TimelineJS itself in a browser."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.exports import export

from ..explore.browser import served
from .sample import FACTS, selection

HERE = Path(__file__).parent
PACKAGE = HERE / "node_modules" / "@knight-lab" / "timelinejs"
PAGE = """<!doctype html><meta charset="utf-8"><title>TimelineJS</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="timelinejs/css/timeline.css">
<div id="timeline" style="width:1000px;height:600px"></div>
<script src="timelinejs/js/timeline.js"></script>"""


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page with TimelineJS loaded; its packages come from the lock beside this test."""
    if not PACKAGE.is_dir():
        pytest.fail("TimelineJS is not here. 'make test' fetches it; by itself: .ci/browser", pytrace=False)
    folder = tmp_path_factory.mktemp("timelinejs")
    shutil.copytree(PACKAGE / "dist", folder / "timelinejs")
    (folder / "index.html").write_text(PAGE, "utf-8")
    (folder / "facts.json").write_text("".join(export("timelinejs", _attacked())), "utf-8")
    with served(folder) as address:
        page = browser.new_page(viewport={"width": 1100, "height": 700})
        page.goto(address)
        yield page
        page.close()


def _attacked():
    """The sample, and a fact that tries to be markup."""
    hostile = '<img src=x onerror="window.hit = 1">'
    quote = replace(FACTS[0].sources[0], quote=hostile)
    return selection(*FACTS, replace(FACTS[0], id="hostile", text=hostile, tags=(hostile,), sources=(quote,)))


READ = """async () => {
  const raw = await (await fetch('facts.json')).json();
  window.timeline = new TL.Timeline('timeline', raw);
  while (!window.timeline.config) await new Promise(requestAnimationFrame); // it loads its language first
  const config = window.timeline.config;
  config.validate();
  const day = (date) => date && [date.data.date_obj.getFullYear(), date.data.date_obj.getMonth() + 1, date.data.date_obj.getDate()];
  return {
    errors: config.getErrors(),
    scale: config.scale,
    title: config.title.text.headline,
    events: Object.fromEntries(config.events.map((event) => [event.unique_id, {
      start: day(event.start_date), end: day(event.end_date), shown: event.display_date, group: event.group ?? '',
      headline: event.text.headline,
    }])),
  };
}"""


def test_its_own_loader_accepts_every_event(page: Page):
    read = page.evaluate(READ)
    assert read["errors"] == []
    assert read["scale"] == "human"
    assert read["title"] == "Harbour strike"
    events = read["events"]
    assert set(events) == {fact.id for fact in FACTS if fact.status != "withdrawn"} | {"hostile"}
    assert events["cranes-fall-silent"]["start"] == [1999, 3, 1]
    assert events["cranes-fall-silent"]["shown"] == "1 March 1999"
    assert events["talks-planned"] | {"headline": ""} == {
        "start": [1999, 4, 1], "end": [1999, 4, 30], "shown": "April 1999", "group": "", "headline": "",
    }  # fmt: skip
    assert events["harbour-founded"]["start"] == [-43, 3, 15]
    assert events["harbour-founded"]["shown"] == "15 March 44 BC"
    assert events["since-winter"]["start"] == [1998, 12, 1]
    assert events["since-winter"]["end"] == [1998, 12, 31]


def test_it_draws_the_timeline_and_runs_no_markup_of_a_fact(page: Page):
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.evaluate(READ)
    page.wait_for_selector(".tl-timemarker", state="attached")
    markers = page.locator(".tl-timemarker").count()
    assert markers == len(json.loads("".join(export("timelinejs", _attacked())))["events"])
    page.wait_for_selector(".tl-timegroup-message", state="attached")
    labels = page.locator(".tl-timegroup-message").evaluate_all("all => all.map((one) => one.textContent)")
    assert "strike" in labels
    assert any(label.startswith("<img") for label in labels)
    assert page.evaluate("window.hit") is None
    assert not wrong
