"""An article as it was received: what was read, the bytes it came in, and what was said of it besides."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Article
from .metadata import Metadata


@dataclass(frozen=True, slots=True)
class Received:
    """``article.file`` names the file it was read from; ``data`` is what came from an address instead.

    ``beside`` holds what the bytes do not say themselves: options, a sidecar, a feed, the address. Kept in
    a sidecar, it lets the same article be read again from its bytes alone. ``said`` is the part of it that a
    person gave with this very command.
    """

    article: Article
    data: bytes = b""
    ending: str = ".html"  # of the file that ``data`` is kept in
    beside: Metadata = Metadata()
    said: Metadata = Metadata()
