"""Edits of the sample timeline in, for each the site built upon the build before and the one built from nothing out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from generator.model import Article, Entity, Fact

from .building import REPOSITORY, build_site
from .sample import ARTICLES, ENTITIES, FACTS, fact

OWN_TEMPLATE = '<p class="cf-none">{{ other.text }}</p>\n'


@dataclass(frozen=True)
class World:
    """All that a build reads."""

    facts: Sequence[Fact] = tuple(FACTS)
    articles: Mapping[str, Article] = field(default_factory=lambda: dict(ARTICLES))
    entities: Sequence[Entity] = tuple(ENTITIES)
    language: str = "en"
    settings: Mapping[str, str] = field(default_factory=dict)
    template: str = ""
    config: str = ""

    def change(self, id: str, **values: object) -> World:
        """One fact otherwise."""
        return replace(self, facts=[replace(one, **values) if one.id == id else one for one in self.facts])  # type: ignore[arg-type]

    def build(self, folder: Path) -> dict[str, bytes]:
        """The site in ``folder``, by path."""
        own = folder / "content" / "templates" / "other.html"
        own.unlink(missing_ok=True)
        if self.template:
            own.parent.mkdir(parents=True, exist_ok=True)
            own.write_text(self.template, "utf-8")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
            site = build_site(
                folder, self.facts, self.articles, self.entities,
                language=self.language, settings=self.settings, config=self.config,
            )  # fmt: skip
        return files_of(site)


def files_of(site: Path) -> dict[str, bytes]:
    """Every file below ``site``."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The paths at which two sites are not the same."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def _without(world: World, id: str) -> World:
    return replace(world, facts=[one for one in world.facts if one.id != id])


def _with(world: World, *facts: Fact) -> World:
    return replace(world, facts=[*world.facts, *facts])


def _renamed(world: World) -> World:
    named = [replace(one, name="Ada Quill-Marsh") if one.id == "ada-quill" else one for one in world.entities]
    return replace(world, entities=named)


def _article(world: World, **values: object) -> World:
    id = "harbour-post-2024-03-05-bridge"
    return replace(world, articles={**world.articles, id: replace(world.articles[id], **values)})  # type: ignore[arg-type]


WORLD = World()
BUSY = [
    fact(f"busy-{n}", "2024-03-04", f"Lorry {n} was turned back", quote="Police closed the quay road.")
    for n in range(4)
]
LATER = fact("later", "2024-04-02", "Mayor Quill laid a wreath", quote="Mayor Quill laid a wreath in Lune.")
OWN = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
EDITS: dict[str, World] = {
    "a text": WORLD.change("divers", text="Two divers went down to the foundations"),
    "a fact less": _without(WORLD, "ferry"),
    "the only fact of a day less": _without(WORLD, "image"),
    "a fact more on a day": _with(WORLD, *BUSY[:1]),
    "a day more": _with(WORLD, LATER),
    "a month too full for one page": replace(_with(WORLD, *BUSY), settings={"facts_per_page": "12"}),
    "a fact on another day": WORLD.change("queues", date="2024-03-05"),
    "a fact without its date": WORLD.change("repair-2019", date=""),
    "a tag": WORLD.change("hotline", tags=("closure",)),
    "a speaker": WORLD.change("trust-denies", speaker="Bram Osei"),
    "a draft published": WORLD.change("draft-one", status="reviewed"),
    "a fact withdrawn": WORLD.change("schools", status="withdrawn", reason="Not so."),
    "a correction": WORLD.change("police", corrections=WORLD.facts[-10].corrections, reason="x"),
    "a former id": WORLD.change("hotline", merged_ids=("hot-line",)),
    "what it follows": WORLD.change("injured-seven", follows=("injured-five",)),
    "the other side of a disagreement": WORLD.change("injured-five", text="Six people were hurt", tags=()),
    "a name": _renamed(WORLD),
    "a name less": replace(WORLD, entities=WORLD.entities[1:]),
    "a headline": _article(WORLD, title="The bridge is closed"),
    "an outlet": _article(WORLD, publisher="Coast Dispatch"),
    "a template": replace(WORLD, template=OWN_TEMPLATE),
    "the site's name": replace(WORLD, config=OWN.replace("site_name: ", "site_name: New ")),
    "the theme": replace(WORLD, config=OWN.replace("features:", "features:\n    - navigation.top", 1)),
    "a setting": replace(WORLD, settings={"newest_first": "false"}),
    "a small site": replace(WORLD, settings={"lean_from": "5"}),
    "the language": replace(WORLD, language="uk"),
}
