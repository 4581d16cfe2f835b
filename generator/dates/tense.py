"""A time expression in its sentence; whether the clause speaks of the past or the future, out.

What stands beside the time decides where it leaves no doubt ("ahead of", "until", "deadline"); else the verb of the
clause, as the annotation of the sentence has it; a preposition that looks ahead only where no verb says otherwise.
"""

from collections.abc import Callable, Iterable
from functools import cache

from ..language import english, known_languages, language, time_words, united, words
from .lexicon import beside, beside_in, lexicon
from .tokens import Tokens
from .verbs import FUTURE, HERE, PAST, PRESENT, Told
from .verbs_abroad import read_abroad
from .verbs_en import INTENTIONS, read_english

_REACH, _FAR_REACH, _EVENT_REACH, _DEADLINE_REACH = 14, 22, 6, 5  # tokens
_HEAD = 3  # tokens: a date at the head of its sentence may have its verb behind a comma
_VOWED = {low for low in INTENTIONS if low.endswith("ed")} - words("expected scheduled slated planned")
_IS, _CAME = words("is are 's 're"), words("was were has have")
_BETWEEN_HOURS = frozenset("bcDpuv:-")  # tags: "is from 4 to 8 p.m. Friday"
_LONGEST = 3  # words


def direction(tokens: Tokens, first: int, last: int) -> int:
    """``PAST``, ``FUTURE``, ``HERE``, ``PRESENT`` or 0 where nothing tells."""
    way = sure_direction(tokens, first, last) or _by_verb(tokens, first, last)
    if way in (PRESENT, HERE) and tokens.lang != "en":
        return 0 if _says_which(tokens, first) else FUTURE
    just = tokens.low(first - 2) in beside.just
    return way or (FUTURE if tokens.low(first - 1) in beside.looks_ahead and not just else 0)


def _by_verb(tokens: Tokens, first: int, last: int) -> int:
    """What the verb of the clause tells, which stands before the time or behind it."""
    behind = _behind(tokens, last)
    if verb := _told(tokens).verb_behind(tokens.starts[first]):
        # past "the Friday deadline to agree"
        at = next((at for at in behind if tokens.starts[at] >= verb), last)
        if way := _scan(tokens, range(at, behind.stop)):
            return way
    if left := _scan(tokens, _before(first)):
        return HERE if left == PRESENT and _is_close(tokens, first) else left
    owned = tokens.tag(last) == "g"
    right = _scan(tokens, behind[2 * owned :], "," if first > _HEAD else "")  # "Thursday's vote": no verb
    return right if right in (PAST, FUTURE) else 0


def _told(tokens: Tokens) -> Told:
    """What the verbs of a sentence tell, read once."""
    if tokens.told is None:
        read = read_english if tokens.lang == "en" else read_abroad
        tokens.told = read(tokens, tokens.form)
    return tokens.told


def _before(first: int) -> range:
    return range(first - 1, max(-1, first - 1 - _FAR_REACH), -1)


def _behind(tokens: Tokens, last: int) -> range:
    return range(last, min(len(tokens.lows), last + _REACH))


def _nearest(tokens: Tokens, order: range, ends: str = "") -> int:
    """The first token of the clause that tells of a time, before ``ends``; -1 where there is none."""
    telling = (at for at in tokens.clause(order) if _told(tokens).ways[at] or tokens.lows[at] == ends)
    at = next(telling, -1)
    return at if at >= 0 and tokens.lows[at] != ends else -1


def _scan(tokens: Tokens, order: range, ends: str = "") -> int:
    index = _nearest(tokens, order, ends)
    way = _told(tokens).ways[index] if index >= 0 else 0
    vowed = way == FUTURE and order.step > 0 and tokens.lows[index] in _VOWED
    return PAST if vowed else way  # "On Monday, he vowed to": the date is the vow's


def _is_close(tokens: Tokens, first: int) -> bool:
    """Whether "is" stands right before a time: "the vote is Friday"."""
    while tokens.tag(first - 1) in _BETWEEN_HOURS:
        first -= 1
    return not _IS.isdisjoint(tokens.back(first, 3))


