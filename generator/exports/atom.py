"""Selected facts in, an Atom feed (RFC 4287) out, newest change first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from .days import lasting_id, stamp
from .feed_entries import Entry, feed_entries, newest, xml
from .selection import Selection


def write_atom(selection: Selection) -> Iterator[str]:
    """The feed, entry by entry. Its author is the site: speakers are quoted, they did not write here."""
    site = selection.site
    entries = feed_entries(selection)
    home = site.url + selection.page
    identity = lasting_id(site, home or selection.heading)
    yield (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{xml(site.language)}">\n'
        f"<id>{xml(identity)}</id>\n<title>{xml(selection.heading or 'Chronofact')}</title>\n"
        f"<updated>{stamp(newest(entries))}</updated>\n"
        f"<author><name>{xml(site.name or 'Chronofact')}</name></author>\n"
        "<generator>Chronofact</generator>\n"
    )
    if site.description:
        yield f"<subtitle>{xml(site.description)}</subtitle>\n"
    if site.url:
        yield f'<link rel="alternate" type="text/html" href="{xml(home)}"/>\n'
        if selection.file:
            yield f'<link rel="self" type="application/atom+xml" href="{xml(site.url + selection.file)}"/>\n'
    for entry in entries:
        yield selection.kept(f"atom {entry.fact.id}", partial(_entry, entry, selection))
    yield "</feed>\n"


def _entry(entry: Entry, selection: Selection) -> str:
    """One entry."""
    link = f'<link rel="alternate" type="text/html" href="{xml(entry.link)}"/>' if selection.site.url else ""
    categories = "".join(f'<category term="{xml(tag)}"/>' for tag in entry.tags)
    return (
        f"<entry><id>{xml(entry.id)}</id><title>{xml(entry.title)}</title>{link}"
        f"<published>{stamp(entry.added)}</published><updated>{stamp(entry.changed)}</updated>"
        f'{categories}<content type="html">{xml(entry.html)}</content></entry>\n'
    )
