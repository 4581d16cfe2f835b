"""A number of facts in, what building their site costs out, beside plain MkDocs over the very same Markdown.

    python -m benchmarks.build [FACTS ...] [--rounds 1] [--no-peer] [--no-preview] [--keep FOLDER] [--json FILE]

Each project is invented and written as YAML, then built by ``mkdocs build`` in a process of its own: reading,
checking every quote, pages, search, downloads. ``cold`` is a build from nothing, ``one fact`` the build after one text
was changed, ``same`` whether its site is to the byte the one built from nothing. The peer is MkDocs with Material over
the Markdown that ``cold`` made, in the same run, so the ratio does not change with the machine. ``preview`` is
``mkdocs serve``: from saving a text to the page that shows it, on the clock and in processor time.

On two cores, ahead of all else that ran there, in a folder in memory (``/dev/shm``), 20,000 facts took 52 s of processor time
from nothing, 33 s on the clock, since two processes made them, of 285 MB the larger; plain MkDocs over the same Markdown 94 s
of processor time, of 579 MB: 0.56 and 0.35 times. After one changed fact a build took 9.3 to 10.3 s of both: 0.10 of plain
MkDocs. (The builds before these took 56, 39 and 12 s in the same minutes.) Its site weighs 284 MB. A preview of 3,000 facts showed
a saved text after 0.5 s, one of 20,000 after 1.2 s (0.6 s of processor time). 100,000 facts took 199 s of processor time, 174 s on
the clock, of 738 MB the larger process; after one changed fact 41 s: both before the last changes.

How busy the machine is changes the clock; the processor time says what a build costs, and the clock, on an idle machine
only, how long one waits. A disk adds what its folders and files cost, six times as many as plain MkDocs makes: on ext4 9 s of
processor time for 20,000 facts, more where many files were deleted there within the last minutes. Where it is told of each
freed block (``discard``), deleting thousands of files takes minutes, of which no processor is busy.
"""

from __future__ import annotations

import argparse
import compileall
import hashlib
import json
import os
import random
import re
import shutil
import statistics
import sys
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import generator
from generator.plugin.quick import PAUSE
from tests.serving import serving

from .scale import run

SAME_UP_TO = 3000  # facts; beyond that a second build from nothing takes too long
FIRST = date(2019, 3, 1)
DAYS = 5 * 365
FACTS_AN_ARTICLE = 12
FACTS_AN_EVENT = 60  # told by some five articles: most on its day, some look back
PATIENCE = 120  # seconds for a preview to show a word
STORY = (
    "council bridge river closed opened engineer pier inspection report night morning traffic ferry crews "
    "repair budget vote meeting residents warned water levels rose fell north bank south gate harbour "
    "master contract signed delayed tender second survey found cracks steel cable tower deck toll school "
    "hospital power line cut restored statement promised denied questioned letter court ruling appeal "
    "minister "
)
NAMES = "Ada Bo Dana Elif Farid Greta Hana Ivo Jonas Kira / Marsh Quill Osei Lindqvist Okoro Novak Ulker Brandt Moreau Silva"
WORDS = STORY.split()
GIVEN, FAMILY = (part.split() for part in NAMES.split("/"))
TAGS = ("closure", "repairs", "money", "court", "traffic", "weather", "protest")
CONFIG = """site_name: A made-up story
site_url: https://example.org/story/
docs_dir: content/pages
theme: {name: material, font: false, features: [navigation.tabs, navigation.prune]}
plugins: [search, chronofact]
markdown_extensions: [{toc: {permalink: false}}]
"""
# The peer's pages stay out of the navigation too, whose cost grows with the square of their number. What it says of
# links into our permanent addresses is not what is measured.
PLAIN = (
    CONFIG.replace("content/pages", "pages")
    .replace("[search, chronofact]", "[search]")
    .replace("[{toc", "[attr_list, md_in_html, tables, {toc")
    + "nav: [index.md]\nnot_in_nav: /**\n"
    + "validation: {links: {not_found: ignore, unrecognized_links: ignore, anchors: ignore}}\n"
)


