"""A web page in, an article or the problem with it out: text by trafilatura, metadata by what the page declares.

The text is the extracted paragraphs with an empty line between; headings, captions and the like are told
apart by their elements first, then by the rules for plain text. The libraries are loaded on first use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

from ..errors import Problem, problem
from ..language import calendar_names
from ..model import Article, Block, BlockKind, PageLoss, Place, Post
from ..text.blocks import kinds_of_lines
from ..text.lines import count_words, line_of
from ..text.stated_date import stated_dates
from .archive import unwrap
from .authors import names_of
from .byline import read_byline
from .compose import article_from_text
from .decode import decoded_markup
from .hidden import without_hidden
from .limits import too_many_attributes, too_many_elements, without_scripts
from .live import live_moments, posts_of
from .metadata import Metadata, first_of, read_moment
from .page_dates import page_date, shows_other_dates, tells
from .page_metadata import modified_moment, page_metadata
from .page_parts import foreign_parts, is_foreign, plainly_named
from .page_shape import Leaves, bare, is_leaf, leaves_of, own_prose, shapes
from .rewritten import rewritten

_LEAST_WORDS = 12  # fewer words of running text are a teaser or an error page, no article
_TEXT_TAGS = ("p", "item", "quote", "cell", "code", "fw")
_DATES: dict[str, Any] = {
    "original_date": True,
    "extensive_search": False,
    "max_date": "2199-12-31",
}  # the clock stays out


def article_from_html(
    html: str | bytes,
    *,
    id: str,
    option: Metadata = Metadata(),
    sidecar: Metadata = Metadata(),
    given: Metadata = Metadata(),
    fallback: Metadata = Metadata(),
    url: str = "",
    place: Place = Place(),
    file: str = "",
    text_file: str = "",
) -> Article | Problem:
    """The article of a page; ``given`` (a record) is believed before it, ``fallback`` (a feed) after it."""
    try:
        import htmldate  # noqa: F401
        import trafilatura  # noqa: F401
    except ImportError as error:
        return problem("reader-missing", place, article=id, value=error.name or str(error))
    tree = _parsed(html, place, place.path or url or id)
    if isinstance(tree, Problem):
        return replace(tree, article=id)
    _alive = _shown(tree)
    url = url or given.url or sidecar.url or option.url
    found_at = unwrap(url)[0]
    foreign = set(foreign_parts(tree))
    declared = page_metadata(tree, found_at, foreign)
    own = _own_parts(tree, foreign)
    document = _extract(tree, url, declared)
    leaves = list(leaves_of(tree))
    text, blocks = _text_and_blocks(document, tree, leaves, foreign, declared.title)
    if count_words(_body(text, blocks)) < _LEAST_WORDS:
        title = given.title or declared.title or _guessed(document).title
        if not title or not declared.published:
            return problem("article-no-article", place, article=id, value=place.path or url or id)
        # A page that can be named and dated is kept by that: what follows says that it has no sentence.
        text, blocks = title, (Block(0, len(title), "headline"),)
    dated, is_declared = _dated(tree, own, declared, fallback, found_at)
    shown = Metadata() if is_declared else dated
    guessed = _guessed(document)
    metadata = _with_authors(first_of((given, declared, fallback, guessed)), guessed, text, blocks)
    declared_date = dated if is_declared else Metadata()
    own_date = next((one for one in (given, declared_date) if one.published), Metadata())
    metadata = _with_date(metadata, own_date, url)
    article = article_from_text(
        text,
        id=id,
        option=option,
        sidecar=sidecar,
        metadata=metadata,
        shown=shown,
        blocks=blocks,
        file=file,
        text_file=text_file,
    )
    return replace(article, posts=_posts(article, tree, foreign), loss=_loss(text, document, leaves, foreign))


def _loss(text: str, document: Any, leaves: Leaves, foreign: set[Any]) -> PageLoss | None:
    """How much of the page's prose the extraction had left out, where that was much."""
    extracted = bare("".join(words for words, _ in _pieces(document.body))) if _has_body(document) else ""
    read = bare(text)
    told = "div" if _is_told_in_boxes(leaves) else "p"
    prose = [bare(words) for words in own_prose([one for one in leaves if one[0].tag == told], foreign)]
    left_out = [words for words in prose if words not in extracted]
    if not prose or sum(map(len, left_out)) <= _LOST * sum(map(len, prose)):
        return None
    missing = sum(words not in read for words in left_out)
    return PageLoss(len(left_out) - missing, missing, len(prose))


