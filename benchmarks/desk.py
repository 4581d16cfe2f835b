"""A number of facts in, how fast the review page of a running preview decides on them out, in a real browser.

    python -m benchmarks.desk [--facts 3000] [--decisions 40] [--every 0.25]

An invented project of drafts, ``mkdocs serve`` as a person starts it, and Chromium pressing ``a`` every so many seconds
while the preview builds the site anew behind it. For each decision: the time from the key to the next card, and
to the server's answer that the file is written. ``--every 0`` presses as soon as the next card stands.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from .build import write_project

PATIENCE = 300_000  # milliseconds; only a hang ends a run
# Before the page's own listeners, which end each key's way.
KEYS = """window.deskSeen = { keys: [], cards: [], answers: [], gaps: 0 };
window.addEventListener("keydown", () => deskSeen.keys.push(performance.now()), true);"""
# Runs on the page: notes when each key, each new card and each answer came.
WATCH = """() => {
  const seen = window.deskSeen;
  const card = document.querySelector("#cf-desk .d-card");
  const said = document.querySelector("#cf-desk .d-said");
  let shown = card.dataset.id;
  new MutationObserver(() => { const id = card.dataset.id; if (id && id !== shown) seen.cards.push([performance.now(), (shown = id)]); }).observe(
    card, { attributes: true, attributeFilter: ["data-id"] });
  new MutationObserver(() => { if (said.textContent) seen.answers.push([performance.now(), said.textContent]); })
    .observe(said, { childList: true, characterData: true, subtree: true });
  let last = performance.now();
  const beat = () => { const now = performance.now(); seen.gaps = Math.max(seen.gaps, now - last); last = now;
    requestAnimationFrame(beat); };
  beat();
}"""


@contextmanager
def preview(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The address of a running preview, and what it says."""
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:8799"],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr
    said: list[str] = []
    address = ""
    for line in process.stderr:
        said.append(line)
        if match := re.search(r"Serving on (\S+)", line):
            address = match[1]
            break
    assert address, "".join(said)
    stderr = process.stderr
    threading.Thread(target=lambda: said.extend(stderr), daemon=True).start()
    try:
        yield address, said
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def decide(page: Page, number: int, every: float) -> dict[str, list[float]]:
    """``number`` decisions; seconds from each key to the next card and to the answer."""
    page.wait_for_selector("#cf-desk .d-text", timeout=PATIENCE)
    page.evaluate(WATCH)
    began = time.monotonic()
    for n in range(number):
        page.keyboard.press("a")
        page.wait_for_function(f"() => deskSeen.cards.length > {n}", timeout=PATIENCE, polling=20)
        if (wait := began + (n + 1) * every - time.monotonic()) > 0:
            page.wait_for_timeout(wait * 1000)
    page.wait_for_function(
        f"() => deskSeen.answers.filter((one) => one[1].startsWith('Accepted')).length >= {number}",
        timeout=PATIENCE,
    )
    seen = page.evaluate("deskSeen")
    answers = [at for at, words in seen["answers"] if words.startswith("Accepted")]
    cards = [at for at, _ in seen["cards"]][:number]
    keys = seen["keys"][:number]
    return {
        "card": [(at - key) / 1000 for at, key in zip(cards, keys, strict=True)],
        "answer": [(at - key) / 1000 for at, key in zip(answers, keys, strict=True)],
        "whole": [(answers[-1] - keys[0]) / 1000],
        "still": [seen["gaps"] / 1000],
    }


def main() -> None:
    """Print what one run showed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--facts", type=int, default=3000)
    parser.add_argument("--decisions", type=int, default=40)
    parser.add_argument("--every", type=float, default=0.25, help="seconds between two keys")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = Path(made) / "p"
        write_project(folder, options.facts)
        for path in (folder / "content/facts").rglob("*.yaml"):
            path.write_text(path.read_text("utf-8").replace("status: reviewed", "status: draft"), "utf-8")
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with preview(folder) as (address, said):
            page = browser.new_page()
            page.add_init_script(KEYS)
            began = time.monotonic()
            page.goto(f"{address}review/", timeout=PATIENCE)
            page.wait_for_selector("#cf-desk .d-text", timeout=PATIENCE)
            print(f"{options.facts} facts: the first card after {time.monotonic() - began:.1f} s")
            found = decide(page, options.decisions, options.every)
            builds = sum("Detected file changes" in line for line in said)
            for name, words in (("card", "key to next card"), ("answer", "key to answer")):
                all_of = found[name]
                print(f"  {words}: median {statistics.median(all_of):.2f} s, longest {max(all_of):.2f} s")
            whole = found["whole"][0]
            print(
                f"  {options.decisions} decisions in {whole:.1f} s: {options.decisions / whole:.1f} a second"
            )
            print(
                f"  longest time without a frame {found['still'][0]:.2f} s; {builds} rebuilds begun meanwhile"
            )
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
