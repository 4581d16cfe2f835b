"""A time expression in its sentence; whether the clause speaks of the past or the future, out.

The nearest verb to the left within the clause decides, then the nearest to the right; a preposition
that looks ahead ("until", "by") only where no verb says otherwise.
"""

import re
from functools import cache
from itertools import pairwise

from ..language import language, time_words, words
from .lexicon import beside, lexicon
from .lexicon.table import Lexicon
from .tokens import Tokens

_REACH, _FAR_REACH = 14, 22  # tokens
_BREAKS = frozenset([";", ":", "(", ")", '"', "“", "”", "—", "–"])
# Verbs whose infinitive lies ahead even when they are told in the past.
_INTENTIONS = beside("intention")
_VOWED = {low for low in _INTENTIONS if low.endswith("ed")} - {"expected", "scheduled", "slated", "planned"}
_FORECAST = beside("forecast")
_GUESSES = frozenset(["may", "might", "could", "must", "should", "would"])
_POSTPONED = beside("postponed")
_HELPERS = frozenset(["will", "'ll", "’ll", "would", "shall", "may", "could", "might", "must", "should"])
_BE = frozenset(["is", "are", "'s", "'re"])
_PERFECT = frozenset(["is", "are", "has", "have", "'ve", "'s"])
_NO_VERBS = words("a an the his her its their this that these those some all")
_BY_REACH = 3  # tokens
_HEAD = 3  # tokens: a date at the head of its sentence may have its verb behind a comma
_AHEAD = frozenset(["until", "till", "by", "before", "starting", "beginning", "effective"])


PAST, FUTURE, HERE, PRESENT = -1, 1, 2, 3  # HERE: a present verb close before, as in "the vote is Friday"
_CLAIMS = time_words("de").beside["heard"]
_HEARD = beside("heard")
_EVENT_REACH = 6
_PLANS = beside("due")
_NEGATIONS = beside("nobody")
_CALLED_OFF = beside("called-off")
_DATES = frozenset(["date", "deadline", "day"])
_STARTING = beside("comes")
_PASSIVE = frozenset(["is", "are", "was", "were", "be", "been", "'s", "'re", "as"])
_GERMAN_PLANS = time_words("de").beside["due"]
_GERMAN_IS = words("ist sind wird werden")
_GERMAN_NOW = words("ist sind hat haben")
_SHORT = 4
_CLAUSE_WORDS = 2  # "dokładnie 27 grudnia" only says the day again
_LATER = frozenset(["later", "earlier", "afterwards", "afterward", "before", "after"])
_DOING_REACH = 10
_CLOSES = beside("closes")
_CLAUSE_ENDS = _BREAKS | {",", ""}
_MEANT_FOR = frozenset(["for", "from", "through", "after", "to"])
_DID = frozenset(["did", "didn't", "didn’t"])
_DID_NOT = frozenset(["did", "didn", "was", "wasn", "were", "weren", "could", "couldn"])
_IMPLICATIVE = beside("implicative")
_CARRIED_REACH, _CLAUSE_REACH, _SAID_REACH = 10, 9, 6  # tokens
_DEADLINE_REACH = 5
_OVER = beside("over")
_BEFORE_NOUNS = words("was were for with by")
# What is on a calendar is told in the present: "Leeds play at Derby on Saturday".
_FIXTURES = beside("fixture")
# Words of what lies ahead that are nouns behind an article.
_ASKED = frozenset([",", "what", "who", "how", "why", "whether"])
_NOUNS_TOO = beside("noun-too")
_NOT = ("'t", "’t")
_ASKING = words("who whom whose which")
_OWNING = words("a an the his her its their")
_DUE = ("due", "scheduled", "slated", "planned", "expected")


