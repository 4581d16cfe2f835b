"""A site made of payloads, built strictly: in a browser nothing runs, nobody else is asked, and no layout changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser, Page

from ..conftest import once
from ..explore.browser import served
from ..watching import watched
from .hostile import hostile_site
from .payloads import PAYLOADS, every

INSPECT = (Path(__file__).parent / "inspect.js").read_text("utf-8")
KINDS = ("", "timeline/2024/", "people/", "speakers/", "lanes/", "voices/", "plans/", "numbers/", "outlets/", "tags/", "articles/", "explore/", "embed/", "disagreements/",
         "corrections/", "changes/", "on-this-day/", "quality/", "downloads/", "about/")  # fmt: skip
# Facts that reach out of their page, what scrolls sideways, and how high the header is.
LAYOUT = """() => {
  for (const far of document.querySelectorAll('.cf-day, .cf-group')) far.style.contentVisibility = 'visible';
  return {
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    header: Math.round(document.querySelector('.md-header')?.getBoundingClientRect().height ?? 0),
    outside: [...document.querySelectorAll('.cf-fact')].filter(fact => {
      const box = fact.getBoundingClientRect(), around = fact.closest('.md-content, .cf-embed').getBoundingClientRect();
      return box.left < around.left - 1 || box.right > around.right + 1;
    }).map(fact => fact.id),
  };
}"""
# What a fact is built of, whatever its words.
SKELETON = """() => [...document.querySelectorAll('.cf-fact')].map(fact => {
  const parts = [...fact.querySelectorAll('*')].filter(one => !one.closest('.cf-label') || one.className === 'cf-label cf-label--warn');
  return [...new Set(parts.map(one => [one.localName, ...one.classList].join('.')))];
})"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "hostile", hostile_site)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page of the site that notes whether an attack was called."""
    with watched(browser, address, lacking=True) as page:
        page.add_init_script("window.probe = () => { window.probed = true; };")
        yield page
        assert page.evaluate("window.probed === undefined")


def test_there_are_payloads_enough_of_every_class() -> None:
    assert len({text for _, text in every()}) == len(every()) >= 90
    assert len(PAYLOADS) >= 12


def test_no_text_becomes_anything_else_on_any_page(page: Page, site: Path, address: str) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 4 * len(every())
    page.goto(f"{address}about/")
    for at in range(0, len(pages), 200):
        some = pages[at : at + 200]
        texts = [(address + one.relative_to(site).as_posix(), one.read_bytes().decode()) for one in some]
        assert page.evaluate(INSPECT, texts) == []


def test_pictures_to_download_hold_nothing_that_acts(site: Path) -> None:
    pictures = sorted((site / "downloads").glob("*.svg"))
    assert len(pictures) >= 3
    for path in pictures:
        for node in etree.fromstring(path.read_bytes()).iter():
            assert etree.QName(node).localname not in (
                "script",
                "foreignObject",
                "image",
                "animate",
                "set",
            ), path
            assert not [name for name in node.attrib if name.lower().startswith("on")]
            assert str(node.get("href", "#")).startswith(("#cf-m-", "https://", "#")), node.get("href")


def test_no_layout_changes(page: Page, address: str) -> None:
    headers: dict[int, set[int]] = {360: set(), 1440: set()}
    facts: list[list[str]] = []
    for kind in KINDS:
        page.goto(address + kind)
        for width, seen in headers.items():
            page.set_viewport_size({"width": width, "height": 900})
            found = page.evaluate(LAYOUT)
            assert found["wide"] <= 0 and found["outside"] == [], (kind, width)
            seen.add(found["header"] if kind != "embed/" else 0)
        if kind == "timeline/2024/":
            facts = page.evaluate(SKELETON)
    assert all(len(seen) <= 3 for seen in headers.values())  # with tabs, without, and the frame's none
    assert len(facts) == len(every())
    extra = set[str]().union(*facts) - set(facts[0]).intersection(*facts)
    assert {part.split(".")[0] for part in extra} <= {
        "a",
        "b",
        "bdi",
        "span",
        "br",
        "mark",
        "p",
        "del",
        "ins",
        "img",
    }, extra


def test_search_and_explore_show_attacks_as_text(page: Page, address: str) -> None:
    page.goto(f"{address}explore/?words=fact")
    page.wait_for_selector(".cf-explore-list .cf-fact")
    page.evaluate("document.querySelectorAll('.cf-explore details').forEach(one => { one.open = true; })")
    page.wait_for_timeout(200)
    assert page.evaluate(INSPECT, []) == []
    page.goto(f"{address}embed/?words=fact")
    page.wait_for_selector(".cf-fact")
    assert page.evaluate(INSPECT, []) == []
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("script probe", delay=5)
    page.wait_for_selector(".md-search-result__item")
    assert page.evaluate(INSPECT, []) == []


def test_pages_of_names_and_articles_run_nothing(page: Page, address: str) -> None:
    at = 0
    for texts in PAYLOADS.values():  # the first two of each class, on the pages whose titles they are
        for number in (at, at + 1):
            page.goto(f"{address}articles/article-{number}/", wait_until="domcontentloaded")
            folder = ("people", "places", "organisations")[number % 3]
            page.goto(f"{address}{folder}/name-{number}/", wait_until="domcontentloaded")
        at += len(texts)
