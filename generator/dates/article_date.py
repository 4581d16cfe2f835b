"""An undated article and dated ones in, the date it must have out, with the reason; never today's date."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Article, Published


def infer_published(article: Article, dated: Sequence[Article]) -> Published:
    """The date that shared whole sentences or the article's own words support, else unknown."""
    return _from_shared_sentences(article, dated)


def _from_shared_sentences(article: Article, dated: Sequence[Article]) -> Published:
    own = _sentences(article)
    best, most = None, 0
    for other in dated:
        shared = len(own & _sentences(other)) if other.id != article.id else 0
        if shared > most:
            best, most = other, shared
    if best is None or most < 2:
        return Published()
    reason = f"{most} whole sentences are the same in {best.id}, published {best.published.day}."
    return Published(best.published.day, "inferred", reason)


def _sentences(article: Article) -> frozenset[str]:
    from ..text.sentences import split_sentences

    found = split_sentences(article.text, article.blocks, article.lang or "en")
    return frozenset(
        sentence
        for span in found
        if article.blocks[span.block].kind == "body"
        and len((sentence := " ".join(article.text[span.start : span.end].split())).split()) >= 8
    )