def direction(tokens: Tokens, first: int, last: int) -> int:
    """``PAST``, ``FUTURE``, ``HERE``, ``PRESENT`` or 0 where nothing tells."""
    way = sure_direction(tokens, first, last)
    if way:
        return way
    lex = lexicon(tokens.lang)
    owned = tokens.tag(last) == "g" and tokens.low(first - 1) in reporting(tokens.lang) | {"that"}
    if owned or _names_what_is_said(tokens, first, last):
        told = _scan(tokens, lex, range(last + 1, min(len(tokens.lows), last + _REACH)))
        if told in (PAST, FUTURE):
            return told  # "said Saturday's march could draw thousands": the verb of what is said
    behind = range(last, min(len(tokens.lows), last + _REACH)) if _opens_clause(tokens, first) else range(0)
    if told := _scan(tokens, lex, behind):
        return told
    left = _scan(tokens, lex, range(first - 1, max(-1, first - 1 - _FAR_REACH), -1))
    if left:
        at = first
        while left == PRESENT and tokens.tag(at - 1) in tuple("bcDpuv:-"):
            at -= 1  # "is from 4 to 8 p.m. Friday"
        near = left == PRESENT and any(low in _BE for low in tokens.back(at, 3))
        return HERE if near else left
    last += 2 if tokens.tag(last) == "g" else 0  # "Thursday's vote": the word behind is no verb
    right = _scan(tokens, lex, range(last, min(len(tokens.lows), last + _REACH)), first > _HEAD)
    if right in (PAST, FUTURE):
        return right
    just = tokens.low(first - 2) in ("just", "shortly", "right")  # "just before midnight Tuesday" has been
    return FUTURE if tokens.low(first - 1) in _AHEAD and not just else 0


def _opens_clause(tokens: Tokens, first: int) -> bool:
    """ "It was planned for May, but on Friday the mayor gave up": a clause of its own."""
    at = first - 2 if tokens.low(first - 1) == "on" else first - 1
    joined = tokens.lang == "en" and tokens.low(at) in ("and", "but")
    return joined and (tokens.low(at - 1) == "," or tokens.low(at) == "but")


def sure_direction(tokens: Tokens, first: int, last: int) -> int:
    """``PAST`` or ``FUTURE`` where the words beside leave no doubt, else 0."""
    return next((way for rule in _SURE if (way := rule(tokens, first, last))), 0)


