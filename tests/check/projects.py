"""Small projects for the checks, from the case tables."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from generator.store import Content, load_content, load_project


def make_content(root: Path, articles: dict, case: dict) -> Content:
    """A project with these articles and the facts of a case, loaded."""
    root.mkdir()
    (root / "mkdocs.yml").write_text("site_name: x\nplugins: [chronofact]\n", "utf-8")
    facts = [_fact(number, fact) for number, fact in enumerate(case["facts"], 1)]
    used = {source["article"] for fact in facts for source in fact["sources"]}
    for id, article in articles.items():
        if id in used or case.get("unused"):
            _article(root, id, article)
    _write(root / "content/facts/all.yaml", facts)
    if "entities" in case:
        _write(root / "content/entities.yaml", case["entities"])
    if "words" in case:
        _text(root / "content/words/en.txt", case["words"])
    return load_content(load_project(root))


def _fact(number: int, given: dict) -> dict:
    fact = dict(given)
    source = {
        "article": fact.pop("article", "gazette"),
        "quote": fact.pop("quote", "It happened in May."),
    }
    if "why" in fact:
        source["date"] = fact.pop("why")
    fact["sources"] = [source, *fact.pop("more", ())]
    return {"id": f"f{number}", "text": f"It happened {number * 'x'}", "date": "1931-03-05"} | fact


def _article(root: Path, id: str, article: dict) -> None:
    text = article["text"]
    _text(root / f"seeds/{id}.txt", text)
    record = {
        "published": {"value": str(article["published"]), "basis": article.get("basis", "byline")},
        "lang": "en",
        "file": f"seeds/{id}.txt",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
    }
    _write(root / f"content/articles/{id}.yaml", record)


def _write(path: Path, value: object) -> None:
    """JSON is YAML, and needs no writer of ours."""
    _text(path, json.dumps(value, ensure_ascii=False, default=str, indent=1))


def _text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
