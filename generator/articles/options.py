"""How articles are read: what the command line says of them, and the limits nothing may pass."""

from __future__ import annotations

from dataclasses import dataclass

from .metadata import Metadata

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class ArticleOptions:
    """Facts about the articles that outrank what they say of themselves, and limits for reading."""

    known: Metadata = Metadata()  # --title, --publisher, --author, --published, --url, --lang, --tag
    max_bytes: int = 20 * MEGABYTE  # a news article has some kilobytes; a book stays below this
    timeout: float = 20.0  # seconds for a page, from the first connection to the last byte
    max_redirects: int = 5
    feed_entries: int = 200  # newest entries of a feed that are read
    fetch_links: bool = True  # a feed's entries from their pages, not only from the feed
    text_folder: str = "seeds/.text"  # where the text of a page or record is kept
    kept_in: str = (
        ""  # folder of articles added before; what stands beside a copy there holds for the same file
    )
