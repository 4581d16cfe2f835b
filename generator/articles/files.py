"""A path or address in, its articles and problems out; one bad article never stops the others.

``.txt``, ``.md``, ``.html``, ``.json``, ``.jsonl``, a feed (``.xml``, ``.rss``, ``.atom``), a folder of
these, or an address of a page or feed. What a file lacks may stand in its sidecar.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..errors import Problem, problem
from ..model import Article, Place
from .compose import article_from_text
from .decode import decode_article
from .feed import is_feed, named, read_feed
from .fetch import Fetched, fetch, is_address
from .ids import article_id
from .markdown import read_markdown
from .metadata import Metadata
from .options import MEGABYTE, ArticleOptions
from .record import read_record
from .sidecar import read_sidecar, sidecar_of

_HTML = (".html", ".htm", ".xhtml")
_MARKDOWN = (".md", ".markdown", ".mdown")
_RECORDS = (".jsonl", ".ndjson")
_FEEDS = (".xml", ".rss", ".atom", ".rdf")
_SIDECARS = (".yaml", ".yml")


def read_articles(
    path_or_url: str, options: ArticleOptions = ArticleOptions(), taken: set[str] | None = None
) -> Iterator[Article | Problem]:
    """Every article at ``path_or_url``, or the problem it has; ``taken`` holds the ids already given."""
    taken = set() if taken is None else taken
    if is_address(path_or_url):
        yield from _address(path_or_url, options, taken)
        return
    path = Path(path_or_url)
    try:
        if path.is_dir():
            yield from _folder(path, options, taken)
        elif path.exists():
            yield from _guarded(path, options, taken)
        else:
            yield problem("article-missing", Place(path_or_url), value=path_or_url)
    except (OSError, ValueError) as error:  # a name with a NUL, a folder one may not enter
        yield problem("article-unreadable", Place(path_or_url), value=path_or_url, why=_why(error))


def _why(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else "") or str(error) or type(error).__name__


def _folder(folder: Path, options: ArticleOptions, taken: set[str]) -> Iterator[Article | Problem]:
    """The files of a folder and its folders by name, without hidden ones and sidecars."""
    found = False
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.startswith(".") or name.lower().endswith(_SIDECARS):
                continue
            found = True
            yield from _guarded(Path(root) / name, options, taken)
    if not found:
        yield problem("folder-empty", Place(str(folder)), value=str(folder))


def _guarded(path: Path, options: ArticleOptions, taken: set[str]) -> Iterator[Article | Problem]:
    """The articles of one file; whatever goes wrong is that file's problem."""
    try:
        yield from _file(path, options, taken)
    except (OSError, ValueError, RecursionError) as error:
        yield problem("article-unreadable", Place(str(path)), value=str(path), why=_why(error))


def _file(path: Path, options: ArticleOptions, taken: set[str]) -> Iterator[Article | Problem]:
    shown = str(path)
    place = Place(shown)
    if not path.is_file():
        yield problem("article-unreadable", place, value=shown, why="it is no file")
        return
    if path.stat().st_size > options.max_bytes:
        yield problem("article-too-large", place, value=shown, most=f"{options.max_bytes / MEGABYTE:g}")
        return
    data = path.read_bytes()
    sidecar, problems = Metadata(), tuple[Problem, ...]()
    if beside := sidecar_of(path):
        sidecar, problems = read_sidecar(beside, str(beside))
    yield from problems
    ending = path.suffix.lower()
    if ending in _HTML:
        yield from _html_file(data, path, sidecar, options, taken)
    elif ending in _FEEDS or (ending not in (*_MARKDOWN, ".txt", ".json", *_RECORDS) and is_feed(data)):
        yield from read_feed(data, place, options, taken)
    elif ending in (*_RECORDS, ".json"):
        yield from _records(data, path, options, taken, lines=ending != ".json")
    else:
        yield from _text_file(data, path, sidecar, options, taken)


def _html_file(
    data: bytes, path: Path, sidecar: Metadata, options: ArticleOptions, taken: set[str]
) -> Iterator[Article | Problem]:
    from .html import article_from_html

    place = Place(str(path))
    if not data.strip():
        yield problem("article-empty", place, value=str(path))
        return
    article = article_from_html(
        data,
        id="",
        option=options.known,
        sidecar=sidecar,
        url=options.known.url or sidecar.url,
        place=place,
        file=str(path),
    )
    yield article if isinstance(article, Problem) else named(article, path.stem, options, taken)


