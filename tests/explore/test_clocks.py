"""The three clocks and what was known on a day, of a project whose YAML holds every odd case, read here by hand."""

from __future__ import annotations

import calendar
import json
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.pages.explore_index import explore_index
from generator.store import load_content, load_project
from generator.timeline import build_timeline

ARTICLES = """\
monday: {value: 1999-03-01, basis: byline}
tuesday-evening: {value: "1999-03-02T19:30", basis: metadata}
some-day-in-march: {value: 1999-03, basis: text, reason: the words say so}
that-week: {value: 1999-03-01/1999-03-07, basis: text, reason: the words say so}
undated: {basis: unknown}
"""
FACTS = """\
- {id: told-twice, date: 1999-02-27, sources: [tuesday-evening, monday]}
- {id: month-and-week, date: 1999-02, sources: [some-day-in-march, that-week]}
- {id: never-dated, date: 1999-02-28, sources: [undated]}
- {id: dated-by-one-of-two, date: 1999-02-28, sources: [undated, tuesday-evening]}
- {id: said-on-its-day, date: 1999-02-20, sources: [tuesday-evening], speaker: Mara Lind, kind: statement}
- {id: said-by-the-day-it-came-out, date: 1999-04, sources: [that-week], speaker: Mara Lind, kind: plan}
- {id: said-without-a-date, sources: [monday], speaker: Mara Lind, kind: statement}
- {id: said-never, date: 1999-02-20, sources: [undated], speaker: Mara Lind}
- {id: still-going-on, date: 1999-02-20/.., sources: [monday]}
- {id: corrected, date: 1999-02-26, sources: [monday], corrections: [{on: 1999-03-09, was: a, now: b, why: c}]}
- {id: withdrawn, date: 1999-02-26, sources: [monday], status: withdrawn, reason: it was another day}
- {id: nobody-looked, date: 1999-02-26, sources: [monday], status: draft}
"""
DAYS = ("1999-02-28", "1999-03-01", "1999-03-02", "1999-03-07", "1999-03-31")
Span = tuple[date | None, date | None]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project on the disk, each article with a text and each fact with a quote."""
    root = tmp_path_factory.mktemp("clocks")
    (root / "mkdocs.yml").write_text("site_name: Cranes\nplugins: [chronofact]\n", "utf-8")
    for name, published in yaml.load(ARTICLES, yaml.CBaseLoader).items():
        entry = {"id": name, "title": name, "sha256": "0" * 64, "file": "seeds/x.txt", "published": published}
        _write(root / "content" / "articles" / f"{name}.yaml", entry)
    facts = []
    for fact in yaml.load(FACTS, yaml.CBaseLoader):
        quoted = [{"article": name, "quote": "Cranes fell silent."} for name in fact["sources"]]
        facts.append({"status": "reviewed", **fact, "text": "Cranes fell silent", "sources": quoted})
    _write(root / "content" / "facts" / "1999.yaml", facts)
    return root


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(value, sort_keys=False), "utf-8")


@pytest.fixture(scope="module")
def spans(project: Path) -> dict[str, dict[str, Span]]:
    """By clock and fact, what the index says."""
    content = load_content(load_project(project))
    timeline = build_timeline(content.facts, content.articles, content.entities)
    files = explore_index(timeline).files
    index, text = json.loads(files["index.json"]), json.loads(files["text-0.json"])
    return {
        name: dict(zip(text["id"], _decoded(clock["from"], clock["to"]), strict=True))
        for name, clock in index["clocks"].items()
    }


def _decoded(starts: str, lengths: str) -> list[Span]:
    """The columns of a clock, as docs/explore-index.md describes them."""
    epoch, last, found = date(1970, 1, 1).toordinal(), 0, []
    for start, length in zip(starts.split(","), lengths.split(","), strict=True):
        last += int(start or 0) if start != "*" else 0
        first = None if start == "*" else date.fromordinal(epoch + last)
        end = None if length == "*" else date.fromordinal(epoch + last + int(length or 0))
        found.append((first, end))
    return found


def days(text: str) -> Span:
    """A day, a month or an interval as it stands in the YAML."""
    if not text:
        return None, None
    if "/" in text:
        start, end = text.split("/")
        return days(start)[0], None if end == ".." else days(end)[1]
    year, month, *day = map(int, text.split("T")[0].split("-"))
    if day:
        return date(year, month, day[0]), date(year, month, day[0])
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def expected(clock: str) -> dict[str, Span]:
    """By fact, out of the YAML alone."""
    published = {
        name: days(one.get("value", "")) for name, one in yaml.load(ARTICLES, yaml.CBaseLoader).items()
    }
    found = {}
    for fact in yaml.load(FACTS, yaml.CBaseLoader):
        if fact.get("status", "reviewed") in ("draft", "withdrawn"):
            continue
        out = [published[name] for name in fact["sources"] if published[name][1]]
        first = min(out, key=lambda span: (span[1], span[0]), default=(None, None))
        happened = days(fact.get("date", ""))
        own = fact.get("kind") == "statement" and "date" in fact
        said = (happened if own else first) if "speaker" in fact else (None, None)
        found[fact["id"]] = {"happened": happened, "said": said, "published": first}[clock]
    return found


@pytest.mark.parametrize("clock", ["happened", "said", "published"])
def test_each_clock_is_that_of_the_yaml(spans: dict[str, dict[str, Span]], clock: str) -> None:
    assert spans[clock] == expected(clock)


def test_what_was_known_is_what_had_surely_come_out(spans: dict[str, dict[str, Span]]) -> None:
    known = {
        day: {id for id, (_, last) in spans["published"].items() if last and last <= date.fromisoformat(day)}
        for day in DAYS
    }
    on_monday = {"told-twice", "said-without-a-date", "still-going-on", "corrected"}
    by_tuesday = on_monday | {"dated-by-one-of-two", "said-on-its-day"}
    by_sunday = by_tuesday | {"month-and-week", "said-by-the-day-it-came-out"}
    assert list(known.values()) == [set(), on_monday, by_tuesday, by_sunday, by_sunday]
