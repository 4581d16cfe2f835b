"""Numbers of articles in, what adding that many costs out, with one process and with two; and peers in the same run.

    python -m benchmarks.scale 100 1000 10000 [--dense .5] [--json FILE]

The articles are invented (``benchmarks.stories``), 400 words each. Every run is a process of its own: processor
seconds of it and its workers, seconds on the clock, the most memory that one of them held. ``load`` and ``check`` are
of what the run made, the second time. The peers read the same articles: ``search_dates`` finds dates in their
sentences, ``trafilatura`` takes their text out of a page.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from html import escape
from pathlib import Path
from typing import Any

from .stories import stories

CONFIG = "site_name: Stories\ndocs_dir: content/pages\nplugins: [search, chronofact]\n"
PEER_ARTICLES = 20  # a peer's cost does not grow with their number
LOAD = (
    "import time; from pathlib import Path; from generator.store import load_content, load_project\n"
    "from generator.check import check_content\n"
    "p = load_project(Path.cwd()); load_content(p); a = time.process_time(); c = load_content(p)\n"
    "b = time.process_time(); check_content(c, p.settings); print(len(c.facts), b - a, time.process_time() - b)"
)


def run(arguments: list[str], folder: Path, out: Path) -> dict[str, float]:
    """A command in a process of its own: processor seconds with its children's, clock seconds, megabytes."""
    began = time.perf_counter()
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        os.execv(sys.executable, [sys.executable, *arguments])
    _, status, used = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{arguments}: it ended with {os.waitstatus_to_exitcode(status)}")
    return {
        "cpu": used.ru_utime + used.ru_stime,
        "clock": time.perf_counter() - began,
        "megabytes": used.ru_maxrss / 1024,
    }


def added(count: int, dense: float, processes: int, folder: Path) -> dict[str, Any]:
    """What adding ``count`` articles with so many processes costs, and loading and checking what came of it."""
    project = folder / f"{count}-{processes}"
    (project / "content" / "pages").mkdir(parents=True)
    (project / "mkdocs.yml").write_text(CONFIG, "utf-8")
    news = folder / f"{count}.jsonl"
    if not news.exists():
        with news.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in stories(count, 1, dense))
    command = "from generator.cli import main; main()"
    used = run(["-c", command, "add", str(news), "--workers", str(processes)], project, folder / "said")
    row: dict[str, Any] = {
        "articles": count,
        "processes": processes,
        **used,
        "cpu an article": used["cpu"] / count,
    }
    run(["-c", LOAD], project, folder / "said")
    facts, load, check = (folder / "said").read_text().split()
    return row | {"facts": int(facts), "load": float(load), "check": float(check)}


def peers(dense: float) -> dict[str, float]:
    """Processor seconds an article of what others do with the same texts."""
    import trafilatura
    from dateparser.search import search_dates

    from generator.text.blocks import split_blocks
    from generator.text.sentences import split_sentences

    texts = [one["text"] for one in stories(PEER_ARTICLES, 1, dense)]
    sentences = [[t[s.start : s.end] for s in split_sentences(t, split_blocks(t), "en")] for t in texts]
    pages = [
        f"<html><body><article><p>{escape(t).replace(chr(10) * 2, '<p>')}</article></body></html>"
        for t in texts
    ]
    start = time.process_time()
    for one in sentences:
        for sentence in one:
            search_dates(sentence, languages=["en"])
    middle = time.process_time()
    for page in pages:
        trafilatura.extract(page)
    end = time.process_time()
    return {"search_dates": (middle - start) / len(texts), "trafilatura": (end - middle) / len(texts)}


def main() -> None:
    """A line a run."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("counts", nargs="*", type=int, default=[100, 1000])
    parser.add_argument("--dense", type=float, default=0.5, help="share of one story")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for count in given.counts:
            for processes in (1, 2):
                row = added(count, given.dense, processes, Path(folder))
                rows.append(row)
                print(
                    f"{count:>7,} articles, {processes} processes: {row['cpu']:7.1f} s of processor time "
                    f"({row['cpu an article'] * 1000:5.1f} ms an article), {row['clock']:7.1f} s on the clock, "
                    f"{row['megabytes']:6.0f} MB; {row['facts']:>7,} facts, load {row['load']:.2f} s, check {row['check']:.2f} s",
                    flush=True,
                )
    beside = peers(given.dense)
    print(
        "peers, an article: " + ", ".join(f"{name} {value * 1000:.1f} ms" for name, value in beside.items())
    )
    if given.json:
        given.json.write_text(
            json.dumps({"dense": given.dense, "runs": rows, "peers": beside}, indent=1) + "\n", "utf-8"
        )


if __name__ == "__main__":
    main()
