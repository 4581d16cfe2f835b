"""A rendered site in, the files that lie beside its pages out: permanent addresses, downloads, feeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ..exports import FORMATS, Selection, export, schema_text
from ..timeline import Timeline
from .about_pages import DOWNLOADS, SCHEMA
from .explore import explore_beside
from .permanent import redirect_html, redirects
from .renderer import Renderer
from .sharing import fact_head, feed_files
from .story_pages import StoryPages


def beside(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Paths under the site's root and what stands in them."""
    yield from explore_beside(renderer)
    timeline, viewer, site = renderer.timeline, renderer.viewer, renderer.site
    for redirect in redirects(timeline, viewer):
        head = fact_head(renderer, timeline.by_id[redirect.fact], redirect.uri.removesuffix("index.html"))
        html = redirect_html(
            redirect, site.url, renderer.words.language, rtl=renderer.words.right_to_left, head=head
        )
        yield redirect.uri, html
    yield SCHEMA, schema_text()
    yield from StoryPages(renderer, {}).svg_files()
    yield from feed_files(renderer, selection(renderer))
    for entry in FORMATS.values():
        facts = (*timeline.facts, *timeline.withdrawn) if entry.tells_withdrawn else timeline.facts
        file = f"{DOWNLOADS}{entry.suffix}"
        chosen = selection(renderer).part(facts, file=file)
        yield file, "".join(export(entry.name, chosen))


@lru_cache(maxsize=1)
def selection(renderer: Renderer) -> Selection:
    """Everything shown, as the exports take it."""
    timeline: Timeline = renderer.timeline
    names = {
        fact: tuple(dict.fromkeys(mention.entity for mention in mentions))
        for fact, mentions in timeline.mentions.items()
    }
    return replace(renderer.viewer.selection, names=names)
