"""A number of facts in, seconds of processor time to build their site out, beside a plain site of the same bytes.

    python benchmarks/build.py [FACTS ...] [--rounds 3] [--no-peer] [--no-preview] [--keep FOLDER]

Each project is invented and written as YAML, then built by ``mkdocs build`` in a process of its own: reading,
checking every quote, pages, search, downloads. The peer is MkDocs with Material over as many plain Markdown
pages of the same bytes each, in the same run, so the ratio does not change with the machine. ``preview`` is what
one changed line costs in ``mkdocs serve``: the rebuild alone, in a process that has built once.

On two cores shared with other work, 3,000 facts on 606 pages took 20.2 s of processor time and the plain site
21.1 s: 0.96 times as long.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

FIRST = date(2019, 3, 1)
DAYS = 5 * 365
FACTS_AN_ARTICLE = 12
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
# The peer's pages stay out of the navigation too, whose cost grows with the square of their number.
PLAIN = (
    CONFIG.replace("content/pages", "pages").replace("[search, chronofact]", "[search]")
    + "nav: [index.md]\nnot_in_nav: /**\n"
)


def write_project(folder: Path, count: int, seed: int = 1) -> None:
    """A project of ``count`` reviewed facts over five years, with names, speakers, tags and a doubled source now and then."""
    rng = random.Random(seed)
    every = [
        f"{given} {second}{family}" for second in ("", "de ", "van ") for given in GIVEN for family in FAMILY
    ]
    names = rng.sample(every, max(10, min(300, count // 30)))
    sentences: dict[str, list[str]] = {}
    by_day: dict[str, list[str]] = {}
    for number in range(count):
        article = f"story-{number // FACTS_AN_ARTICLE}"
        day = (FIRST + timedelta(days=int(DAYS * rng.random() ** 1.5))).isoformat()
        text = _sentence(rng, names, number)
        sentences.setdefault(article, []).append(f"{text}.")
        by_day.setdefault(day, []).append(_fact(number, day, text, article, rng, names))
    _write(folder / "mkdocs.yml", CONFIG)
    _write(folder / "content/pages/about.md", "# About\n\nInvented.\n")
    people = (f"- id: n{n}\n  name: {name}\n  kind: person\n" for n, name in enumerate(names))
    _write(folder / "content/entities.yaml", "\n".join(people))
    for article, lines in sentences.items():
        _write_article(folder, article, "\n\n".join(lines) + "\n", rng)
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


def _write_article(folder: Path, article: str, text: str, rng: random.Random) -> None:
    _write(folder / f"seeds/{article}.txt", text)
    published = (FIRST + timedelta(days=rng.randrange(DAYS))).isoformat()
    _write(
        folder / f"content/articles/{article}.yaml",
        f"title: {' '.join(rng.choices(WORDS, k=7)).capitalize()}\npublisher: Outlet {rng.randrange(12)}\n"
        f"published: {{value: {published}, basis: byline}}\nurl: https://outlet.example/{article}\nlang: en\n"
        f"file: seeds/{article}.txt\nsha256: {hashlib.sha256(text.encode()).hexdigest()}\n",
    )


def write_peer(folder: Path, project: Path) -> None:
    """As many plain Markdown pages of the same bytes as ``project`` made."""
    rng = random.Random(1)
    _write(folder / "mkdocs.yml", PLAIN)
    made = project / ".chronofact" / "pages"
    for page in sorted(made.rglob("*.md")):
        left = page.stat().st_size
        lines = [f"# {page.stem}"]
        while left > 0:
            lines.append(f"{' '.join(rng.choices(WORDS, k=40)).capitalize()}.")
            left -= len(lines[-1]) + 2
        _write(folder / "pages" / page.relative_to(made), "\n\n".join(lines) + "\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def build_seconds(folder: Path) -> float:
    """Processor seconds of one ``mkdocs build`` from nothing: no site, no cache."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for made in ("site", ".chronofact"):
        subprocess.run(["rm", "-rf", made], cwd=folder, check=True)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


# Builds as ``serve`` does, changes one fact, builds again, and tells what that took.
REBUILD = """
import sys, time
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config
def configured():
    return load_config("mkdocs.yml", plugins=kept.plugins) if kept else load_config("mkdocs.yml")
kept = None
config = load_config("mkdocs.yml", site_dir="site")
config.plugins.on_startup(command="serve", dirty=False)
build(config, serve_url="http://127.0.0.1:1/")
file = sorted(Path("content/facts").rglob("*.yaml"))[3]
took = []
for number in range(3):
    file.write_text(file.read_text().replace("text: \\"", f"text: \\"Then{number} "), "utf-8")
    again = load_config("mkdocs.yml", site_dir="site")
    again.plugins = config.plugins
    start = time.process_time()
    build(again, serve_url="http://127.0.0.1:1/")
    took.append(time.process_time() - start)
print(sorted(took)[1])
"""


def main() -> int:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("facts", nargs="*", type=int, default=[300, 3000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-peer", action="store_true", help="leave out the plain site")
    parser.add_argument("--no-preview", action="store_true", help="leave out the rebuild of the preview")
    parser.add_argument("--keep", type=Path, help="write the projects here and leave them")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        for count in given.facts:
            folder = (given.keep or Path(temporary)) / str(count)
            _measure(folder, count, given)
    return 0


def _measure(folder: Path, count: int, given: argparse.Namespace) -> None:
    project, peer = folder / "project", folder / "peer"
    start = time.perf_counter()
    write_project(project, count)
    ours, theirs = [], []
    for _round in range(given.rounds):
        ours.append(build_seconds(project))
        if not given.no_peer:
            if not peer.is_dir():
                write_peer(peer, project)
            theirs.append(build_seconds(peer))
    seconds = statistics.median(ours)
    pages = sum(1 for _ in (project / ".chronofact" / "pages").rglob("*.md"))
    line = f"{count:>6} facts {pages:>5} pages {seconds:7.2f} s {count / seconds:6.0f} facts/s"
    if theirs:
        ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
        line += f"  plain {statistics.median(theirs):7.2f} s  {ratio:.2f} times the plain site"
    if not given.no_preview:
        print(line, end="", flush=True)
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", REBUILD],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            check=True,
            capture_output=True,
            text=True,
        )
        line = f"  preview after one line {float(done.stdout.split()[-1]):.2f} s"
    print(line, f"  (wall {time.perf_counter() - start:.0f} s in all)", flush=True)


if __name__ == "__main__":
    sys.exit(main())
