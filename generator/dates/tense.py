"""A time expression in its sentence; whether the clause speaks of the past or the future, out.

The nearest verb to the left within the clause decides, then the nearest to the right; a preposition
that looks ahead ("until", "by") only where no verb says otherwise.
"""

from __future__ import annotations

from functools import cache

from .lexicon import lexicon
from .lexicon.table import Lexicon
from .tokens import Tokens

_REACH = 14
_BREAKS = frozenset([";", ":", "(", ")", '"', "“", "”", "—", "–"])
# Verbs whose infinitive lies ahead even when they are told in the past.
_INTENTIONS = frozenset(
    [
        "vowed",
        "planned",
        "promised",
        "pledged",
        "threatened",
        "expected",
        "scheduled",
        "prepared",
        "intended",
        "set",
        "due",
        "slated",
        "hopes",
        "plans",
        "expects",
        "plan",
        "vows",
        "promises",
        "preparing",
        "hoping",
        "planning",
        "likely",
        "ready",
        "about",
    ]
)
_PLANNED = frozenset(["expected", "scheduled", "slated", "planned"])
_FORECAST = frozenset(
    ["likely", "possible", "expected", "due", "forecast", "predicted", "probable", "payable"]
)
_GUESSES = frozenset(["may", "might", "could", "must", "should", "would"])
_POSTPONED = frozenset(
    [
        "adjourned",
        "deferred",
        "rescheduled",
        "moved",
        "pushed",
        "postponed",
        "delayed",
        "suspended",
        "extended",
        "remanded",
        "closed",
    ]
)
_HELPERS = frozenset(["will", "'ll", "’ll", "would", "shall", "may", "could", "might", "must", "should"])
_BE = frozenset(["is", "are", "'s", "'re"])
_PERFECT = frozenset(["is", "are", "has", "have", "'ve", "'s"])
_NO_VERBS = frozenset(
    ["a", "an", "the", "his", "her", "its", "their", "this", "that", "these", "those", "some", "all"]
)
_HEAD = 3  # tokens: a date at the head of its sentence may have its verb behind a comma
_AHEAD = frozenset(["until", "till", "by", "before", "starting", "beginning", "effective"])


@cache
def _table(lang: str) -> Lexicon:
    return lexicon(lang)


PAST, FUTURE, HERE, PRESENT = -1, 1, 2, 3  # HERE: a present verb close before, as in "the vote is Friday"


def direction(tokens: Tokens, first: int, last: int) -> int:
    """``PAST``, ``FUTURE``, ``HERE``, ``PRESENT`` or 0 where nothing tells."""
    lex = _table(tokens.lang)
    before, before_that = tokens.low(first - 1), tokens.low(first - 2)
    if before in lex.reporting:
        return PAST
    named = not {"W", "w", "R"}.isdisjoint(tokens.tags[first:last])
    if before in ("until", "till") and (named or _postponed(tokens, first)):
        return FUTURE
    if _deadline(tokens, first) or (before == "to" and tokens.low(first - 2) in _POSTPONED):
        return FUTURE
    if (before == "than" and before_that in ("later", "sooner")) or (
        before == "as" and before_that in ("soon", "early")
    ):
        return FUTURE
    if before in _FORECAST or (before == "on" and before_that in _FORECAST):
        return FUTURE  # "rain was likely Thursday"
    left = _scan(tokens, lex, range(first - 1, max(-1, first - 1 - _REACH), -1))
    if left:
        near = left == PRESENT and any(low in _BE for low in tokens.lows[max(0, first - 3) : first])
        return HERE if near else left
    last += 2 if tokens.tag(last) == "g" else 0  # "Thursday's vote": the word behind is no verb
    right = _scan(tokens, lex, range(last, min(len(tokens.lows), last + _REACH)), first > _HEAD)
    if right in (PAST, FUTURE):
        return right
    return FUTURE if before in _AHEAD else 0


def _deadline(tokens: Tokens, first: int) -> bool:
    """``a deadline of midnight on Sunday``; one that was missed or passed is over."""
    near = tokens.lows[max(0, first - _DEADLINE_REACH) : first]
    return "deadline" in near and _OVER.isdisjoint(tokens.lows[max(0, first - _REACH) : first])


_DEADLINE_REACH = 5
_OVER = frozenset(["missed", "passed", "expired", "met", "after", "was", "had", "past"])


