"""A project in which every text field of every record holds every payload once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from generator.config import Settings
from generator.model import Article, Correction, DateReason, Entity, EntityKind, Fact, Published, Site, Source
from generator.timeline import Timeline, build_timeline

from ..site.building import REPOSITORY, build_site
from .payloads import every

KINDS: tuple[EntityKind, ...] = ("person", "place", "organisation")
FIRST = " ".join(
    (
        "</title><script>probe()</script>",
        '" onload="probe()" \'',
        "<img src=x onerror=probe()>",
        "{{ 7*7 }}",
        "\x1b]0;x\x07\x7f\x9b\ue000\ufffe\u202e",
    )
)
SITE = Site(FIRST, "https://example.org/t/", "en", f"{FIRST} described")
# What is not free text: set to what is right, or the record would be another one.
_RIGHT = (
    "id",
    "kind",
    "status",
    "basis",
    "sha256",
    "file",
    "text_file",
    "article",
    "by",
    "added",
    "on",
    "embargo",
)


def _filled(kind: type, payload: str, /, **right: object) -> Any:
    """A value of ``kind`` with the payload in every text of it, by type: a new field is attacked unasked."""
    made: dict[str, object] = dict(right)
    for field in fields(kind):
        if field.name in made or field.name in _RIGHT or not field.init:
            continue
        if field.type == "str":
            made[field.name] = json.dumps({"note": payload}) if field.name == "extra" else payload
        elif field.type == "tuple[str, ...]":
            made[field.name] = (payload,)
    return kind(**made)


def project() -> tuple[tuple[Fact, ...], dict[str, Article], tuple[Entity, ...]]:
    """Facts, articles and names; each fact rests on the article and speaks of the name of its payload."""
    facts, articles, entities = [], {}, []
    for number, (_, payload) in enumerate(every()):
        quote = f"Fact {number} says {payload} here."
        key = f"article-{number}"
        day = f"2024-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
        articles[key] = _filled(
            Article,
            payload,
            id=key,
            text=f"{payload}\n\n{quote}\n",
            published=_filled(Published, payload, value=day),
        )
        source = Source(key, quote, date=_filled(DateReason, payload, basis="published", anchor="", rule=""))
        own = {"maybe_same_as": (), "disagrees_with": (), "not_same_as": (), "merged_ids": ()}
        fact: Fact = _filled(
            Fact,
            payload,
            id=f"fact-{number}",
            date=day,
            text=quote,
            sources=(source,),
            status="disputed" if number % 3 else "reviewed",
            added="2024-12-31",
            corrections=(_filled(Correction, payload, on="2025-01-02"),),
            **own,
        )
        facts.append(replace(fact, kind="statement" if number % 2 else "event"))
        entities.append(
            _filled(Entity, payload, id=f"name-{number}", kind=KINDS[number % 3], status="published")
        )
    facts.append(replace(facts[0], id="gone", status="withdrawn", reason=FIRST))
    return tuple(facts), articles, tuple(entities)


def timeline() -> Timeline:
    """The same as it would be shown."""
    facts, articles, entities = project()
    return build_timeline(facts, articles, entities, Settings(entity_page_facts=1))


def hostile_site(folder: Path) -> Path:
    """Built strictly with a site's name and description that are hostile too."""
    facts, articles, entities = project()
    settings: Mapping[str, str] = {
        "entity_page_facts": "1",
        "report_url": json.dumps("javascript:probe('{id}')"),
        "share_images": "1",
        "facts_per_page": "1000",
    }
    config = (REPOSITORY / "mkdocs.yml").read_text("utf-8").split("\n")
    named = {"site_name": SITE.name, "site_description": SITE.description}
    lines = [
        f"{key}: {json.dumps(named[key])}" if (key := line.partition(":")[0]) in named else line
        for line in config
    ]
    return build_site(folder, facts, articles, entities, settings=settings, config="\n".join(lines))