def _has_body(document: Any) -> bool:
    return document is not None and document.body is not None


def _posts(article: Article, tree: Any, foreign: set[Any]) -> tuple[Post, ...]:
    """The posts of a live page, the one post of an explainer that was rewritten; a story has none."""
    live = posts_of(article.text, article.blocks, live_moments(tree, foreign))
    return live or rewritten(article.text, article.blocks, article.published, modified_moment(tree))


def _dated(
    tree: Any, own: Any, declared: Metadata, fallback: Metadata, found_at: str
) -> tuple[Metadata, bool]:
    """The day of a page and whether the page declares it: its own, a feed's, or a guess where nothing else is shown."""
    dated, is_declared = page_date(tree, own, declared, declared.url or found_at)
    if not dated.published and fallback.published:
        return fallback, True
    if not dated.published and not is_declared and not shows_other_dates(own):
        return _guessed_date(own, found_at), True
    return dated, is_declared


_HALF = re.compile("[\ud800-\udfff]")  # of a character, left alone


def _readable(html: str | bytes) -> str | bytes:
    """A page as text where its encoding is plain, half characters of a broken copy replaced."""
    if isinstance(html, bytes):
        text_of_page = decoded_markup(html)
        html = html if text_of_page is None else text_of_page
    if isinstance(html, str) and _HALF.search(html):
        return html.encode("utf-8", "replace").decode("utf-8")
    return html


def _shown(tree: Any) -> list[Any]:
    """Leave in ``tree`` what is shown and declared, and out what is written for browsers, which is much of a page.

    The elements come back to be held: else an object is made anew each time one is met.
    """
    elements = list(tree.iter())
    without_hidden(tree)
    for element in tree.xpath("//style | //svg | //script[not(contains(@type, 'ld+json'))]"):
        element.drop_tree()
    return elements


def _own_parts(tree: Any, foreign: set[Any]) -> Any:
    """A copy of the page without what belongs to other articles, to readers, or to an archive."""
    own = deepcopy(tree)
    for part in [copied for one, copied in zip(tree.iter(), own.iter(), strict=True) if one in foreign]:
        part.drop_tree()
    return own


def _with_authors(metadata: Metadata, guessed: Metadata, text: str, blocks: tuple[Block, ...]) -> Metadata:
    """Where only a guess names authors, what the article's own byline says is surer."""
    if metadata.authors != guessed.authors:
        return metadata
    return replace(metadata, authors=read_byline(text, blocks).authors or names_of(guessed.authors))


def _with_date(metadata: Metadata, dated: Metadata, url: str) -> Metadata:
    return replace(metadata, published=dated.published, zone=dated.zone, url=metadata.url or url)


def _parsed(html: str | bytes, place: Place, value: str) -> Any:
    """The page's element tree, or the problem that it is none or larger than any article's."""
    readable = _readable(html)
    if too_many_attributes(readable, place, value):
        readable = without_scripts(readable)
    if flooded := too_many_attributes(readable, place, value):
        return flooded
    tree = _parse(readable)
    if tree is None:
        return problem("article-no-article", place, value=value)
    return too_many_elements(tree, place, value) or tree


def _parse(html: str | bytes) -> Any:
    """The page's element tree, or None when there is none."""
    from trafilatura import load_html

    try:
        return load_html(html)
    except Exception:  # the parser meets every kind of broken page
        return None


_GUESSED = ("title", "authors", "publisher", "url", "tags")


def _extract(tree: Any, url: str, declared: Metadata) -> Any:
    """Trafilatura's document, or None; it guesses at the page's data only where the page does not declare all."""
    from trafilatura import bare_extraction

    shown = deepcopy(tree)
    plainly_named(shown)
    try:
        return bare_extraction(
            shown,
            url=url or None,
            with_metadata=not all(getattr(declared, name) for name in _GUESSED),
            include_comments=False,
            date_extraction_params=_DATES,
        )
    except Exception:
        return None


def _guessed(document: Any) -> Metadata:
    """What trafilatura reads off the page beyond what it declares."""
    if document is None:
        return Metadata()
    authors = tuple(name.strip() for name in (document.author or "").split(";") if name.strip())
    return Metadata(
        title=document.title or "",
        authors=authors,
        publisher=document.sitename or "",
        url=document.url or "",
        tags=tuple(document.tags or ()),
    )


