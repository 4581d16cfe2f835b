"""The main clause of a sentence in; whether it tells of now, of before now or of before that, out.

Told by the forms of the verb, which are few and closed, in the languages whose sentences are read. Only what
decides the day of an undated sentence is asked: the present claims no day that was told of before it, the past
may go on with one, and the pluperfect and "in those days" lie before the article's own.
"""

from __future__ import annotations

import re
from typing import Literal

Tense = Literal["present", "past", "before", ""]


def _whole(row: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-])(?:{row})(?!\w)", re.IGNORECASE)


# A helper in the past and a participle: what had happened before what is told.
_BEFORE = {
    "de": re.compile(
        r"\b(?:hatten?|waren?)\b(?=[^.;:!?]*\b(?:\w*ge\w{2,}(?:t|en)|worden|\w{3,}iert|(?:be|ver|er|ent|zer)\w{2,}(?:t|en))\b\s*(?:[,.;:!?–—]|$))",
        re.IGNORECASE,
    ),
    "fr": _whole(
        r"(?:avai(?:s|t|ent)|étai(?:s|t|ent))(?:\s+(?:pas|déjà|été|aussi|également|jamais|longtemps|encore|\w+ment)){0,2}\s+"
        r"\w*(?:é|ée|és|ées|i|ie|is|it|ite|u|ue|us|ert|erte|int|oint)"
    ),
    "es": _whole(r"hab[íi]an?(?:\s+\w+mente)?\s+\w+(?:ado|ido|[íi]do|cho|sto|rto|elto)"),
}
# Words that say only that it was long ago, or in no one time.
_LONG_AGO = {
    "de": _whole(
        r"früher|damals|einst|seinerzeit|ehemals|ursprünglich|in der vergangenheit|vor (?:vielen )?jahren|jahrzehntelang|"
        r"jahrhundertelang|in früheren (?:jahren|zeiten)"
    ),
    "fr": _whole(
        r"à l['’]époque|autrefois|jadis|naguère|par le passé|dans le passé|à l['’]origine|il y a (?:des années|longtemps)|historiquement"
    ),
    "es": _whole(
        r"en aquella época|en su día|antaño|en el pasado|antiguamente|históricamente|hace (?:muchos )?(?:años|tiempo|meses)|por entonces|entonces"
    ),
    "pl": _whole(r"dawniej|kiedyś|niegdyś|wówczas|w przeszłości|przed laty|lata temu|w tamtych czasach"),
    "uk": _whole(r"колись|раніше|тоді|у минулому|в минулому|свого часу|роки тому|у ті часи|в ті часи|давно"),
    "ru": _whole(
        r"когда-то|раньше|ранее|тогда|в прошлом|в свое время|в своё время|годы назад|в те времена|давно"
    ),
}
_PRESENT = {
    "en": re.compile(
        r"\b(?:is|are|has|have|says?|remains?|will|can|may|must)\b|\b(?:isn|aren|hasn|haven|won)['’]t\b",
        re.IGNORECASE,
    ),
    "de": _whole(
        r"ist|sind|hat|haben|wird|werden|kann|können|soll|sollen|muss|müssen|will|wollen|darf|dürfen|dürfte|steht|stehen|gibt|geht|läuft|"
        r"laufen|bleibt|bleiben|sagt|sagen|heißt|gilt|gelten|liegt|liegen|sieht|sehen|zeigt|zeigen|kommt|kommen|macht|machen|stellt|fällt|"
        r"wirft|fordert|fordern|kritisiert|warnt|hält|halten|findet|finden|braucht|brauchen|führt|führen|nimmt|trägt|lässt|weiß|wissen"
    ),
    "fr": _whole(
        r"est|sont|a|ont|va|vont|peut|peuvent|doit|doivent|reste|restent|fait|font|dit|disent|veut|veulent|compte|continue|devrait|"
        r"devraient|n['’]est|n['’]a|c['’]est|s['’]agit|semble|permet|prévoit|sait|met|prend|tient|vient|devient|demande|estime|\w{3,}(?:era|eront|ira|iront)"
    ),
    "es": _whole(
        r"es|son|está|están|ha|han|va|van|puede|pueden|debe|deben|sigue|siguen|tiene|tienen|hay|dice|dicen|quiere|quieren|hace|hacen|"
        r"queda|insiste|afirma|apuesta|reclama|reclaman|incluye|incluyen|supone|prevé|busca|\w{3,}(?:ará|erá|irá|arán|erán|irán)"
    ),
    "pl": _whole(
        r"jest|są|ma|mają|będzie|będą|może|mogą|musi|muszą|trwa|trwają|mówi|mówią|pozostaje|działa|działają|wynosi|chce|chcą|"
        r"planuje|planują|uważa|apeluje|grozi|\w{4,}(?:uje|ują)"
    ),
    "uk": _whole(
        r"є|має|мають|буде|будуть|може|можуть|триває|тривають|каже|кажуть|залишається|залишаються|працює|працюють|планує|"
        r"планують|вважає|хоче|\w{4,}(?:ується|уються|ює|юють|ує|ують|ється|ються)"
    ),
    "ru": _whole(
        r"есть|имеет|имеют|будет|будут|может|могут|продолжается|продолжаются|говорит|говорят|остается|остаётся|остаются|"
        r"работает|работают|планирует|считает|хочет|\w{4,}(?:ует|уют|ается|аются|яется|яются|ает|ают|яет|яют)"
    ),
}
_PAST = {
    "de": _whole(
        r"war|waren|wurde|wurden|hatten?|kam|kamen|ging|gingen|stand|standen|lag|lagen|fiel|fielen|trat|traten|gab|gaben|nahm|nahmen|"
        r"begann|begannen|blieb|blieben|starb|starben|zog|zogen|fand|fanden|schrieb|ließ|ließen|hielt|hielten|sah|sahen|rief|riefen|"
        r"verlor|verloren|gewann|stieg|stiegen|floh|flohen|geriet|gerieten|brach|brachen|schloss|traf|trafen|bekam|erhielt|\w{2,}(?:te|ten)"
    ),
    "fr": _whole(
        r"\w{2,}(?:ait|aient|èrent|irent|urent)|fut|furent|(?:a|ont|est|sont|s['’]est|n['’]a)(?:\s+(?:pas|été|aussi|également|déjà|alors|\w+ment)){0,2}"
        r"\s+\w+(?:é|ée|és|ées|i|ie|is|it|ite|u|ue|us|ues|ert|int)"
    ),
    "es": _whole(
        r"fue|fueron|era|eran|hubo|hizo|hicieron|dijo|dijeron|pudo|tuvo|tuvieron|\w{3,}(?:ó|aron|ieron|aba|aban)|(?<!la )(?<!una )(?<!su )(?<!de )(?<!gran )(?<!esta )\w{3,}(?:ía|ían)"
    ),
    "pl": _whole(r"\w{2,}(?:ł|ła|ło|li|ły)|\w{3,}(?:ono|ęto)"),
    "uk": _whole(r"\w{2,}(?:ав|ив|ів|ев|ув|яв|ла|ло|ли|вся|лася|лося|лися|ено|ано|ито)"),
    "ru": _whole(r"\w{2,}(?:ал|ил|ел|ыл|ул|ял|ла|ло|ли|лся|лась|лось|лись)"),
}


PAST_LANGUAGES = ("en", *_PAST)


def long_ago(clause: str, lang: str) -> bool:
    """Whether a word of the clause says that it was in no time near (English has a table of its own)."""
    row = _LONG_AGO.get(lang)
    return bool(row and row.search(clause))


def tense_of(clause: str, lang: str) -> Tense:
    """The tense of a main clause by the verb that comes first; "" where no form tells."""
    before = _BEFORE.get(lang)
    if before is not None and before.search(clause):
        return "before"
    past = _PAST[lang].search(clause) if lang in _PAST else None
    present = _PRESENT[lang].search(clause) if lang in _PRESENT else None
    if past is not None and (present is None or past.start() <= present.start()):
        return "past"
    return "present" if present is not None else ""
