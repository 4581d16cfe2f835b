"""The clauses of English sentences in, those in which someone takes a position out, as attributions of form "stance".

"Adler mocked the plan", "The ministry wants it closed": no speech is reported, yet what follows the verb is somebody's
word on the matter. Whether it is, a fitted model weighs: what kind of verb and of subject WordNet says they are, tense
and voice, what follows, and what is already known to be said in the sentence. Such a stance is told beside the others;
it makes no sentence a statement and puts no speaker over a fact.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from ...fitted import likelihood, load_fitted
from ...language import Verb, english, language
from ...language.senses import MOSTLY, senses
from ...model import Attribution
from ...text.annotation import Annotation, Clause, Token, VerbGroup
from .discourse import Discourse, Known
from .line import Line
from .opening import past_opening
from .phrases import read_phrase
from .reported import Reported
from .subject import before_verb
from .tokens import run_before

WEIGHTS = Path(__file__).parent / "claims_en.json"
_STEPS = (0, 2, 4, 7)  # tenths of senses, as five steps
_NAMED_TAGS = frozenset({"I", "TO", "W", "P", "RP", "CC"})
_OBJECT_REACH = 5  # tokens
_LONGEST = 4  # steps of four tokens that what follows the verb is long
_ROLES = english.role | english.title
_WHEN_TAGS = frozenset({"I", "NP", "R", "P", "CD", "D"})


class Candidate(NamedTuple):
    """A clause that may tell a stance: whose, what, and the signs that speak for or against it."""

    subject: tuple[int, int]  # offsets
    content: tuple[int, int]
    verb: tuple[int, int]
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """The fitted weights and the least probability that is believed."""

    weights: Mapping[str, float]
    least: float

    def probability(self, signs: Sequence[str]) -> float:
        """How sure it is that the clause tells a stance."""
        return likelihood(self.weights, ("B", *signs))


@cache
def model() -> Model:
    """The fitted model, read once."""
    fitted = load_fitted(WEIGHTS)
    return Model(fitted.weights("weights"), fitted.number("least"))


@cache
def _verbs() -> Mapping[str, Verb]:
    """The verbs of reporting by their forms."""
    return {form: verb for verb in language("en").verbs for form in (*verb.finite, *verb.adding)}


def stances(form: Annotation, known: Sequence[Attribution]) -> list[Candidate]:
    """The clauses of one sentence that tell a stance nobody has found yet."""
    fitted = model()
    return [one for one in candidates(form, known) if fitted.probability(one.signs) >= fitted.least]


def candidates(form: Annotation, known: Sequence[Attribution]) -> Iterator[Candidate]:
    """Every clause with a subject and something behind its verb, less those already known to be said."""
    near = [one for one in known if one.start < form.end and form.start < max(one.end, one.cue_end)]
    for at, clause in enumerate(form.clauses):
        subject = _subject(form, clause)
        told = _content(form, at) if subject else None
        if subject is None or told is None:
            continue
        content, back, end = told
        verb = form.words(clause.verb.first, clause.verb.last)
        if any(_over((one.cue_start, one.cue_end), verb) for one in near):
            continue
        if any(_over(_said(one), content) and _over(_speaker(one), subject) for one in near):
            continue
        signs = (*_signs(form, at, content, back, end), *_signs_of_known(clause, subject, content, near))
        yield Candidate(subject, content, verb, signs)


def _said(one: Attribution) -> tuple[int, int]:
    return one.start, one.end


def _speaker(one: Attribution) -> tuple[int, int]:
    return one.speaker_start, one.speaker_end


def _over(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _subject(form: Annotation, clause: Clause) -> tuple[int, int] | None:
    """Where the subject stands; in a relative clause without one of its own, "who"."""
    if clause.subject:
        return form.words(*clause.subject)
    token = form.tokens[clause.first]
    return (token.start, token.end) if clause.kind == "relative" else None


def _head(form: Annotation, clause: Clause) -> Token:
    """The noun of the subject."""
    if clause.subject is None:
        return form.tokens[clause.first]
    first, last = clause.subject
    head = first
    for at in range(first, last + 1):
        token = form.tokens[at]
        if (token.tag in ("I", "W", "VBG", "VBN") and at > first) or token.text in ",(—–―":
            break
        if token.tag in ("N", "NP", "PR", "CD", "D"):
            head = at
    return form.tokens[head]


def _content(form: Annotation, at: int) -> tuple[tuple[int, int], bool, int] | None:
    """What the clause tells: its offsets, whether it stands before the verb, and the last token behind it."""
    tokens, clause = form.tokens, form.clauses[at]
    begin, end = clause.verb.last + 1, _told_until(form, at)
    words = [token for token in tokens[begin : end + 1] if token.text[0].isalnum()]
    closes = clause.first > 2 and tokens[clause.first - 1].text in ',”"' and clause.subject is not None
    only_when = closes and all(token.tag in _WHEN_TAGS for token in words)
    lead = only_when or all(token.tag == "R" for token in words)
    if lead and sum(token.text[0].isalnum() for token in tokens[: clause.first]) >= 2:
        return (tokens[0].start, tokens[max(0, clause.first - 1)].end), True, end
    return ((tokens[begin].start, tokens[end].end), False, end) if words else None


def _told_until(form: Annotation, at: int) -> int:
    """The last token of what follows the verb of a clause: up to the next one with a subject of its own."""
    tokens, clause = form.tokens, form.clauses[at]
    begin, end = clause.verb.last + 1, clause.last
    for later, other in enumerate(form.clauses[at + 1 :], at + 1):
        own = other.kind in ("main", "coordinate") and other.subject is not None and other.first > begin
        if own and not any(one.kind == "complement" for one in form.clauses[at + 1 : later]):
            break
        end = other.last
    while end >= begin and tokens[end].tag == "P" and tokens[end].text not in '”"':
        end -= 1
    return end


@cache
def _step(share: int) -> str:
    return str(sum(share > least for least in _STEPS))


def _kind_of_subject(head: Token) -> str:
    """What kind of thing the subject's noun is."""
    if head.tag in ("PR", "W"):
        return "PR:" + head.low
    if head.tag == "NP":
        return "NP"
    if head.low in _ROLES:
        return "body" if head.low in english.body else "role"
    person, group, message = senses().noun(head.low)
    return "p" if person >= MOSTLY else "g" if group >= MOSTLY else "d" if message >= MOSTLY else "n"


