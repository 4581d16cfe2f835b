"""A rendered site in, the files that lie beside its pages out: permanent addresses, downloads, feeds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from ..exports import Selection, export, schema_text
from ..model import Fact
from ..timeline import Timeline
from .about_pages import DOWNLOADS, SCHEMA, published_formats
from .explore import explore_beside
from .permanent import redirect_html, redirects
from .renderer import Renderer
from .sharing import fact_head, feed_files, head_picture
from .story_pages import StoryPages
from .values import Redirect


def beside(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Paths under the site's root and what stands in them."""
    yield from small_files(renderer)
    for _fact, uri, text in permanent_pages(renderer):
        yield uri, text()
    for file, pieces in downloads(renderer):
        yield file, "".join(pieces)


def small_files(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """All but the permanent addresses and the downloads."""
    yield from explore_beside(renderer)
    yield SCHEMA, schema_text()
    yield from StoryPages(renderer, {}).svg_files()
    yield from feed_files(renderer, selection(renderer))


def permanent_pages(renderer: Renderer) -> Iterator[tuple[bytes, str, Callable[[], str]]]:
    """A hash of all that a permanent address is made from, its path, and what makes it."""
    timeline, words = renderer.timeline, renderer.words

    def made(redirect: Redirect) -> str:
        fact = timeline.by_id[redirect.fact]
        head = fact_head(renderer, fact, redirect.uri.removesuffix("index.html"))
        return redirect_html(redirect, renderer.site.url, words.language, rtl=words.right_to_left, head=head)

    for redirect in redirects(timeline, renderer.viewer):
        fact = timeline.by_id[redirect.fact]
        given = renderer.stamps.of((fact,), redirect.target, head_picture(renderer, fact))
        yield given, redirect.uri, partial(made, redirect)


def downloads(renderer: Renderer) -> Iterator[tuple[str, Iterable[str]]]:
    """The paths of the downloads under the site's root, and what stands in them, piece by piece."""
    timeline = renderer.timeline
    for entry in published_formats(renderer):
        facts = (*timeline.facts, *timeline.withdrawn) if entry.tells_withdrawn else timeline.facts
        file = f"{DOWNLOADS}{entry.suffix}"
        chosen = selection(renderer).part(facts, file=file, keep=partial(_kept, renderer))
        yield file, export(entry.name, chosen)


def _kept(renderer: Renderer, name: str, facts: Sequence[Fact], make: Callable[[], str]) -> str:
    """What was made of a run of facts, for the next build."""
    return renderer.kept.text(f"run {name}", renderer.stamps.of(facts), make)


@lru_cache(maxsize=1)
def selection(renderer: Renderer) -> Selection:
    """Everything shown, as the exports take it."""
    timeline: Timeline = renderer.timeline
    names = {
        fact: tuple(dict.fromkeys(mention.entity for mention in mentions))
        for fact, mentions in timeline.mentions.items()
    }
    return replace(renderer.viewer.selection, names=names, entries=renderer.settings.feed_entries)