def _guessed_date(own: Any, url: str) -> Metadata:
    """The day htmldate finds before the story of a page that declares and shows none."""
    from htmldate import find_date

    _drop_behind_story(own)
    try:
        found = find_date(own, url=url or None, **_DATES)
    except Exception:
        return Metadata()
    value, zone = read_moment(found or "")
    return Metadata(published=value, zone=zone)


def _drop_behind_story(own: Any) -> None:
    """Take out all that follows the first paragraphs: days that stand there are of other things."""
    told = [element for element in own.iter("p") if tells(element)][:2]
    element = told[-1] if len(told) == 2 else None
    while element is not None:
        for after in list(element.itersiblings()):
            element.getparent().remove(after)
        element = element.getparent()


def _text_and_blocks(
    document: Any, tree: Any, leaves: Leaves, foreign: set[Any], title: str
) -> tuple[str, tuple[Block, ...]]:
    """The text of the page's article and its blocks."""
    pieces = list(_pieces(document.body)) if _has_body(document) else []
    if len(pieces) < 2 or not _has_prose(pieces):  # a last resort of the library is one paragraph of all
        plain = list(_plain_pieces(tree, foreign))
        if not _has_prose(plain):  # a page without paragraphs, its story in boxes
            plain = list(_plain_pieces(tree, foreign, boxes=True))
        pieces = plain if _has_prose(plain) or not pieces else pieces
    elif whole := _whole(pieces, tree, leaves, foreign):
        pieces = whole
    title = _plain(getattr(document, "title", "") or title)
    lines = []
    parts: list[str] = []
    at = 0
    for number, (words, tag) in enumerate(pieces):
        lines.append(
            line_of(
                words,
                at,
                heading=1 if tag == "h1" or (words == title and number < 3) else 2 if tag == "head" else 0,
            )
        )
        parts.append(words)
        at += len(words) + 2
    kinds = kinds_of_lines(lines)
    placed = shapes(tree, leaves, foreign)
    blocks = tuple(
        Block(line.start, line.end, _kind(kind, tag, placed.get(bare(words))))
        for line, kind, (words, tag) in zip(lines, kinds, pieces, strict=True)
    )
    return "\n\n".join(parts), blocks


def _kind(kind: BlockKind, tag: str, placed: BlockKind | None) -> BlockKind:
    """What a block is by its words, unless its element or its place tells more."""
    if tag == "figcaption":
        return "caption"
    if tag == "row":
        return "body"
    return placed if placed and kind in ("body", "subheading") else kind


def _pieces(body: Any) -> Iterator[tuple[str, str]]:
    """Paragraphs and headings of trafilatura's tree with their tags, in order."""
    taken: set[Any] = set()
    for element in body.iter():
        if not isinstance(element.tag, str) or element in taken:
            continue
        if element.tag == "row" and (words := _dated_row(element)):
            taken.update(element.iter())
            yield words, "row"
            continue
        if element.tag == "item" and (words := _dated_term(element)):
            taken.update(element.getnext().iter())
            yield words, "row"
            continue
        if element.tag == "head":
            words = _plain(_words(element))
            tag = "h1" if element.get("rend") == "h1" else "head"
        elif element.tag in _TEXT_TAGS and not any(child.tag in _TEXT_TAGS for child in element):
            words, tag = _plain(_words(element)), element.tag
        elif element.tag in ("quote", "item", "cell") and (element.text or "").strip():
            words, tag = _plain(element.text), element.tag
        else:
            continue
        if words:
            yield words, tag


def _dated_row(row: Any) -> str:
    """A table's row that tells what happened on a day, as one line: "3 May 1931: The ferry was opened"."""
    cells = [words for cell in row.iter("cell") if (words := _plain(_words(cell)))]
    if len(cells) < 2 or count_words(" ".join(cells[1:])) < 3:
        return ""
    return f"{cells[0]}: {', '.join(cells[1:])}" if _is_date(cells[0]) else ""


def _dated_term(item: Any) -> str:
    """A term of a list that is a date, with what is told of it: ``<dt>3 May 1931</dt><dd>The ferry was opened</dd>``."""
    told = item.getnext()
    if not (item.get("rend") or "").startswith("dt") or told is None:
        return ""
    date, words = (_plain(_words(one)) for one in (item, told))
    fits = (told.get("rend") or "").startswith("dd") and count_words(words) >= 3 and _is_date(date)
    return f"{date}: {words}" if fits else ""


