"""A body sentence in, the reason why it is no fact out, or ``""``: in doubt a sentence is a fact.

Each rule is a row of ``RULES`` with the pattern and an example.
"""

from __future__ import annotations

import re

from .attribution.lexicon import lexicon
from .attribution.line import LONGEST_SENTENCE
from .skips_abroad import ELSEWHERE, LEADS_OVER, NO_MORE, OF_WRITER, TO_READER, SkipRule
from .skips_abroad import skip_rule as _rule

__all__ = ["ELSEWHERE", "RULES", "SkipRule", "why_no_fact"]

RULES: tuple[SkipRule, ...] = (
    _rule(
        NO_MORE,
        r"^(?:no (?:further|other|additional|more) (?:details?|information|comment)\b"
        r"|(?:further|additional|more|other) details? (?:was|were|are|is) (?:not|un)\b"
        r"|(?:it (?:was|is)|it['’]s) (?:not (?:yet |immediately )?(?:clear|known)|unclear|unknown)\b"
        r"|details (?:were|are|remain)(?:ed)? (?:scarce|sketchy|unclear|not immediately)\b"
        r"|(?:the )?(?:cause|motive|reason) (?:of \w+ )?(?:was|is) not (?:immediately )?(?:clear|known)\b)",
        "No further details were provided about the length of the meeting.",
    ),
    _rule(
        TO_READER,
        r"^(?:read (?:more|also|next|on)\b|see also\b|click here\b|here(?:['’]s| is| are) (?:what|how|why|a look|everything)"
        r"|watch(?: (?:the|this|live|now)\b|:)|listen to\b|follow (?:us|our|the latest)\b|subscribe\b|sign up\b|scroll\b"
        r"|share (?:this|your)\b|for more (?:on|information|news)\b|you can (?:read|watch|find|follow)\b|stay tuned\b"
        r"|download (?:the|our)\b|join our\b|support our\b|this (?:story|article|post|page|report) (?:has been|was|is being|will be"
        r"|originally)\b|this is a (?:developing|breaking) (?:news )?story\b|with (?:reporting|files) (?:by|from)\b"
        r"|reporting by\b|editing by\b|additional reporting by\b|copyright\b|all rights reserved\b|contact the (?:author|reporter)"
        r"|(?:associated press )?(?:writers?|reporters?|correspondents?) .{3,120} contributed to this (?:report|story|article)"
        r"|anyone (?:with|who (?:has|saw|witnessed|knows|recognis|recogniz))\b.{0,120}\b(?:call|contact|asked|urged|email)\b|if you (?:have been|are) affected\b|what (?:you need|we know|to know)\b|more:|related:|advertisement\b)",
        "Here's what we know so far.",
    ),
    _rule(
        LEADS_OVER,
        r"^(?:(?:the )?(?:following|below) (?:is|are)\b|(?:that|this) (?:brings|leads) us\b|(?:but )?first,? (?:some|a little) "
        r"background\b|more on (?:that|this)\b|in other (?:news|developments)[:.]?$|meanwhile[.:]?$|(?:but )?that['’]s not all\b"
        r"|(?:but )?there['’]s (?:more|a catch)\b|let['’]s (?:take a look|start|begin)\b|as (?:mentioned|noted) (?:above|earlier)\b)",
        "Below is the full text of the letter.",
    ),
    _rule(
        OF_WRITER,
        r"^(?:(?:but |and |so |yet )?(?:(?:only )?time will tell|it remains to be seen|make no mistake|one thing is (?:certain|clear|for sure)"
        r"|(?:what happens next|the outcome) is anyone['’]s guess|the (?:big |real )?question (?:now )?is\b|in (?:my|our) (?:view|opinion)\b|to my mind\b|i (?:think|believe|suspect|wonder|hope|fear|doubt)\b"
        r"|i['’]m (?:sure|afraid|convinced)\b|we (?:must|should|ought to|need to)\b|let us\b|needless to say\b))",
        "It remains to be seen whether the truce will hold.",
    ),
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_VERBISH = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should)\b"
    r"|\b\w{2,}(?:ed|es|ing)\b|['’](?:s|re|ve|ll|d|m)\b|n['’]t\b",
    re.IGNORECASE,
)
_ANNOUNCING = 20  # words
_QUESTION_MARKS = ("?", "؟", "？")
_FRAGMENT_WORDS = 3
_NO_SUBJECT = re.compile(
    r"(?:an?|the|no|not|in|on|at|by|with|so|too|very|more|less|but|and|or)\b", re.IGNORECASE
)


def _says(words: list[str], lang: str) -> bool:
    """A verb of reporting is among the words."""
    lex = lexicon(lang or "en")
    return any(word.lower() in lex.say and word.lower() not in lex.doubtful for word in words)


def why_no_fact(sentence: str, *, spoken: bool = False, lang: str = "en") -> str:
    """Why ``sentence`` is no fact, ``""`` when it is one; ``spoken`` sentences hold what someone said."""
    bare = sentence.strip().strip("\"“”„«»'‘’ ")
    if len(bare) > LONGEST_SENTENCE:
        return "is longer than any sentence"
    words = _WORD.findall(bare)
    if not words:
        return "holds no words"
    if not spoken:
        for rule in (*RULES, *ELSEWHERE.get(lang, ())):
            if rule.pattern.search(bare):
                return rule.reason
        if (
            bare.endswith(":")
            and len(words) <= _ANNOUNCING
            and (_says(words, lang) or not _VERBISH.search(bare))
        ):
            return LEADS_OVER  # "Mayor Jane Roe said:", "And from Jane Roe:"
        if bare.endswith(_QUESTION_MARKS):
            return "asks a question"
    english = lang in ("", "en")
    short = english and len(words) <= _FRAGMENT_WORDS and _NO_SUBJECT.match(bare)
    if not spoken and (short or len(words) == 1) and not _VERBISH.search(bare):
        return "is a fragment"
    return ""
