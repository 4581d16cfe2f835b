"""The index of the project's own content against its YAML, read here with nothing of Chronofact between."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from generator.pages.explore_index import explore_index
from generator.store import load_content, load_project
from generator.timeline import build_timeline

REPOSITORY = Path(__file__).parents[2]
STORY = {
    "articles/gazette-1999.yaml": """\
id: gazette-1999
title: Cranes fall silent
publisher: The Gazette
published: {value: 1999-03-02, basis: byline}
sha256: "%s"
file: seeds/gazette.txt
""",
    "facts/1999/1999-03.yaml": """\
- id: one
  date: 1999-03-01
  text: Cranes fell silent
  status: reviewed
  tags: [strike, cranes]
  sources:
    - article: gazette-1999
      quote: Cranes fell silent on Monday.
- id: two
  date: 1999-03
  text: wages must rise
  speaker: Mara Lind
  kind: statement
  status: disputed
  tags: [strike]
  sources:
    - article: gazette-1999
      quote: Mara Lind said wages must rise.
- id: three
  date: 1999-03-03
  text: Nobody has looked at this
  sources:
    - article: gazette-1999
      quote: Nobody has looked at this.
""",
}


def facts_of(root: Path) -> list[Mapping[str, object]]:
    """Every fact that may be shown, as its file has it."""
    found: list[Mapping[str, object]] = []
    for path in sorted((root / "content" / "facts").rglob("*.yaml")):
        found += yaml.load(path.read_text("utf-8"), yaml.CBaseLoader) or []
    return [fact for fact in found if fact.get("status", "draft") not in ("draft", "withdrawn")]


def counts_of(index: Mapping[str, object], facet: str) -> Counter[str]:
    """How many facts have each value, out of the index."""
    column = index["facets"][facet]  # type: ignore[index]
    cells = column["facts"].replace(",", " ").split()
    return Counter(column["keys"][int(cell)] for cell in cells)


def story(folder: Path) -> Path:
    """A project of three facts, one of them a draft."""
    (folder / "mkdocs.yml").write_text("site_name: Harbour\nplugins: [chronofact]\n", "utf-8")
    (folder / "seeds").mkdir()
    text = "Cranes fell silent on Monday. Mara Lind said wages must rise. Nobody has looked at this.\n"
    (folder / "seeds" / "gazette.txt").write_text(text, "utf-8")
    for name, content in STORY.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True)
        path.write_text(content.replace("%s", "0" * 64), "utf-8")
    return folder


@pytest.mark.parametrize("which", ["a story", "this repository"])
def test_the_index_counts_what_the_yaml_says(tmp_path: Path, which: str):
    root = story(tmp_path) if which == "a story" else REPOSITORY
    content = load_content(load_project(root))
    timeline = build_timeline(content.facts, content.articles, content.entities)
    index = json.loads(explore_index(timeline).files["index.json"])
    facts = facts_of(root)
    assert index["facts"] == len(facts)
    if which == "a story":
        assert len(facts) == 2
    assert counts_of(index, "kind") == Counter(fact.get("kind", "event") for fact in facts)
    assert counts_of(index, "status") == Counter(fact["status"] for fact in facts)
    assert counts_of(index, "tag") == Counter(tag for fact in facts for tag in fact.get("tags", ()))  # type: ignore[attr-defined]
    speakers = Counter(str(fact["speaker"]) for fact in facts if fact.get("speaker"))
    assert counts_of(index, "speaker").total() == speakers.total()
    articles = [len({source["article"] for source in fact["sources"]}) for fact in facts]  # type: ignore[attr-defined]
    assert sorted(int(n or 0) for n in index["articles"].split(",")) == sorted(articles) or not facts
