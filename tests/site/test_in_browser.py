"""The built site in a real browser: search, permanent links, keyboard, axe, small screens, no JavaScript."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

import pytest
from markupsafe import escape
from playwright.sync_api import Browser, Page, expect

from ..conftest import once
from ..explore.browser import served
from .building import build_site
from .sample import ARTICLES, ENTITIES, FACTS

pytestmark = pytest.mark.xdist_group("browser")

SHOWN = [fact for fact in FACTS if fact.status != "draft"]
# One page of every kind. Lists of names are one kind, and pages of a name's facts another: axe looks at one of each.
KINDS = (
    "", "timeline/2024/", "timeline/undated/", "articles/", "articles/harbour-post-2024-03-05-bridge/",
    "people/", "people/ada-quill/", "places/", "places/lune/", "speakers/", "outlets/",
    "outlets/coast-dispatch/", "tags/", "tags/closure/", "disagreements/", "corrections/", "changes/",
    "on-this-day/", "lanes/", "voices/", "plans/", "numbers/", "method/", "quality/", "downloads/", "about/",
)  # fmt: skip
NOT_BY_AXE = frozenset((
    "people/", "speakers/", "outlets/", "places/lune/", "outlets/coast-dispatch/",
    "tags/closure/",
))  # fmt: skip
# In the dark only colours change; these pages have every component.
DARK = ("", "lanes/", "disagreements/", "corrections/", "quality/")
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
# Every rule on all of the page; but contrast, which costs as much as the others together, on one text of each look:
# of a component, in its colours, over its grounds.
RUN_AXE = """async (all) => {
  const looks = new Map();
  for (const one of document.querySelectorAll("body *")) {
    if (![...one.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim())) continue;
    const style = getComputedStyle(one);
    const look = [one.localName, one.className.baseVal ?? one.className, one.parentElement.className.baseVal ?? one.parentElement.className, style.color, style.fontSize, style.fontWeight];
    for (let up = one; up; up = up.parentElement) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(up);
      if (opacity !== "1" || backgroundImage !== "none" || backgroundColor !== "rgba(0, 0, 0, 0)") look.push(backgroundColor, backgroundImage, opacity);
    }
    if (one.checkVisibility() && !looks.has(look.join())) looks.set(look.join(), one);
  }
  const said = [await axe.run({include: [...looks.values()]}, {resultTypes: ["violations"], runOnly: {type: "rule", values: ["color-contrast"]}})];
  if (all) said.push(await axe.run(document, {resultTypes: ["violations"], rules: {"color-contrast": {enabled: false}}}));
  return said.flatMap((one) => one.violations).map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`);
}"""
# No colour is on its way to another while it is looked at.
AT_ONCE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { transition: none !important; }");
  document.adoptedStyleSheets.push(sheet);
}"""
OPEN = (
    "(most) => [...document.querySelectorAll('details')].slice(0, most).forEach((one) => (one.open = true))"
)
# What a wheel or a finger would have to move sideways for.
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Words smaller than 13 pixels.
SMALL_PRINT = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = new Set();
  while (walker.nextNode()) {
    const words = walker.currentNode, one = words.parentElement;
    if (!words.data.trim() || !one.checkVisibility({visibilityProperty: true})) continue;
    const size = parseFloat(getComputedStyle(one).fontSize);
    if (size < 12.99) found.add(`${size} px: ${words.data.trim().slice(0, 30)}`);
  }
  return [...found];
}"""
# What stands alone in its row, or is drawn as a button, and is too low for a finger.
LOW = """() => [...document.querySelectorAll("main :is(a, button, summary, select, label, input:not([type=checkbox], [type=radio]))")]
  .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.closest("svg, .cf-text, .cf-who, pre"))
  .filter((one) => getComputedStyle(one).display !== "inline" || (one.matches(":is(li, p, dd, dt, td, th) > a")
    && ![...one.parentElement.childNodes].some((beside) => beside.nodeType === Node.TEXT_NODE && beside.data.trim())))
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([one, {width, height}]) => width > 2 && height > 2 && height < 43.5 && !one.control?.getBoundingClientRect().height)
  .map(([one, {height}]) => `${Math.round(height)} px: ${one.localName}.${one.className} ${one.textContent.trim().slice(0, 30)}`)"""
# Parts of a page that lie on each other.
ON_EACH_OTHER = """() => {
  const parts = [...document.querySelectorAll(".md-content__inner > *")].map((one) => [one, one.getBoundingClientRect()])
    .filter(([one, {width, height}]) => width > 2 && height > 2);
  return parts.flatMap(([one, a], at) => parts.slice(at + 1)
    .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
    .map(([other]) => `${one.className || one.localName} and ${other.className || other.localName}`));
}"""
HREFS = "[...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href'))"
# Width of the screen, and how large the reader's letters are.
SCREENS = ((320, 1), (320, 2), (360, 1), (1280, 2))


def sideways(page: Page, screens: tuple[tuple[int, int], ...] = SCREENS) -> list[str]:
    """The screens on which the page has to be moved sideways, all of it opened."""
    page.evaluate(OPEN, 999)
    device = page.context.new_cdp_session(page)
    found = []
    for width, times in screens:
        page.set_viewport_size({"width": width, "height": 740})
        device.send("Page.setFontSizes", {"fontSizes": {"standard": 16 * times, "fixed": 13 * times}})
        if (over := page.evaluate(SIDEWAYS)) > 0:
            found.append(f"{over} px at {width}, letters x {times}")
    device.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
    device.detach()
    return found


def lost(address: str, kind: str, hrefs: list[str], site: Path) -> set[str]:
    """The links of a page that lead nowhere in its site."""
    missing = set()
    for href in hrefs:
        target = urlsplit(urljoin(address + kind, href))
        if f"{target.scheme}://{target.netloc}/" != address:
            continue
        path = site / unquote(target.path).lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        anchor = unquote(target.fragment)
        checked = anchor and path.suffix == ".html" and not anchor.startswith("__")
        if not path.is_file() or (checked and f'id="{anchor}"' not in path.read_text("utf-8")):
            missing.add(href)
    return missing


def test_every_kind_of_page_is_for_everybody(
    browser: Browser, sample_address: str, sample_site: Path
) -> None:
    """One visit each: axe in the light and in the dark, links that lead somewhere, nothing to scroll sideways."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    found: dict[str, object] = {}
    for kind in KINDS:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(sample_address + kind)
        if missing := lost(sample_address, kind, page.evaluate(HREFS), sample_site):
            found[f"links of {kind}"] = missing
        if kind not in NOT_BY_AXE:
            page.evaluate(OPEN, 6)
            page.evaluate(AXE)
            if violations := page.evaluate(RUN_AXE, True):
                found[f"axe on {kind}"] = violations
        if kind in DARK:
            page.evaluate(AT_ONCE)
            page.emulate_media(color_scheme="dark")
            page.wait_for_selector("body[data-md-color-scheme=slate]")
            if violations := page.evaluate(RUN_AXE, False):
                found[f"axe in the dark on {kind}"] = violations
            page.emulate_media(color_scheme="light")
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 740})
            for asked, wrong in (
                (SMALL_PRINT, "small print"),
                (ON_EACH_OTHER, "on each other"),
                (LOW, "low"),
            ):
                if (width == 360 or asked is not LOW) and (said := page.evaluate(asked)):
                    found[f"{wrong} at {width} on {kind}"] = said
        if over := sideways(page):
            found[f"sideways on {kind}"] = over
    context.close()
    assert not found


@pytest.mark.parametrize("language", ["uk", "ar"])
def test_nothing_to_scroll_sideways_in_other_languages(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, language: str
) -> None:
    site = once(
        tmp_path_factory,
        f"sample-{language}",
        lambda at: build_site(at, FACTS, ARTICLES, ENTITIES, language=language),
    )
    context = browser.new_context()
    page = context.new_page()
    found: dict[str, list[str]] = {}
    with served(site) as address:
        for kind in (*KINDS, "explore/", "embed/"):
            if kind not in NOT_BY_AXE:
                page.goto(address + kind, wait_until="domcontentloaded")
                if over := sideways(page, ((320, 1), (320, 2))):
                    found[kind] = over
    context.close()
    assert not found


def test_every_permanent_link_leads_to_its_fact(sample_site: Path) -> None:
    for fact in SHOWN:
        for name in (fact.id, *fact.merged_ids):
            page = (sample_site / "f" / name / "index.html").read_text("utf-8")
            target, anchor = page.split("url=../../")[1].split('"')[0].split("#")
            assert anchor == fact.id
            there = (sample_site / target / "index.html").read_text("utf-8")
            assert f'id="{anchor}"' in there and str(escape(fact.text.split()[-1])) in there


@pytest.mark.parametrize("name", ["closed", "withdrawn-one", "undated", "ferry-old-id"])
def test_a_permanent_link_lands_without_javascript(browser: Browser, sample_address: str, name: str) -> None:
    fact = next(fact for fact in SHOWN if name in (fact.id, *fact.merged_ids))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{sample_address}f/{name}/")
    page.wait_for_url(f"**/*#{fact.id}")
    landed = page.locator(f"[id='{fact.id}']")  # what lies below the screen is laid out when it comes near
    expect(landed).to_contain_text(fact.text, use_inner_text=True)
    context.close()


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        ("foundations", "divers"),
        ("Donaudampfschifffahrtsgesellschaft", "long-word"),
        ("wreath", "same-year-a"),
    ],
)
def test_search_finds_a_word_of_a_fact_and_lands_on_it(
    page: Page, sample_address: str, words: str, fact: str
) -> None:
    page.goto(sample_address)
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type(words, delay=5)
    result = page.locator(f".md-search-result a[href*='#{fact}']").first
    result.wait_for()
    result.click()
    page.wait_for_url(f"**/*#{fact}*")
    assert page.locator(f"[id='{fact}']").is_visible()


def test_no_draft_anywhere(sample_site: Path) -> None:
    for file in sample_site.rglob("*"):
        if file.is_file() and file.suffix not in (".png", ".gz"):
            text = file.read_text("utf-8", errors="replace")
            assert "Nobody but an editor" not in text, file
            assert "Secret Name" not in text, file
    assert not (sample_site / "f" / "draft-one").exists()


def test_evidence_opens_by_keyboard_below_the_statement(page: Page, sample_address: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{sample_address}timeline/2024/")
    summary = page.locator("#injured-five summary").first
    summary.focus()
    page.keyboard.press("Enter")
    opened = page.locator("#injured-five .cf-open")
    assert opened.is_visible()
    said = page.locator("#injured-five .cf-text").bounding_box()
    below = opened.bounding_box()
    assert said and below and below["y"] >= said["y"] + said["height"]
    assert below["width"] > said["width"]
    assert "sources differ" in summary.inner_text()
    assert page.locator("#injured-five mark").first.inner_text() == "on 4 March"


def test_every_bar_of_the_overview_is_reached_by_keyboard(page: Page, sample_address: str) -> None:
    page.goto(sample_address)
    bars = page.locator(".cf-overview svg a")
    names = [bars.nth(at).get_attribute("aria-label") for at in range(bars.count())]
    assert len(names) > 5 and all(names)
    page.locator(".cf-overview svg a").first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == names[1]
    page.keyboard.press("Enter")
    assert "#d-" in page.url


def test_the_lanes_come_nearer_and_a_mark_opens_its_fact(page: Page, sample_address: str) -> None:
    page.goto(f"{sample_address}lanes/")
    page.wait_for_selector("[data-cf-lanes][data-ready]")
    group = page.locator(".cf-lanes-group:visible")
    group.locator(".cf-lane-mark").first.click()
    card = group.locator(".cf-lanes-card")
    card.wait_for()
    assert "The Trust had been warned twice about the piers." in card.inner_text()
    page.keyboard.press("Escape")
    picture = group.locator(".cf-lanes")
    seen = []
    for _ in range(40):  # from two thousand years to the hours of a day
        picture.dispatch_event("keydown", {"key": "+", "bubbles": True})
        live = picture.locator(".cf-lanes-live")
        live.wait_for()
        seen.append(live.locator("text:not([class])").all_text_contents())
    assert any("AD" in one or "BC" in one for one in seen[0]) and any(":00" in one for one in seen[-1])
    page.wait_for_url("**/lanes/?from=2024-03-0*")
    picture.dispatch_event("wheel", {"deltaY": 600, "ctrlKey": True, "bubbles": True, "cancelable": True})
    page.wait_for_function("(was) => location.search !== was", arg=page.evaluate("location.search"))
    picture.dispatch_event("keydown", {"key": "0", "bubbles": True})
    live.wait_for(state="detached")
    # A wheel over a mark brings that mark nearer, also where the picture had left out what is empty.
    aimed = group.locator("svg .cf-lane-mark").first
    box = aimed.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.keyboard.down("Control")
    for _ in range(3):
        page.mouse.wheel(0, -500)
    page.keyboard.up("Control")
    live.locator(".cf-lane-mark").first.wait_for()
    picture.dispatch_event("keydown", {"key": "0", "bubbles": True})
    live.wait_for(state="detached")
    assert group.locator("svg .cf-lane-mark").first.is_visible()
    with page.expect_download() as saved:
        group.locator("[data-cf-do=png]").click()
    assert saved.value.suggested_filename == "lanes-speaker.png"


def test_two_fingers_bring_the_lanes_nearer_and_wider(browser: Browser, sample_address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{sample_address}lanes/")
    page.wait_for_selector("[data-cf-lanes][data-ready]")
    box = page.locator(".cf-lanes-group:visible .cf-lanes").bounding_box()
    assert box and box["y"] < 560  # the picture begins on the first screen of a phone
    x, y = box["x"] + box["width"] / 2, box["y"] + 60
    hand = context.new_cdp_session(page)

    def pinch(distances: range) -> str:
        was = page.url
        for kind, apart in (
            ("touchStart", distances[0]),
            *(("touchMove", one) for one in distances),
            ("touchEnd", 0),
        ):
            fingers = [{"x": x - apart, "y": y, "id": 0}, {"x": x + apart, "y": y, "id": 1}]
            hand.send(
                "Input.dispatchTouchEvent",
                {"type": kind, "touchPoints": fingers if kind != "touchEnd" else []},
            )
        page.wait_for_function("was => location.href !== was", arg=was)
        return page.url

    def days(address: str) -> int:
        asked = dict(parse_qsl(urlsplit(address).query))
        return (date.fromisoformat(asked["to"]) - date.fromisoformat(asked["from"])).days

    near = days(pinch(range(20, 150, 10)))
    wide = days(pinch(range(140, 20, -10)))
    assert 0 < near < wide
    context.close()


def test_kinds_are_chosen_without_javascript(browser: Browser, sample_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(sample_address)
    page.locator(".cf-filters > summary").click()
    page.locator("#cf-k-plan").check(force=True)
    assert page.locator(".cf-fact:visible").count() == sum(fact.kind == "plan" for fact in SHOWN)
    context.close()


def test_the_choice_of_kinds_stands_in_the_address(page: Page, sample_address: str) -> None:
    page.goto(sample_address)
    page.locator(".cf-filters > summary").click()
    page.locator("#cf-k-plan").check(force=True)
    assert page.url == f"{sample_address}?show=plan"
    page.reload()
    page.wait_for_selector("#cf-k-plan:checked", state="attached")
    assert page.locator(".cf-fact:visible").count() == sum(fact.kind == "plan" for fact in SHOWN)


def test_copying_a_citation(page: Page, sample_address: str) -> None:
    page.goto(f"{sample_address}timeline/2024/")
    page.locator("#divers .cf-evidence > summary").click()
    page.locator("#divers .cf-cite > summary").click()
    page.locator("#divers .cf-cite .cf-copy").first.click()
    assert "Divers went down to the foundations" in page.evaluate("navigator.clipboard.readText()")


# Facts whose statement and whose evidence's label can be read without scrolling.
WHOLE = """() => [...document.querySelectorAll(".cf-fact")].filter((fact) =>
  [".cf-text", ".cf-evidence > summary > span", ".cf-link"].every((part) => {
    const words = document.createRange();
    words.selectNodeContents(fact.querySelector(part));
    return words.getBoundingClientRect().bottom <= innerHeight;
  })).length"""


def test_whole_facts_stand_on_the_first_screen_of_the_own_home(browser: Browser, own_site: Path) -> None:
    with served(own_site) as address:
        page = browser.new_page()
        for width, height, least in ((360, 740, 1), (768, 1024, 2), (1440, 900, 3)):
            page.set_viewport_size({"width": width, "height": height})
            page.goto(address)
            assert page.evaluate(WHOLE) >= least, width
        page.close()


@pytest.mark.parametrize(
    ("kind", "width", "height", "least"),
    [
        ("", 360, 740, 1), ("", 768, 1024, 3), ("", 1440, 900, 3),  # below the story in short
        ("timeline/2024/", 360, 740, 4), ("timeline/2024/", 1440, 900, 9),
    ],
)  # fmt: skip
def test_the_first_screen_holds_enough(
    page: Page, sample_address: str, kind: str, width: int, height: int, least: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(sample_address + kind)
    assert page.evaluate(WHOLE) >= least


@pytest.mark.parametrize(("width", "least"), [(360, 44), (768, 24)])
def test_targets_are_large_enough_for_a_finger(
    page: Page, sample_address: str, width: int, least: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(sample_address)
    small = page.evaluate(
        """(least) => [...document.querySelectorAll("summary, .cf-link, .cf-filters label span")]
          .map((one) => [one.textContent.trim(), one.getBoundingClientRect().height])
          .filter(([, height]) => height > 0 && height < least - 0.5)""",
        least,
    )
    assert small == []


def test_paper_has_dark_ink_and_every_quote(browser: Browser, sample_address: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(sample_address)
    page.emulate_media(media="print", color_scheme="dark")
    ink, paper = page.evaluate(
        "[getComputedStyle(document.querySelector('.cf-text')).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert (ink, paper) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
    assert page.locator("#closed .cf-source blockquote").first.is_visible()
    assert not page.locator("#closed .cf-tools").is_visible()
    context.close()


def test_home_without_its_theme_is_light(sample_site: Path) -> None:
    own = sum(
        (sample_site / name).stat().st_size
        for name in ("index.html", "assets/chronofact.css", "assets/chronofact.js")
    )
    assert own < 250_000  # uncompressed; an eighth of it on the wire
