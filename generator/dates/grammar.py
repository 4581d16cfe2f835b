"""A sentence's class string in; the stretches that are time expressions, with the rule of each, out.

A pattern is a regular expression over the one-letter classes of ``lexicon``, so it holds for every
language. Quantifiers are bounded and never nested. The longest match wins; among equals the earlier
line of the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# Short names for what recurs in the patterns.
_PIECES = {
    "COUNT": r"(?P<count>h?a?k{0,2}h?(?:[nD]-?c-?[an]-?H|Hah?|H|a?[qn]f?|[nD]v[nD]|[DNn]k|[DNYn]|a))",
    "WD": r"(?:[Ww],?)?",
    "MON": r"[Mm]",
    "ERA": r"(?P<era>B)",
    "UNIT": r"(?P<unit>[UQH])",
}

# (rule, pattern): families in the order of ``rules``.
PATTERNS: tuple[tuple[str, str], ...] = (
    # calendar dates
    ("iso-date", r"I"),
    ("east-asian-date", r"年"),
    ("numeric-date", r"{WD}/"),
    ("month-day-year", r"{WD}{MON}h?(?P<day>[Do]),?(?P<year>[Y'])"),
    ("day-month-year", r"{WD}(?:h?(?P<day>[Do])[.]?f?){MON}[.,]?f?U?(?P<year>[Y'])"),
    ("day-month-year", r"(?P<day>[Do]){MON}(?P<year>[DN])U?"),
    ("day-month-year", r"h?(?P<day>[Do])Uf{MON},?ihU(?P<year>Y)"),
    ("day-month-year", r"(?P<day>[Do]){MON}(?P<century>D)(?P<year>[DN])"),
    ("month-day-year", r"{MON}(?P<day>[Do]),?(?P<century>D)(?P<year>[DN])"),
    ("month-day-year", r"{MON}-(?P<day>D)-(?P<year>[YDN'])"),
    ("month-year", r"{MON}x[DN]?,?(?P<year>Y)"),
    ("month-year", r"{MON}[DN]x[DN]?,?(?P<year>Y)"),
    ("era-month", r"(?:h?(?P<day>[Do])[.]?f?){MON},?(?P<year>[YNDn])U?{ERA}"),
    ("era-month", r"{MON}h?(?P<day>[Do]),(?P<year>[YNDn]){ERA}"),
    ("day-month-year", r"(?P<one>[Do])(?P<month>[Mm])\((?P<two>[Do])(?P<month2>[Mm])?\),?f?(?P<year>Y)"),
    ("day-month-year", r"(?P<one>[Do])\((?P<two>[Do])\)(?P<month>[Mm]),?f?(?P<year>Y)"),
    ("month-day-year", r"(?P<month>[Mm])(?P<one>[Do])\((?P<month2>[Mm])?(?P<two>[Do])\),?f?(?P<year>Y)"),
    ("day-month-year", r"(?P<day>D)-{MON}-(?P<year>[YDN'])"),
    ("day-month-year", r"(?P<day>D)\\{MON}\\(?P<year>Y)"),
    ("year-month-day", r"(?P<year>Y)[.,]?{MON}(?:(?P<day>[Do])[.]?)?"),
    ("month-day", r"(?P<rel>[LX])?{WD}{MON}h?(?P<day>[Do])"),
    ("day-month", r"(?P<rel>\Z)?{WD}h?(?P<day>[Do])[.]?f?{MON}"),
    ("month-year", r"{MON},?f?(?P<year>[Y'])"),
    ("month-day-range", r"{MON}(?P<one>[Do])(?P<join>[-cv,]|-v)(?P<two>[Do])(?:,?(?P<year>Y))?"),
    ("day-range-month", r"h?(?P<one>[Do])[.]?(?P<join>[-cv])(?P<two>[Do])[.]?f?{MON}(?:,?f?(?P<year>Y))?"),
    ("month", r"{MON}"),
    ("year", r"(?P<year>[YN])"),
    ("the-year", r"h?(?P<unit>U)(?P<year>Y)"),
    ("short-year", r"(?P<year>')"),
    ("year-range", r"(?P<one>Y)-(?P<two>[YDN'])"),
    ("year-range", r"(?P<one>Y)\\(?P<two>[DN])"),
    ("era-year", r"(?P<year>[YNDn]){ERA}"),
    ("era-range", r"(?P<one>[YND])(?:-|[cv]|\\)(?P<two>[YND]){ERA}"),
    ("era-month", r"(?P<month>{MON}),?(?P<year>[YND]){ERA}"),
    ("era-season", r"h?S(?:,?f)?(?P<year>[YND]){ERA}"),
    ("ad-year", r"(?P<era>B)(?P<year>[YND])"),
    ("decade", r"h?(?P<decade>K)(?P<era>B)?"),
    ("decade", r"h?(?P<unit>U)(?P<short>[DNn'])"),
    ("century", r"h?(?P<ord>o|s)-?U(?P<era>B)?"),
    ("century", r"h?(?P<ord>D)[.]U(?P<era>B)?"),
    ("century", r"h?(?P<unit>U)(?P<ord>o)(?P<era>B)?"),
    ("century", r"h?(?P<one>o)-?[cv-]h?E?-?(?P<ord>o)-?U(?P<era>B)?"),
    ("half-wide", r"h?(?P<part>[osL])-?(?P<kind>[HQ])[fb]?h?(?:(?P<ord>[os])-?(?P<unit>U)?|(?P<dot>D)[.]U|U(?P<after>o))(?P<era>B)?"),
    ("half-wide", r"h?(?P<part>[osL])-?(?P<kind>[HQ])[fb]?h?(?:(?P<decade>K)|(?P<month>{MON})(?:,?f?(?P<year>Y))?)"),
    ("season", r"h?S"),
    ("season-year", r"h?S,?f?(?P<year>[Y'])"),
    ("season-range", r"h?S,?f?(?P<year>Y)-(?P<two>[YDN])"),
    # quarters, halves, fiscal years
    ("quarter", r"h?F?(?P<ord>[osLXTn])-?F?Q"),
    ("quarter-year", r"h?F?(?P<ord>[osLX])-?F?Q,?f?F?(?P<year>Y)"),
    ("quarter-short", r"#(?:,?f?(?P<year>[Y']))?"),
    ("quarter-year", r"h?F?(?P<year>Y)F?(?P<ord>[os])-?Q"),
    ("half-year", r"h?F?(?P<ord>[osLE])-?H(?:f?(?P<year>Y)U?|fh?[LTXtj]?(?P<unit>U))?"),
    ("fiscal-relative", r"h?(?P<rel>[LXT])FU"),
    ("fiscal-year", r"(?:h?F-?U?,?(?P<year>[Y']))"),
    ("fiscal-year", r"F(?P<short>[DN])"),
    # weekdays, days seen from now
    ("weekday", r"[Ww]"),
    ("weekday", r"(?P<week>[Ww]U)"),
    ("weekday-part", r"[Ww]P"),
    ("day-of-month", r"{WD}ho(?:f(?P<rel>[TLX])(?P<unit>U))?"),
    ("nth-weekday", r"h?(?P<nth>[osL])(?P<wd>[Ww])[fi](?P<month>{MON})(?:,?f?U?(?P<year>[Y']))?"),
    ("deictic-day", r"G?R"),
    ("deictic-day", r"G"),
    ("deictic-part", r"RP"),
    ("named-day", r"(?P<rel>[LXT])?V(?:,?[fi]?(?P<year>Y))?"),
    ("historic-day", r"d"),
    # relative
    ("duration-last", r"h(?P<last>[LX])(?P<unit>U)"),
    ("relative-unit", r"(?P<det>h|t)?(?P<rel>[LXTtj])(?P<rel2>[LXTj])?(?P<what>[UQS]|[Mm]|[Ww]|P)"),
    ("relative-unit", r"h?(?P<wd>[Ww])(?P<dir>G)(?P<rel>[LX])"),
    ("relative-part", r"(?P<rel>[LXTt])(?P<what>[Ww])(?P<part>P)"),
    ("offset", r"{COUNT}-?{UNIT}-?(?P<dir>G)"),
    ("offset", r"(?P<count>[nD])(?P<wd>[Ww])(?P<dir>G)"),
    ("offset-before", r"(?P<pre>[<>]){COUNT}{UNIT}"),
    ("offset-before", r"(?P<pre>[>])(?P<unit>U)"),
    ("relative-unit-after", r"h?(?P<what>[UQSMmW])(?P<rel>[LX])"),
    ("offset-half", r"(?P<count>k?[an])(?P<unit>U)caH(?P<dir>G)"),
    ("period-earlier", r"h?U-?G[xQ]"),
    ("offset-bare", r"h?(?P<unit>U)-?(?P<dir>G)"),
    ("part-beside", r"hP(?P<dir>G)"),
    ("unit-following", r"h(?P<unit>U)(?P<dir>X)"),
    ("same-time", r"hjx"),
    ("inside-unit", r"(?P<edge>G)i?(?P<det>[hTt])(?P<same>j)?(?P<unit>U|P)"),
    ("narrative-unit", r"h[Fk]?(?P<unit>[UQ])"),
    ("unit-end", r"(?P<unit>0)"),
    ("unit-end", r"E-(?P<unit>U)"),
    ("unit-end", r"[EC]f?h?(?P<unit>[UQ])"),
    ("relative-word", r"!"),
    ("unit-end", r"h?(?P<unit>U)(?:g|-)?C(?:f?(?P<year>Y))?"),
    # durations and repeating times
    ("duration", r"{COUNT}-?{UNIT}(?P<old>-?y)?"),
    ("duration-modified", r"h?[osLXTtj](?P<count>k?(?:[nD]v)?[qnDNY]f?)-?{UNIT}"),
    ("duration-half", r"(?P<count>k?[an])(?P<unit>U)caH"),
    ("duration-modified", r"h(?P<count>[nDNq])[LX]{UNIT}"),
    ("duration-bare", r"(?P<unit>U)"),
    ("duration-long", r"8|(?P<unit>U)-[xyk]"),
    ("set-every", r"h?[os](?P<what>[Ww])f(?P<every>e)[UMm]"),
    ("set-every", r"(?P<every>[er])(?P<other>[osnDNk])?(?P<what>[UQWwSPMV])(?P<part>P)?"),
    ("set-adverb", r"A"),
    ("set-weekends", r"u?U"),
    ("set-rate", r"(?:[nD]?x)?a(?P<unit>U)"),
    # references
    ("reference", r"J"),
    ("reference-adjective", r"z"),
    ("reference-past", r"h(?P<word>L)"),
    ("reference-recent", r"zU"),
    # clock and part of day
    ("clock", r":p?O?Z?"),
    ("clock", r":f?h?P"),
    ("clock", r"(?P<point>N)(?:pZ?|OZ?|Z)"),
    ("clock-military", r"(?P<digits>[NY])[ZU]"),
    ("clock-military", r"(?P<at>l)(?P<digits>[NY])"),
    ("clock-hour", r"(?P<hour>[Dn])(?:p|O)Z?"),
    ("clock-hour", r"(?P<at>[livk])(?P<hour>[Dno])(?P<unit>U)(?:f?h?P)?"),
    ("clock-hour", r"(?P<at>l)(?P<unit>U)(?P<hour>[Do])"),
    ("clock-hour", r"(?P<at>[lv])h?(?P<hour>[Dn])f?h?P"),
    ("clock-noon", r"D?P"),
    ("part", r"(?P<det>[hTtaeE])-?P"),
    ("part", r"(?P<at>[ui])P"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of tokens that a rule's pattern fits."""

    rule: str
    first: int
    last: int
    match: re.Match[str]
    rank: int

    def group(self, name: str) -> int | None:
        """The token index where the named part of the pattern begins, or ``None``."""
        at = self.match.start(name) if name in self.match.re.groupindex else -1
        return at if at >= 0 else None


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[str, re.Pattern[str], frozenset[str]], ...]:
    rules = []
    for rule, pattern in PATTERNS:
        for name, piece in _PIECES.items():
            pattern = pattern.replace("{" + name + "}", piece)
        rules.append((rule, re.compile(pattern), _needs(pattern)))
    return tuple(rules)


def _needs(pattern: str) -> frozenset[str]:
    """Classes of which the pattern surely needs one: its last obligatory single letters."""
    for letters in ("I", "年", "/", "K", "V", "A", "J", "z", "d", ":", "'"):
        if pattern == letters:
            return frozenset(letters)
    return frozenset()


def candidates(tags: str) -> Iterator[Candidate]:
    """Every stretch that some pattern fits, in no order that matters."""
    present = set(tags)
    for rank, (rule, pattern, needs) in enumerate(_compiled()):
        if needs and not needs & present:
            continue
        at = 0
        while True:
            match = pattern.search(tags, at)
            if match is None:
                break
            yield Candidate(rule, match.start(), match.end(), match, rank)
            at = match.start() + 1
