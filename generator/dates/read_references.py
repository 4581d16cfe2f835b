"""A matched stretch of tokens in; references to the present, past or future, without a date of their own, out."""

from .grammar import Candidate
from .lexicon import beside, english
from .reading import Readings, spelled
from .tokens import Tokens
from .words import named_after


def reference_recent(tokens: Tokens, found: Candidate) -> Readings:
    """``recent years``."""
    if tokens.lows[found.first] != "recent" or not tokens.lows[found.last - 1].endswith("s"):
        return ()
    unit = str(tokens.values[found.last - 1])
    if unit in ("W", "M", "D"):
        return spelled(tokens, found, "DATE", f"PX{unit}")
    return spelled(tokens, found, "DATE", "PAST_REF")


def reference_adjective(tokens: Tokens, found: Candidate) -> Readings:
    """``former``, ``recent`` before a noun."""
    if tokens.tag(found.last) not in "xY-" or tokens.low(found.first - 1) in beside.graded:
        return ()
    if not tokens.low(found.last).isalpha() or tokens.low(found.last) in beside.no_noun_behind:
        return ()
    return spelled(tokens, found, "DATE", str(tokens.values[found.first]))


def reference(tokens: Tokens, found: Candidate) -> Readings:
    """``now``, ``currently``, ``at present``."""
    if not tokens.values[found.first]:
        return ()  # "every now and then"
    if found.first and tokens.lang == "en" and named_after(tokens, found.first, found.last):
        return ()  # "The Now Show"
    if tokens.low(found.first - 1) in english.likening and tokens.low(found.last) in english.likening:
        return ()  # "as recently as last month"
    low = tokens.lows[found.first]
    if low == "soon" and beside.will.isdisjoint((tokens.low(found.first - 1), tokens.low(found.last))):
        return ()  # "he soon left", "as soon as"
    running = low in beside.moment
    if running and tokens.low(found.first - 1) not in beside.moment_before:
        return ()
    return spelled(tokens, found, "DATE", str(tokens.values[found.first]))


def reference_past(tokens: Tokens, found: Candidate) -> Readings:
    """``in the past``."""
    if tokens.lows[found.last - 1] != "past" or tokens.low(found.first - 1) not in english.in_:
        return ()
    return () if tokens.tag(found.last) in "UnDNYqQS" else spelled(tokens, found, "DATE", "PAST_REF")
