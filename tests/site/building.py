"""A made-up timeline built into a site by MkDocs itself, strict, as a person would build it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.model import Article, Entity, Fact
from generator.pages import build as pages_build
from generator.store import Content

REPOSITORY = Path(__file__).parents[2]


def build_site(
    folder: Path,
    facts: Sequence[Fact],
    articles: Mapping[str, Article],
    entities: Sequence[Entity] = (),
    *,
    language: str = "en",
    settings: Mapping[str, str] | None = None,
    preview: bool = False,
    config: str = "",
) -> Path:
    """Build into ``folder`` with the repository's own ``mkdocs.yml``; the built site's folder is handed back."""
    (folder / "content" / "pages").mkdir(parents=True, exist_ok=True)
    (folder / "content" / "pages" / "plaque.png").write_bytes(PIXEL)
    text = config or (REPOSITORY / "mkdocs.yml").read_text("utf-8")
    text = text.replace("language: en", f"language: {language}")
    lines = "".join(f"      {name}: {value}\n" for name, value in (settings or {}).items())
    text = text.replace("  - chronofact:\n", f"  - chronofact:\n{lines}")
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    content = Content(articles=articles, facts=tuple(facts), entities=tuple(entities))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages_build, "load_content", lambda _project: content)
        return build_project(folder, preview=preview)


def build_project(folder: Path, *, preview: bool = False) -> Path:
    """Build the project in ``folder`` strictly; the built site's folder is handed back."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        config = load_config(str(folder / "mkdocs.yml"), strict=True)
        config.plugins.on_startup(command="serve" if preview else "build", dirty=False)
        build(config)
    return folder / "site"


# A PNG of one pixel.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)