def _says_which(tokens: Tokens, first: int) -> bool:
    """``umowa z 3 maja``: which one, not when."""
    if tokens.lang not in known_languages() or tokens.lang == "de":
        return False
    low, bound = tokens.low(first - 1), ("before", "after", "until")
    which = low in language(tokens.lang).used_as("preposition") and tokens.tag(first - 1) not in "iu,"
    return which and time_words(tokens.lang).roles.get(low) not in bound


def sure_direction(tokens: Tokens, first: int, last: int) -> int:
    """``PAST`` or ``FUTURE`` where the words beside leave no doubt, else 0."""
    return next((way for rule in _SURE if (way := rule(tokens, first, last))), 0)


def will_do(tokens: Tokens, first: int) -> bool:
    """``his lawyers will seek testimony Friday``: the verb before says beyond doubt that it lies ahead."""
    at = _nearest(tokens, _before(first))
    return at > 0 and {"will", "'ll"}.intersection((tokens.low(at), tokens.low(at - 1))) != set()


def tells(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a verb that tells of a time stands between two tokens."""
    return any(_told(tokens).ways[first:last])


@cache
def reporting(lang: str) -> frozenset[str]:
    """The past forms of the verbs of reporting, where a day may follow one at once (English)."""
    verbs = language("en").verbs if lang == "en" else ()
    past = {form for verb in verbs if verb.takes in ("clause", "that") for form in verb.past}
    return frozenset(past - beside.forecast)


def _reported(tokens: Tokens, first: int, last: int) -> int:
    """``announced Monday``: who reports has reported; "said Monday's march" does not say when."""
    if tokens.low(first - 1) not in reporting(tokens.lang) or tokens.tag(last) == "g":
        return 0
    return 0 if _told(tokens).verb_behind(tokens.starts[first]) else PAST


def _done(tokens: Tokens, first: int, last: int) -> int:
    """``the man arrested Friday will appear``: what has been done to someone, right before."""
    if tokens.lang != "en" or first < 2 or tokens.tag(last) == "g":
        return 0
    told, (before, start) = _told(tokens), tokens.starts[first - 1 : first + 1]
    inside = any(opens <= before and start < verb for opens, verb in (*told.fronts, told.main))
    return PAST if inside and told.ways[first - 1] == PAST else 0


def _words_before(tokens: Tokens, first: int) -> Iterable[str]:
    """The words before a time and its article, the last one, two and three: "ahead of", "seit dem"."""
    end = first - 1 if tokens.tag(first - 1) == "h" else first
    return (" ".join(tokens.back(end, size)) for size in range(1, _LONGEST + 1))


def _since(tokens: Tokens, first: int, _last: int) -> int:
    """``Seit Montag streiken die Fahrer``; the Polish word also says from when on."""
    roles = lexicon(tokens.lang).own.roles if tokens.lang != "pl" else {}
    return (
        PAST if any("since" in (before, roles.get(before)) for before in _words_before(tokens, first)) else 0
    )


def _meant_for(tokens: Tokens, first: int, _last: int) -> int:
    """``ahead of Sunday's vote``, ``no later than May``, ``hat für Freitag zum Streik aufgerufen``."""
    meant = lexicon(tokens.lang).own.beside.get("meant-for", frozenset())
    return FUTURE if any(before in meant for before in _words_before(tokens, first)) else 0


def is_until(tokens: Tokens, first: int) -> bool:
    """Whether the word before a time is the language's "until"."""
    roles = time_words(tokens.lang).roles
    return any(roles.get(one) == "until" for one in _words_before(tokens, first))


def _was(tokens: Tokens) -> bool:
    """Whether a past form of "to be" or "to have" says that all of the sentence is over."""
    return not time_words(tokens.lang).beside.get("was", frozenset()).isdisjoint(tokens.lows)


def _until(tokens: Tokens, first: int, last: int) -> int:
    """``postponed until Friday`` looks ahead; ``until Tuesday, police had not`` and ``not open until Monday`` look back."""
    english, weekday = tokens.lang == "en", not tokens.tags[first:last].strip("Ww")
    if not is_until(tokens, first) or (not english and (first <= _HEAD or not weekday)):
        return 0
    had = english and "had" in tokens.lows[max(0, first - _REACH) : last + _REACH]
    at = _nearest(tokens, _before(first))
    goes_on = english and not beside.has.isdisjoint(tokens.back(at, 2))
    if had or _was(tokens) or (_surely_past(tokens, first, last) and not goes_on):
        return PAST  # not "has been closed until Monday"
    named = not english or goes_on or tokens.low(at) in beside.postponed
    named = named or not {"W", "w", "R"}.isdisjoint(tokens.tags[first:last])
    return FUTURE if named or tokens.low(first - 2) in beside.has else 0  # "has until Easter to report"


def _beside_event(tokens: Tokens, first: int, last: int) -> int:
    """``vor der Wahl am Sonntag``, ``après le match de dimanche``: on which side the event lies that the day is of."""
    if tokens.lang == "en" or tokens.tags[first:last].strip("Ww"):
        return 0
    table = time_words(tokens.lang)
    for at in range(first - 1, first - 1 - _EVENT_REACH, -1):
        role = table.roles.get(tokens.low(at))
        if role in ("before", "after") and first - at > 2:
            return PAST if role == "after" or _was(tokens) else FUTURE
        if tokens.tag(at) not in "xhuif" or tokens.low(at) in table.past:
            return 0
    return 0


def _hearsay(tokens: Tokens, first: int, last: int) -> int:
    """``soll am Montag gesehen worden sein``: what is told of has happened."""
    if tokens.lang != "de" or time_words("de").beside["heard"].isdisjoint(tokens.back(first, _REACH)):
        return 0
    end = [low for low in tokens.lows[last : last + _REACH] if low.isalpha()]
    closes = next((k for k, low in enumerate(end) if low in beside_in("de", "infinitive-helper")), 0)
    return PAST if closes and end[closes - 1].endswith(("t", "en")) else 0


def _by_sure_verb(tokens: Tokens, first: int, last: int) -> int:
    """``did not open on Friday``, ``began to leak on Friday``: a verb that cannot be read otherwise."""
    if tokens.lang != "en" or tokens.low(first - 1) in united(beside.looks_ahead, beside.bound_for):
        return 0
    return PAST if _surely_past(tokens, first, last) else 0


def _surely_past(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the verb of the clause tells of the past beyond doubt."""
    nearest = _nearest(tokens, _behind(tokens, last) if first <= _HEAD else _before(first))
    return nearest in _told(tokens).sure


def was_not_to_be(tokens: Tokens, first: int, last: int) -> int:
    """``due to begin on Monday, did not``, ``planned for Saturday was cancelled``."""
    behind = tokens.lows[last : last + 4]
    if behind[:2] == [",", "did"]:
        return PAST
    planned = not _CAME.isdisjoint(behind[:1]) and not beside.due.isdisjoint(tokens.back(first, 3))
    return PAST if planned and not beside.called_off.isdisjoint(behind) else 0


def _deadline(tokens: Tokens, first: int, last: int) -> int:
    """``the Jan. 14 deadline``, ``a deadline of midnight on Sunday``, ``set Friday as the deadline``; not one that was missed."""
    after, before = tokens.low(last), tokens.low(first - 1)
    noun = after == "deadline" and tokens.tags[first] not in "Ww"  # "by a Tuesday deadline": the verb tells
    noun = noun or "deadline" in tokens.back(first, _DEADLINE_REACH)
    if noun and beside.over.isdisjoint(tokens.back(first, _REACH)):
        return FUTURE
    dated = not beside.due_date.isdisjoint(tokens.lows[last + 1 : last + 4])
    verb = tokens.low(_nearest(tokens, _before(first)))
    moved = before in english.to and not {verb, tokens.low(first - 2)}.isdisjoint(beside.postponed)
    return (
        FUTURE
        if (dated and after in english.likening) or moved or (before == "set" and after in beside.set_behind)
        else 0
    )


def _forecast(tokens: Tokens, first: int, _last: int) -> int:
    """``rain was likely Thursday``, ``is forecast on Sunday``; who "predicted Wednesday" did so then."""
    at = first - 2 if tokens.low(first - 1) in beside.forecast_before else first - 1
    if tokens.low(at) not in beside.forecast:
        return 0
    told = beside.foretold_by.isdisjoint(tokens.back(at, 2))
    return PAST if told and tokens.low(at) in beside.told_ahead else FUTURE


# What is sure wherever the clause's verbs stand, in order.
_SURE: tuple[Callable[[Tokens, int, int], int], ...] = (
    _since, _reported, _hearsay, _by_sure_verb, was_not_to_be, _until, _deadline, _forecast, _beside_event, _meant_for, _done,
)  # fmt: skip
