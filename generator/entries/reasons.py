"""The evidence of a statement and what each part counted in, the reasons for its worth in plain words out."""

from __future__ import annotations

from typing import NamedTuple

from .evidence import Evidence

_LEAST = 0.12  # of the log odds; less is not worth saying
_MOST = 3  # reasons of a kind


class Said(NamedTuple):
    """One reason: the words, and whether it speaks for an entry."""

    words: str
    speaks_for: bool


NEWS = Said("the news of its article", True)

# Of each number: what to say where it is high, and where it is low.
_WORDS: dict[str, tuple[str, str]] = {
    "size": ("one of many statements of a long article", "the article makes few statements"),
    "relative": ("stands towards the end", "stands towards the beginning"),
    "headline": ("tells what the headline tells", "shares nothing with the headline"),
    "dated": ("words of its own date it", "no words of its own date it"),
    "own_day": ("happened on the article's own day", ""),
    "undated": ("of no known day", ""),
    "exact": ("dated to the day", "not dated to the day"),
    "today": ("of the day of the article", "of another day than the article"),
    "earlier_year": ("lies before the year of the article", ""),
    "spoken": ("somebody stands behind it", "nobody is named who says it"),
    "named_speaker": ("a speaker with a full name", ""),
    "role_speaks": ("an office speaks", ""),
    "in_marks": ("much of it is quotation", ""),
    "all_marks": ("it is all quotation", ""),
    "cut": ("told by the article itself", "cut out of a longer sentence"),
    "plan": ("tells of something to come", ""),
    "length": ("tells much", "tells little"),
    "short": ("very short", ""),
    "long": ("very full", ""),
    "names": ("names who or where", "names nobody"),
    "numbers": ("gives figures", "gives no figures"),
    "own": ("speaks of itself or to the reader", ""),
    "other": ("leans on words before it", "leans on nothing before it"),
    "modal": ("says what may or should be", ""),
    "vague": ("does not say who", ""),
    "past": ("tells what happened", "tells of nothing that happened"),
    "only_present": ("tells what is, not what happened", ""),
    "no_verb": ("without a verb that tells what happened", ""),
    "verb_first": ("opens with what happened", "opens with what is"),
}


def put_in_words(evidence: Evidence, parts: Evidence) -> tuple[Said, ...]:
    """The parts that counted, each as one phrase; the weightiest for and against."""
    said: list[tuple[float, Said]] = []
    for name, value, part in zip(Evidence._fields, evidence, parts, strict=True):
        high, low = _WORDS[name]
        words = high if value > _HALVES.get(name, 0.0) else low
        if words and abs(part) >= _LEAST:
            said.append((-abs(part), Said(words, part > 0)))
    said.sort()
    pro = [one for _, one in said if one.speaks_for][:_MOST]
    con = [one for _, one in said if not one.speaks_for][:_MOST]
    return (*pro, *con)


# Where high begins, if not above nothing.
_HALVES = {"size": 3.0, "relative": 0.5, "headline": 0.15, "cut": 0.85, "length": 3.0, "in_marks": 0.3}