def _follows(form: Annotation, last: int) -> Token | None:
    """The token behind the verb, past an adverb."""
    at = last + 1
    if at + 1 < len(form.tokens) and form.tokens[at].tag == "R":
        at += 1
    return form.tokens[at] if at < len(form.tokens) else None


def _signs(form: Annotation, at: int, content: tuple[int, int], back: bool, end: int) -> tuple[str, ...]:
    """What the clause itself tells."""
    tokens, clause = form.tokens, form.clauses[at]
    verb = clause.verb
    lemma, kind, takes, acts = _kind_of_verb(verb.word)
    head = _head(form, clause)
    subject = _kind_of_subject(head)
    after = _follows(form, verb.last)
    if lemma == "be" and after is not None:
        lemma = "be+" + after.tag
    following = "END" if after is None else after.low if after.tag in _NAMED_TAGS else after.tag
    then = form.clauses[at + 1] if at + 1 < len(form.clauses) else None
    joined = "C" if then is not None and then.kind == "complement" else "-"
    quoted = "1" if any(_over(quote, content) for quote in form.quotes) else "0"
    side = "back" if back else "fwd"
    running = "1" if tokens[verb.last].tag == "VBG" else "0"
    return (
        "L=" + lemma, "K=" + kind, "tk=" + takes, "act=" + acts, "tn=" + verb.tense, "vo=" + verb.voice,
        "ng=1" if verb.negated else "ng=0", "st=" + subject, "hl=NP" if head.tag == "NP" else "hl=" + head.low,
        "nx=" + following, f"nc={then.kind}:{then.opener}" if then else "nc=none", "side=" + side,
        "q=" + quoted, "kind=" + clause.kind, "op=" + clause.opener, "prog=" + running,
        "len=" + str(min(_LONGEST, (end - verb.last - 1) // 4)),
        "K+st=" + kind + subject, "tk+st=" + takes + subject, "L+nx=" + lemma + following,
        "K+nx=" + kind + following, "tk+nc=" + takes + joined, "K+nc=" + kind + joined, "nc+st=" + joined + subject,
        "L+vo=" + lemma + verb.voice, "q+K=" + quoted + kind, "side+tk=" + side + takes, "vo+K=" + verb.voice + kind,
        "st+vo=" + subject + verb.voice, "act+st=" + acts + subject, "act+nx=" + acts + following,
        "K+tn=" + kind + verb.tense, *_signs_behind(tokens, verb, after, lemma, end),
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _kind_of_verb(word: str) -> tuple[str, str, str, str]:
    """A verb's lemma, the kinds of its senses, what the list of verbs of reporting says it takes, and whether it acts."""
    lemma, listed = senses().lemma(word), _verbs().get(word)
    takes = (listed.takes or "-") if listed else "no"
    acts = "A" if listed and listed.act is not None else "-"
    return lemma, "".join(map(_step, senses().verb(lemma))), takes, acts


def _signs_behind(
    tokens: Sequence[Token], verb: VerbGroup, after: Token | None, lemma: str, end: int
) -> Iterator[str]:
    """What the verb and the words right behind it tell."""
    table = senses()
    shares = zip(("cm=", "cg=", "em="), table.verb(lemma), strict=True)
    yield from (name + _step(share) for name, share in shares)
    if after is not None and after.tag == "TO" and verb.last + 2 < len(tokens):
        aim = table.lemma(tokens[verb.last + 2].low)
        yield f"to={aim}"
        yield f"toK={_step(table.verb(aim)[0])}"
    for here in range(verb.last + 1, min(end + 1, verb.last + 1 + _OBJECT_REACH)):
        if tokens[here].tag == "N" and not (here + 1 < len(tokens) and tokens[here + 1].tag == "N"):
            message = _step(table.noun(tokens[here].low)[2])
            yield from (f"ob={tokens[here].low}", f"obd={message}", f"obd+L={message}{lemma}")
            break


def _signs_of_known(
    clause: Clause, subject: tuple[int, int], content: tuple[int, int], near: Sequence[Attribution]
) -> Iterator[str]:
    """What is already known to be said around the clause."""
    said = "o" if any(_over(_said(one), content) for one in near) else "-"
    inside = "i" if any(_over(_said(one), subject) for one in near) else "-"
    _, kind, takes, _ = _kind_of_verb(clause.verb.word)
    yield from (f"ov={said}{inside}", f"ov+K={said}{inside}{kind}", f"ov+tk={said}{inside}{takes}")
    if any(_over(_speaker(one), subject) for one in near):
        yield "spk"


def find_stances(
    lines: Sequence[Line], discourse: Discourse, found: Sequence[Attribution]
) -> list[Attribution]:
    """Attributions of form "stance" in the sentences that are read."""
    told: list[Attribution] = []
    if discourse.lex.code != "en":
        return told
    near: list[list[Attribution]] = [[] for _ in lines]
    for said in found:
        at = bisect_right(lines, said.start, key=lambda line: line.form.end)
        while at < len(lines) and lines[at].form.start < max(said.end, said.cue_end):
            near[at].append(said)
            at += 1
    for line, around in zip(lines, near, strict=True):
        for one in stances(line.form, around):
            if known := _whose(line, one, discourse):
                told.append(_attribution(line, one, known))
    return told


def _whose(line: Line, one: Candidate, discourse: Discourse) -> Known | None:
    """Who the subject is; the words as they stand when the text does not tell."""
    items = [item for item in line.items if one.subject[0] <= item.start < one.subject[1]]
    items = items[: run_before(items, len(items), lambda item: item.time > 0)]  # "Roe Thursday mocked it"
    items = items[past_opening(items, line.lex) if items else 0 :] or items
    phrase = read_phrase(items, line.text, line.lex) if items else None
    if phrase is None:
        return None
    cue = bisect_left(line.items, one.verb[0], key=lambda item: item.start)
    open_words = cue < len(line.items)  # no verb stands apart behind a quotation mark that never closes
    if (
        open_words and not phrase.name and not phrase.pronoun
    ):  # "The mayor of Leeds, Jane Roe, expressed delight"
        named = before_verb(line.items, cue, line.text, line.lex)
        phrase = named.phrase if named and named.phrase.name else phrase
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
