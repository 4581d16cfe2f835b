"""A body sentence in, the reason why it is no fact out, or ``""``: in doubt a sentence is a fact.

Each rule is a row of ``RULES`` with the pattern and an example.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SkipRule:
    """One kind of sentence that states nothing of the story."""

    reason: str
    pattern: re.Pattern[str]
    example: str


def _rule(reason: str, pattern: str, example: str) -> SkipRule:
    return SkipRule(reason, re.compile(pattern, re.IGNORECASE), example)


RULES: tuple[SkipRule, ...] = (
    _rule(
        "says that nothing more is known",
        r"^(?:no (?:further|other|additional|more) (?:details?|information|comment)\b"
        r"|(?:further|additional|more|other) details? (?:was|were|are|is) (?:not|un)\b"
        r"|(?:it (?:was|is)|it['’]s) (?:not (?:yet |immediately )?(?:clear|known)|unclear|unknown)\b"
        r"|details (?:were|are|remain)(?:ed)? (?:scarce|sketchy|unclear|not immediately)\b"
        r"|(?:the )?(?:cause|motive|reason) (?:of \w+ )?(?:was|is) not (?:immediately )?(?:clear|known)\b)",
        "No further details were provided about the length of the meeting.",
    ),
    _rule(
        "speaks to the reader",
        r"^(?:read (?:more|also|next|on)\b|see also\b|click here\b|here(?:['’]s| is| are) (?:what|how|why|a look|everything)"
        r"|watch(?: (?:the|this|live|now)\b|:)|listen to\b|follow (?:us|our|the latest)\b|subscribe\b|sign up\b|scroll\b"
        r"|share (?:this|your)\b|for more (?:on|information|news)\b|you can (?:read|watch|find|follow)\b|stay tuned\b"
        r"|download (?:the|our)\b|join our\b|support our\b|this (?:story|article|post|page|report) (?:has been|was|is being|will be"
        r"|originally)\b|this is a (?:developing|breaking) (?:news )?story\b|with (?:reporting|files) (?:by|from)\b"
        r"|reporting by\b|editing by\b|additional reporting by\b|copyright\b|all rights reserved\b|contact the (?:author|reporter)"
        r"|(?:associated press )?(?:writers?|reporters?|correspondents?) .{3,120} contributed to this (?:report|story|article)"
        r"|what (?:you need|we know|to know)\b|more:|related:|advertisement\b)",
        "Here's what we know so far.",
    ),
    _rule(
        "only leads over to what follows",
        r"^(?:(?:the )?(?:following|below) (?:is|are)\b|(?:that|this) (?:brings|leads) us\b|(?:but )?first,? (?:some|a little) "
        r"background\b|more on (?:that|this)\b|in other (?:news|developments)[:.]?$|meanwhile[.:]?$|(?:but )?that['’]s not all\b"
        r"|(?:but )?there['’]s (?:more|a catch)\b|let['’]s (?:take a look|start|begin)\b|as (?:mentioned|noted) (?:above|earlier)\b)",
        "Below is the full text of the letter.",
    ),
)
# The commonest of the same in the other languages; the reasons are those of ``RULES``.
_NO_MORE, _TO_READER = RULES[0].reason, RULES[1].reason
ELSEWHERE: dict[str, tuple[SkipRule, ...]] = {
    "de": (
        _rule(_NO_MORE, r"^(?:weitere|nähere) (?:einzelheiten|details|angaben|informationen)\b", "Weitere Einzelheiten wurden nicht bekannt."),
        _rule(_TO_READER, r"^(?:lesen sie|mehr zum thema|hier (?:klicken|lesen)|folgen sie|abonnieren sie|mehr dazu)\b", "Lesen Sie auch …"),
    ),
    "fr": (
        _rule(_NO_MORE, r"^(?:aucun(?:e)? autre (?:détail|information|précision)|aucune précision)\b", "Aucun autre détail n'a été communiqué."),
        _rule(_TO_READER, r"^(?:lire aussi|à lire|lisez|voir aussi|abonnez-vous|suivez|cliquez|retrouvez)\b", "Lire aussi …"),
    ),
    "es": (
        _rule(_NO_MORE, r"^(?:no (?:se )?(?:han?|hay|dieron?|ofreci\w+) (?:\w+ )?más (?:detalles|información)|más detalles no)\b", "No se han dado más detalles."),
        _rule(_TO_READER, r"^(?:lea (?:también|más)|leer (?:también|más)|le puede interesar|suscríbase|síganos|haga clic)\b", "Lea también …"),
    ),
    "pl": (
        _rule(_NO_MORE, r"^(?:nie podano (?:dalszych|innych|więcej) (?:szczegółów|informacji)|(?:dalsze|inne) szczegóły nie)\b", "Nie podano dalszych szczegółów."),
        _rule(_TO_READER, r"^(?:czytaj (?:także|też|również|więcej)|zobacz (?:także|też)|zapisz się|śledź nas)\b", "Czytaj także …"),
    ),
    "uk": (
        _rule(_NO_MORE, r"^(?:(?:інших|інші|додаткових|додаткові|більше|детальніших) (?:подробиц\w*|детал\w*|інформаці\w*))\b", "Інших подробиць наразі немає."),
        _rule(_TO_READER, r"^(?:читайте|дивіться|підписуйтес\w|підпишіться|слідкуйте|стежте|долучайтес\w)\b", "Читайте також …"),
    ),
    "ru": (
        _rule(_NO_MORE, r"^(?:(?:других|другие|дополнительных|дополнительные|иных|больше) (?:подробност\w*|детал\w*|информаци\w*|сведени\w*))\b", "Другие подробности не сообщаются."),
        _rule(_TO_READER, r"^(?:читайте|смотрите|подписывайтес\w|подпишитесь|следите)\b", "Читайте также …"),
    ),
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_VERBISH = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should)\b"
    r"|\b\w{2,}(?:ed|es|ing)\b|['’](?:s|re|ve|ll|d|m)\b|n['’]t\b",
    re.IGNORECASE,
)
_FRAGMENT_WORDS = 3
_NO_SUBJECT = re.compile(
    r"(?:an?|the|no|not|in|on|at|by|with|so|too|very|more|less|but|and|or)\b", re.IGNORECASE
)


def why_no_fact(sentence: str, *, spoken: bool = False, lang: str = "en") -> str:
    """Why ``sentence`` is no fact, ``""`` when it is one; ``spoken`` sentences hold what someone said."""
    bare = sentence.strip().strip("\"“”„«»'‘’ ")
    words = _WORD.findall(bare)
    if not words:
        return "holds no words"
    if not spoken:
        for rule in (*RULES, *ELSEWHERE.get(lang, ())):
            if rule.pattern.search(bare):
                return rule.reason
        if bare.endswith("?"):
            return "asks a question"
    english = lang in ("", "en")
    short = english and len(words) <= _FRAGMENT_WORDS and _NO_SUBJECT.match(bare)
    if not spoken and (short or len(words) == 1) and not _VERBISH.search(bare):
        return "is a fragment"
    return ""