# What is on a calendar is told in the present: "Leeds play at Derby on Saturday".
_FIXTURES = frozenset(
    {
        "play", "face", "host", "visit", "travel", "tackle", "kick", "entertain", "welcome", "compete", "race", "tour",
        "perform", "gather", "convene", "debate", "arrive", "depart", "return", "begin", "start", "resume", "reopen",
        "launch", "celebrate", "take", "appear", "head", "finish",
    }
)  # fmt: skip


# Words of what lies ahead that are nouns behind an article.
_NOUNS_TOO = frozenset(
    ["close", "ends", "leaves", "marks", "meet", "open", "opens", "plan", "plans", "reports", "returns", "starts", "visits",
     "vote", "votes"]
)  # fmt: skip


def _behind_article(tokens: Tokens, index: int) -> bool:
    before = tokens.low(index - 1)
    return (
        before in _NO_VERBS
        or tokens.tag(index - 1) in "haTtfig"
        or before in ("was", "were", "for", "with", "by")
    )


def _plural_subject(tokens: Tokens, index: int) -> bool:
    """Whether the word is a verb of several: behind a name, "they" or a plural noun, not behind an article."""
    before = tokens.low(index - 1)
    if before in ("they", "we", "you", "i", "who"):
        return True
    if tokens.tag(index - 1) != "x" or not before.isalpha():
        return False
    named = tokens.capital(index - 1) and tokens.tag(index + 1) in "xiulvh" and not tokens.capital(index)
    return named or (before.endswith("s") and not before.endswith(("ss", "us", "is", "'s")))


def _postponed(tokens: Tokens, first: int) -> bool:
    return any(low in _POSTPONED for low in tokens.lows[max(0, first - _REACH) : first])


def _scan(tokens: Tokens, lex: Lexicon, order: range, comma_ends: bool = False) -> int:
    aim = False  # an infinitive stands between the verb and the date: "remanded to stand trial in May"
    for index in order:
        low = tokens.lows[index]
        if low in _BREAKS or (comma_ends and low == ","):
            break
        if low == "to" and order.step < 0 and tokens.tag(index + 1) == "x":
            aim = tokens.low(index + 1) not in _NO_VERBS and not tokens.capital(index + 1)
        verdict = _verb(tokens, lex, index)
        if (
            verdict == FUTURE
            and order.step > 0
            and low in _INTENTIONS
            and low.endswith("ed")
            and low not in _PLANNED
        ):
            return PAST  # "On Monday, he vowed to": the date is the vow's
        if verdict:
            return PRESENT if aim and verdict == PAST else verdict
    return 0


def _verb(tokens: Tokens, lex: Lexicon, index: int) -> int:
    low, after = tokens.lows[index], tokens.low(index + 1)
    if tokens.tags[index] in "MmSPJVRWw":
        return 0  # "May" and "fall" are no verbs here
    if low in _NOUNS_TOO and tokens.lang == "en" and _behind_article(tokens, index):
        return 0  # "the vote in March was close"
    if low in lex.future_cues:
        return PAST if after == "have" and low in _GUESSES else FUTURE
    if low in _INTENTIONS and after in ("to", "for"):
        return 1
    if low == "falls" and after == "on":
        return FUTURE  # "Thanksgiving falls on Thursday"
    if low in _FIXTURES and tokens.lang == "en" and _plural_subject(tokens, index):
        return FUTURE
    if low in ("due", "scheduled", "slated", "planned", "expected") and after in (
        "in",
        "on",
        "by",
        "at",
        "before",
    ):
        return 1
    if low in ("is", "are", "'re") and tokens.lang == "en":
        return FUTURE if after == "to" else PRESENT
    told = low in lex.past_verbs
    past = told or (
        tokens.tags[index] == "x"
        and len(low) > 3
        and bool(lex.past_endings)
        and low.endswith(lex.past_endings)
    )
    if not told and lex.future_endings and len(low) > 4 and low.endswith(lex.future_endings):
        return 1
    if not past or tokens.low(index - 1) == "to":
        return 0
    if low in ("was", "were") and after == "to":
        return 1
    for back in range(index - 1, max(-1, index - 4), -1):
        if tokens.tags[back] in "xa" and tokens.lows[back] in _HELPERS:
            return 1
        if tokens.lows[back] == "to" and tokens.low(back + 1) in ("be", "have"):
            return 1
    if tokens.lang == "en" and (tokens.low(index - 1) in _PERFECT or tokens.low(index - 2) in _PERFECT):
        return PRESENT  # "is nominated", "has staked": told from the present
    return -1
