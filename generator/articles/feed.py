"""An RSS or Atom feed's bytes in, the articles of its entries out; each entry's page is fetched for its text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from ..errors import Problem, problem
from ..model import Article, Place
from .fetch import Fetched, fetch, is_address
from .html import article_from_html
from .ids import article_id
from .metadata import Metadata, first_of, read_moment
from .options import ArticleOptions
from .received import Received

_OPENINGS = (b"<rss", b"<feed", b"<rdf:rdf")


def is_feed(data: bytes) -> bool:
    """Whether the bytes begin as a feed does."""
    head = data[:2000].lower()
    return any(opening in head for opening in _OPENINGS) and b"<html" not in head


def read_feed(
    data: bytes, place: Place, options: ArticleOptions, taken: set[str]
) -> Iterator[Received | Problem]:
    """The articles of a feed, newest first as it lists them."""
    import feedparser

    parsed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.get("version") and not parsed.entries:
        yield problem("feed-not-one", place, value=place.path)
        return
    if not parsed.entries:
        yield problem("feed-empty", place, value=place.path)
        return
    outlet = " ".join(str(parsed.feed.get("title", "")).split())
    for number, entry in enumerate(parsed.entries[: options.feed_entries], 1):
        yield from _entry(entry, number, outlet, place, options, taken)


def _entry(
    entry: Any, number: int, outlet: str, place: Place, options: ArticleOptions, taken: set[str]
) -> Iterator[Received | Problem]:
    """The article of one entry: from its page, else from what the feed itself carries."""
    known = _metadata(entry, outlet)
    shown = known.url or f"{place.path}#{number}"
    failed: Problem | None = None
    if known.url and options.fetch_links:
        page = fetch(known.url, options)
        if isinstance(page, Fetched):
            received = _received(page.data, known, Place(known.url), page.url, options, taken)
            if isinstance(received, Received):
                yield received
                return
            failed = received
        else:
            failed = page
    content = _content(entry)
    carried = (
        _received(content.encode("utf-8", "replace"), known, Place(shown), known.url, options, taken)
        if content
        else None
    )
    if isinstance(carried, Received):
        yield carried
        if failed:
            yield replace(failed, severity="warning", article=carried.article.id)
        return
    yield failed or carried or problem("article-no-article", Place(shown), value=shown)


def _received(
    html: bytes, known: Metadata, place: Place, url: str, options: ArticleOptions, taken: Collection[str]
) -> Received | Problem:
    """The article of a page, named after what page and feed say together, with what only the feed says beside it."""
    article = article_from_html(html, id="", option=options.known, fallback=known, url=url, place=place)
    if isinstance(article, Problem):
        return article
    article = named(article, url or place.path, options, taken)
    beside = first_of((options.known, _from_feed(article, known)))
    published = options.known.published or (
        known.published if article.published.value == known.published else ""
    )
    return Received(article, html, ".html", replace(beside, published=published, zone=article.published.zone))


def _from_feed(article: Article, known: Metadata) -> Metadata:
    """The fields of the article that are as the feed has them."""
    return Metadata(
        title=known.title if article.title == known.title else "",
        publisher=known.publisher if article.publisher == known.publisher else "",
        authors=known.authors if article.authors == known.authors else (),
        url=known.url or article.url,
        tags=known.tags if article.tags == known.tags else (),
    )


def named(article: Article, fallback: str, options: ArticleOptions, taken: Collection[str]) -> Article:
    """``article`` with its id, and the file its extracted text is kept in."""
    name = (
        fallback.rstrip("/").rsplit("/", 1)[-1].split("?")[0].rsplit(".", 1)[0]
        if is_address(fallback)
        else fallback
    )
    id = article_id(article.title, article.publisher, article.published.day, name, taken)
    if isinstance(taken, set):
        taken.add(id)
    return replace(article, id=id, text_file=f"{options.text_folder}/{id}.txt")


def _metadata(entry: Any, outlet: str) -> Metadata:
    published, zone = read_moment(str(entry.get("published") or entry.get("updated") or ""))
    authors = tuple(
        dict.fromkeys(
            str(author["name"]).strip() for author in entry.get("authors", ()) if author.get("name")
        )
    )
    link = str(entry.get("link", ""))
    return Metadata(
        title=" ".join(str(entry.get("title", "")).split()),
        authors=authors,
        publisher=outlet,
        published=published,
        zone=zone,
        url=link if link.startswith(("http://", "https://")) else "",
        tags=tuple(str(tag["term"]) for tag in entry.get("tags", ()) if tag.get("term")),
    )


def _content(entry: Any) -> str:
    """The longest text the feed itself carries for an entry, as HTML."""
    parts = [str(part.get("value", "")) for part in entry.get("content", ())] + [
        str(entry.get("summary", ""))
    ]
    longest = max(parts, key=len)
    if not longest.strip():
        return ""
    body = longest if "<p" in longest.lower() else f"<p>{longest}</p>"
    return f'<html><head><meta charset="utf-8"></head><body><article>{body}</article></body></html>'
