"""The overview's words in a real browser: none touches another, whatever the time span, the language and the screen."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from playwright.sync_api import Browser

from generator.config import Settings
from generator.model import Fact, Site
from generator.pages import Renderer
from generator.pages.graphic import Graphic, graphic
from generator.pages.stylesheet import stylesheet
from generator.pages.words import Words
from generator.timeline import build_timeline
from generator.timeline.overview import overview

from .sample import FACTS, fact

pytestmark = pytest.mark.xdist_group("browser")


def _on(dates: Iterable[str]) -> tuple[Fact, ...]:
    return tuple(fact(f"f-{number}", date, "It rained") for number, date in enumerate(dates))


STORIES: dict[str, tuple[Fact, ...]] = {
    "everything": tuple(one for one in FACTS if one.status == "reviewed"),
    "a week and a span": _on(["2022-09/2022-12", "2025-05-12", *["2025-05-16"] * 24, "2025-05-12/2025-05-18"]),
    "a month, many a day": _on(f"2024-09-{day:02d}" for day in range(1, 31) for _ in range(100 + day * 7 % 40)),
    "single days in many months": _on(f"{2023 + month // 12}-{month % 12 + 1:02d}-{month + 3:02d}" for month in range(24)),
    "three days in two months": _on(["2024-09-22", "2024-10-07", "2024-10-08"]),
    "months of five years": _on(f"{2019 + n % 5}-{n % 12 + 1:02d}" for n in range(25)),
    "centuries": _on([*(f"-0{century}43" for century in range(1, 9)), *(f"{year:04d}" for year in range(800, 2020, 7))]),
    "spans over spans": _on([*(f"20{year}" for year in range(10, 24)), "2011/2013", "2012/2014", "2013/2022", "201X", "2015-11/2016-02"]),
}  # fmt: skip
BOXES = """() => [...document.querySelectorAll("svg text")].filter((one) => getComputedStyle(one).display !== "none")
  .map((one) => ({said: one.textContent, box: one.getBBox()}))
  .map(({said, box}) => ({said, left: box.x, right: box.x + box.width, top: box.y + 2, bottom: box.y + box.height - 3.7}))"""
PAGE = '<!doctype html><html dir="{direction}"><style>html{{font-size:{size}px}}body{{margin:16px}}{css}</style><body data-md-color-scheme="default"><div class="md-typeset"><div style="max-width:{most}px">{svg}</div></div></body></html>'


def drawn(facts: tuple[Fact, ...], language: str) -> Graphic:
    found = graphic(overview(facts), Words(language), lambda date: f"#{date}")
    assert found is not None
    return found


@pytest.mark.parametrize("language", ["en", "uk", "ar"])
@pytest.mark.parametrize("story", STORIES)
def test_no_label_touches_another(browser: Browser, story: str, language: str) -> None:
    renderer = Renderer(build_timeline((), {}, (), Settings()), Settings(), Site("T", "", language, ""))
    svg = renderer.html("overview.html", renderer.links("index.md"), graphic=drawn(STORIES[story], language))
    page = browser.new_page()
    for width, most, size in ((360, 328, 20), (768, 736, 20), (1440, 480, 20), (360, 328, 40)):
        page.set_viewport_size({"width": width, "height": 400})
        direction = "rtl" if language == "ar" else "ltr"
        page.set_content(PAGE.format(direction=direction, size=size, css=stylesheet(), most=most, svg=svg))
        boxes = page.evaluate(BOXES)
        assert len(boxes) > 2
        assert not [one["said"] for one in boxes if one["left"] < -8 or one["right"] > most + 8], width
        touching = [
            (one["said"], other["said"])
            for at, one in enumerate(boxes)
            for other in boxes[:at]
            if one["left"] < other["right"] and other["left"] < one["right"]
            and one["top"] < other["bottom"] and other["top"] < one["bottom"]
        ]  # fmt: skip
        assert not touching, width
    page.close()


@pytest.mark.parametrize("story", STORIES)
def test_the_picture_leaves_a_phone_room_for_facts(story: str) -> None:
    assert drawn(STORIES[story], "en").height <= 125


@pytest.mark.parametrize("size", ["w", "p", "t"])
def test_a_day_never_stands_without_its_month(size: str) -> None:
    labels = drawn(STORIES["three days in two months"], "en").labels
    found = {label.words for label in labels if not label.sizes or f"cf-ov-{size}" in label.sizes.split()}
    assert found & {"Oct", "Oct 2024"} and found & {"7", "8"}
    assert "22" not in found or "Sept 2024" in found


@pytest.mark.parametrize("size", ["w", "p"])
@pytest.mark.parametrize("story", ["a week and a span", "spans over spans"])
def test_every_band_says_what_it_stands_for(story: str, size: str) -> None:
    for band in drawn(STORIES[story], "en").bands:
        assert any(not label.sizes or f"cf-ov-{size}" in label.sizes.split() for label in band.labels), band
