"""An article and its dates in; the entries of a chronicle, each with the date that its label gives it, out.

"Oct. 6, 1923: First concert." dates the paragraphs behind it up to the next label, where an article has
several of them. A line that is a date alone is such a label too, and where paragraphs stand below each of
them two such days or months are enough.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from ..language import pattern_everywhere
from ..model import Article, Block, DateReason, ResolvedDate
from .ranges import ends, other_end
from .scene import Dated

_LEAST, _LEAST_ALONE = 3, 2  # labels that make a chronicle
_COLON = (":", "—", "–", "|")
# A day alone above the first paragraph looks like that of publication.
_LABELS = ("body", "subheading", "byline")
_OPENERS = " \t\"'“‘«•*·▪-–—"


# What holds at the time of writing, whatever entry of a chronicle it stands in.
STILL = pattern_everywhere("still")


def labels_of(article: Article, dates: Sequence[ResolvedDate]) -> Mapping[int, Dated]:
    """The date of each block that a label covers, by the block's number; empty when it is no chronicle."""
    labels = {
        index: label
        for index, block in enumerate(article.blocks)
        if block.kind in _LABELS and (label := _label(article.text, block, dates))
    }
    told = (at for at, block in enumerate(article.blocks) if block.kind == "body" and at not in labels)
    above = ((at - 1, article.blocks[at - 1]) for at in told if at - 1 in labels)
    alone = {at for at, block in above if _heads(article, block, labels[at])}
    heads = {at: label for at, label in labels.items() if article.blocks[at].kind != "byline" or at in alone}
    if len(heads) < _LEAST and len(alone) < _LEAST_ALONE:
        return MappingProxyType({})
    covered: dict[int, Dated] = {}
    now: Dated | None = None
    for index, block in enumerate(article.blocks):
        now = heads.get(index, None if block.kind == "subheading" else now)
        if now is not None:
            covered[index] = now
    return MappingProxyType(covered)


def _heads(article: Article, block: Block, label: Dated) -> bool:
    """A day or month alone on its line; not that of publication, nor a year, which anything may be told below."""
    line = article.text[block.start : block.end].strip(f"{_OPENERS}.)")
    return line == label.reason.words and not label.edtf.isdigit() and label.edtf != article.published.day


def _label(text: str, block: Block, dates: Sequence[ResolvedDate]) -> Dated | None:
    """The date that opens a block and is followed by a colon, a dash or nothing."""
    start = block.end - len(text[block.start : block.end].lstrip(_OPENERS))
    inside = [d for d in dates if block.start <= d.start and d.end <= block.end and d.edtf]
    first = next((d for d in inside if d.start == start), None)
    if first is None:
        return None
    end = other_end(text, first, inside)
    rest = text[(end or first).end : block.end].lstrip(" .)")
    if rest and not rest.startswith(_COLON):
        return None
    value = first.edtf.split("T")[0] if end is None else "/".join(ends(first, end))
    words = text[first.start : (end or first).end]
    return Dated(value, DateReason(words, first.rule, "discourse", value, "narrative"))