def write_project(folder: Path, count: int, seed: int = 1) -> None:
    """A project of ``count`` reviewed facts over five years, with names, speakers, tags and a doubled source now and then."""
    rng = random.Random(seed)
    every = [
        f"{given} {second}{family}" for second in ("", "de ", "van ") for given in GIVEN for family in FAMILY
    ]
    names = rng.sample(every, max(10, min(300, count // 30)))
    events = [int(DAYS * rng.random() ** 1.5) for _ in range(max(3, count // FACTS_AN_EVENT))]
    sentences: dict[str, list[str]] = {}
    by_day: dict[str, list[str]] = {}
    published: dict[str, str] = {}
    for number in range(count):
        article = f"story-{number // FACTS_AN_ARTICLE}"
        if article not in published:  # out on the day of its event, or soon after
            event = rng.choice(events)
            out = event + int(rng.expovariate(0.6))
            published[article] = (FIRST + timedelta(days=out)).isoformat()
        [day_number] = rng.choices((event, out, event - rng.randrange(2, 400)), (6, 2, 2))
        day = (FIRST + timedelta(days=day_number)).isoformat()
        text = _sentence(rng, names, number)
        sentences.setdefault(article, []).append(f"{text}.")
        by_day.setdefault(day, []).append(_fact(number, day, text, article, rng, names))
    _write(folder / "mkdocs.yml", CONFIG)
    _write(folder / "content/pages/about.md", "# About\n\nInvented.\n")
    people = (f"- id: n{n}\n  name: {name}\n  kind: person\n" for n, name in enumerate(names))
    _write(folder / "content/entities.yaml", "\n".join(people))
    for article, lines in sentences.items():
        _write_article(folder, article, "\n\n".join(lines) + "\n", published[article], rng)
    for day, facts in by_day.items():
        _write(folder / f"content/facts/{day[:4]}/{day}.yaml", "\n".join(facts))


def _sentence(rng: random.Random, names: Sequence[str], number: int) -> str:
    words = rng.choices(WORDS, k=rng.randint(10, 26))
    words.insert(rng.randrange(len(words)), rng.choice(names))
    return f"{words[0].capitalize()} {' '.join(words[1:])} {number}"


def _fact(number: int, day: str, text: str, article: str, rng: random.Random, names: Sequence[str]) -> str:
    claim = f"  speaker: {rng.choice(names)}\n  kind: statement\n" if rng.random() < 0.4 else ""
    return (
        f"- id: fact-{number}\n  date: {day}\n  text: {json.dumps(text)}\n{claim}  status: reviewed\n"
        f"  tags: [{rng.choice(TAGS)}]\n  sources:\n    - article: {article}\n      quote: {json.dumps(text + '.')}\n"
        f"      date: {{basis: published}}\n  added: {day}\n"
    )


def _write_article(folder: Path, article: str, text: str, published: str, rng: random.Random) -> None:
    _write(folder / f"seeds/{article}.txt", text)
    _write(
        folder / f"content/articles/{article}.yaml",
        f"title: {' '.join(rng.choices(WORDS, k=7)).capitalize()}\npublisher: Outlet {rng.randrange(12)}\n"
        f"published: {{value: {published}, basis: byline}}\nurl: https://outlet.example/{article}\nlang: en\n"
        f"file: seeds/{article}.txt\nsha256: {hashlib.sha256(text.encode()).hexdigest()}\n",
    )


def write_peer(folder: Path, project: Path) -> None:
    """Plain MkDocs over the Markdown that ``project`` made."""
    _write(folder / "mkdocs.yml", PLAIN)
    shutil.copytree(project / ".chronofact" / "pages", folder / "pages")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def build(folder: Path, *, cold: bool) -> dict[str, float]:
    """What one ``mkdocs build`` costs; ``cold``: from nothing, no site and no cache."""
    if cold:
        for made in ("site", ".chronofact"):
            shutil.rmtree(folder / made, ignore_errors=True)
    os.environ |= {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000"}
    used = run(["-m", "mkdocs", "build", "--quiet"], folder, folder.parent / "said")
    what = f"{folder.name} {'from nothing' if cold else 'again'}"
    print(
        f"  {what}: {used['cpu']:.1f} s of processor time, {used['clock']:.0f} s", file=sys.stderr, flush=True
    )
    return used


def reword(project: Path, number: int) -> str:
    """Change the text of one fact; its id."""
    file = sorted((project / "content/facts").rglob("*.yaml"))[3]
    text = re.sub(r'text: "(?:Word\d+ )?', f'text: "Word{number} ', file.read_text("utf-8"), count=1)
    file.write_text(text, "utf-8")
    return text.partition("\n")[0].removeprefix("- id: ")


def site_of(project: Path) -> dict[str, str]:
    """A hash of every file of the built site."""
    site = project / "site"
    files = (path for path in site.rglob("*") if path.is_file())
    return {str(path.relative_to(site)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def preview(project: Path) -> dict[str, float]:
    """From saving a text to the page that shows it: seconds on the clock, processor seconds, of three the middle."""
    taken = []
    with serving(project) as (address, _port, process):

        def page(path: str) -> str:
            with urllib.request.urlopen(address + path, timeout=PATIENCE) as answer:
                return str(answer.read().decode("utf-8"))

        def spent() -> float:
            told = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
            return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")

        found = re.search(r'url=(?:\.\./)*([^"#]+)', page(f"f/{reword(project, 10)}/"))
        assert found
        time.sleep(2 * PAUSE)  # that saving is built
        page(found[1])
        for number in range(11, 14):
            before, start = spent(), time.perf_counter()
            reword(project, number)
            while f"Word{number} " not in page(found[1]):
                if time.perf_counter() - start > PATIENCE:
                    print(f"  the preview showed no new word in {PATIENCE} s", file=sys.stderr)
                    return {}
                time.sleep(0.05)
            taken.append((time.perf_counter() - start, spent() - before))
    clock, cpu = sorted(taken)[1]
    return {"preview clock": clock, "preview cpu": cpu}


def main() -> int:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("facts", nargs="*", type=int, default=[300, 3000])
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--no-peer", action="store_true", help="leave out the plain site")
    parser.add_argument("--no-preview", action="store_true", help="leave out the preview")
    parser.add_argument("--keep", type=Path, help="write the projects here and leave them")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    # As installed packages are; where Python may write no programs, each build would compile ours anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(Path(generator.__file__).parent, quiet=1)
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        for count in given.facts:
            folder = (given.keep or Path(temporary)) / str(count)
            rows.append(_measured(folder, count, given))
            print(_line(rows[-1]), flush=True)
    if given.json:
        given.json.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")
    return 0


def _measured(folder: Path, count: int, given: argparse.Namespace) -> dict[str, Any]:
    project, peer = folder / "project", folder / "peer"
    write_project(project, count)
    rounds: list[dict[str, float]] = []
    same = True
    for number in range(given.rounds):
        cold = build(project, cold=True)
        if not given.no_peer and not peer.is_dir():
            write_peer(peer, project)
        plain = {} if given.no_peer else build(peer, cold=True)
        reword(project, number)
        warm = build(project, cold=False)
        rounds.append(
            {"cold": cold["cpu"], "megabytes": cold["megabytes"], "one fact": warm["cpu"]}
            | {"cold clock": cold["clock"], "one fact clock": warm["clock"]}
            | ({"plain": plain["cpu"], "plain megabytes": plain["megabytes"]} if plain else {})
            | ({"plain clock": plain["clock"]} if plain else {})
        )
    if count <= SAME_UP_TO:
        again = site_of(project)
        build(project, cold=True)
        same = again == site_of(project)
    row: dict[str, Any] = {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}
    row |= {
        "facts": count,
        "pages": sum(1 for _ in (project / ".chronofact" / "pages").rglob("*.md")),
        "site": sum(path.stat().st_size for path in (project / "site").rglob("*") if path.is_file()) / 1e6,
        "same": same,
    }
    return row if given.no_preview else row | preview(project)


def _line(row: dict[str, Any]) -> str:
    line = (
        f"{row['facts']:>7,} facts {row['pages']:>6,} pages: cold {row['cold']:.1f} s of processor time "
        f"({row['megabytes']:.0f} MB, {row['cold clock']:.0f} s on the clock), "
        f"after one fact {row['one fact']:.1f} s ({row['one fact clock']:.0f} s)"
    )
    if "plain" in row:
        line += (
            f"; plain MkDocs {row['plain']:.1f} s ({row['plain megabytes']:.0f} MB, {row['plain clock']:.0f} s): "
            f"{row['cold'] / row['plain']:.2f} and {row['one fact'] / row['plain']:.2f} times its processor time"
            f", {row['cold clock'] / row['plain clock']:.2f} and {row['one fact clock'] / row['plain clock']:.2f}"
            " of its time on the clock"
        )
    line += f"; site {row['site']:.0f} MB" + ("" if row["same"] else ", NOT the one built from nothing")
    if "preview cpu" in row:
        line += f"; preview {row['preview clock']:.2f} s ({row['preview cpu']:.2f} s of processor time)"
    return line


if __name__ == "__main__":
    sys.exit(main())
