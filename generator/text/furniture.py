"""The rules that know a line of furniture by its words: a table of kind, where, pattern and example.

``where`` says which part of the article a rule may speak of: ``any`` rules rest on a label that body
text does not begin with; ``edge`` rules only hold before the first and after the last paragraph.
``words`` is the longest line the rule believes in. What no rule knows is body.
"""

import re

from ..language import words_everywhere
from ..model import BlockKind
from .furniture_rule import furniture_rules
from .lines import Line
from .patterns import pattern

_LONGEST = 1000  # characters; keeps every pattern's work bounded
_APPEAL_WORDS = pattern("appeal-words")
_APPEAL = pattern("appeal")
_STATEMENT = pattern("maybe-body")
_LABEL_DATE = pattern("label-date")
_JOINING = words_everywhere("dateline-word") | words_everywhere("particle")


def furniture_kind(line: Line, *, edge: bool) -> BlockKind | None:
    """The kind a rule gives ``line``, or None when no rule knows it; ``edge``: before or after the body."""
    if len(line.text) > _LONGEST:
        return None
    low = line.text.lower()
    for rule in furniture_rules():
        if line.words > rule.words or not (edge or rule.where == "any"):
            continue
        if rule.needs and not any(sign in low for sign in rule.needs):
            continue
        if rule.pattern.match(line.text) and (not line.terminal or _small_words(line.text) <= rule.small):
            return rule.kind
    return "promo" if is_appeal(line, edge=edge) else None


def _small_words(text: str) -> int:
    """Words in small letters that neither join names nor belong to a time."""
    words = re.findall(r"[^\W\d_]+", text)
    return sum(word[0].islower() and word not in _JOINING for word in words)


def is_appeal(line: Line, *, edge: bool) -> bool:
    """Whether the line asks something of the reader: an imperative first, and words of a reader's favours.

    At the edge a date may be fused to it ("date 2025-05-16 Help us …"); amid the body it must be short.
    """
    if line.words > (60 if edge else 35):
        return False
    text = line.text
    fused = _LABEL_DATE.match(text) if edge else None
    start = fused.end() if fused else 0
    if not _APPEAL.match(text, start):
        return False
    count = len({match.group().lower() for match in _APPEAL_WORDS.finditer(text, start)})
    return count >= (1 if edge and not _STATEMENT.match(text, start) else 2)
