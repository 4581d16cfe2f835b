"""A sentence and the attributions in it in, the voices that speak in it out.

A speaker stands over a text only when the text stops where the speech stops. So each ``Voice`` has
the stretches that were said; a sentence in which the writer or another person also speaks keeps
all its words and no speaker.
"""

import re
from collections.abc import Callable, Sequence

from ..language import english, everywhere, known_languages, language, pattern, pattern_everywhere
from ..language.senses import senses
from ..model import Attribution, ResolvedDate, Sentence
from ..text.annotation import FINITE_TAGS, Annotation
from ..values import dataclass, replace
from .attribution.lexicon import lexicon
from .attribution.phrases import lifeless
from .passage import Passage

_SUBORDINATE = pattern("opens-aside")
_GIVES_OUT = pattern("gives-out")
_CLAUSE_BEFORE = pattern("clause-before")
_RELATIVE_BEFORE = re.compile(r"\b(?:which|what|whom|who|whose)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
_QUOTED_ON = re.compile(r"[“\"«„]\w")
_RELATIVES = everywhere.relative - english.relative
_WHO_ACTS = re.compile(r",\s+(?:who|which)\s+(?:has |had |have |also |\w+ly )*$", re.IGNORECASE)
_BEHIND_COMMA = re.compile(r"[^,]*,\s+(\w+)")
_AMONG = re.compile(r"among\b[^,;]*\b(?:was|were|is|are)\s", re.IGNORECASE)
_WHO = re.compile(r",\s+who\s+(?:has |had |also )?$", re.IGNORECASE)
# "Roe denied the charge but said he would go": not all of it is a denial.
_GOES_ON = re.compile(r"\b(?:but|and|though|although|while)\b", re.IGNORECASE)
_GOES_ON_ABROAD = pattern_everywhere("goes-on-other")
_DENIED = pattern("denied-what")
_REFUSED = pattern("refused-what")
_WHO_DENIES = re.compile(r"\bwho\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
# Signs around a statement that say nothing: pictures, and characters without a width.
_PICTURE = "[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]"
_WIDTHLESS = "[\u200b\u2060\ufeff]"
_SIGN = re.compile(f"[{_PICTURE[1:-1]}{_WIDTHLESS[1:-1]}]")  # asked first
_SIGNS = re.compile(
    rf"^(?:{_PICTURE}|{_WIDTHLESS}|\s)+|(?:{_PICTURE}|{_WIDTHLESS}|\s)+$|{_WIDTHLESS}+(?=\s)|(?<=\s){_WIDTHLESS}+"
)
_NEAR_VERB = 40  # characters between a speaker and the verb
_SUBJECT_TAGS = frozenset({"N", "NP", "PR", "R"})
_COLON = 4  # characters between a verb and what is quoted
_PAIRED = ('"', "“”„", "«»")  # „so“ and „tak” close with what opens “elsewhere”
_OPENS_QUOTE = ('"', "“", "„", "«", "‹")
_STOPPED = re.compile(r"\.[\s\"“”'’‘«„`]*$")
_LEAD = 3  # words of an adverb that leads on
_BARE_WORDS = 2  # a quotation this short says nothing without its sentence
_SURELY = 8  # tenths of a verb's senses that are of speech
_PARTS_FROM = frozenset((";", "—", "–", "―", "while", "whereas", "although", "though", "but"))
_TELLING = ("past", "present", "perfect")


@dataclass(frozen=True, slots=True)
class Voice:
    """What one speaker says in a sentence; no speaker means the article itself speaks."""

    text: str
    speaker: str = ""
    via: str = ""
    anonymous: bool = False
    denied: bool = False
    form: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    mixed: bool = False  # part in quotation marks, part reported
    cue_sentence: int = -1  # where the words of reporting stand, when in a sentence of their own

    @property
    def direct(self) -> bool:
        """The words are the speaker's own."""
        return self.form in ("direct", "carried")


def stands_in(date: ResolvedDate, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a time stands in what was said, not in the words that tell of it."""
    return any(start <= date.start < end for start, end in spans)


@dataclass(frozen=True, slots=True)
class _Heard(Passage):
    """A sentence and what is said in it, without what is told inside that."""

    told: Sequence[Attribution]

    def after(self) -> str:
        """What the article goes on to tell in it when the speech and its words of reporting are over."""
        end = max(max(one.end, one.cue_end, one.speaker_end) for one in self.told)
        return self.behind(min(end, self.sentence.end)).strip(' .,"”')

    def opens_with(self, one: Attribution) -> bool:
        """The words of reporting stand in it before what is said."""
        return self.sentence.start <= one.cue_start < one.start

    def one_voice(self) -> bool:
        """No two people speak in it."""
        return len({one.speaker for one in self.told}) == 1

    def of_nobody(self) -> Voice:
        """All of it as the article's own words."""
        return Voice(statement(self.whole))

    def all_of_it(self, how: str, *, denied: bool = False) -> Voice:
        """All of it as its first speaker's."""
        one, spans = self.told[0], ((self.sentence.start, self.sentence.end),)
        return Voice(statement(self.whole), one.speaker, _via(self.told), one.anonymous, denied, how, spans)


def voices(passage: Passage, index: int, attributions: Sequence[Attribution]) -> tuple[Voice, ...]:
    """The voices of one sentence, in order; one without a speaker when they cannot be told apart cleanly."""
    told = [a for a in attributions if not _beside(passage.text, a, attributions)]
    heard = _Heard(passage.text, passage.sentence, passage.form, _outermost(passage.sentence, told))
    if not heard.told:
        return (_position(heard, attributions) or heard.of_nobody(),)
    if heard.told[0].form in ("turn", "credited"):
        return _spoken(heard, [heard.told[:1]])
    if heard.told[0].sentence == index and (own := _of_the_article(heard)):
        return own
    if any(rule(heard, one) for one in heard.told for rule in _UNCUT):
        return (_uncut(heard),)
    groups = _by_speaker(heard.told)
    if len(_beyond(heard).split()) > 2:
        return (heard.of_nobody(),)  # "Organisers said 900 came; the police put it at 300."
    cues = ({one.cue_start for one in group} for group in groups)
    if any(sum(heard.sentence.start <= cue < heard.sentence.end for cue in of_one) > 1 for of_one in cues):
        return (_uncut(heard),)  # "…," Roe said, adding that …": nothing joins them
    found = _spoken(heard, groups)
    return found if len(found) > 1 else (_with_words(heard, found[0]),)


def _beside(text: str, one: Attribution, others: Sequence[Attribution]) -> bool:
    """ "Roe, who denies theft, claims that …": what is said between the commas is told beside it."""
    told = (text[one.cue_end : other.cue_start] for other in others if other.speaker == one.speaker)
    led = _WHO.search(text[max(0, one.cue_start - _NEAR_VERB) : max(0, one.cue_start)])
    return led is not None and any(words.endswith(", ") for words in told)


def _outermost(sentence: Sentence, attributions: Sequence[Attribution]) -> list[Attribution]:
    """What is said in the sentence, without what is told inside it and without stances."""
    near = [a for a in attributions if a.start < sentence.end and sentence.start < a.end]
    near = [a for a in near if a.form != "stance"]
    return [a for a in near if not any(_inside(a, other) for other in near)]


def _position(heard: _Heard, attributions: Sequence[Attribution]) -> Voice | None:
    """ "Roe questioned the figures": the main clause tells what its subject says of something."""
    form, main = heard.form, heard.form.main
    if main is None:
        return None
    verb, lex = form.words(main.verb.first, main.verb.last), lexicon("en")
    one = next((a for a in attributions if a.form == "stance" and (a.cue_start, a.cue_end) == verb), None)
    if one is None or not _speaks(form) or lifeless(one.speaker, lex) or one.speaker.lower() in lex.pronouns:
        return None
    return replace(heard, told=[one]).all_of_it("act")


def _speaks(form: Annotation) -> bool:
    """The main clause tells of speech that took place: "questioned", "apologised"."""
    main = form.main
    if main is None or main.kind != "main" or main.verb.voice != "active" or main.verb.negated:
        return False
    speech = senses().verb(senses().lemma(main.verb.word))[0] >= _SURELY
    passive = main.verb.word in english.suffered or main.verb.word in lexicon("en").perform
    return speech and not passive and main.verb.tense in _TELLING


def _by_subject(heard: _Heard) -> bool:
    """One speaks, and that is the subject of the main clause."""
    subject = heard.form.main.subject if heard.form.main else None
    if subject is None or not heard.one_voice():
        return False
    first, last = heard.form.words(*subject)
    return first <= heard.told[0].speaker_start < last


def _with_words(heard: _Heard, voice: Voice) -> Voice:
    """The one voice of a sentence; the whole sentence where its words are few or have no verb."""
    first = heard.told[0]
    # '"The plan," said Roe, who leads it, "is dead"'
    broken = _QUOTED_ON.search(heard.after())
    if (heard.opens_with(first) or broken) and len(voice.text.split()) <= _BARE_WORDS:
        # "Asked whether she would go, Roe said: "No."" is Roe's; "The figures said otherwise" is the article's.
        marked = first.direct or heard.text[first.cue_end : first.start].strip()
        return _uncut(heard) if marked else heard.of_nobody()
    return voice if _finite(heard.form, voice.spans) else _told_whole(heard)


def _act(_heard: _Heard, one: Attribution) -> bool:
    """ "Roe denied that he had left", "called for an inquiry"."""
    return one.form == "act" or one.denied


def _hedged(heard: _Heard, one: Attribution) -> bool:
    """ "Roe usually says that …", "almost said": what the verb takes back must not be lost."""
    between = heard.text[one.speaker_end : one.cue_start] if 0 <= one.speaker_end <= one.cue_start else ""
    hedges = language(heard.lang).used_as("hedge")
    return len(between) < _NEAR_VERB and any(word.lower() in hedges for word in between.split())


def _left_open(heard: _Heard, one: Attribution) -> bool:
    """ "Roe asked whether it was true": cut, nothing would be said of what is asked."""
    lead = heard.text[one.start : one.end].partition(" ")[0].lower()
    asked = lead in language(heard.lang).used_as("asking")
    if _SUBORDINATE.match(lead):  # "said if the plan failed, he would go"
        asked = asked and "," not in heard.text[one.start : one.end]
    return asked and _told_of(one)


def _told_of(one: Attribution) -> bool:
    """Its own words do not stand there, and the words of reporting stand before it."""
    return one.form == "indirect" and 0 <= one.cue_start < one.start


def _finite(form: Annotation, spans: Sequence[tuple[int, int]]) -> bool:
    """A finite verb stands in what was said; an English participle behind a noun may be one."""
    if form.lang.split("-")[0] != "en":
        return _finite_abroad(form, spans)
    inside = [token for token in form.tokens if any(a <= token.start < b for a, b in spans)]
    return any(
        token.tag in FINITE_TAGS
        or (token.tag in ("VBN", "VB") and at and inside[at - 1].tag in _SUBJECT_TAGS)
        for at, token in enumerate(inside)
    ) or any("'" in token.text[:1] and token.tag.startswith("V") for token in inside)


def _finite_abroad(form: Annotation, spans: Sequence[tuple[int, int]]) -> bool:
    """The same in a language without tags: no infinitive opens it, nor a small word between marks and no verb known follows."""
    words = (at for at, token in enumerate(form.tokens) if token.text[:1].isalpha())
    at = next((at for at in words if spans and form.tokens[at].start >= spans[0][0]), None)
    if at is None:
        return True
    few = form.tokens[at].text[:1].islower() and at and form.tokens[at - 1].text in _OPENS_QUOTE
    verbs = (form.tokens[one.verb.first].start for one in form.clauses)
    told = any(a <= verb < b for verb in verbs for a, b in spans)
    return form.tokens[at].low not in language(form.lang).used_as("said-to") and (told or not few)


def _told_whole(heard: _Heard) -> Voice:
    """The whole sentence as its one speaker's, who told it in a few words without a verb: "a sad day"."""
    first = heard.told[0]
    ends = first.end <= min(first.cue_start, first.speaker_start) and not heard.after()
    told = heard.one_voice() and (ends or _opens(heard))
    return heard.all_of_it("told") if told else _uncut(heard)


def _inside(one: Attribution, other: Attribution) -> bool:
    """``one`` with its cue stands within what ``other`` said."""
    if one is other:
        return False
    start = min(one.start, one.cue_start) if one.cue_start >= 0 else one.start
    end = max(one.end, one.cue_end)
    if other.start <= start and one.cue_end < other.end < other.cue_start < end and other.form == "indirect":
        return True  # "The guard has confirmed five deaths at sea, said its spokesman"
    if other.start <= start and end <= other.end:
        return (other.end - other.start) > (end - start) or one.form == "act"
    return False


def _leads_in(heard: _Heard, one: Attribution) -> bool:
    """The speech is only the subordinate clause of a sentence: "While officials said …, the court ruled …"."""
    if not 0 <= one.cue_start <= one.start:
        return False
    rest = heard.behind(one.end).strip(' ."”')
    return bool(_SUBORDINATE.match(heard.before(one.cue_start))) and len(rest.split()) > 2


def _runs_on(heard: _Heard, one: Attribution) -> bool:
    """ "Nach Angaben der Stadt kostet das …": no comma parts the source from a clause that begins with its verb."""
    if one.form == "according" and one.start < one.cue_start < one.end:
        return True  # "Das kostet nach Angaben der Stadt viel"
    opens = one.form == "according" and heard.opens_with(one) and one.start < heard.sentence.end
    turned = one.cue.lower().startswith("wie ")  # "Wie die Polizei mitteilte, starben …": the verb leads
    return opens and (turned or "," not in heard.text[one.cue_start : one.start])


def _asked_for(heard: _Heard, one: Attribution) -> bool:
    """ "Roe proposed that the council take …": cut, what was only asked for would read as done."""
    lex = lexicon(heard.lang)
    if not _told_of(one):
        return False
    gap = heard.text[one.cue_end : one.start].lower().split()
    if len(gap) > 2 and gap[-2:] == ["de", "que"] and gap[0] not in ("a", "al") and lex.times.isdisjoint(gap):
        return True  # "defiende la idea de que se cierre el puente"
    joined = gap[-1:]
    return one.cue.lower().split()[-1] in lex.ask and bool(lex.that.intersection(joined))


def _infinite(heard: _Heard, one: Attribution) -> bool:
    """ "Roche affirme avoir gagné", "Vogt kündigte an, die Steuern zu senken": nothing that could stand alone."""
    lang = heard.lang
    if not _told_of(one) or lang not in known_languages():
        return False
    opens, closes = (language(lang).whole(name) for name in ("infinitive", "infinitive-ends"))
    told = heard.text[one.start : one.end].rstrip(" .")
    first = next((word for word in told.split() if word.lower() not in everywhere.before_infinitive), "")
    if opens and opens.fullmatch(first.lower()):
        return True
    return bool(closes and "," not in told and any(m.end() == len(told) for m in closes.finditer(told)))


def _told_behind(heard: _Heard, one: Attribution) -> bool:
    """ "The mayor resigned after an audit found that …": the speech stands in a clause behind the main one."""
    behind = heard.sentence.start < one.speaker_start <= one.cue_start < one.start
    told = one.form in ("indirect", "act") and behind
    return told and _CLAUSE_BEFORE.search(heard.before(one.speaker_start)) is not None


def _in_relative(heard: _Heard, one: Attribution) -> bool:
    """ "on what the party says are false charges": the speech lacks the word that joins it to the sentence."""
    start = heard.sentence.start
    told = one.form == "indirect" and start < one.cue_start < one.start
    goes_on = _BEHIND_COMMA.match(heard.behind(one.cue_end)) if one.form == "act" else None
    act = goes_on is not None and not lexicon("en").surely_says(goes_on[1])  # "Roe, who denies it all, left"
    if act and _WHO_ACTS.search(heard.before(one.cue_start)):
        return True
    if told and not _AMONG.match(heard.text, start) and _WHO.search(heard.before(one.cue_start)):
        return True  # "The judge, who said the case was weak, freed him": the sentence is about the freeing
    if not told or not start < one.speaker_start <= one.cue_start:
        return False
    speaker = heard.text[one.speaker_start : one.speaker_end].lower()
    if speaker in _RELATIVES and heard.text[one.speaker_start - 2] != ",":
        return True  # "tras el aviso de una mujer que advirtió que la puerta estaba abierta"
    return bool(_RELATIVE_BEFORE.search(heard.before(one.speaker_start)))


def _writer_first(heard: _Heard, one: Attribution) -> bool:
    """The article tells something of its own before the speech: "Roe left the hall, saying …", "She sat down and said …"."""
    if one.form not in ("indirect", "direct") or not heard.opens_with(one):
        return False
    if one.cue.lower().endswith("ing"):
        if _GIVES_OUT.search(heard.text, heard.sentence.start, one.cue_start):
            return False  # "The club issued a statement saying the game was off"
        return not heard.before(one.cue_start).rstrip().endswith(" as")
    if not heard.sentence.start <= one.speaker_start < one.speaker_end <= one.cue_start:
        return False
    between = heard.text[one.speaker_end : one.cue_start].split()
    return len(between) >= 3 and between[-1].lower() in english.going_on and not between[0].startswith(",")


def _of_the_article(heard: _Heard) -> tuple[Voice, ...]:
    """The voices of a sentence in which the article itself speaks; none of another."""
    one = heard.told[0]
    main = [other for other in heard.told[1:] if _main(heard, other)]
    if main and _leads_in(heard, one):
        return (_uncut(replace(heard, told=main)),)  # "While the owner denied it, Roe pledged to …"
    if not any(rule(heard, one) for rule in _OF_THE_ARTICLE):
        return ()
    if one.cue.lower().endswith("ing") and _speaks(heard.form) and _by_subject(heard):
        return (heard.all_of_it("act"),)  # "Roe apologised, saying the plan was wrong": all her word
    return _led_up(heard) or (heard.of_nobody(),)


def _led_up(heard: _Heard) -> tuple[Voice, ...]:
    """ "Roe signed the deal and said: “A fine day for us.”": what the article tells, and then what is quoted."""
    one = heard.told[0]
    lead = heard.before(max(heard.sentence.start, one.cue_start)).rstrip()
    quoted = one.direct and len(heard.text[one.start : one.end].split()) > _BARE_WORDS + 1
    if not quoted or not heard.one_voice() or not _writer_first(heard, one):
        return ()
    if not lead.endswith(" and") or one.start - one.cue_end > _COLON:
        return ()
    return Voice(statement(lead.removesuffix(" and").rstrip(","))), *_spoken(heard, [heard.told])


def _uncut(heard: _Heard) -> Voice:
    """The whole sentence; its speaker when all of it is one person's act or speech."""
    told, first = heard.told, heard.told[0]
    aside = first.form == "act" and re.search(r"\s[—–―]\s", heard.text[first.start : first.end])
    if not heard.one_voice() or aside or not _opens(heard):
        return heard.of_nobody()
    if len(heard.after().split()) > 2 and not _hangs_on(heard):
        return heard.of_nobody()
    abroad = heard.lang != "en" and all(one.form == "according" for one in told)
    how = "act" if any(_act(heard, one) for one in told) else "according" if abroad else "told"
    return heard.all_of_it(how, denied=all(one.denied for one in told) and _denies(heard))


def _denies(heard: _Heard) -> bool:
    """All that the sentence tells is that someone says it is not so."""
    one = heard.told[0]
    after = heard.behind(one.cue_end)
    told = _DENIED.match(after) and not _REFUSED.match(after) and not _GOES_ON.search(after)
    if not one.cue.lower().startswith("den"):  # outside English its few verbs of denying mean nothing else
        told = not _GOES_ON_ABROAD.search(after)
    return bool(told) and not _WHO_DENIES.search(heard.before(one.cue_start))


def _beyond(heard: _Heard) -> str:
    """What stands behind a semicolon that closes the speech of a sentence."""
    rest = heard.after()
    return rest[1:] if rest.startswith(";") else ""


def _hangs_on(heard: _Heard) -> bool:
    """What goes on behind an act of speech belongs to it: "called the delay “brief”, with two trains cancelled"."""
    form = heard.form
    if heard.told[0].form != "act":
        return False
    end = max(max(one.end, one.cue_end) for one in heard.told)
    behind = [one for one in form.clauses if form.tokens[one.verb.first].start >= end]
    joins = any(one.kind in ("main", "coordinate") and form.tokens[one.first].tag != "I" for one in behind)
    return not joins and not any(token.start >= end and token.low in _PARTS_FROM for token in form.tokens)


def _main(heard: _Heard, one: Attribution) -> bool:
    """Behind its speaker, the verb of reporting is the one of the main clause."""
    main = heard.form.main
    if main is None or main.kind != "main":
        return False
    first, last = heard.form.words(main.verb.first, main.verb.last)
    return heard.sentence.start <= one.speaker_start < one.cue_start < last and first <= one.cue_start


def _opens(heard: _Heard) -> bool:
    """The speaker is the subject of the sentence's main clause, or the speech itself opens the sentence."""
    start, one = heard.sentence.start, heard.told[0]
    if _main(heard, one):
        return True  # "Although it had rained for a week, Roe promised a new bridge"
    if one.form == "according" and len(heard.before(one.cue_start).split()) <= _LEAD:
        return True  # "Також, за словами мера, …"
    if one.start < one.cue_start and one.start - start <= 1:
        return True
    before = heard.before(max(start, one.speaker_start))
    long = len(before.split()) > 8 and heard.lang != "de"  # the German verb is second, however long its lead
    return ("," not in before.strip(" ,") and not long) or not before


_Rule = Callable[[_Heard, Attribution], bool]
# The article speaks in the sentence, whatever somebody says in it.
_OF_THE_ARTICLE: tuple[_Rule, ...] = (_leads_in, _writer_first, _in_relative, _told_behind)
# Cut, the sentence would read as something else: "Roe denied that he …" as its opposite.
_UNCUT: tuple[_Rule, ...] = (_act, _runs_on, _asked_for, _hedged, _left_open, _infinite)


def _by_speaker(told: Sequence[Attribution]) -> list[list[Attribution]]:
    """Speech in the order of the text, what one speaker says without another between kept together."""
    groups: list[list[Attribution]] = []
    for one in sorted(told, key=lambda a: a.start):
        if groups and groups[-1][0].speaker == one.speaker:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _spoken(heard: _Heard, groups: Sequence[Sequence[Attribution]]) -> tuple[Voice, ...]:
    """One voice for each speaker of a sentence, in the order in which they begin."""
    found: list[Voice] = []
    start, end = heard.sentence.start, heard.sentence.end
    for group in groups:
        spans = _apart([(max(a.start, start), min(a.end, end)) for a in group])
        first, mixed = group[0], len({a.direct for a in group}) > 1
        told = (joined(heard.text, spans), first.speaker, _via(group), first.anonymous, False, first.form)
        found.append(Voice(*told, spans, mixed, first.sentence))
    return tuple(voice for voice in found if voice.text) or (heard.of_nobody(),)


def _via(told: Sequence[Attribution]) -> str:
    """The outlet that one of them names."""
    return next((one.via for one in told if one.via), "")


def _apart(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans that do not overlap, in order."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        elif end > start:
            kept.append((start, end))
    return tuple(kept)


def joined(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The stretches of a split speech as one statement, made of their words in their order."""
    built, held = "", 0
    for start, end in spans:
        piece = " ".join(text[start:end].split()).strip(",;:—–―").strip()
        if not piece:
            continue
        if not built:
            built = piece
        elif built[-1] not in "!?…" and piece[:1].isupper() and _STOPPED.search(text[held:start]):
            built = f"{built.rstrip('.')}. {piece}"
        else:
            built = f"{built} {piece}"
        held = end
    return statement(_without_lone_mark(built))


def _without_lone_mark(words: str) -> str:
    """Leave off a quotation mark whose partner stands in another sentence."""
    for marks in _PAIRED:
        if sum(map(words.count, marks)) == 1:
            return "".join(" " if sign in marks else sign for sign in words)
    return words


def statement(words: str) -> str:
    """A statement as a fact shows it: one line, no closing full stop."""
    words = " ".join(words.split())
    words = _SIGNS.sub("", words).strip() if _SIGN.search(words) else words
    words = _without_lone_mark(words).strip()
    if words.endswith((".”", '."', ",”", ',"', ".’", ",’")) and words.count('"') % 2 == 0:
        return words[:-2] + words[-1]
    stopped = words.endswith(".") and not words.endswith("..") and not _abbreviated(words)
    return words[:-1] if stopped else words


def _abbreviated(words: str) -> bool:
    """The last full stop belongs to an abbreviation: "U.S.", "Inc."."""
    last = words.split()[-1]
    return bool(re.fullmatch(r"(?:[^\W\d_]\.){2,}|(?:Inc|Corp|Co|Ltd|Jr|Sr|St|a\.m|p\.m)\.", last))
