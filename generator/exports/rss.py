"""Selected facts in, an RSS 2.0 feed out, newest change first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import partial

from .feed_entries import Entry, feed_entries, newest, xml
from .selection import Selection


def write_rss(selection: Selection) -> Iterator[str]:
    """The feed, item by item."""
    site = selection.site
    entries = feed_entries(selection)
    title = selection.heading or "Chronofact"
    yield (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>\n'
        f"<title>{xml(title)}</title>\n<link>{xml(site.url + selection.page)}</link>\n"
        f"<description>{xml(site.description or title)}</description>\n"
        f"<language>{xml(site.language)}</language>\n<generator>Chronofact</generator>\n"
        f"<lastBuildDate>{_moment(newest(entries))}</lastBuildDate>\n"
    )
    if site.url and selection.file:
        address = xml(site.url + selection.file)
        yield f'<atom:link rel="self" type="application/rss+xml" href="{address}"/>\n'
    for entry in entries:
        yield selection.kept(f"rss {entry.fact.id}", partial(_item, entry, selection))
    yield "</channel></rss>\n"


def _item(entry: Entry, selection: Selection) -> str:
    """One item; its ``guid`` is the permanent link, its date the last change, which orders the feed."""
    link = f"<link>{xml(entry.link)}</link>" if selection.site.url else ""
    permanent = "true" if selection.site.url else "false"
    categories = "".join(f"<category>{xml(tag)}</category>" for tag in entry.tags)
    return (
        f'<item><title>{xml(entry.title)}</title>{link}<guid isPermaLink="{permanent}">{xml(entry.id)}</guid>'
        f"<pubDate>{_moment(entry.changed)}</pubDate>{categories}"
        f"<description>{xml(entry.html)}</description></item>\n"
    )


def _moment(day: str) -> str:
    """The first moment of a day as RFC 822 writes it."""
    return format_datetime(datetime.fromisoformat(day).replace(tzinfo=UTC))
