"""An article's sentences with what is known to be said in them in, the stances that people take there out."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ...model import Attribution
from ...text.annotation import Annotation
from .claims import Candidate, stances
from .discourse import Discourse, Known
from .line import Line
from .opening import past_opening
from .phrases import read_phrase
from .reported import Reported


def find_stances(
    lines: Sequence[Line],
    forms: Sequence[Annotation],
    read: Sequence[bool],
    discourse: Discourse,
    found: Sequence[Attribution],
) -> list[Attribution]:
    """Attributions of form "stance" in the sentences that were ``read``."""
    told: list[Attribution] = []
    if discourse.lex.code != "en":
        return told
    near: list[list[Attribution]] = [[] for _ in forms]
    for said in found:
        at = bisect_right(forms, said.start, key=lambda form: form.end)
        while at < len(forms) and forms[at].start < max(said.end, said.cue_end):
            near[at].append(said)
            at += 1
    for line, form, speech, around in zip(lines, forms, read, near, strict=True):
        if not speech or not form.clauses:
            continue
        for one in stances(form, around):
            if known := _whose(line, one, discourse):
                told.append(_attribution(line, one, known))
    return told


def _whose(line: Line, one: Candidate, discourse: Discourse) -> Known | None:
    """Who the subject is; the words as they stand when the text does not tell."""
    items = [item for item in line.items if one.subject[0] <= item.start < one.subject[1]]
    items = items[past_opening(items, line.lex) if items else 0 :] or items
    phrase = read_phrase(items, line.text, line.lex) if items else None
    if phrase is None:
        return None
    seen = [(sentence, known) for sentence, known in discourse.seen if sentence <= line.sentence]
    then = replace(discourse, seen=seen, last=None, opens=line.sentence)
    report = Reported((), "stance", line.sentence, speaker=phrase)
    known = then.resolve(phrase, report)
    return known or Known(phrase.words, phrase.anonymous, phrase.gender, phrase.start, phrase.end)


def _attribution(line: Line, one: Candidate, known: Known) -> Attribution:
    """The stance as the value the other stages read."""
    return Attribution(
        *one.content, line.text[slice(*one.verb)], known.name, *one.subject, anonymous=known.anonymous,
        sentence=line.sentence, cue_start=one.verb[0], cue_end=one.verb[1], form="stance",
    )  # fmt: skip
