"""What a fact's text says in, what kind of thing it is out: event, statement, plan or proposal.

A plan is something someone means to do, a proposal something someone asks of another or offers. The
cues are data; a cue counts only in the main clause, so a relative clause's "would" makes no plan.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import FactKind


@dataclass(frozen=True, slots=True)
class KindRule:
    """A cue of the main clause and the kind it makes."""

    kind: FactKind
    pattern: re.Pattern[str]
    example: str


def _rule(kind: FactKind, pattern: str, example: str) -> KindRule:
    return KindRule(kind, re.compile(pattern, re.IGNORECASE), example)


_ADV = r"(?:\s+(?:also|now|already|jointly|formally|repeatedly|again|reportedly|still|\w+ly))?"
RULES: tuple[KindRule, ...] = (
    _rule(
        "proposal",
        rf"\b(?:ha(?:s|ve|d){_ADV} )?(?:urged|urges|urge|called on|calls on|call on|called upon|asked|pressed|implored|begged)"
        r"\s+(?:[\w'’.-]+\s+){1,8}?(?:to|not to)\s+[a-z]",
        "The union has urged the board to reopen talks.",
    ),
    _rule(
        "proposal",
        rf"\b(?:ha(?:s|ve|d){_ADV} )?(?:proposed|proposes|propose|offered|offers|suggested|recommended|recommends|floated"
        r"|tabled|put forward)\b(?!\s+(?:by|in)\b)",
        "The company offered to buy back the shares.",
    ),
    _rule(
        "proposal",
        r"\b(?:is|are|was|were) (?:proposing|urging|offering|recommending)\b",
        "The mayor is proposing a toll.",
    ),
    _rule(
        "proposal",
        r"\b(?:bill|proposal|motion|draft|plan|amendment|measure) (?:would|calls for|proposes)\b",
        "The bill would ban the sale of fireworks.",
    ),
    _rule(
        "plan",
        r"\b(?:is|are)(?:\s+\w+ly|\s+now|\s+also)? (?:preparing|planning|set|due|scheduled|expected|poised|slated|to)\b",
        "The court is due to rule in May.",
    ),
    _rule(
        "plan",
        r"\b(?:plans?|intends?|aims?|hopes?|prepares?|vows?|vowed|pledged|promised|planned|intended) to\b",
        "The city plans to sell the hall.",
    ),
    _rule(
        "plan",
        r"\b(?:will|shall|won['’]t)\b(?!\s+(?:have|never know)\b)",
        "Voters will choose a mayor on Sunday.",
    ),
    _rule("plan", r"['’]ll\b", "We'll reopen on Monday."),
    _rule("plan", r"\b(?:is|are) going to\b", "The plant is going to close."),
    _rule(
        "plan",
        r"\b(?:was|were) (?:(?:due|scheduled|set|slated|expected) to\b|to (?!blame\b)(?:be )?[a-z]{3,}\b)",
        "The trial was due to begin in June.",
    ),
    _rule("plan", r"\bwould\b(?!\s+(?:have|be (?:nice|wrong))\b)", "The factory would close in March."),
)
# Where a subordinate clause begins, whose cues do not count for the whole.
_CLAUSE = re.compile(
    r",?\s+\b(?:which|who|whom|whose|because|although|though|while|whereas|if|unless|that|when|where|whether|after|before|until|once)\b|\s[—–]\s",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s+(?:who|whom|whose|which|where)\b[^,]*,")
_LEADING = re.compile(
    r"^(?:while|although|though|after|before|since|as|when|if|despite|because|once|until)\b", re.IGNORECASE
)


def kind_of(text: str, *, spoken: bool, lang: str = "en") -> FactKind:
    """The kind of a fact whose text is ``text``; ``spoken`` when a speaker stands over it."""
    default: FactKind = "statement" if spoken else "event"
    if lang not in ("", "en") or text.endswith("?"):
        return default
    main = main_clause(text)
    for rule in RULES:
        if rule.pattern.search(main):
            return rule.kind
    return default


def main_clause(text: str) -> str:
    """The main clause of a sentence: without a leading subordinate clause, up to the next one, quotations out."""
    bare = re.sub(r"[“\"„«][^”\"“»]{0,400}[”\"“»]", " ", text) if not _all_quoted(text) else text
    if _LEADING.match(bare):
        comma = bare.find(",")
        bare = bare[comma + 1 :] if comma > 0 else bare
    bare = re.split(r"(?<=[.!?])\s+(?=[A-Z])", bare, maxsplit=1)[0]
    bare = _ASIDE.sub(" ", bare)
    found = _CLAUSE.search(bare, 3)
    return bare[: found.start()] if found else bare


def _all_quoted(text: str) -> bool:
    """The whole text stands in quotation marks."""
    return text[:1] in '“"„«' and text.rstrip(".,")[-1:] in '”"“»'
