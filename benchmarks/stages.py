"""Milliseconds an article of each stage, of dating against dateparser's ``search_dates``, of pages against trafilatura.

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
from html import escape
from pathlib import Path

import trafilatura
from dateparser.search import search_dates

from generator.articles import article_from_text, read_articles, read_record
from generator.articles.html import article_from_html
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
    """Seconds of processor time that ``work`` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


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
    pages = [
        f"<html><body><article><p>{escape(a.text).replace(chr(10) * 2, '<p>')}</article></body></html>"
        for a in given
    ]
    yield "page to article", timed(lambda: [article_from_html(page, id="a") for page in pages])
    yield "trafilatura.extract, same pages", timed(lambda: [trafilatura.extract(page) for page in pages])
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
    parser.add_argument("--json", type=Path, help="also write the figures here")
    options = parser.parse_args()
    given = articles(options.path)
    if not given:
        sys.exit(f"{options.path} holds no article that can be read.")
    list(one_round(given[:1]))  # imports and tables are loaded once a process, not once an article
    rounds = [dict(one_round(given)) for _ in range(options.rounds)]
    print(f"{len(given)} articles, {sum(len(a.text) for a in given):,} characters, {options.rounds} rounds")
    figures: dict[str, object] = {}
    for stage in rounds[0]:
        median = statistics.median(one[stage] for one in rounds) * 1000 / len(given)
        figures[stage] = {"ms an article": median, "articles a second": 1000 / median if median else 0.0}
        print(f"{median:9.3f} ms an article {1000 / max(median, 1e-6):9.0f} a second  {stage}")
    ratio = statistics.median(one[PEER] / one["dates"] for one in rounds)
    print(f"{ratio:9.1f} x  dateparser.search_dates over our dates stage, median of {options.rounds} pairs")
    if options.json:
        figures["search_dates over dates"] = ratio
        options.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
