"""Milliseconds an article of each stage, and of dating against dateparser's ``search_dates`` over the same sentences.

    python benchmarks/stages.py [FOLDER | FILE.jsonl]

Without an argument it reads ``seeds/``. Every figure is the median of the rounds; the ratio is taken round by
round in the same run, so a slow machine does not change it.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from dateparser.search import search_dates

from generator.articles import article_from_text, read_articles, read_record
from generator.config import Settings
from generator.dates import resolve_dates
from generator.facts.attribution import find_attributions
from generator.facts.extract import extract_facts
from generator.model import Article
from generator.same import merge_facts
from generator.text.blocks import split_blocks
from generator.text.sentences import split_sentences


def articles(path: Path) -> list[Article]:
    if path.suffix == ".jsonl":
        found = [read_record(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line]
    else:
        found = list(read_articles(str(path)))
    return [one for one in found if isinstance(one, Article)]


def timed(work: Callable[[], object]) -> float:
    """Seconds ``work`` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def one_round(given: list[Article]) -> Iterator[tuple[str, float]]:
    """Seconds of each stage over all articles, then of the peer."""
    yield "blocks", timed(lambda: [split_blocks(a.text) for a in given])
    yield (
        "article (blocks, byline, language, date)",
        timed(lambda: [article_from_text(a.text, id=a.id) for a in given]),
    )
    yield "sentences", timed(lambda: [split_sentences(a.text, a.blocks, a.lang or "en") for a in given])
    sentences = [split_sentences(a.text, a.blocks, a.lang or "en") for a in given]
    both = list(zip(given, sentences, strict=True))
    yield "dates", timed(lambda: [_dates(a, s) for a, s in both])
    dates = [_dates(a, s) for a, s in both]
    yield (
        "attribution",
        timed(lambda: [find_attributions(a.text, s, a.blocks, a.lang or "en") for a, s in both]),
    )
    said = [find_attributions(a.text, s, a.blocks, a.lang or "en") for a, s in both]
    whole = list(zip(given, sentences, dates, said, strict=True))
    yield "facts", timed(lambda: [extract_facts(*one) for one in whole])
    facts = [fact for one in whole for fact in extract_facts(*one).facts]
    yield "same fact", timed(lambda: merge_facts(facts, {a.id: a for a in given}, Settings()))
    yield (
        PEER,
        timed(
            lambda: [search_dates(a.text[s.start : s.end], languages=["en"]) for a, ss in both for s in ss]
        ),
    )


PEER = "dateparser.search_dates, same sentences"


def _dates(article: Article, sentences: object) -> object:
    return resolve_dates(
        article.text,
        sentences,  # type: ignore[arg-type]
        blocks=article.blocks,
        published=article.published,
        lang=article.lang or "en",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", nargs="?", type=Path, default=Path("seeds"))
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    given = articles(options.path)
    if not given:
        sys.exit(f"{options.path} holds no article that can be read.")
    list(one_round(given[:1]))  # imports and tables are loaded once a process, not once an article
    rounds = [dict(one_round(given)) for _ in range(options.rounds)]
    print(f"{len(given)} articles, {sum(len(a.text) for a in given):,} characters, {options.rounds} rounds")
    for stage in rounds[0]:
        median = statistics.median(one[stage] for one in rounds) * 1000 / len(given)
        print(f"{median:9.3f} ms an article  {stage}")
    ratio = statistics.median(one[PEER] / one["dates"] for one in rounds)
    print(f"{ratio:9.1f} x  dateparser.search_dates over our dates stage, median of {options.rounds} pairs")


if __name__ == "__main__":
    main()
