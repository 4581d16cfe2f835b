"""By what a page is known in, which of several things on it describes the page itself out.

A page carries the data of other articles beside its own (related lists, teasers). The headline and the
address tell them apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlsplit

from .archive import unwrap
from .page_parts import is_foreign

T = TypeVar("T")
_WORD = re.compile(r"[^\W_]{3,}|[^\W_a-zA-Z]{1,2}")


@dataclass(frozen=True, slots=True)
class PageNames:
    """The headings and addresses of a page."""

    titles: tuple[frozenset[str], ...]  # the words of each
    paths: frozenset[str]

    @classmethod
    def of(cls, tree: Any, url: str, foreign: Set[Any]) -> PageNames:
        """What the page calls itself outside ``foreign`` parts: headings, title, canonical address."""
        titles = [_words(tree.findtext(".//title") or "")]
        titles += [_words(" ".join(h1.itertext())) for h1 in tree.iter("h1") if not is_foreign(h1, foreign)]
        addresses = [url]
        for element in tree.iter("meta", "link"):
            name = (element.get("property") or element.get("name") or element.get("rel") or "").lower()
            if name in ("og:title", "twitter:title"):
                titles.append(_words(element.get("content") or ""))
            elif name in ("og:url", "canonical"):
                addresses.append(element.get("content") or element.get("href") or "")
        return cls(tuple(filter(None, titles)), frozenset(filter(None, map(_path, addresses))))

    def best(self, candidates: Sequence[tuple[T, str, str]], *, sure: bool = False) -> T | None:
        """The candidate (with its headline and address) that is this page; None when all are others.

        ``sure``: silence is not enough, headline or address must agree.
        """
        scored = [
            (self._score(title, url), -number, one) for number, (one, title, url) in enumerate(candidates)
        ]
        if not scored:
            return None
        score, _, one = max(scored, key=lambda found: found[:2])
        return one if score > (0 if sure else -1) else None

    def _score(self, title: str, url: str) -> float:
        """Above 0: it is this page; 0: nothing speaks for or against it; -1 and less: another."""
        score = 0.0
        words = _words(title)
        if words and self.titles:
            shared = max(len(words & own) / min(len(words), len(own)) for own in self.titles)
            score += 2 * shared if shared >= 0.34 else -1
        path = _path(url)
        if path and self.paths:
            score += 2 if path in self.paths else -1 if len(path) > 1 else 0
        return score


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _path(url: str) -> str:
    """An address without scheme, www, query and what does not tell pages apart."""
    inner = unwrap(url.strip())[0]
    try:
        parts = urlsplit(inner)
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    except ValueError:
        return ""
    path = re.sub(r"/(?:amp|index\.html?)?/?$", "", parts.path)
    return f"{host}{path}" if host and path else "/" if host else ""
