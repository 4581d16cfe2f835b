"""Pages and what is wrong with the content in, the same pages with the problems on top of home out."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import Problem
from ..timeline import clean_text
from .renderer import Renderer
from .values import Page


def with_problems(renderer: Renderer, pages: Sequence[Page], problems: Sequence[Problem]) -> tuple[Page, ...]:
    """For the preview: the last good pages stay readable, and home says what to mend first."""
    if not problems:
        return tuple(pages)
    block = renderer.html(
        "problems.html",
        renderer.links("index.md"),
        problems=[clean_text(str(one)) for one in problems],
        foreign=renderer.words.language.split("-")[0] != "en",
    )
    return tuple(
        page.with_markdown(_after_title(page.markdown, block)) if page.uri == "index.md" else page
        for page in pages
    )


def _after_title(markdown: str, block: str) -> str:
    """``block`` below the front matter and the title."""
    head, _, rest = markdown.partition("\n# ")
    title, _, body = rest.partition("\n")
    return f"{head}\n# {title}\n\n{block}\n{body}"
