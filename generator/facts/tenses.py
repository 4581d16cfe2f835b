"""A sentence's form in; whether its main clause tells of now, of before now or of before that, out.

Told by the forms of the verb, which are few and closed, in the languages whose sentences are read. Only what
decides the day of an undated sentence is asked: the present claims no day that was told of before it, the past
may go on with one, and the pluperfect and "in those days" lie before the article's own.
"""

from collections.abc import Iterable
from functools import cache
from typing import Literal

from ..language import (
    NOTHING,
    english,
    known_languages,
    language,
    pattern_of,
    time_words,
    words_used_as,
)
from ..text.annotation import Annotation, Clause

Tense = Literal["present", "past", "before", ""]
_TENSES: dict[str, Tense] = {
    "past": "past", "pluperfect": "before", "present": "present", "future": "present", "modal": "present",
    "conditional": "present", "perfect": "present",
}  # fmt: skip
_PERFECT_TELLS = ("de", "fr")  # "hat gewarnt", "a quitté" tell a story as "warned" does
_HELPED = {"en": frozenset(["has", "have", "will", "would"]), "es": frozenset(["ha", "han"])}
_WAS = frozenset(["war", "waren"])


def tells_past(lang: str) -> bool:
    """Whether the past is told by its forms there."""
    return lang == "en" or (lang in known_languages() and bool(language(lang).tenses))


def long_ago(clause: str, lang: str) -> bool:
    """Whether a word of the clause says that it was in no time near."""
    return pattern_of(lang, "long-ago").search(clause) is not None


def goes_on_later(sentence: str, lang: str) -> bool:
    """``An inquiry later blamed the owner``: some time after what was told before."""
    bare = f" {sentence.lower().replace(',', '').rstrip('.')} "
    return any(f" {word} " in bare for word in _later(lang))


@cache
def _later(lang: str) -> frozenset[str]:
    """The words that count on from what was told: "later", "później"."""
    own = time_words(lang)
    shifts = own.classes.get("shift", {})
    return frozenset(word for word, value in shifts.items() if value == (1, "then") and word not in own.roles)


def _with_be(lang: str, lead: str, word: str, before: str = "") -> bool:
    """``s'est propagé``, ``se sont rendus``, ``est parti``: "to be" makes a perfect, and no passive."""
    own = lead.startswith("s'") or before == "se"
    return own or language(lang).whole("with-be").fullmatch(word) is not None


def _is_hearsay(form: Annotation, main: Clause) -> bool:
    """ "Der Fahrer soll getrunken haben", "Il aurait pris la fuite"."""
    hearsay = pattern_of(form.lang, "hearsay-past")
    told = form.tokens[main.first : main.last + 1] if hearsay is not NOTHING else ()
    return bool(told) and hearsay.search(" ".join([token.low for token in told])) is not None


def tense_of(form: Annotation) -> Tense:
    """The tense of the main clause; "" where no form tells."""
    if form.main is None:
        return ""
    if _is_hearsay(form, form.main):
        return "past"
    verb = form.main.verb
    lead = form.tokens[verb.first].low
    if verb.tense == "perfect" and form.lang in _PERFECT_TELLS:
        return "past"
    before = form.tokens[verb.first - 1].low if verb.first else ""
    if verb.voice == "passive" and verb.tense == "present" and _with_be(form.lang, lead, verb.word, before):
        return "past"
    if form.lang == "de" and verb.tense == "pluperfect" and lead in _WAS:
        behind = [token.low for token in form.tokens[verb.last + 1 : verb.last + 2]]
        earlier = behind == ["worden"] or _with_be("de", lead, verb.word)
        return "before" if earlier else "past"  # "war gesperrt"
    if form.lang == "en" and verb.tense in ("conditional", "modal") and lead in english.past_modal:
        return "past"  # "He would later say", "could no longer pay"
    return _TENSES.get(verb.tense, "")


@cache
def _present(lang: str) -> frozenset[str]:
    """The present forms of the verbs of reporting that are no past forms too."""
    verbs = language(lang).verbs if lang in known_languages() else ()
    past = {form for verb in verbs for form in verb.past}
    return frozenset(form for verb in verbs for form in verb.present) - past


def in_the_present(words: Iterable[str], lang: str) -> bool:
    """Whether the words of a report tell of now: "says", "has said"."""
    return not (_present(lang) | _HELPED.get(lang, frozenset())).isdisjoint(words)


def in_the_pluperfect(words: Iterable[str], lang: str) -> bool:
    """Whether the words of a report tell of what had been before: "had said"."""
    return not words_used_as("had").get(lang, frozenset()).isdisjoint(words)


def says_now(outside: str, form: Annotation) -> bool:
    """Whether what a report says ``outside`` its quotations is of now: "says", "is shut, he told …"."""
    if form.lang != "en":
        return tense_of(form) == "present"
    return not english.told_now.isdisjoint(outside.lower().replace("’", "'").replace("'", " ").split())