def _text_file(
    data: bytes, path: Path, sidecar: Metadata, options: ArticleOptions, taken: set[str]
) -> Iterator[Article | Problem]:
    decoded = decode_article(data, Place(str(path)))
    if isinstance(decoded, Problem):
        yield decoded
        return
    text, exact = decoded
    metadata = Metadata()
    if path.suffix.lower() in _MARKDOWN:
        plain, metadata, problems = read_markdown(text, str(path))
        yield from problems
        exact = exact and plain == text
        text = plain
        if not text.strip():
            yield problem("article-empty", Place(str(path)), value=str(path))
            return
    article = article_from_text(
        text, id="", option=options.known, sidecar=sidecar, metadata=metadata, file=str(path)
    )
    article = named(article, path.stem, options, taken)
    yield replace(article, text_file="") if exact else article


def _records(
    data: bytes, path: Path, options: ArticleOptions, taken: set[str], *, lines: bool
) -> Iterator[Article | Problem]:
    """The records of a JSON file: an object, a list of them, or one a line."""
    decoded = decode_article(data, Place(str(path)))
    if isinstance(decoded, Problem):
        yield decoded
        return
    if lines:
        entries: list[tuple[str, int]] = [
            (line, number) for number, line in enumerate(decoded[0].split("\n"), 1) if line.strip()
        ]
        for line, number in entries:
            yield from _record_line(line, Place(str(path), number), path, number, options, taken)
        return
    value = _json(decoded[0], Place(str(path)))
    if isinstance(value, Problem):
        yield value
        return
    for number, item in enumerate(value if isinstance(value, list) else [value], 1):
        yield _record(item, Place(str(path)), path, number, options, taken)


def _record_line(
    line: str, place: Place, path: Path, number: int, options: ArticleOptions, taken: set[str]
) -> Iterator[Article | Problem]:
    value = _json(line, place)
    yield value if isinstance(value, Problem) else _record(value, place, path, number, options, taken)


def _json(text: str, place: Place) -> object:
    """The value of a JSON text, or the problem with it."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1) + max(place.line - 1, 0)
        where = Place(place.path, line, getattr(error, "colno", 1))
        return problem("json-broken", where, why=getattr(error, "msg", "") or type(error).__name__)


def _record(
    item: object, place: Place, path: Path, number: int, options: ArticleOptions, taken: set[str]
) -> Article | Problem:
    if not isinstance(item, dict):
        return problem("record-no-object", place, value=type(item).__name__)
    article = read_record(item, option=options.known, place=place, default_id="")
    if isinstance(article, Problem):
        return article
    if article.id:
        id = article_id("", "", "", article.id, taken)
        taken.add(id)
        return replace(article, id=id, file=str(path), text_file=f"{options.text_folder}/{id}.txt")
    return replace(named(article, f"{path.stem}-{number}", options, taken), file=str(path))


def _address(url: str, options: ArticleOptions, taken: set[str]) -> Iterator[Article | Problem]:
    """The article or feed at an address."""
    page = fetch(url, options)
    if isinstance(page, Problem):
        yield page
        return
    place = Place(url)
    if not page.data.strip():
        yield problem("article-empty", place, value=url)
    elif is_feed(page.data) or "rss" in page.content_type or "atom" in page.content_type:
        yield from read_feed(page.data, place, options, taken)
    elif page.content_type == "text/plain":
        yield from _plain_page(page, url, options, taken)
    else:
        from .html import article_from_html

        article = article_from_html(page.data, id="", option=options.known, url=page.url, place=place)
        yield article if isinstance(article, Problem) else named(article, page.url, options, taken)


def _plain_page(
    page: Fetched, url: str, options: ArticleOptions, taken: set[str]
) -> Iterator[Article | Problem]:
    decoded = decode_article(page.data, Place(url))
    if isinstance(decoded, Problem):
        yield decoded
        return
    article = article_from_text(decoded[0], id="", option=options.known, metadata=Metadata(url=page.url))
    yield named(article, page.url, options, taken)
