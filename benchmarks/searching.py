"""Built sites in, what a reader waits and fetches before the first result of a search, and each choice in Explore, out.

    python -m benchmarks.searching SITE [SITE ...] [--words WORDS] [--rounds 3]

Each round opens home in a fresh Chromium, types into the search box, and opens Explore and chooses there. The site is
served on loopback, compressed as a host would. Of times the best round is printed, the least disturbed one; bytes are
all that crossed the wire, home included.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.explore.browser import chromium
from tests.quality.host import hosted

# When the last key was let go, and when the first result stood in the list.
WATCH = """() => {
  const list = document.querySelector(".md-search-result__list");
  new MutationObserver(() => { if (list.firstElementChild) window.cfFound ??= performance.now(); })
    .observe(list, { childList: true });
  document.querySelector("[data-md-component=search-query]")
    .addEventListener("keyup", () => { window.cfTyped = performance.now(); });
}"""
# Presses what is named and waits until the list of facts was made anew.
CHOOSE = """async (label) => {
  const list = document.querySelector('[data-cf="list"]');
  const started = performance.now();
  const made = new Promise((done) => new MutationObserver(done).observe(list, { childList: true, subtree: true }));
  document.querySelector(label).click();
  await made;
  return performance.now() - started;
}"""
FACETS = ("person", "tag", "outlet", "kind", "sure")


@dataclass(frozen=True)
class Search:
    """One search from a cold page."""

    milliseconds: float
    kilobytes: float


def search(browser: Browser, site: Path, words: str, typing: int = 0) -> Search:
    """The time from the last key to the first result; everything fetched until then and just after.

    ``typing`` says how many milliseconds lie between two keys; a person needs some 200.
    """
    with hosted(site) as host:
        context = browser.new_context()
        page = context.new_page()
        page.set_default_timeout(120_000)
        page.goto(host.address)
        page.wait_for_load_state("networkidle")
        page.evaluate(WATCH)
        page.keyboard.press("/")
        page.keyboard.type(words, delay=typing)
        page.wait_for_function("() => window.cfFound")
        page.wait_for_load_state("networkidle")
        waited = page.evaluate("window.cfFound - window.cfTyped")
        context.close()
        return Search(waited, sum(host.sent.values()) / 1000)


def explore(browser: Browser, site: Path) -> tuple[float, dict[str, float], float]:
    """Milliseconds until Explore can choose, and for the first value of each facet; kilobytes fetched."""
    with hosted(site) as host:
        context = browser.new_context()
        page = context.new_page()
        page.set_default_timeout(120_000)
        page.goto(f"{host.address}explore/")
        page.wait_for_selector("#cf-explore[data-ready]", state="attached")
        ready = page.evaluate("performance.now()")
        kilobytes = sum(host.sent.values()) / 1000
        found = {name: took for name in FACETS if (took := _choose(page, name)) is not None}
        context.close()
        return ready, found, kilobytes


def _choose(page: Page, facet: str) -> float | None:
    box = f'[data-facet="{facet}"]'
    if not page.locator(box).count():
        return None
    page.evaluate("box => { document.querySelector(box).open = true; }", box)
    value = f"{box} [data-cf=values] li:last-child input[type=checkbox]"
    page.wait_for_selector(value, state="attached")
    took: float = page.evaluate(CHOOSE, value)
    page.evaluate("value => document.querySelector(value)?.click()", value)  # and back
    page.wait_for_timeout(50)
    return took


def main() -> int:
    """The table."""
    wanted = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    wanted.add_argument("sites", nargs="+", type=Path)
    wanted.add_argument("--words", default="inspection")
    wanted.add_argument("--rounds", type=int, default=3)
    given = wanted.parse_args()
    with chromium() as browser:
        for site in given.sites:
            rounds = [search(browser, site, given.words) for _ in range(given.rounds)]
            best = min(rounds, key=lambda one: one.milliseconds)
            print(f"{site}: first result after {best.milliseconds:.0f} ms, {best.kilobytes:.0f} KB")
            tried = [explore(browser, site) for _ in range(given.rounds)]
            ready, _, kilobytes = min(tried, key=lambda one: one[0])
            print(f"  Explore ready after {ready:.0f} ms, {kilobytes:.0f} KB; a choice: ", end="")
            print(", ".join(f"{name} {min(t[1][name] for t in tried):.0f} ms" for name in tried[0][1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
