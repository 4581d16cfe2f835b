"""One page of every kind the build makes, in Chromium: nobody else is asked, nothing complains, no script is needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from generator.store import load_content, load_project
from generator.timeline import told

from ..site.sample import FACTS
from .host import Host, hosted

pytestmark = pytest.mark.xdist_group("browser")

BASE = "/chronofact/"
# What the theme brings for every site alike; its search index holds our words and is ours.
OF_THE_THEME = ("assets/javascripts/bundle", "assets/javascripts/workers", "assets/javascripts/lunr",
                "assets/stylesheets/main", "assets/stylesheets/palette", "assets/images/favicon")  # fmt: skip
READ = "all => all.filter((one) => one.checkVisibility()).map((one) => one.textContent)"
VISIBLE = "all => all.filter((one) => one.checkVisibility()).map((one) => one.id)"


@pytest.fixture(scope="module")
def sample(sample_site: Path) -> Iterator[Host]:
    with hosted(sample_site, BASE) as host:
        yield host


@pytest.fixture(scope="module")
def own(own_site: Path) -> Iterator[Host]:
    with hosted(own_site, BASE) as host:
        yield host


@contextmanager
def looking(browser: Browser, **how: object) -> Iterator[Page]:
    context: BrowserContext = browser.new_context(**how)  # type: ignore[arg-type]
    try:
        yield context.new_page()
    finally:
        context.close()


def kinds(site: Path) -> list[str]:
    """The first page of each folder at each depth: a kind that is added tomorrow is among them."""
    found: dict[tuple[str, int], str] = {}
    for file in sorted(site.rglob("index.html")):
        parts = file.relative_to(site).parts[:-1]
        if parts[:1] != ("f",):  # those only lead on
            found.setdefault((parts[0] if parts else "", len(parts)), "".join(f"{part}/" for part in parts))
    return list(found.values())


def test_nobody_else_is_asked_and_nothing_complains(
    browser: Browser, sample: Host, sample_site: Path
) -> None:
    wrong: list[str] = []
    visited = kinds(sample_site)
    with looking(browser) as page:
        page.on(
            "console",
            lambda said: (
                wrong.append(f"{page.url}: {said.text}") if said.type in ("error", "warning") else None
            ),
        )
        page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
        page.on(
            "response",
            lambda answer: wrong.append(f"{answer.url}: {answer.status}") if answer.status >= 400 else None,
        )
        page.on(
            "request",
            lambda asked: (
                None
                if asked.url.startswith((sample.address, "data:", "blob:"))
                else wrong.append(f"{page.url}: {asked.url}")
            ),
        )
        for kind in visited:
            page.goto(sample.address + kind)
    assert wrong == []
    assert len(visited) >= 25


def test_home_is_light(browser: Browser, own_site: Path) -> None:
    with hosted(own_site, BASE) as host:
        with looking(browser) as page:
            page.goto(host.address, wait_until="networkidle")
        ours = {
            path: size
            for path, size in host.sent.items()
            if not path.removeprefix(BASE).startswith(OF_THE_THEME)
        }
    assert BASE in ours and f"{BASE}assets/chronofact.css" in ours
    assert sum(ours.values()) <= 120_000, ours


def test_the_first_content_waits_for_no_script(browser: Browser, sample: Host) -> None:
    with looking(browser) as page:
        page.route("**/*.js", lambda _asked: None)  # asked for, and never answered
        for kind in ("", "timeline/2024/", "explore/"):
            page.goto(sample.address + kind, wait_until="commit")
            for _ in range(200):  # asked from outside: the policy lets no page wait for an expression
                if page.evaluate("performance.getEntriesByName('first-contentful-paint').length"):
                    break
                page.wait_for_timeout(50)
            else:
                pytest.fail(f"/{kind} painted nothing in ten seconds")
            assert page.evaluate("document.querySelector('h1').innerText")


def test_without_javascript_home_shows_the_own_timeline(browser: Browser, own: Host, own_site: Path) -> None:
    facts = [one for one in load_content(load_project(own_site.parent)).facts if one.status == "reviewed"]
    assert facts, "The repository's own timeline has no published fact."
    with looking(browser, java_script_enabled=False) as page:
        page.goto(own.address)
        # What is far below the first screen is laid out only when it comes near: its words are in the page.
        words = {" ".join(text.split()) for text in page.locator("main .cf-text").all_text_contents()}
        shown = page.locator(".cf-fact").evaluate_all(VISIBLE)
    assert [one.id for one in facts if " ".join(told(one).split()) not in words] == []
    assert {one.id for one in facts} <= set(shown)


def test_javascript_adds_no_fact(browser: Browser, sample: Host) -> None:
    shown: list[dict[str, list[str]]] = []
    for scripts in (True, False):
        with looking(browser, java_script_enabled=scripts) as page:
            told = {}
            for kind in ("", "timeline/2024/", "people/ada-quill/", "organisations/"):
                page.goto(sample.address + kind)
                names = page.locator(
                    "main :is(.cf-who, .cf-text, .cf-evidence > summary > span, .cf-lines li, h1, h2)"
                )
                told[kind] = [" ".join(words.split()) for words in names.evaluate_all(READ)]
            shown.append(told)
    assert shown[0] == shown[1]
    assert all(any(names) for names in shown[0].values())


def test_explore_without_javascript_leads_to_every_fact(browser: Browser, sample: Host) -> None:
    with looking(browser, java_script_enabled=False) as page:
        page.goto(f"{sample.address}explore/")
        plain = page.locator('[data-cf="plain"]')
        assert plain.is_visible() and not page.locator('[data-cf="form"]').is_visible()
        found: set[str] = set()
        queue = plain.locator("a").evaluate_all("all => all.map((one) => one.href)")
        seen: set[str] = set()
        for address in queue:
            at = address.partition("#")[0]
            if at in seen:
                continue
            seen.add(at)
            page.goto(at)
            found.update(page.locator(".cf-fact[id]").evaluate_all("all => all.map((one) => one.id)"))
            if urlsplit(at).path == BASE or at.endswith("/timeline/"):
                queue += page.locator("main a[href*='timeline/']").evaluate_all(
                    "all => all.map((one) => one.href)"
                )
    assert {one.id for one in FACTS if one.status not in ("draft", "withdrawn")} <= found


@pytest.mark.parametrize("path", ["nowhere", "people/no-such-person/", "f/never-given/", "a/b/c/d.html"])
def test_what_is_missing_is_answered_in_the_site_s_own_frame(
    browser: Browser, sample: Host, path: str
) -> None:
    bad: list[str] = []
    with looking(browser) as page:
        page.on("response", lambda answer: bad.append(answer.url) if answer.status >= 400 else None)
        answer = page.goto(sample.address + path)
        assert answer and answer.status == 404
        assert page.locator("h1").is_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
        page.locator(".md-header a.md-logo").click()
        page.wait_for_url(sample.address)
    assert bad == [sample.address + path]
