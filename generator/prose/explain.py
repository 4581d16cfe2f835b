"""A date's reason and its EDTF in; a sentence for readers out, in English or through a translator's ``say``."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from ..dates.lexicon import lexicon
from ..dates.rules import RULES, THIRDS
from ..edtf import parse_edtf
from ..model import DateReason

Say: TypeAlias = Callable[[str], str]
_ANCHOR = "{anchor}"
# Which unit a third is of, by the precision of the span's ends: "late 2022" is told in months, so of a year.
_UNITS = {"day": "month", "month": "year", "year": "years"}


def explain(
    reason: DateReason, edtf: str, *, locale: str = "en", say: Say = str, quoted: Callable[[str], str] = str
) -> str:
    """``“late 2022” is read as September–December 2022: the last third of the year.``

    ``say`` translates a message; ``quoted`` prepares the source's own words, which are in their own language.
    Pages hand in functions that return HTML, and get HTML.
    """
    from .human import human_date  # the locale data take longer to load than all the rest

    if not reason.words:
        return say("The sentence names no day.")
    words = quoted(reason.words)
    rule = RULES.get(reason.rule)
    says = rule.says if rule else ""
    if not edtf:
        if not says:
            return say("“%(words)s” gives no date.") % {"words": words}
        why = say("the day to count from is not known") if _ANCHOR in says else say(says)
        return say("“%(words)s” gives no date: %(why)s.") % {"words": words, "why": why}
    date = human_date(edtf, locale)
    if edtf == reason.anchor and reason.anchor_basis == "published":
        message = say("“%(words)s” is read as %(date)s, the day of the article.")
        return _ended(message % {"words": words, "date": date})
    third = _third(reason.words, edtf)
    if third or (says and (reason.anchor or _ANCHOR not in says)):
        why = say(third) if third else say(says).format(anchor=_anchor(reason, locale, say))
        message = say("“%(words)s” is read as %(date)s: %(why)s.")
        return _ended(message % {"words": words, "date": date, "why": why})
    return _ended(say("“%(words)s” is read as %(date)s.") % {"words": words, "date": date})


def explaining_messages() -> Iterator[str]:
    """Every message that stands in a table, for translators' catalogues."""
    for rule in RULES.values():
        yield from filter(None, (rule.family, rule.description, rule.says))
    yield from THIRDS.values()


def _ended(text: str) -> str:
    """``text`` with one full stop where a date's own ("2025 р.") meets the sentence's."""
    return text[:-1] if text.endswith("..") else text


def _anchor(reason: DateReason, locale: str, say: Say) -> str:
    from .human import human_date

    date = human_date(reason.anchor, locale) if reason.anchor else ""
    if not date or reason.anchor_basis not in ("published", "narrative"):
        return date
    if reason.anchor_basis == "published":
        return say("the article of %(date)s") % {"date": date}
    return say("%(date)s, named earlier in the text") % {"date": date}


def _third(words: str, edtf: str) -> str:
    """Which third of what, for "late 2022" and "the end of May"."""
    span = parse_edtf(edtf)
    if span.start is None or span.end is None:
        return ""
    known = (lexicon("en").words.get(low, ("", "")) for low in words.lower().replace("-", " ").split())
    mod = next((str(value) for tag, value in known if tag in ("E", "C")), "")
    return THIRDS.get((mod, _UNITS.get(span.start.precision, "")), "")
