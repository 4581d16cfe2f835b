"""A verb that no list knows in, the quotation it reports out, when the form of the sentence says that it does.

"…," Roe thundered. / "…," thundered Roe. / « … », tonna Roe: behind a quotation that closes like speech, a name and
a verb in the past or present and nothing else but when, where and how.
"""

from ...language import everywhere, language, united
from .line import Line, report_at
from .phrases import Phrase, read_phrase
from .reported import Reported
from .sides import clause_right, later_quote, quote_before
from .subject import after_verb, before_verb
from .tokens import DASHES, Item, back, in_marks, is_mark, item_at

_ENGLISH_VERBS = frozenset({"VBD", "VBZ"})
_CLOSES_LIKE_SPEECH = ",?!…"


def _is_verb(item: Item, line: Line) -> bool:
    """The form is one of past or present."""
    if item.tag:
        return item.tag in _ENGLISH_VERBS
    form = line.lex.telling.fullmatch(item.low) is not None
    return form and not item.capital and item.low not in line.lex.roles


def _may_be_verb(item: Item, line: Line) -> bool:
    """Between a quotation and a name no other word can stand, whatever its form: « … », lâche Paul Roche."""
    lex = line.lex
    if not lex.strict_that or item.capital:
        return _is_verb(item, line)
    closed = united(lex.prepositions, lex.conjunctions, lex.determiners, lex.relatives, lex.that, lex.times)
    return item.low not in united(closed, lex.roles, lex.titles)


def may_tell(line: Line, at: int) -> bool:
    """Whether the form of the word at ``at`` is one that may report a quotation."""
    item = line.items[at]
    return item.low not in line.lex.helpers and (_is_verb(item, line) or _may_be_verb(item, line))


def read_by_form(line: Line, at: int) -> Reported | None:
    """The speech that the verb at ``at`` reports, by its form alone."""
    if not may_tell(line, at):
        return None
    found = _named_before(line, at) if _is_verb(line.items[at], line) else None
    found = found or (_named_behind(line, at) if _may_be_verb(line.items[at], line) else None)
    if found is None:
        return None
    phrase, mark, last = found
    quoted = quote_before(line, mark)
    if quoted is None or not _speech(line, mark) or not _only_rest(line, last + 1):
        return None
    parts = [quoted]
    if follower := later_quote(line, last + 1):
        parts.append(follower)
    return report_at(line, parts, "direct", at, at, phrase)


def read_cited(line: Line, at: int) -> Reported | None:
    """ "«…», — приводит его слова «Порт»", "„…“, zitiert ihn die Agentur": whom the pronoun means speaks, through the outlet."""
    items, lex = line.items, line.lex
    cited = language(lex.code).whole("cites").match(line.text, items[at].start) if line.quotes else None
    quoted = quote_before(line, back(items, at - 1, lambda item: item.low in lex.helpers)) if cited else None
    last = next((k for k, item in enumerate(items) if cited and item.end == cited.end()), at)
    outlet = after_verb(items, last, line.text, lex) if quoted and last > at else None
    if cited is None or quoted is None or outlet is None:
        return None
    speaker = Phrase(items[at].start, cited.end(), cited[0], pronoun="same")
    via = in_marks(items[outlet.last]) if items[outlet.last].kind == "quote" else outlet.phrase.words
    return report_at(line, [quoted], "direct", at, last, speaker, via)


def read_as_put_it(line: Line, at: int) -> Reported | None:
    """'"…," as Roe put it', 'As Roe put it, "…"'."""
    items = line.items
    opens = next((k for k in range(at - 1, max(-1, at - 9), -1) if items[k].low in line.lex.own.likening), -1)
    phrase = read_phrase(items[opens + 1 : at], line.text, line.lex) if opens >= 0 else None
    if phrase is None:
        return None
    quoted = quote_before(line, opens - 1) if opens > 0 else None
    after = at + 3
    if quoted is None and item_at(items, after).kind == "quote":
        quoted = quote_before(line, after)
    if quoted:
        return report_at(line, [quoted], "direct", at, at + 1, phrase)
    comma = next((k for k in range(at, len(items) - 1) if items[k].text == ","), -1)
    told = clause_right(line, comma + 1) if comma > 0 and opens == 0 else []
    return report_at(line, told, "indirect", at, at + 1, phrase) if told else None


def _named_before(line: Line, at: int) -> tuple[Phrase, int, int] | None:
    """The name right between the quotation and the verb."""
    subject = before_verb(line.items, at, line.text, line.lex)
    if subject is None or subject.first == 0:
        return None
    if not subject.phrase.name and not any(word in line.lex.roles for word in subject.phrase.titles):
        return None
    return subject.phrase, subject.first - 1, at


def _named_behind(line: Line, at: int) -> tuple[Phrase, int, int] | None:
    """The name right behind a verb that follows the quotation at once."""
    before = back(
        line.items, at - 1, lambda item: item.low in line.lex.helpers or item.low in everywhere.oneself
    )
    if before < 0 or (line.items[before].kind != "quote" and line.items[before].text not in DASHES):
        return None
    subject = after_verb(line.items, at, line.text, line.lex)
    if subject is None:
        return None
    who = line.items[subject.first : subject.last + 1]
    phrase = read_phrase(who, line.text, line.lex)
    named = phrase is not None and bool(phrase.name) and who[-1].capital
    named = named or (line.lex.strict_that and any(item.low in line.lex.roles for item in who))
    return (phrase, before, subject.last) if phrase and named else None


def _speech(line: Line, mark: int) -> bool:
    """The quotation closes with a comma or a question, or a comma or dash stands behind it, and says a few words."""
    at = back(line.items, mark, is_mark)
    quote = line.quotes[line.items[at].quote]
    said = line.text[quote.inner_start : quote.end].rstrip("\"”’»“' \xa0")
    dashed = any(item.text in DASHES for item in line.items[at + 1 : mark + 1])
    return len(said.split()) >= 2 and (said[-1:] in _CLOSES_LIKE_SPEECH or dashed)


def _only_rest(line: Line, at: int) -> bool:
    """Nothing of a clause follows: the end, a mark, or words of time, place and manner."""
    item = item_at(line.items, at)
    ends = item.kind in ("punct", "quote") or item.tag == "R"
    return ends or item.low in united(line.lex.prepositions, line.lex.times)
