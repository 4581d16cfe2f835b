"""A text and what is known of it in, an article out: blocks, byline, language and the date, in their order."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from ..bcp47 import language_tag
from ..model import Article, Block, PublishedBasis
from ..text.blocks import split_blocks
from ..text.dateline import read_dateline
from ..text.language import detect_language
from ..text.split_words import with_whole_words
from .archive import unwrap
from .byline import read_byline
from .metadata import Metadata, date_in_url, first_of, published_of

_NOTHING = Metadata()


def article_from_text(
    text: str,
    *,
    id: str,
    option: Metadata = _NOTHING,
    sidecar: Metadata = _NOTHING,
    metadata: Metadata = _NOTHING,
    shown: Metadata = _NOTHING,
    blocks: tuple[Block, ...] | None = None,
    file: str = "",
    text_file: str = "",
) -> Article:
    """The article of ``text``, which stays as it is; ``option`` is believed before ``sidecar``, that before ``metadata``.

    ``blocks`` are given when the source marks them itself (a web page); else they are read off the text.
    ``shown`` is the date that stands on a page beside the text.
    """
    seen = with_whole_words(text)  # as long as the text: what is found in it stands at the same place there
    blocks = split_blocks(seen) if blocks is None else blocks
    byline = read_byline(seen, blocks)
    blocks = _with_title(text, blocks, option.title or sidecar.title or metadata.title)
    known = first_of((option, sidecar, metadata, byline))
    url, archived = unwrap(known.url)
    dateline = read_dateline(text, blocks)
    dates: Mapping[PublishedBasis, tuple[str, str]] = {
        "option": (option.published, option.zone),
        "sidecar": (sidecar.published, sidecar.zone),
        "metadata": (metadata.published, metadata.zone),
        "byline": (shown.published, shown.zone) if shown.published else (byline.published, byline.zone),
        "dateline": (dateline.day, ""),
        "url": (date_in_url(url), ""),
    }
    return Article(
        id=id,
        text=text,
        blocks=blocks,
        title=_without_outlet(known.title, known.publisher),
        authors=option.authors or sidecar.authors or _people(known.authors, known.publisher),
        publisher=known.publisher,
        agency=known.agency or dateline.agency,
        published=published_of(dates),
        url=url,
        archive_url=known.archive_url or archived,
        lang=language_tag(known.lang) or detect_language(_prose(text, blocks)),
        tags=known.tags,
        sha256=text_hash(text),
        file=file,
        text_file=text_file,
    )


def text_hash(text: str) -> str:
    """SHA-256 of the text as UTF-8; a lone surrogate counts as it stands."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _with_title(text: str, blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    """A first line that repeats the known title is the headline, even when it ends as a sentence does."""
    if not title or any(block.kind == "headline" for block in blocks):
        return blocks
    for number, block in enumerate(blocks[:6]):
        if _bare(text[block.start : block.end]) == _bare(title):
            return (*blocks[:number], replace(block, kind="headline"), *blocks[number + 1 :])
    return blocks


def _without_outlet(title: str, publisher: str) -> str:
    """A page's title without the outlet that pages put after it: "Bridge closed | Ald Post"."""
    for sign in (" | ", " – ", " — ", " - "):
        head, mark, tail = title.rpartition(sign)
        if mark and publisher and _bare(tail) == _bare(publisher):
            return head
    return title


def _people(authors: tuple[str, ...], publisher: str) -> tuple[str, ...]:
    """The authors without the outlet, which pages put in an author's place: the publisher is said already."""
    return tuple(name for name in authors if _bare(name) not in ("", _bare(publisher)))


def _bare(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


def _prose(text: str, blocks: tuple[Block, ...]) -> str:
    """The beginning of the body, where the language shows best; the whole text when there is none."""
    body = "\n".join(text[block.start : block.end] for block in blocks[:60] if block.kind == "body")
    return body or text
