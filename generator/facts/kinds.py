"""What a fact's text says in, what kind of thing it is out: event, statement, plan or proposal.

A plan is something someone means to do, a proposal something someone asks of another or offers. The
cues are data; a cue counts only in the main clause, so a relative clause's "would" makes no plan.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

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
# "offered an apology", "offered no comment": nothing is proposed.
_ONLY_WORDS = (
    r"\s+(?:\w+\s+){0,3}(?:apolog(?:y|ies)|condolences|thanks|prayers|sympath(?:y|ies)|congratulations|praise"
    r"|comment|details|evidence|proof|explanation)\b"
)
RULES: tuple[KindRule, ...] = (
    _rule(
        "proposal",
        rf"\b(?:ha(?:s|ve|d){_ADV} )?(?:urged|urges|urge|called on|calls on|call on|called upon|asked|pressed|implored|begged)"
        r"(?!\s+(?:not )?to\b)\s+(?:[\w'’.-]+\s+){1,8}?(?:to|not to)\s+[a-z]",
        "The union has urged the board to reopen talks.",
    ),
    _rule(
        "proposal",
        rf"\b(?:ha(?:s|ve|d){_ADV} )?(?:proposed|proposes|propose|offered|offers|suggested|recommended|recommends|floated"
        r"|tabled|put forward)\b(?!\s+(?:by|in)\b|" + _ONLY_WORDS + ")",
        "The company offered to buy back the shares.",
    ),
    _rule(
        "proposal",
        # The main clause ends before its "that".
        r"\b(?:asked|asks|demanded|demands|urged|urges|requested|requests)\s+that\b|\b(?:demanded|demands|urged|urges)\s*$",
        "The union demanded that the board resign.",
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
        r"\b(?:is|are)(?:\s+(?!likely)\w+ly|\s+now|\s+also)? (?:preparing|planning|set|due|scheduled|expected|poised|slated|to)\b",
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
    _rule(
        "plan",
        r"\bwould\b(?!\s+(?:have|never|not (?:have|comment|say|confirm|discuss|elaborate|name|give|disclose)|be (?:nice|wrong))\b)",
        "The factory would close in March.",
    ),
    _rule(
        "plan",
        r"\b(?:must|ha(?:s|ve) to|need to|needs to|ordered to)\b(?=[^.]*\bby\s+(?:the end of |\d|(?-i:[A-Z])|next|noon|midnight))",
        "Applications must be handed in by Sept. 15.",
    ),
)
# "had opened an inquiry and would publish …", "thought he would never be caught": what is told first decides.
_TOLD_FIRST = re.compile(
    r"\b(?:had|has|have|was|were)\b[^,;]*\band (?:would|will)\b|\b(?:thought|believed|knew|assumed|feared|hoped|wondered|doubted)\b[^,;]*\bwould\b",
    re.IGNORECASE,
)
_FIRST_FINITE = re.compile(
    r"\b(?:(?P<ahead>will|would|shall|must|should|can|may|is|are|has|have|plans?|expects?)|(?P<past>was|were|had|did|went|came|took|rose|fell|won|lost|met|held|began|\w{3,}ed))\b",
    re.IGNORECASE,
)
# The commonest cues of the other languages, as words of the main clause.
_PLAN_CUES = {
    "de": r"wird|werden|soll|sollen|will|wollen|plant|planen|beabsichtigt|kündigte an|möchte|möchten|hat vor|haben vor|verspricht|versprach|steht (?:noch )?bevor",
    "fr": r"va|vont|doit|doivent|devrait|devraient|prévoit|prévoient|envisage|envisagent|compte|comptent|entend|entendent|promet|a promis|s['’]apprête|s['’]apprêtent|est prévue?|sont prévue?s|\w{3,}(?:era|eront|ira|iront)",
    "es": r"va a|van a|planea|planean|prevé|prevén|pretende|pretenden|tiene previsto|tienen previsto|está previst[oa]|se espera que|prometió|promete|deberá|deberán|\w{3,}(?:ará|erá|irá|arán|erán|irán)",
    "pl": r"będzie|będą|zostanie|zostaną|ma|mają|planuje|planują|zamierza|zamierzają|zapowiedział|zapowiedziała|zapowiada|obiecał|obiecała|chce|chcą",
    "uk": r"буде|будуть|планує|планують|має намір|мають намір|збирається|збираються|готується|готуються|пообіцяв|пообіцяла|пообіцяли|обіцяє|обіцяють|відкриють|розпочнуть|розпочнеться|почнеться|відбудеться|відбудуться|проведуть|створять|побудують|отримають|виплатять|"
    r"розглянуть|розгляне|проголосує|завершать|\w{3,}(?:тиме|тимуть|тимемо)",
    "ru": r"будет|будут|планирует|планируют|намерен|намерена|намерены|собирается|собираются|готовится|готовятся|пообещал|пообещала|пообещали|обещает|обещают|откроют|откроется|начнётся|начнется|начнутся|состоится|состоятся|проведут|создадут|построят|получат|выплатят|"
    r"рассмотрит|рассмотрят|изберёт|изберет|вынесет|завершат",
}
# "wird beschlossen" is a passive, "ma 12 lat" an age: an infinitive must close or follow the cue.
_NEEDS = {
    "de": r"\b(?:[a-zäöüß]{3,}(?:en|ern|eln)|sein)\b(?=\s*(?:$|[.,;:]|\b(?:und|oder)\b))|\bkündigte\b.*\ban\b|\b(?:versprach|verspricht)\b",
    "fr": r"\b(?:va|vont|doit|doivent|devrait|devraient|compte|comptent|entend|entendent)\s+(?:\w+ment\s+|également\s+|aussi\s+|bientôt\s+)?(?:se |s['’])?\w+(?:er|ir|re)\b"
    r"|\b(?:prévoit|prévoient|envisage|envisagent|promet|promis|apprêtent?|prévue?s?)\b|\b\w{3,}(?:era|eront|ira|iront)\b",
    "pl": r"\b(?:będzie|będą|zostanie|zostaną|planuje|planują|zamierza|zamierzają|zapowiedział|zapowiedziała|zapowiada|obiecał|obiecała)\b|\b(?:ma|mają|chce|chcą)\s+(?:\w+\s+){0,3}?\w+[ćc]\b",
}
_PROPOSAL_CUES = {
    "de": r"forderte|forderten|fordert|fordern|schlug|schlugen|schlägt|bot an|rief|riefen|appellierte|appellierten|empfahl|empfiehlt|empfehlen|verlangt|verlangte|verlangten|plädiert|plädierte|drängt|drängte",
    "fr": r"propose|proposent|a proposé|ont proposé|appelle à|appellent à|a appelé|ont appelé|réclame|réclament|a réclamé|ont réclamé|a demandé|ont demandé|demande à|demandent|exige|exigent|a exigé|ont exigé|recommande|a recommandé|préconise|invite|plaide pour",
    "es": r"propuso|propusieron|propone|proponen|instó|instaron|insta|pidió|pidieron|pide|piden|ofreció|ofrecieron|exigió|exigieron|exige|exigen|reclamó|reclamaron|reclama|recomendó|recomendaron|sugirió|sugirieron|llamó a|emplazó",
    "pl": r"zaproponował|zaproponowała|zaproponowali|wezwał|wezwała|wezwali|wzywa|wzywają|zaapelował|zaapelowała|zaapelowali|apeluje|apelują|proponuje|proponują|zażądał|zażądała|zażądali|żąda|żądają|domaga się|domagają się|zaleca|zalecił|postuluje",
    "uk": r"запропонував|запропонувала|запропонували|закликав|закликала|закликали|пропонує|пропонують|закликає|закликають|вимагає|вимагають|вимагав|вимагала|вимагали|просить|просять|попросив|попросила|попросили|порекомендував|порекомендувала|рекомендує|рекомендують|порадив|порадила",
    "ru": r"предложил|предложила|предложили|призвал|призвала|призвали|предлагает|предлагают|призывает|призывают|требует|требуют|потребовал|потребовала|потребовали|просит|просят|попросил|попросила|попросили|рекомендует|рекомендуют|порекомендовал|посоветовал",
}


def _cues(table: dict[str, str]) -> dict[str, re.Pattern[str]]:
    """Each row as a pattern of whole words."""
    return {lang: re.compile(rf"\b(?:{row})\b", re.IGNORECASE) for lang, row in table.items()}


_PLANS, _PROPOSALS = _cues(_PLAN_CUES), _cues(_PROPOSAL_CUES)
_INFINITIVE = {lang: re.compile(row) for lang, row in _NEEDS.items()}
_OTHER_CLAUSE = re.compile(r"[,;]\s|\s[—–―]\s")
_APPOSED = re.compile(
    r"^([^,;—–―]{3,60}),\s[^,;—–―]{3,60},(?=\s)"
)  # "Le premier ministre, Paul Castel, devrait …"
# Where a subordinate clause begins, whose cues do not count for the whole.
_CLAUSE = re.compile(
    r",?\s+\b(?:which|who|whom|whose|because|although|though|while|whereas|if|unless|that|when|where|whether|after|before|until|once)\b|\s[—–―]\s",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s+(?:who|whom|whose|which|where)\b[^,]*,")
_LEADING = re.compile(
    r"^(?:while|although|though|after|before|since|as|when|if|despite|because|once|until)\b", re.IGNORECASE
)


def kind_of(text: str, *, spoken: bool, lang: str = "en") -> FactKind:
    """The kind of a fact whose text is ``text``; ``spoken`` when a speaker stands over it."""
    default: FactKind = "statement" if spoken else "event"
    if text.endswith("?"):
        return default
    if lang not in ("", "en"):
        return _kind_elsewhere(text, lang) or default
    main = main_clause(text)
    for rule in RULES:
        if rule.pattern.search(main) and not (rule.kind == "plan" and _TOLD_FIRST.search(main)):
            return rule.kind
    return default


# "soll betrunken gewesen sein", "sollen gestohlen haben": what is said to have happened already.
_HEARSAY = {"de": re.compile(r"\b(?:soll|sollen)\b.*\b\w+(?:t|en)\s+(?:worden\s+)?(?:sein|haben)\b")}


def _kind_elsewhere(text: str, lang: str) -> Literal["plan", "proposal"] | None:
    """A proposal or a plan by the cues of a language other than English; None when there is none."""
    main = _OTHER_CLAUSE.split(_APPOSED.sub(r"\1", text, count=1), maxsplit=1)[0]
    if lang in _PROPOSALS and _PROPOSALS[lang].search(main):
        return "proposal"
    if lang in _HEARSAY and _HEARSAY[lang].search(main):
        return None
    needed = _INFINITIVE.get(lang)
    if lang in _PLANS and _PLANS[lang].search(main) and (needed is None or needed.search(main)):
        return "plan"
    return None


def told_in_the_past(text: str) -> bool:
    """The first verb of the main clause is a past one (English): "The motion passed on Wednesday"."""
    found = _FIRST_FINITE.search(main_clause(text))
    return found is not None and found.lastgroup == "past"


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
