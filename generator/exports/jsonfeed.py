"""Selected facts in, a JSON Feed 1.1 out, newest change first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from .days import stamp
from .feed_entries import Entry, feed_entries
from .selection import Selection


def write_jsonfeed(selection: Selection) -> Iterator[str]:
    """The feed as one document, an item a line."""
    site = selection.site
    head: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": selection.heading or "Chronofact",
        "language": site.language,
    }
    if site.description:
        head["description"] = site.description
    if site.url:
        head["home_page_url"] = site.url + selection.page
        if selection.file:
            head["feed_url"] = site.url + selection.file
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "items": ['
    mark = "\n"
    for entry in feed_entries(selection):
        yield mark + selection.kept(f"jsonfeed {entry.fact.id}", partial(_item, entry, selection))
        mark = ",\n"
    yield "\n]}\n"


def _item(entry: Entry, selection: Selection) -> str:
    """One item; ``_chronofact`` carries what a program would otherwise parse out of the HTML."""
    fact = entry.fact
    item: dict[str, object] = {
        "id": entry.id,
        "title": entry.title,
        "content_html": entry.html,
        "date_published": stamp(entry.added),
        "date_modified": stamp(entry.changed),
        "_chronofact": {"id": fact.id, "date": fact.date or None, "kind": fact.kind, "status": fact.status},
    }
    if selection.site.url:
        item["url"] = entry.link
    articles = [article.url for article in selection.sources(fact) if article.url]
    if articles:
        item["external_url"] = articles[0]
    if entry.tags:
        item["tags"] = list(entry.tags)
    return json.dumps(item, ensure_ascii=False)
