"""An address in, the articles or problems found there out: a page, a document, a plain text or a feed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..errors import Problem, problem
from ..model import Place
from .compose import article_from_text
from .decode import binary_kind, decode_article, is_page
from .feed import is_feed, named, read_document, read_feed
from .fetch import Fetched, fetch
from .html import article_from_html
from .limits import too_long
from .metadata import Metadata
from .options import ArticleOptions
from .pdf import is_pdf
from .received import Received


def read_address(url: str, options: ArticleOptions, taken: set[str]) -> Iterator[Received | Problem]:
    """The article or the feed at an address."""
    from .connect import typed_servers

    trusted = typed_servers(url, options.timeout)
    page = fetch(url, options, trusted)
    if isinstance(page, Problem):
        yield page
        return
    kind = binary_kind(page.data)
    if not page.data.strip():
        yield problem("article-empty", Place(url), value=url)
    elif is_pdf(page.data):
        yield read_document(page.data, Metadata(), Place(url), page.url, options, taken)
    elif kind:
        yield problem("article-binary", Place(url), value=url, kind=kind)
    elif is_feed(page.data) or ("rss" in page.content_type or "atom" in page.content_type):
        yield from read_feed(page.data, Place(url), options, taken, at=page.url, trusted=trusted)
    else:
        yield _page(page, url, options, taken)


def _page(page: Fetched, url: str, options: ArticleOptions, taken: set[str]) -> Received | Problem:
    """The article of a page or a plain text, with the bytes it came in."""
    beside = replace(options.known, url=options.known.url or page.url)
    place = Place(url)
    if page.content_type == "text/plain" and not is_page(page.data):
        decoded = decode_article(page.data, place)
        if isinstance(decoded, Problem):
            return decoded
        if long := too_long(decoded[0], place, url):
            return long
        article = article_from_text(decoded[0], id="", option=options.known, metadata=Metadata(url=page.url))
        return Received(named(article, page.url, options, taken), page.data, ".txt", beside, options.known)
    found = article_from_html(page.data, id="", option=options.known, url=page.url, place=place)
    if isinstance(found, Problem):
        return found
    return Received(named(found, page.url, options, taken), page.data, ".html", beside, options.known)
