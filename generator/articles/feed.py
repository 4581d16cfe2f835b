"""An RSS or Atom feed's bytes in, the articles of its entries out; each entry's page is fetched for its text."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from ..errors import Problem, problem
from ..ids import article_id
from ..model import Article, Place
from ..text.parts import page_parts
from .compose import article_from_text
from .decode import decoded_markup
from .failure import failure
from .fetch import Fetched, fetch, is_address
from .html import article_from_html
from .limits import too_long
from .metadata import Metadata, first_of, read_moment
from .options import ArticleOptions
from .pdf import is_pdf, known_of, read_pdf
from .received import Received

if TYPE_CHECKING:
    from .connect import Server

_OPENINGS = (b"<rss", b"<feed", b"<rdf:rdf")


def is_feed(data: bytes) -> bool:
    """Whether the bytes begin as a feed does."""
    head = data[:2000].lower()
    return any(opening in head for opening in _OPENINGS) and b"<html" not in head


def read_feed(
    data: bytes,
    place: Place,
    options: ArticleOptions,
    taken: set[str],
    *,
    at: str = "",
    trusted: frozenset[Server] = frozenset(),
) -> Iterator[Received | Problem]:
    """The articles of a feed, newest first as it lists them; ``at`` is where it was fetched, ``trusted`` by whom."""
    try:
        parsed = _parsed(data)
    except Exception:  # bytes that are no feed end the library in many ways
        yield problem("feed-not-one", place, value=place.path)
        return
    if not parsed.get("version") and not parsed.entries:
        yield problem("feed-not-one", place, value=place.path)
        return
    if not parsed.entries:
        yield problem("feed-empty", place, value=place.path)
        return
    outlet = _title(str(parsed.feed.get("title", "")))
    base = _joined(at, str(parsed.feed.get("link", "")))
    for number, entry in enumerate(parsed.entries[: options.feed_entries], 1):
        shown = f"{place.path}#{number}"
        try:
            known = _metadata(entry, outlet, base)
            yield from _entry(entry, known, shown, options, taken, trusted)
        except Exception as error:  # one entry never stops the others
            yield problem("article-failed", Place(shown), value=shown, why=failure(error))


def _parsed(data: bytes) -> Any:
    """The feed as feedparser reads it: from a stream, for a bare string it would open as a file's name."""
    import feedparser

    text = decoded_markup(data)
    stream = io.BytesIO(data if text is None else text.encode("utf-8", "replace"))
    headers = {"content-type": "application/xml" if text is None else "application/xml; charset=utf-8"}
    return feedparser.parse(
        stream, sanitize_html=False, resolve_relative_uris=False, response_headers=headers
    )


def _joined(base: str, link: str) -> str:
    """An address, made whole by the one it stands in."""
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return ""


def _entry(
    entry: Any,
    known: Metadata,
    shown: str,
    options: ArticleOptions,
    taken: set[str],
    trusted: frozenset[Server],
) -> Iterator[Received | Problem]:
    """The article of one entry: from its page, else from what the feed itself carries."""
    shown = known.url or shown
    failed: Problem | None = None
    if known.url and options.fetch_links:
        page = fetch(known.url, options, trusted)
        if isinstance(page, Fetched):
            read = read_document if is_pdf(page.data) else _received
            received = read(page.data, known, Place(known.url), page.url, options, taken)
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
    page: bytes, known: Metadata, place: Place, url: str, options: ArticleOptions, taken: Collection[str]
) -> Received | Problem:
    """The article of a page, named after what page and feed say together, with what only the feed says beside it."""
    article = article_from_html(page, id="", option=options.known, fallback=known, url=url, place=place)
    if isinstance(article, Problem):
        return article
    if not any(block.kind == "body" for block in article.blocks):  # what the feed carries may be more
        return problem("article-no-article", place, value=place.path)
    article = named(article, url or place.path, options, taken)
    beside = first_of((options.known, _from_feed(article, known)))
    published = options.known.published or (
        known.published if article.published.value == known.published else ""
    )
    return Received(article, page, ".html", replace(beside, published=published, zone=article.published.zone))


def read_document(
    data: bytes, known: Metadata, place: Place, url: str, options: ArticleOptions, taken: Collection[str]
) -> Received | Problem:
    """The article of a PDF from an address, by page as a file's; ``known`` is what a feed says of it."""
    read = read_pdf(data)
    if read.why:
        return problem(f"pdf-{read.why}", place, value=place.path)
    if long := too_long(read.text, place, place.path):
        return long
    said = first_of((known_of(read), known, Metadata(url=url)))
    said = replace(said, published=known.published, zone=known.zone)
    article = article_from_text(read.text, id="", option=options.known, metadata=said)
    article = replace(named(article, url, options, taken), parts=page_parts(read.text))
    beside = replace(options.known, url=options.known.url or url)
    return Received(article, data, ".pdf", first_of((beside, known)), options.known)


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


def _metadata(entry: Any, outlet: str, base: str) -> Metadata:
    published, zone = read_moment(str(entry.get("published") or entry.get("updated") or ""))
    authors = tuple(
        dict.fromkeys(
            str(author["name"]).strip() for author in entry.get("authors", ()) if author.get("name")
        )
    )
    link = _joined(str(entry.get("base") or "") or base, str(entry.get("link", "")))
    return Metadata(
        title=_title(str(entry.get("title", ""))),
        authors=authors,
        publisher=outlet,
        published=published,
        zone=zone,
        url=link if link.startswith(("http://", "https://")) else "",
        tags=tuple(str(tag["term"]) for tag in entry.get("tags", ()) if tag.get("term")),
    )


# Elements that stand in titles which were escaped once too often; any other "<word" is the title's own.
_ELEMENT = re.compile(r"</?(?:a|abbr|b|br|cite|code|em|font|i|mark|p|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>", re.IGNORECASE)  # fmt: skip
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)


def _title(text: str) -> str:
    """A title as it is read: references that were escaped twice are resolved, markup is taken away."""
    for _ in range(2):
        if _REFERENCE.search(text):
            text = html.unescape(text)
    return " ".join(_ELEMENT.sub("", text).split())


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
