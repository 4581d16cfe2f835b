"""A language tag in, the small words that betray the form of a sentence out: who is meant, how it is told.

Closed classes only (pronouns, openers, modal verbs, the past's endings), so that a table is soon whole and
no subject has a word in it. A language without a table is read with the English one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


@dataclass(frozen=True, slots=True)
class FormWords:
    """The closed classes of one language, in lower case."""

    own: frozenset[str]  # the speaker or the reader: "I", "we", "your"
    other: frozenset[str]  # somebody or something named before: "she", "this", "there"
    modal: frozenset[str]  # what may or should be: "could"
    vague: frozenset[str]  # somebody, not said who: "many", "some"
    past: re.Pattern[str]  # a verb that tells what happened
    present: re.Pattern[str]  # a verb that tells what is


def _form(own: str, other: str, modal: str, vague: str, past: str, now: str) -> FormWords:
    return FormWords(_set(own), _set(other), _set(modal), _set(vague), re.compile(past), re.compile(now))


_TABLES: Mapping[str, FormWords] = {
    "en": _form(
        "i me my mine myself we us our ours ourselves you your yours i'm i've i'd i'll we're we've we'd we'll you're you've",
        "he she it they him her them his hers its their theirs this that these those such there then here both",
        "can could may might must should would ought",
        "many some several few most others people experts critics observers analysts",
        r"\b(?:\w{2,}ed|was|were|had|did|went|came|took|rose|fell|won|lost|met|held|began|said|told|made|got|gave|found|left|led"
        r"|saw|sent|set|shot|spent|stood|struck|sold|quit|paid|put|ran|hit|kept|knew|grew|flew|fought|drew|drove|broke|brought|built|became|bought)\b",
        r"\b(?:is|are|has|have|does|do|says|remains?|means|seems?|looks|includes?|needs?|wants?|makes?|takes?|gives?)\b",
    ),
    "de": _form(
        "ich mich mir mein meine meinen meiner wir uns unser unsere unseren sie ihnen ihr ihre du dein dich man",
        "er sie es ihn ihm ihr ihnen sein seine ihre dies diese dieser dieses diesen diesem dabei dort darin damit dafür dagegen dazu daraus daran da dann das jene solche beide",
        "kann können könnte könnten darf dürfen dürfte dürften muss müssen müsste müssten soll sollen sollte sollten würde würden mag möge",
        "viele einige manche mehrere wenige andere menschen experten kritiker beobachter leute",
        r"\b(?:war|waren|wurden?|hatten?|gab|gaben|kam|kamen|ging|gingen|fand|fanden|nahm|nahmen|trat|traten|lag|lagen|stand|standen|hielt|hielten|sprach|sprachen|starb|starben|fiel|fielen"
        r"|stieg|stiegen|ließ|ließen|verlor|verloren|gewann|begann|begannen|blieb|blieben|zog|zogen|schrieb|schrieben|rief|riefen|traf|trafen|schlug|schlugen|wies|wiesen|lief|liefen|brach|brachen"
        r"|(?:hat|haben|ist|sind|sei|seien|habe)\b[^.;]*\b(?:ge|ver|be|er|ent|zer|auf|an|ab|aus|ein|vor|zu|unter|über)\w{2,}(?:t|en)|[a-zäöüß]{3,}(?:te|ten))\b",
        r"\b(?:ist|sind|hat|haben|wird|werden|gibt|bleibt|zeigt|steht|stehen|liegt|gilt|gelten|braucht|scheint|macht|heißt)\b",
    ),
    "fr": _form(
        "je j me m mon ma mes moi nous notre nos vous votre vos tu te ton ta tes on",
        "il elle ils elles lui leur leurs son sa ses ce cet cette ces celui celle ceux celles ça cela y là",
        "peut peuvent pourrait pourraient doit doivent devrait devraient faut faudrait serait seraient aurait auraient",
        "certains certaines plusieurs beaucoup quelques d'autres gens experts critiques observateurs",
        r"\b(?:(?:a|ont|est|sont|avait|avaient|était|étaient|fut|furent|s['’]est|se sont|n['’]a|n['’]ont)\b(?:\s+\w+){0,2}?\s+\w+(?:é|ée|és|ées|i|is|ie|ies|u|us|ue|ues|it|ite|ert|erte)|\w+(?:èrent|irent|urent))\b",
        r"\b(?:est|sont|a|ont|fait|font|va|vont|reste|demeure|semble|dit|existe)\b",
    ),
    "es": _form(
        "yo me mi mis mí nosotros nos nuestro nuestra nuestros nuestras tú tu tus te usted ustedes vosotros os vuestra vuestro",
        "él ella ellos ellas lo la le les su sus este esta esto estos estas ese esa eso esos esas aquel aquella allí ahí así",
        "puede pueden podría podrían debe deben debería deberían habría habrían sería serían haya pueda",
        "muchos muchas algunos algunas varios varias otros otras gente expertos críticos observadores distintas distintos",
        r"\b(?:ha|han|había|habían|fue|fueron|era|eran|estaba|estaban|hubo|hizo|dijo|tuvo|pudo|puso|dio|vio|\w{3,}(?:ó|aron|ieron|aba|aban|ía|ían))\b",
        r"\b(?:es|son|está|están|hay|tiene|tienen|hace|hacen|sigue|siguen|va|van|parece|queda)\b",
    ),
    "pl": _form(
        "ja mnie mi mój moja moje moich my nas nam nasz nasza nasze naszych ty twój ciebie pan pani państwo wy was wam",
        "on ona ono oni one jego jej ich im mu nim nią nimi ten ta to ci te tego tej tych tym temu tam tutaj tu taki taka takie",
        "może mogą mógłby mogłaby mogłyby powinien powinna powinno powinny musi muszą można trzeba należy",
        "wielu wiele niektórzy niektóre kilku kilka inni inne ludzie eksperci krytycy",
        r"\b\w{2,}(?:ł|ła|ło|li|ły|łem|łam|liśmy|łyśmy)\b|\b\w+(?:no|to)\s+(?:w|na|do|z|o|się)\b",
        r"\b(?:jest|są|ma|mają|będzie|będą|trwa|trwają|pozostaje|wynosi|może|mogą)\b",
    ),
    "uk": _form(
        "я мене мені мій моя моє мої моїх ми нас нам наш наша наше наші ти тебе твій ви вас вам ваш ваша",
        "він вона воно вони його її їх їй йому їм цей ця це ці цього цієї цих тут там тоді той та ті такий така таке такі",
        "може можуть міг могла могли б би повинен повинна повинні має треба варто слід можна",
        "багато деякі кілька інші люди експерти критики дехто",
        r"\b\w{2,}(?:в|ла|ло|ли|вся|лася|лося|лися|вся|лась|лись|но|то)\b",
        r"\b(?:є|триває|залишається|становить|має|мають|може|можуть|\w{3,}(?:ється|ються|ується|уються))\b",
    ),
    "ru": _form(
        "я меня мне мой моя мое моё мои моих мы нас нам наш наша наше наши ты тебя твой вы вас вам ваш ваша",
        "он она оно они его ее её их ей ему им этот эта это эти этого этой этих тут там тогда тот та те такой такая такое такие здесь",
        "может могут мог могла могли бы должен должна должны нужно надо следует можно",
        "многие некоторые несколько другие люди эксперты критики",
        r"\b\w{2,}(?:л|ла|ло|ли|лся|лась|лось|лись)\b|\b\w+(?:ен|ена|ено|ены|ан|ана|ано|аны)\b",
        r"\b(?:есть|остается|остаётся|составляет|имеет|имеют|может|могут|является|являются|\w{3,}(?:ется|ются|ует|уют))\b",
    ),
}


def form_words(lang: str) -> FormWords:
    """The table of ``lang`` (the primary subtag counts), English where there is none."""
    return _TABLES.get(lang.split("-")[0].lower(), _TABLES["en"])
