"""The words after which a full stop does not, or need not, end a sentence: one table per language.

* ``title``: never ends one ("Gen. Smith", "e.g. Germany");
* ``number``: does not end one before a figure ("No. 5", "Jan. 10"), else it may;
* ``may_end``: ends one only before a word that commonly opens sentences ("left the U.S. The", not "the U.S. Marines");
* ``year``: as ``may_end``, but also ends one unless the sentence has hardly begun ("W 2014 r. Rosja");
* ``starters``: words that open sentences and seldom belong to a name;
* ``says``: verbs that follow a quotation ("Why?" Smith asked).

Written in lower case, without the final stop; inner stops stay ("p.m").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class StopWords:
    """What a full stop means after a word, in one language."""

    title: frozenset[str]
    number: frozenset[str]
    may_end: frozenset[str]
    year: frozenset[str]
    starters: frozenset[str]
    says: frozenset[str]
    ordinals: bool = False  # "16." is a rank: German
    number_endings: tuple[str, ...] = ()  # as ``number``, for words with such an ending ("Hauptstr. 5")


def _set(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_EN = StopWords(
    title=_set(
        "mr mrs ms mx messrs mmes dr drs prof profs gen gens sen sens rep reps gov govs lt lieut col cols maj",
        "sgt sgts capt cmdr comdr cpl pfc pvt adm vadm brig rev fr hon pres pope st ste mt mts ft msgr amb supt",
        "det insp sec asst assoc dep dist atty ald treas vs v e.g i.e viz cf aka a.k.a op cit esp approx incl",
        "lt.gen maj.gen brig.gen lt.col lt.gov atty.gen gen.lt",
    ),
    number=_set(
        "no nos nr num art arts sec fig figs vol vols ch chap p pp par para sect c ca circa ver app ex rte hwy",
        "jan feb mar apr may jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun",
    ),
    may_end=_set(
        "inc corp ltd co cos bros llc plc jr sr esq etc al ave blvd rd bldg dept univ assn intl natl govt est",
        "ph.d m.d b.a m.a m.b.a d.d.s j.d ll.b ph.d.s a.m p.m b.c a.d b.c.e c.e u.s u.k u.n e.u d.c u.s.a u.s.s.r",
        "ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla",
        "ont ore pa que tenn tex va vt wash wis wyo min max avg ed eds trans seq ibid",
    ),
    year=_set(),
    starters=_set(
        "the a an this that these those it its he she they we you i his her their our your my there here who what",
        "when where why how which whose if but and or so yet nor for in on at by to from of with without within",
        "after before since until till while during although though as because unless whereas despite whether",
        "both each every all some many most several few none no not one another other others such even also only",
        "then now later earlier meanwhile however moreover furthermore instead still thus hence therefore",
        "nevertheless nonetheless according among amid against about above across along around behind below beneath",
        "beside besides between beyond over under up upon through throughout once soon recently today yesterday",
        "tomorrow tonight last next can could may might must shall should will would is are was were do does did has",
        "have had let please nobody everyone everybody anyone someone nothing everything something never always",
        "officials police authorities experts critics supporters analysts residents witnesses prosecutors lawmakers",
    ),
    says=_set(
        "said says asked asks added replied replies told wrote writes exclaimed shouted answered cried yelled",
        "wondered tweeted posted joked demanded called declared warned insisted explained continued recalled",
        "concluded asks inquired quipped responded screamed whispered stated announced argued remarked",
    ),
)
_UK = StopWords(
    title=_set(
        "м с смт ім вул бул просп пр пл пров обл проф акад доц ген полк майор кап лейт гр п пп тов див напр наприкл т.зв",
        "св о стор ст.л мін заст св.св",
    ),
    number=_set(
        "ст ч п пп стор с розд рис табл том т № січ лют бер квіт трав черв лип серп вер жовт лист груд бл близько"
    ),
    may_end=_set("тис млн млрд грн коп дол год хв сек км кг т.д т.п т.ін ін та.ін н.е до.н.е кв куб"),
    year=_set("р рр ст"),
    starters=_set(
        "це цей ця ці той та те ті він вона воно вони ми ви я у в на за до з із зі від під про по при для через після",
        "перед протягом але а і й або проте однак також тоді тепер зараз потім пізніше раніше водночас тим тому якщо коли",
        "як що хто де чому чи не ні так усі всі кожен багато деякі крім окрім згідно серед між над нагадаємо раніше",
    ),
    says=_set(
        "сказав сказала сказали заявив заявила заявили додав додала запитав запитала відповів відповіла написав написала"
    ),
)
_RU = StopWords(
    title=_set(
        "г с пос им ул бул просп пр пл пер обл проф акад доц ген полк гр тов см напр т.н т.е св о стр мин зам гос",
    ),
    number=_set(
        "ст ч п пп стр с гл рис табл том т № янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек ок"
    ),
    may_end=_set("тыс млн млрд руб коп долл ч мин сек км кг т.д т.п т.к др пр н.э до.н.э кв куб"),
    year=_set("г гг в вв"),
    starters=_set(
        "это этот эта эти тот та те то он она оно они мы вы я в во на за до с со из от под о об по при для через после",
        "перед но а и или однако также тогда теперь сейчас потом позже ранее при тем поэтому если когда как что кто где",
        "почему ли не нет да все каждый много некоторые кроме согласно среди между над напомним",
    ),
    says=_set(
        "сказал сказала сказали заявил заявила заявили добавил добавила спросил спросила ответил ответила написал написала"
    ),
)
_PL = StopWords(
    title=_set(
        "ul al pl os im św dr prof mgr inż hab gen płk ppłk mjr kpt por ppor sierż kom nadkom asp ks bp abp kard o s np",
        "m.in tzn tzw tj ww wg zob por red min wicemin woj gm pow",
    ),
    number=_set(
        "nr art ust pkt poz str s t tom rozdz rys tab godz ok sty lut kwi maj cze lip sie wrz paź lis gru"
    ),
    may_end=_set("tys zł gr mln mld itd itp etc in inn km kg min sek pn p.n.e n.e sp"),
    year=_set("r rr w"),
    starters=_set(
        "to ten ta te ci on ona ono oni one my wy ja w we na za do z ze od pod o po przy dla przez przed ale a i lub albo",
        "jednak także również wtedy teraz potem później wcześniej tymczasem dlatego jeśli jeżeli gdy kiedy jak co kto gdzie",
        "dlaczego czy nie tak wszyscy każdy wiele niektórzy oprócz według wśród między nad jego jej ich",
    ),
    says=_set(
        "powiedział powiedziała powiedzieli dodał dodała zapytał zapytała odpowiedział odpowiedziała napisał napisała oświadczył oświadczyła"
    ),
)
_DE = StopWords(
    title=_set(
        "hr hrn fr dr prof dipl ing st sr jr gen oberst lt hptm z.b z d.h d i.d.r u.a u bzw ca vgl sog evtl ggf inkl exkl",
        "max min geb gest gegr verh lt.col bd abt hrsg med jur phil rer nat",
    ),
    number=_set(
        "nr art abs kap s bd ziff az tel jan feb febr mär apr jun jul aug sep sept okt nov dez ca um"
    ),
    may_end=_set(
        "usw etc mio mrd tsd jh jhd std str co o.ä u.ä u.s.w n.chr v.chr chr km kg qm ltd inc corp u.s"
    ),
    year=_set(),
    starters=_set(
        "der die das ein eine einer eines dies dieser diese dieses er sie es wir ihr ich in im am an auf aus bei mit nach",
        "seit von vor zu zum zur über unter zwischen während trotz wegen durch für gegen ohne um aber und oder doch jedoch",
        "auch dann danach jetzt nun später zuvor zudem außerdem dabei dazu damit daher deshalb so wenn als wie was wer wo",
        "warum ob nicht alle jeder viele einige mehrere laut bereits bisher seine ihre sein kein keine hier dort man",
    ),
    says=_set("sagte fragte antwortete schrieb erklärte rief ergänzte meinte betonte"),
    ordinals=True,
    number_endings=("str",),
)
_FR = StopWords(
    title=_set("m mm mme mlle me mgr dr drs pr st ste gén col cap lt cdt cf p.ex av bd env ex c.-à-d v"),
    number=_set("n no nos art vol chap p pp fig t janv févr fév avr juil sept oct nov déc env"),
    may_end=_set("etc cie inc sté éd j.-c apr.j.-c av.j.-c u.s h min km kg"),
    year=_set(),
    starters=_set(
        "le la les l' un une des ce cet cette ces il elle ils elles on nous vous je c' en au aux à dans sur sous par pour avec",
        "sans depuis après avant pendant selon entre vers chez mais et ou donc or ni car si quand comme que qui où pourquoi",
        "puis alors ainsi aussi enfin cependant toutefois pourtant tous toutes chaque plusieurs certains son sa ses leur",
        "leurs mon notre votre ne pas plus d' parmi malgré lors",
    ),
    says=_set(
        "dit demande demandé répond répondu ajoute ajouté déclaré écrit explique expliqué affirme lance"
    ),
)
_ES = StopWords(
    title=_set(
        "sr sra srta sres dr dra dres d dña gral cnel cap tte pdte pdta mons fr sto sta ing lic prof ud uds vd p.ej ej av avda c cf ee"
    ),
    number=_set(
        "núm num nº no art arts pág págs p pp vol cap fig ene feb mar abr may jun jul ago sep sept oct nov dic aprox"
    ),
    may_end=_set("etc cía s.a s.l ee.uu uu a.c d.c a.m p.m km kg min"),
    year=_set(),
    starters=_set(
        "el la los las lo un una unos unas este esta estos estas ese esa esos esas eso esto aquel él ella ellos ellas yo",
        "nosotros usted ustedes en al a de del con sin por para desde hasta según entre sobre tras ante bajo durante mediante",
        "pero y e o u ni que si cuando como donde quien por qué aunque mientras también tampoco además luego después antes",
        "ahora entonces así no sí todos todas cada muchos algunos varios su sus mi nuestro se ya hay",
    ),
    says=_set("dijo preguntó respondió añadió escribió agregó afirmó explicó señaló aseguró"),
)

# What may follow "5 p.m." within the sentence.
ZONE_OR_DAY = _set(
    "et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest eet eest msk ist jst local eastern central",
    "pacific mountain greenwich monday tuesday wednesday thursday friday saturday sunday mon tue wed thu",
    "fri sat sun january february march april may june july august september october november december jan feb mar",
    "apr jun jul aug sept sep oct nov dec",
)
# "wrote on X." names the network, "J. K. Rowling" has initials: the word before tells.
NETWORK_BEFORE = _set("on to via from em na auf sur en w у в на")

STOP_WORDS: Mapping[str, StopWords] = MappingProxyType(
    {"en": _EN, "uk": _UK, "ru": _RU, "pl": _PL, "de": _DE, "fr": _FR, "es": _ES}
)
