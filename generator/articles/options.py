"""How articles are read: what the command line says of them, and the limits nothing may pass."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..errors import Problem
from ..model import Article
from .metadata import Metadata

MEGABYTE = 1_000_000

Made = Article | Problem
# All that the article of a record rests on, and what makes it, in; the article, made now or before, out.
Remember = Callable[[object, Callable[[], Made]], Made]


def made_now(_rests_on: object, make: Callable[[], Made]) -> Made:
    """Remembers nothing."""
    return make()


# The same of many that will be asked for next in; who has several hands makes them now.
Foresee = Callable[[Sequence[tuple[object, Callable[[], Made]]]], None]


def nothing_foreseen(_asked: Sequence[tuple[object, Callable[[], Made]]]) -> None:
    """Each is made when it is asked for."""


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
    remember: Remember = made_now
    foresee: Foresee = nothing_foreseen
