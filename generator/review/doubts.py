"""A fact and its article in, what may be wrong with it in plain words out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..model import Article, Fact
from .said import Say, say
from .waiting import SAID

# (what is doubted, in words; whether it holds). The words end a sentence that begins "Look:".
_DOUBTS: tuple[tuple[str, Callable[[Fact], bool]], ...] = (
    (say("the date is the article's own day: the sentence names none"), lambda f: _basis(f) == "published"),
    (say("the date is carried over from the sentence before"), lambda f: _basis(f) == "discourse"),
    (say("the date is counted from a day named earlier"), lambda f: _anchor(f) in ("narrative", "document")),
    (say("the date is wider than a month"), lambda f: bool(f.date) and len(f.date) < 7),
    (say("the speaker is a description, not a name"), lambda f: bool(f.speaker) and f.speaker[0].islower()),
    (
        say("a statement that names no speaker"),
        lambda f: f.kind == "statement" and not f.speaker and not f.anonymous,
    ),
    (say("it leans on the sentence before"), lambda f: bool(f.context)),
    (
        say("it is part of a longer sentence"),
        lambda f: bool(f.sources) and len(f.text) * 3 < len(f.sources[0].quote) * 2,
    ),
    (say("it is told as denied"), lambda f: f.denied),
)


def doubts_of(
    fact: Fact, article: Article | None, reasons: Iterable[str] = (), say: Say = say
) -> tuple[str, ...]:
    """What to look at before deciding, most pressing first; ``reasons`` are those of ``waiting_list``."""
    found = [reason for reason in reasons if reason != say(SAID["draft"])]
    found += [say(words) for words, holds in _DOUBTS if holds(fact)]
    inferred = article is not None and article.published.basis == "inferred"
    if inferred and say(SAID["inferred"]) not in found:
        found.append(say("the article's own day was inferred"))
    return tuple(dict.fromkeys(found))


def _basis(fact: Fact) -> str:
    return fact.sources[0].date.basis if fact.sources and fact.date else ""


def _anchor(fact: Fact) -> str:
    relative = fact.sources and fact.date and fact.sources[0].date.basis == "relative"
    return fact.sources[0].date.anchor_basis if relative else ""
