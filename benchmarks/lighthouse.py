"""Lighthouse over the built sites: the scores of home, a period page, Explore and the lanes, as a slow phone and as a desktop.

The site is served on loopback, compressed as a host would. Lighthouse plays a phone with a slow line and a processor
four times slower than this one: a busy machine makes it slower still, and nothing makes it faster. So each page is
visited several times; the best visit is the least disturbed and is held to the floor, the middle one and how fast the
machine was (Lighthouse's own index, 2000 and more where nothing else runs) are printed beside it.
Use: benchmarks/lighthouse.py [SITE] [--runs N]
[--gate]; with --gate a score under its floor ends with exit code 1.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import sync_playwright

from tests.explore.browser import CHROMIUM
from tests.quality.host import hosted
from tests.quality.lighthouse import Audit, audit
from tests.site.building import build_site
from tests.site.sample import ARTICLES, ENTITIES, FACTS

FLOORS = {"performance": 0.99, "accessibility": 1.0, "best-practices": 1.0, "seo": 1.0}
SLOW = 1000  # the index below which Lighthouse itself warns


def main() -> int:
    """The table, and whether every floor holds."""
    wanted = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    wanted.add_argument(
        "site", nargs="?", type=Path, help="a built site; without it the made-up one of the tests"
    )
    wanted.add_argument("--runs", type=int, default=3)
    wanted.add_argument("--gate", action="store_true")
    given = wanted.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = given.site or build_site(Path(folder), FACTS, ARTICLES, ENTITIES)
        low = [measure(site, given.runs, desktop) for desktop in (False, True)]
    return int(given.gate and any(low))


def measure(site: Path, runs: int, desktop: bool) -> bool:
    """Prints one table; whether a score is under its floor."""
    with hosted(site, "/timeline/") as host:
        addresses = [host.address + page for page in ("", period(site), "explore/", "lanes/")]
        visits = audit(addresses, tuple(FLOORS), chromium=_chromium(), runs=runs, desktop=desktop)
    speed = median(one.speed for one in visits)
    print(f"\n{'desktop' if desktop else 'phone'}, best of {runs} (machine index {speed:.0f})")
    if speed < SLOW:
        print("  slower than Lighthouse expects, or busy: these scores are lower than the pages'")
    low = False
    for address in addresses:
        of_page = [one.scores for one in visits if one.address == address]
        best = {name: max(scores[name] for scores in of_page) for name in FLOORS}
        low |= any(best[name] < floor for name, floor in FLOORS.items())
        shown = "  ".join(f"{name} {score:.2f}" for name, score in best.items())
        middle = median(scores["performance"] for scores in of_page)
        print(f"  /{address.removeprefix(host.address):16} {shown}  (middle performance {middle:.2f})")
        for line in _lowered(visits, address):
            print(f"    {line}")
    return low


def period(site: Path) -> str:
    """The period page with the most to show."""
    pages = [file for file in (site / "timeline").glob("*/index.html") if file.parent.name != "undated"]
    return (
        max(pages, key=lambda file: file.stat().st_size).parent.relative_to(site).as_posix() + "/"
        if pages
        else ""
    )


def _lowered(visits: tuple[Audit, ...], address: str) -> tuple[str, ...]:
    """What lowered the best visit."""
    of_page = (one for one in visits if one.address == address)
    return max(of_page, key=lambda one: one.scores["performance"]).lowered


def _chromium() -> str:
    if CHROMIUM:
        return CHROMIUM
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


if __name__ == "__main__":
    sys.exit(main())
