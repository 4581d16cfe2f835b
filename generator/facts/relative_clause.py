"""The words from a relative pronoun up to a time in; whether its clause is over there, and the main one goes on, out.

"A man who burnt down a school was jailed on Wednesday": of two finite verbs behind "who" the first is the clause's
and the second the sentence's, unless "and" joins them or the first takes a clause of its own ("who said it was").
"""

import re
from functools import cache

from ..language import language, pattern, time_words, words

_HELPERS = rf"(?:{'|'.join(sorted(language('en').used_as('finite')))})"
_JOINED = re.compile(r"(?:\b(?:and|or|to|that|but|as|than|not)|,)\s*$", re.IGNORECASE)
_BEFORE_NOUN = pattern("before-noun")
_TELLING = pattern("takes-clause")
_CONJUNCTIONS = re.compile(r"\b(?:where|than|unlike|because|although|though|if|unless)\b", re.IGNORECASE)


@cache
def _finite() -> re.Pattern[str]:
    plain = words("been was were had did put shut cut hit")
    pasts = "|".join(sorted(time_words("en").past - plain))
    verb = rf"(?:{pasts}|\w{{2,}}ed)"
    return re.compile(
        rf"\b(?:{_HELPERS}\b(?:\s+(?:not|been|be|also|being|\w+ly))*(?:\s+{verb}\b)?|{verb}\b)", re.IGNORECASE
    )


_PRONOUN = pattern("relative-pronoun")


def relative_over(clause: str) -> bool:
    """Whether the last relative clause of the words has ended, and no other kind of clause stands open."""
    last = max(_PRONOUN.finditer(clause), key=lambda found: found.start(), default=None)
    return last is not None and not _CONJUNCTIONS.search(clause) and is_over(clause[last.end() :])


def describes_subject(before: str, after: str) -> bool:
    """ "The ferry that sank in 1990 was raised": the words around a time that "that" only describes a subject by."""
    noun, _, rest = before.partition(" that ")
    leads = rest and noun.strip() and not _finite().search(noun) and _finite().match(rest)
    return bool(leads and _finite().match(after.lstrip())) and not is_over(rest)


def describes_object(before: str) -> bool:
    """ "raised the ferry that sank in 1990": the words up to a time end in such a clause, behind the main verb."""
    led, _, rest = before.rpartition(" that ")
    return bool(_finite().search(led) and _finite().match(rest)) and not is_over(rest)


def is_over(clause: str) -> bool:
    """Whether the relative clause that opens ``clause`` has ended before its end."""
    verbs = 0
    for found in _finite().finditer(clause):
        before = clause[: found.start()]
        bare = not re.match(_HELPERS, found[0], re.IGNORECASE)
        if verbs and (_JOINED.search(before) or (bare and _BEFORE_NOUN.search(before))):
            continue
        verbs += 0 if not verbs and _TELLING.match(found[0]) else 1
        if verbs == 2:
            return bool(re.match(r"(?:was|were|has|have|had|is|are|will)\b", found[0], re.IGNORECASE)) or bare
    return False