def tells(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a verb that tells of a time stands between two tokens."""
    return any(_verb(tokens, lexicon(tokens.lang), index) for index in range(first, last))


@cache
def reporting(lang: str) -> frozenset[str]:
    """The past forms of the verbs of reporting, where a day may follow one at once (English)."""
    verbs = language("en").verbs if lang == "en" else ()
    past = {form for verb in verbs if verb.takes in ("clause", "that") for form in verb.past}
    return frozenset(past - _FORECAST)


def _reported(tokens: Tokens, first: int, last: int) -> int:
    """``announced Monday``: who reports has reported; "said Monday's march" does not say when."""
    if tokens.tag(last) == "g" or _names_what_is_said(tokens, first, last):
        return 0
    return PAST if tokens.low(first - 1) in reporting(tokens.lang) else 0


def _names_what_is_said(tokens: Tokens, first: int, last: int) -> bool:
    """``said January output should rise``: a bare month before a noun is that of what is said."""
    month = tokens.lang == "en" and last - first == 1 and tokens.tags[first] in "Mm"
    return month and tokens.tag(last) == "x" and tokens.low(first - 1) in reporting("en") | {"that"}


def _said_outright(tokens: Tokens, first: int, last: int) -> int:
    """``el próximo 20 de junio``, ``am vergangenen 3. Mai``, ``le 20 juin prochain``: a word beside the day tells."""
    before, after = tokens.tag(first - 1), tokens.tag(last)
    tag = before if before in "XL" else after if tokens.lang in ("fr", "es") and after in "XL" else ""
    numbered = first < len(tokens.tags) and tokens.tags[first] in "DoN"
    return {"X": FUTURE, "L": PAST}.get(tag, 0) if numbered else 0


def _since(tokens: Tokens, first: int, _last: int) -> int:
    """``Seit Montag streiken die Fahrer``; in the Slavic languages the word also says from when on."""
    own = lexicon(tokens.lang).own
    before = first - 2 if tokens.tag(first - 1) == "h" else first - 1  # "seit dem 14. Januar"
    return PAST if own.roles.get(tokens.low(before)) == "since" and not own.present_endings else 0


def _meant_for(tokens: Tokens, first: int, _last: int) -> int:
    """``hat für Freitag zum Streik aufgerufen``, ``convoque une réunion pour lundi``, ``para el viernes``."""
    own = lexicon(tokens.lang).own
    before = first - 2 if tokens.tag(first - 1) == "h" else first - 1
    return FUTURE if tokens.low(before) in own.beside.get("meant-for", ()) else 0


def _told_of(tokens: Tokens, first: int, last: int) -> int:
    """``the ministry on Sunday issued a warning``: the verb stands right behind the day of its own clause."""
    if tokens.lang != "en" or tokens.low(first - 1) != "on" or not tokens.low(first - 2)[:1].isalpha():
        return 0
    verb = last if tokens.tag(last) == "x" else -1
    relative = not _ASKING.isdisjoint(tokens.back(first, _REACH))  # "The men who left on Tuesday will stay"
    if tokens.low(verb) in ("will", "would") and tokens.low(verb + 1) != "have" and not relative:
        return FUTURE  # "officials on Tuesday would dive again"
    told = tokens.low(verb) in lexicon("en").own.past or tokens.low(verb).endswith("ed")
    passive = tokens.low(verb + 1) in ("by", "in", "at", "to", "for") and tokens.low(verb).endswith("ed")
    return PAST if verb >= 0 and told and not passive else 0


def _by_then(tokens: Tokens, first: int, last: int) -> int:
    """``said that by autumn they would feel it``."""
    near = tokens.lows[last : last + _BY_REACH]
    return FUTURE if tokens.low(first - 1) == "by" and ("would" in near or "will" in near) else 0


def _hearsay(tokens: Tokens, first: int, last: int) -> int:
    """``is said to have left on Monday``, ``soll am Montag gesehen worden sein``: what is told of has happened."""
    near = tokens.back(first, _REACH)
    if tokens.lang == "de":
        end = [low for low in tokens.lows[last : last + _REACH] if low.isalpha()]
        closes = next((k for k, low in enumerate(end) if low in ("sein", "haben")), 0)
        done = closes > 0 and end[closes - 1].endswith(("t", "en"))
        return PAST if done and not _CLAIMS.isdisjoint(near) else 0
    three = zip(near, near[1:], near[2:], strict=False)
    return PAST if any(a in _HEARD and (b, c) == ("to", "have") for a, b, c in three) else 0


def _until(tokens: Tokens, first: int, last: int) -> int:
    """``postponed until Friday`` looks ahead; ``until Tuesday, police had not`` looks back."""
    if tokens.lang != "en":
        return _until_abroad(tokens, first, last)
    if tokens.low(first - 1) not in ("until", "till"):
        return 0
    near = tokens.back(first, _REACH)
    if "had" in tokens.lows[last : last + _REACH] or "had" in near or _only_then(near):
        return PAST
    named = not {"W", "w", "R"}.isdisjoint(tokens.tags[first:last])
    left = tokens.low(first - 2) in ("has", "have")  # "has until Easter to report"
    return FUTURE if named or left else 0


def _only_then(near: list[str]) -> bool:
    """``did not start until Wednesday``: then it did; ``was not expected until Friday`` tells of what is to come."""
    pairs = enumerate(pairwise(near))
    at = next((at for at, (one, two) in pairs if one in _DID_NOT and (two == "not" or two in _NOT)), -1)
    ahead = near[at + 2 : at + 3] == ["to"] or not (_PLANS | _HELPERS - {"could"}).isdisjoint(near[at:])
    return at >= 0 and not ahead


def _until_abroad(tokens: Tokens, first: int, last: int) -> int:
    """``die Sperrung bis Freitag`` looks ahead; what was shut until Friday, and ``Bis Freitag`` in front, may look back."""
    if first <= _HEAD or tokens.tags[first:last].strip("Ww"):
        return 0
    table = time_words(tokens.lang)
    at = first - 2 if tokens.tag(first - 1) == "h" else first - 1
    before = (tokens.low(at), f"{tokens.low(at - 1)} {tokens.low(at)}")
    if not any(table.roles.get(words) == "until" for words in before):
        return 0
    return PAST if not table.beside.get("was", frozenset()).isdisjoint(tokens.lows) else FUTURE


def _ahead_of(tokens: Tokens, first: int, _last: int) -> int:
    """``ahead of Sunday's vote``: what is prepared for lies ahead, whatever the verb."""
    at = first - 2 if tokens.tag(first - 1) == "h" else first - 1
    return FUTURE if tokens.low(at) == "of" and tokens.low(at - 1) == "ahead" else 0


def _beside_event(tokens: Tokens, first: int, last: int) -> int:
    """``vor der Wahl am Sonntag``, ``après le match de dimanche``: on which side the event lies that the day is of."""
    if tokens.lang == "en" or tokens.tags[first:last].strip("Ww"):
        return 0
    table = time_words(tokens.lang)
    for at in range(first - 1, first - 1 - _EVENT_REACH, -1):
        role = table.roles.get(tokens.low(at))
        if role in ("before", "after") and first - at > 2:
            over = not table.beside.get("was", frozenset()).isdisjoint(tokens.lows)
            return PAST if role == "after" or over else FUTURE
        if tokens.tag(at) not in "xhuif" or tokens.low(at) in table.past:
            return 0
    return 0


def was_not_to_be(tokens: Tokens, first: int, last: int) -> int:
    """``had been due to expire Friday``, ``planned for Saturday was cancelled``, ``nobody could be reached Wednesday``."""
    near = tokens.back(first, _REACH)
    for at, low in enumerate(near[:-2]):
        if low == "had" and "been" in near[at + 1 : at + 4] and not _PLANS.isdisjoint(near[at + 2 : at + 6]):
            return PAST
        if low in ("was", "were") and near[at + 1 : at + 3] in (["to", "have"], ["supposed", "to"]):
            return PAST  # "were to have begun Monday", "was supposed to be back Monday"
    if ("could" in near and not _NEGATIONS.isdisjoint(near)) or tokens.lows[last : last + 2] == [",", "did"]:
        return PAST  # "due to begin on Monday, did not start"
    behind = tokens.lows[last : last + 4]
    if not _PLANS.isdisjoint(near[-3:]) and behind[:1] and behind[0] in ("was", "were", "has", "have"):
        return PAST if not _CALLED_OFF.isdisjoint(behind) else 0
    return 0


def _comes_into_force(tokens: Tokens, first: int, last: int) -> int:
    """``effective Feb. 1``, ``takes effect June 1``, ``the Jan. 14 deadline``, ``set Friday as the deadline``."""
    at = first - 2 if tokens.low(first - 1) in ("on", "from", "of", "as") else first - 1
    before = tokens.low(at)
    if before == "effective":
        return FUTURE
    if before in ("effect", "force") and not _STARTING.isdisjoint(tokens.back(at, 3)):
        return FUTURE
    over = not _OVER.isdisjoint(tokens.back(first, _REACH))
    after, named = tokens.low(last), tokens.tags[first] in "Ww"  # "by a Tuesday deadline": the verb tells
    if after == "deadline" and not named and not over:
        return FUTURE
    as_the_date = after == "as" and not _DATES.isdisjoint(tokens.lows[last + 1 : last + 4])
    return FUTURE if as_the_date or (tokens.low(first - 1) == "set" and after in ("as", "for")) else 0


def _deadline(tokens: Tokens, first: int, _last: int) -> int:
    """``a deadline of midnight on Sunday``; one that was missed or passed is over."""
    near = tokens.back(first, _DEADLINE_REACH)
    told = "deadline" in near and _OVER.isdisjoint(tokens.back(first, _REACH))
    moved = tokens.low(first - 1) == "to" and tokens.low(first - 2) in _POSTPONED
    return FUTURE if told or moved else 0


def _no_sooner(tokens: Tokens, first: int, _last: int) -> int:
    """``no later than Friday``, ``as soon as Monday``."""
    before, before_that = tokens.low(first - 1), tokens.low(first - 2)
    than = before == "than" and before_that in ("later", "sooner")
    return FUTURE if than or (before == "as" and before_that in ("soon", "early")) else 0


def _forecast(tokens: Tokens, first: int, _last: int) -> int:
    """``rain was likely Thursday``, ``is forecast on Sunday``; who "predicted Wednesday" did so then."""
    at = first - 2 if tokens.low(first - 1) == "on" else first - 1
    near = pairwise(tokens.back(first, _REACH))
    if any(one in _PERFECT and two in ("predicted", "forecast", "warned") for one, two in near):
        return FUTURE  # "have predicted rain on Thursday"
    if tokens.low(at) not in _FORECAST:
        return 0
    if tokens.low(at) in ("predicted", "forecast"):
        helped = tokens.back(at, 2)
        return FUTURE if not _PASSIVE.isdisjoint(helped) else PAST
    return FUTURE


def _german_present(tokens: Tokens, first: int, last: int) -> int:
    """``Am Freitag beginnt der Prozess``, ``Der Rat stimmt am Montag ab``: a verb of the present beside the day."""
    if tokens.lang != "de":
        return 0
    at = first
    while at > 0 and tokens.tags[at - 1] in "uhivbf":
        at -= 1
    beside = last if at <= 1 else at - 1
    low, lex = tokens.low(beside), lexicon("de")
    planned = tokens.low(last) in _GERMAN_PLANS and not _GERMAN_IS.isdisjoint(tokens.lows[:first])
    if planned or low in ("starten", "startet", "enden", "endet"):
        return FUTURE  # "sind für Samstag geplant"
    word = tokens.tag(beside) == "x" and not tokens.capital(beside) and len(low) >= _SHORT
    past = low in lex.own.past or low.endswith(lex.own.past_endings) or low.startswith("ge")
    if past or not word or low in lex.own.beside["no-verb"]:
        return 0
    singular = low.endswith("t") and not low.endswith(("heit", "keit"))
    plural = low.endswith(("en", "ern", "eln")) and beside == last
    return FUTURE if singular or plural else 0


def _slavic_ahead(tokens: Tokens, first: int, last: int) -> int:
    """``W poniedziałek rada zajmie się planem``: where every past form shows, a clause without one looks ahead."""
    own = lexicon(tokens.lang).own
    if not own.present_endings:
        return 0
    before = language(tokens.lang).used_as("preposition")
    if tokens.tags[first - 1 : first] not in ("", "i", "u", ",") and tokens.low(first - 1) in before:
        return 0  # "umowa z 3 maja": which one, not when
    joining = language(tokens.lang).used_as("joiner") | _BREAKS | {","}
    lows = tokens.lows
    begin = next((at + 1 for at in range(first - 1, -1, -1) if lows[at] in joining), 0)
    end = next((at for at in range(last, len(lows)) if lows[at] in joining), len(lows))
    inside = [at for at in (*range(begin, first), *range(last, end)) if tokens.tags[at] == "x"]
    if len(inside) < _CLAUSE_WORDS or any(_told(tokens, at) for at in inside):
        return 0
    free = (at for at in inside if not (tokens.capital(at) and at) and tokens.low(at - 1) not in before)
    verbs = (lows[at].endswith(own.present_endings) and len(lows[at]) >= _SHORT for at in free)
    return FUTURE if any(verbs) else 0


def _told(tokens: Tokens, at: int) -> bool:
    """Whether a word is a past form or a passive participle."""
    lex = lexicon(tokens.lang)
    named = tokens.capital(at) and at > 0  # "w Brukseli"
    return not named and (tokens.lows[at] in lex.own.past or _ends_as_past(tokens, lex, at))


def _counted_on(tokens: Tokens, first: int, _last: int) -> int:
    """``went back two days later, on Oct. 5``: what counts on from a story told names the day again."""
    at = first - 2 if tokens.low(first - 1) == "on" else first - 1
    told = tokens.low(at) == "," and tokens.low(at - 1) in _LATER
    return PAST if told and _HELPERS.isdisjoint(tokens.lows) else 0


def _from_today(tokens: Tokens, first: int, _last: int) -> int:
    """``from today through June 17``: what begins now ends ahead."""
    on = tokens.low(first - 1) in ("through", "to", "until", "till")
    return FUTURE if on and (tokens.tag(first - 2) == "R" or tokens.low(first - 2) == "from today") else 0


def _after_doing(tokens: Tokens, first: int, _last: int) -> int:
    """``expected to return after having a son in August``, ``hurt while trying to flee on Monday``: done before or then."""
    for at in range(first - 1, first - 1 - _DOING_REACH, -1):
        before, low = tokens.low(at - 1), tokens.low(at)
        if low.endswith("ing") and (before == "after" or (before == "while" and _told(tokens, at - 2))):
            return 0 if "will" in tokens.lows[:at] else PAST
        if low in (",", ";", "and", "but") or (low == "to" and not before.endswith("ing")):
            return 0
    return 0


def _carried_out(tokens: Tokens, first: int, last: int) -> int:
    """``did not open on Friday``, ``began to leak on Friday``: what was done, begun or failed then has happened."""
    if tokens.lang != "en" or tokens.low(first - 1) in _AHEAD | _MEANT_FOR:
        return 0
    head = first <= _HEAD
    order = range(last, last + _CLAUSE_REACH) if head else range(first - 1, first - 1 - _CARRIED_REACH, -1)
    lex = lexicon("en")
    for at in order:
        low = tokens.low(at)
        if low in _CLAUSE_ENDS and (low != "," or at != last):
            return 0
        if low in _DID or (low == "could" and tokens.low(at + 1) in _NEGATIONS):
            return PAST
        if low == "to" and not (head and at == last):
            said = tokens.back(at, _SAID_REACH)  # not "said she had to leave on Friday"
            told = tokens.low(at - 1) in _IMPLICATIVE and {"be", *reporting("en")}.isdisjoint(said)
            return PAST if told else 0
        asked = not _DID.isdisjoint((tokens.low(at - 1), tokens.low(at - 2)))  # "did not open"
        if not asked and not (head and low in _IMPLICATIVE) and _verb(tokens, lex, at):
            return 0
    return 0


def _has_been(tokens: Tokens, first: int, last: int) -> int:
    """``has been opened on Friday``: what a perfect tells of a day has happened; what has been set for it has not."""
    at = first - 2 if tokens.low(first - 1) == "on" else first - 1
    done = tokens.low(at).endswith("ed") and tokens.low(at - 1) == "been"
    set_for = tokens.low(at) in _PLANS | _POSTPONED or tokens.tag(last) == "g"
    return PAST if done and not set_for and tokens.low(at - 2) in _PERFECT else 0


def _came_to(tokens: Tokens, first: int, _last: int) -> int:
    """``fell 25 cents to close at $20 Friday``: behind a figure an infinitive tells what came of what was told."""
    at = next((at for at in range(first - 1, 1, -1) if tokens.lows[at] == "to"), 0)
    figure = at and (tokens.tags[at - 1] in ",DN" or tokens.tags[at - 2] in "DN")
    return PAST if figure and tokens.lows[at + 1] in _CLOSES else 0


# What is sure wherever the clause's verbs stand, in order.
_SURE = (
    _said_outright, _since, _reported, _hearsay, was_not_to_be, _until, _comes_into_force, _deadline, _no_sooner, _forecast,
    _told_of, _after_doing, _carried_out, _came_to, _has_been, _counted_on, _from_today, _ahead_of, _beside_event,
    _german_present, _slavic_ahead, _by_then, _meant_for,
)  # fmt: skip


def _behind_article(tokens: Tokens, index: int) -> bool:
    if tokens.tag(index - 1) == "D" and tokens.tag(index - 2) == "-":
        return True  # "on a 49-2 vote"
    at = index - 2 if tokens.tag(index - 1) == "x" else index - 1
    counted = tokens.tag(at) in ("n", "D")  # "lost three votes on Thursday", "three more votes"
    return counted or tokens.tag(index - 1) in "haTtfig" or tokens.low(index - 1) in _NO_VERBS | _BEFORE_NOUNS


def _plural_subject(tokens: Tokens, index: int) -> bool:
    """Whether the word is a verb of several: behind a name, "they" or a plural noun, not behind an article."""
    before = tokens.low(index - 1)
    if before in ("they", "we", "you", "i", "who"):
        return True
    if tokens.tag(index - 1) != "x" or not before.isalpha():
        return False
    named = tokens.capital(index - 1) and tokens.tag(index + 1) in "xiulvh" and not tokens.capital(index)
    return named or (before.endswith("s") and not before.endswith(("ss", "us", "is", "'s")))


def _scan(tokens: Tokens, lex: Lexicon, order: range, comma_ends: bool = False) -> int:
    aside, (opening, closing) = 0, ("(", ")") if order.step > 0 else (")", "(")
    aim = False  # an infinitive stands between the verb and the date: "remanded to stand trial in May"
    for index in order:
        low = tokens.lows[index]
        aside += {opening: 1, closing: -1}.get(low, 0)
        if aside > 0 or (aside == 0 and low == closing):
            continue  # "fell at 03:15 (0115 GMT) on Sunday": what is in parentheses is passed over
        if low in _BREAKS or (comma_ends and low == ","):
            break
        if low == "to" and order.step < 0 and tokens.tag(index + 1) == "x":
            aim = tokens.low(index + 1) not in _NO_VERBS and not tokens.capital(index + 1)
        verdict = _verb(tokens, lex, index)
        if verdict == FUTURE and order.step > 0 and low in _VOWED:
            return PAST  # "On Monday, he vowed to": the date is the vow's
        if verdict:
            return PRESENT if aim and verdict == PAST else verdict
    return 0


def _names_a_thing(tokens: Tokens, index: int) -> bool:
    """Whether a verb of what lies ahead is a noun here: "the vote in", "his scheduled start", "dropped her plans Monday"."""
    low, after = tokens.lows[index], tokens.low(index + 1)
    if low in _NOUNS_TOO and (after in ("for", "of") or _behind_article(tokens, index)):
        return True
    if low in _DUE and tokens.low(index - 1) in _OWNING:
        return True
    bare = low in ("plan", "plans") and tokens.tag(index + 1) in tuple("WwuRMm,.")
    return bare and "to" not in tokens.lows[index : index + _BY_REACH + 1]  # "plans Monday to vote"


def _verb(tokens: Tokens, lex: Lexicon, index: int) -> int:
    """What one token says of the time of its clause."""
    low, after = tokens.lows[index], tokens.low(index + 1)
    english = tokens.lang == "en"
    noun = english and _names_a_thing(tokens, index)
    if tokens.tags[index] in "MmSPJVRWw" or noun or (low == "ahead" and after == "of"):
        return 0  # "May" and "fall" are no verbs here, nor is "the vote in March"
    # "entre lundi et mardi", not "entre en vigueur"
    between = low in lex.own.roles and tokens.tag(index + 1) != "i"
    if low in lex.own.future and not between and not (low == "won" and after in _NOT):
        return PAST if after == "have" and low in _GUESSES else FUTURE
    if english and (way := _english_verb(tokens, index)):
        return way
    return _by_ending(tokens, lex, index)


def _english_verb(tokens: Tokens, index: int) -> int:
    """``won't``, ``plans to``, ``falls on Thursday``, ``Leeds play``, ``due in May``, ``is``."""
    low, after = tokens.lows[index], tokens.low(index + 1)
    if low == "won" and after in _NOT:
        return FUTURE
    if low in _INTENTIONS and after in ("to", "for"):
        return FUTURE
    if (low == "falls" and after == "on") or (low in _FIXTURES and _plural_subject(tokens, index)):
        return FUTURE
    if low in _DUE and after in ("in", "on", "by", "at", "before"):
        return FUTURE
    if low in ("runs", "run") and after in ("from", "through", "until"):
        return FUTURE
    if low in ("is", "are", "'re"):
        return FUTURE if after == "to" else PRESENT
    return 0


def _helped(tokens: Tokens, lex: Lexicon, index: int) -> int:
    """What the helpers before a past form make of it: "would be held", "might have been hurt"; 0 without one."""
    helpers = _HELPERS if tokens.lang == "en" else lex.own.future
    for back in range(index - 1, max(-1, index - 4), -1):
        if tokens.lows[back] in _BREAKS or tokens.lows[back] in _ASKED:
            break  # "– Nie ma zgody – powiedział", "would not say what happened"
        helped = tokens.tags[back] in "xa" and tokens.lows[back] in helpers
        if helped and tokens.lows[back] in _GUESSES and tokens.low(back + 1) == "have":
            return PAST  # "might have been hurt"
        if helped or (tokens.lows[back] == "to" and tokens.low(back + 1) in ("be", "have")):
            return FUTURE
    return 0


def _by_ending(tokens: Tokens, lex: Lexicon, index: int) -> int:
    """A verb known or told by its ending, with the helpers before it."""
    low = tokens.lows[index]
    told = low in lex.own.past
    if not told and low.endswith(lex.own.future_endings):
        return FUTURE
    if not (told or _ends_as_past(tokens, lex, index)) or tokens.low(index - 1) == "to":
        return 0
    if _without_participle(tokens, low):
        return FUTURE
    if low in ("was", "were") and tokens.low(index + 1) == "to":
        return FUTURE
    if way := _helped(tokens, lex, index):
        return way
    return PRESENT if tokens.lang == "en" and _perfect(tokens, index) else PAST


def _without_participle(tokens: Tokens, low: str) -> bool:
    """ "Die Beiträge sind am Freitag fällig": no participle makes a perfect of it."""
    form = re.compile(language("de").tenses["participle"])
    return tokens.lang == "de" and low in _GERMAN_NOW and not any(map(form.fullmatch, tokens.lows))


def _perfect(tokens: Tokens, index: int) -> bool:
    """``is nominated``, ``has staked``: told from the present."""
    of_a_day = tokens.tag(index - 2) == "g" and tokens.tag(index - 3) in "WwRM"  # "Sunday's election gave"
    return tokens.low(index - 1) in _PERFECT or (tokens.low(index - 2) in _PERFECT and not of_a_day)


def _ends_as_past(tokens: Tokens, lex: Lexicon, index: int) -> bool:
    low = tokens.lows[index]
    noun = tokens.lang == "de" and tokens.capital(index)  # "Verband", "Zustand"
    noun = noun or low in lex.own.beside.get("no-verb", ())  # "дело", "udział"
    noun = noun or (tokens.lang == "en" and tokens.tag(index - 1) in "ha")  # "for the unmanned flight"
    return tokens.tags[index] == "x" and len(low) > 3 and not noun and low.endswith(lex.own.past_endings)
