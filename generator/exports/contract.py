"""One article's reading, or one merged fact, in; the JSON object of ``chronofact extract --jsonl`` out.

The shape is a promise to other programs: keys are added, never renamed or removed. All offsets are code
points of ``text``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from ..errors import Problem
from ..fields import FIELDS, FactKey, as_data, said
from ..model import (
    Article,
    Attribution,
    Block,
    DateReason,
    Fact,
    Post,
    ResolvedDate,
    Sentence,
    Source,
)
from ..prose.article_reasons import tell_reasons

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def article_record(
    article: Article,
    *,
    sentences: Sequence[Sentence] = (),
    dates: Sequence[ResolvedDate] = (),
    attributions: Sequence[Attribution] = (),
    facts: Sequence[Fact] = (),
    problems: Sequence[Problem] = (),
) -> dict[str, Json]:
    """Everything read out of one article."""
    return {
        "id": article.id,
        "title": article.title or None,
        "authors": list(article.authors),
        "publisher": article.publisher or None,
        "lang": article.lang or None,
        "published": {
            "value": article.published.value or None,
            "basis": article.published.basis,
            **({"zone": article.published.zone} if article.published.zone else {}),
            **({"reason": reason} if (reason := " ".join(tell_reasons(article.published))) else {}),
        },
        "text": article.text,
        "blocks": _each(_block, article.blocks),
        **({"posts": _each(_post, article.posts)} if article.posts else {}),
        "sentences": _each(_sentence, sentences),
        "dates": _each(_date, dates),
        "attributions": _each(_attribution, attributions),
        "facts": _each(fact_record, facts),
        "problems": _each(problem_record, problems),
    }


def failed_record(identifier: str, found: Problem) -> dict[str, Json]:
    """The object that stands in the place of a line that could not be read."""
    return article_record(Article(id=identifier, text=""), problems=(found,))


def merged_record(fact: Fact) -> dict[str, Json]:
    """One fact of the whole input with all its sources."""
    return fact_record(fact) | {k.label: _field(k, fact) for k in FIELDS if k.extract == "merged"}


def fact_record(fact: Fact) -> dict[str, Json]:
    """A fact with its sources; an unknown date, speaker or outlet is null."""
    return {label: _field(key, fact) for label, key in _CARRIED if key.extract == "always" or said(key, fact)}


_CARRIED = [(key.label, key) for key in FIELDS if key.extract in ("always", "said")]


def _field(key: FactKey, fact: Fact) -> Json:
    if key.of is Source:
        return _each(_source, fact.sources)
    value: Json = as_data(key, getattr(fact, key.field))
    return None if value == "" else value


def problem_record(found: Problem) -> dict[str, Json]:
    """A problem with its remedy."""
    return {
        "code": found.code,
        "message": found.message,
        **({"remedy": found.remedy} if found.remedy else {}),
    }


def _post(post: Post) -> dict[str, Json]:
    return {
        "start": post.start,
        "end": post.end,
        "published": post.published.value,
        **({"zone": post.published.zone} if post.published.zone else {}),
    }


def _block(block: Block) -> dict[str, Json]:
    return {"start": block.start, "end": block.end, "kind": block.kind}


def _sentence(sentence: Sentence) -> dict[str, Json]:
    return {"start": sentence.start, "end": sentence.end}


def _date(date: ResolvedDate) -> dict[str, Json]:
    return {
        "start": date.start,
        "end": date.end,
        "words": date.words,
        "type": date.type,
        "edtf": date.edtf or None,
        "timex": date.timex or None,
        **({"mod": date.mod} if date.mod else {}),
        "basis": date.basis,
        "rule": date.rule,
    }


def _attribution(said: Attribution) -> dict[str, Json]:
    return {
        "start": said.start,
        "end": said.end,
        "cue": said.cue,
        "speaker": said.speaker or None,
        "speaker_start": said.speaker_start if said.speaker_start >= 0 else None,
        "speaker_end": said.speaker_end if said.speaker_end >= 0 else None,
        "via": said.via or None,
        "anonymous": said.anonymous,
    }


def _source(source: Source) -> dict[str, Json]:
    return {
        "article": source.article,
        "start": source.start if source.start >= 0 else None,
        "end": source.end if source.end >= 0 else None,
        "quote": source.quote,
        "date": _reason(source.date),
        **({"headline": True} if source.headline else {}),
        **({"at": source.at} if source.at else {}),
    }


def _reason(reason: DateReason) -> dict[str, Json]:
    return {
        "words": reason.words or None,
        "rule": reason.rule or None,
        "basis": reason.basis,
    }


def _each(shape: Callable[..., dict[str, Json]], values: Sequence[object]) -> list[Json]:
    return [shape(value) for value in values]