def _is_date(words: str) -> bool:
    """Whether the words are a day, a month or a year, from one to another perhaps, and hardly more."""
    dates = stated_dates(words)
    stated = bool(dates) and dates[0].end - dates[0].start >= len(words) - 12
    return stated or _YEARS.fullmatch(words) is not None or _is_day_of_month(words)


_YEARS = re.compile(r"(?:ca?\. ?)?(?:1[0-9]|20)\d\d(?: ?[-–—/] ?(?:(?:1[0-9]|20)?\d\d)?)?")


def _is_day_of_month(words: str) -> bool:
    """ "June 1952", "9. Juni", "3–5 mai 1931": a month's name, a number and words of three letters at most."""
    pieces = re.findall(r"[^\W\d_]+|\d+", words.lower()) if len(words) <= _LONGEST_DATE else []
    names = [piece for piece in pieces if piece in calendar_names("month")]
    others = (piece for piece in pieces if piece not in names and piece not in calendar_names("weekday"))
    fits = all(len(piece) <= (4 if piece.isdigit() else 3) for piece in others)
    return bool(names) and fits and any(piece.isdigit() for piece in pieces)


_LONGEST_DATE = 40  # characters


def _whole(
    pieces: list[tuple[str, str]], tree: Any, leaves: Leaves, foreign: set[Any]
) -> list[tuple[str, str]]:
    """All pieces of the page's own prose when the extraction has lost much of it, else nothing."""
    own = [(bare(words), words) for words in own_prose(leaves, foreign)]
    got = bare("".join(words for words, _ in pieces))
    missing = sum(len(key) for key, _ in own if key not in got)
    if missing <= _LOST * sum(len(key) for key, _ in own):
        return []
    wanted = {key for key, _ in own}
    plain = list(_plain_pieces(tree, foreign, boxes=_is_told_in_boxes(leaves)))
    kept = {bare(words) for words, _ in pieces} | wanted
    return [(words, tag) for words, tag in plain if bare(words) in kept or tag in ("h1", "head")]


_LOST = 0.2  # of the page's prose


def _is_told_in_boxes(leaves: Leaves) -> bool:
    """Whether the page has no paragraphs of prose, so that its divisions tell its story."""
    return not any(element.tag == "p" and count_words(words) >= _LEAST_WORDS for element, words in leaves)


def _plain_pieces(tree: Any, foreign: set[Any], *, boxes: bool = False) -> Iterator[tuple[str, str]]:
    """Paragraphs and headings of a page so small or odd that nothing was extracted; ``boxes``: its divisions too."""
    for element in tree.iter(
        "h1", "h2", "h3", "p", "li", "blockquote", "figcaption", *(("div",) if boxes else ())
    ):
        if is_foreign(element, foreign):
            continue
        if any(child.tag in ("p", "li") for child in element):
            continue
        if element.tag == "div" and not is_leaf(element):
            continue
        words = _plain(_words(element))
        if words:
            yield (
                words,
                {"h1": "h1", "h2": "head", "h3": "head", "figcaption": "figcaption"}.get(element.tag, "p"),
            )


def _has_prose(pieces: list[tuple[str, str]]) -> bool:
    return (
        sum(count_words(words) for words, tag in pieces if tag not in ("head", "h1") and _ends(words))
        >= _LEAST_WORDS
    )


def _ends(words: str) -> bool:
    return bool(re.search(r"[.!?…。！？।؟][\"'”’»)\]]*$", words))


def _words(element: Any) -> str:
    """The words of an element; a line break between two of them is a blank."""
    if next(element.iter("br", "lb"), None) is None:
        return "".join(element.itertext())
    pieces = [element.text or ""]
    for one in element.iterchildren():
        pieces.append(" " if one.tag in ("br", "lb") else _words(one) if isinstance(one.tag, str) else "")
        pieces.append(one.tail or "")
    return "".join(pieces)


def _plain(words: str | None) -> str:
    """White space made single spaces."""
    return " ".join((words or "").split())


def _body(text: str, blocks: tuple[Block, ...]) -> str:
    return "\n".join(text[block.start : block.end] for block in blocks if block.kind == "body")
