"""A word of another language than English in, its weight as an event out: beginnings of words, so that endings do not matter.

The same three weights as ``chronicle``: turning points, steps, doings. A beginning that English words share
stands in no table, since a collection may mix languages.
"""

from __future__ import annotations

from functools import lru_cache

from .reading import word_set

_TABLES = {
    "uk": (
        """переобра присягн інавгурац відставк відстав імпічмент скинут скинул повален коронова зречен
        перемог виграв виграл нагород засуджен засудил ув'язнен виправда арештован арештував помер загину загибл
        вбит убит народив народил одруж весілл заручин смерт""",
        """обран обрав обрал вибор номінован кандидатк признач очолив очолил поразк програ відсторон звільн
        виключен пенсі відклик відкликан вивед обвинувач підозр звинувач зрад відпущен заставу затрима екстрадо
        заборон вирок апеляц рішенн постанов свідч позов угод розлуч вагітн діагноз операц шпитал лікарн поранен
        катастроф аварі атак обстріл вторг оголоси визна підтверди вибач підписа перемир саміт проголос зруйнован""",
        """суд слухан зустрі візит відвіда відкри промов звернен відкла скасува розслідуван протест мітинг голосуван
        парламент рад інтерв'ю заперечи погоди почав почал розпоча приєдна поверну похорон похован""",
    ),
    "ru": (
        """переизбра присягн инаугурац отставк импичмент свергнут свержен коронован отречен побед выигра награ
        осужден осудил приговор оправда арестован арестовал умер погиб убит родил женил свадьб помолвк смерт""",
        """избран избрал выбор номинирован назнач возглав поражен проигра отстран уволен уволил исключен пенси отозва
        обвинен обвинил подозрева измен отпущен залог задержан задержал экстрадиро запрет приговорил апелляц
        решени постановл иск сделк развод беременн диагноз операц больниц ранен катастроф авари атак обстрел
        вторг вторжен объявил призна подтверди извини подписа перемири саммит проголосова разрушен""",
        """слушани встрет встреч визит посети откры выступ обращени отлож отменил расследован протест митинг голосован
        парламент интервью отрица отверг согласи начал начат присоедин верну похорон""",
    ),
    "de": (
        """wiedergewählt vereidig zurückgetreten rücktritt amtsenthebung gestürzt gekrönt abgedankt gewann gewonnen
        wahlsieg ausgezeichnet verurteilt freigesprochen verhaftet festgenommen gestorben verstorben starb getötet
        ermordet geboren geheiratet heiratet hochzeit verlobt inhaftiert""",
        """gewählt wahlen stichwahl nominiert ernannt übernimmt übernahm niederlage verlor verloren suspendiert
        entlassen gefeuert ausgeschlossen ruhestand zurückgezogen angeklagt freigelassen kaution ausgeliefert
        verboten urteil berufung verklagt geschieden scheidung schwanger operiert krankenhaus angeschossen absturz
        angriff anschlag angekündigt erklärte bestätigt gestand entschuldigt unterzeichnet waffenruhe waffenstillstand
        abkommen gipfeltreffen abgestimmt zerstört verletzt""",
        """gericht anhörung richter getroffen besuch besuchte eröffnet eröffnete verschoben abgesagt ermittlung
        protest demonstration abstimmung parlament bundestag interview bestritt einigte begann begonnen beginnt
        zurückgekehrt beerdigt beisetzung""",
    ),
    "fr": (
        """réélu investitur assermenté démission destitué renvers couronné abdiqu remport victoire condamné acquitt
        arrêté inculpé décédé décès tué assassiné naissance épous mariage fiancé emprisonn""",
        """élu élue élection nommé nommée désigné battu défaite perdu suspendu limogé renvoyé retrait retiré
        relâché libéré caution détenu extradé interdit verdict jugement procès appel plainte divorc enceinte
        diagnostiqu opéré hospitalis abattu accident attaqué attentat annoncé annonce confirmé reconnu excusé lancé
        signé cessez-le-feu trêve traité sommet voté détruit blessé""",
        """tribunal juge rencontré rencontre visite inauguré discours reporté annulé accusé enquête manifestation
        parlement sénat entretien démenti commencé débuté rejoint revenu funérailles obsèques inhumé""",
    ),
    "es": (
        """reelegid juramentad investidur dimisión dimitió renunció destituid derrocad coronad abdicó ganó victoria
        condenad absuelt arrestad encarcelad detenid murió falleci muert asesinad nació casó boda""",
        """elegid elección nombrad designad derrotad derrota perdió suspendid despedid expulsad retirad retiró acusad
        imputad liberad fianza extraditad prohibid veredicto juicio sentencia apelación demandó divorci embarazad
        diagnosticad operad hospitalizad tiroteo accidente ataque atacad atentado anunció anunciad declaró confirmó
        admitió reveló disculpó lanzó firmó firmad tregua tratado acuerdo cumbre votó destruid herid""",
        """tribunal audiencia juez reunió reunión visitó inauguró discurso aplazad cancelad investigación protesta
        manifestación parlamento senado entrevista negó acordó comenzó empezó regresó volvió funeral enterrad""",
    ),
    "pl": (
        """wybran zaprzysiężon ustąpił zrezygnowa rezygnacj dymisj obalon koronowa abdykowa wygrał zwycięstw
        zwycięży nagrodzon skazan uniewinnion aresztowan zatrzyman zmarł zginął zginęł zabit zamordowan urodził
        ślub zaręczy śmierć uwięzion""",
        """wybran wybory nominowan mianowan powołan porażk przegrał zawieszon zwolnion odwołan wykluczon emerytur
        wycofał oskarżon zarzut uwolnion kaucj ekstradycj zakazan wyrok apelacj orzek pozew pozwał ugod rozwód rozwiód
        ciąż zdiagnozowan operacj szpital postrzelon katastrof wypad atak zaatakowa ogłosił ogłosz potwierdził przyznał
        przeprosił podpisał rozejm traktat porozumien szczyt głosowa zniszczon rannych ranny""",
        """sąd rozpraw sędzia spotka wizyt odwiedzi otworzy przemówien przełoż odwołał śledztw protest wiec parlament
        sejm senat wywiad zaprzeczy zgodził rozpoczą rozpoczę dołączy wróci powróci pogrzeb""",
    ),
}


def _beginnings() -> dict[str, float]:
    table: dict[str, float] = {}
    for tables in _TABLES.values():
        for weight, words in zip((3.0, 2.0, 1.0), tables, strict=True):
            for word in words.split():
                if len(word) >= _SHORTEST:
                    table.setdefault(word, weight)
    return table


_SHORTEST = 4  # letters; "суд" and "élu" would begin too much
_LONGEST_ENDING = 5
BEGINNINGS: dict[str, float] = _beginnings()

TALK = word_set(
    """сказав сказала заявив заявила повідомив повідомила зазначив додав наголосив вважає
    сказал сказала заявил заявила сообщил сообщила отметил добавил считает
    sagte erklärte betonte meinte zufolge déclaré affirmé expliqué estimé souligné selon
    dijo afirmó declaró explicó señaló según powiedział powiedziała oświadczył stwierdził dodał według"""
)
LEANING = word_set(
    """він вона воно вони це цей ця ці той та але або однак також водночас тому там тут
    он она оно они это этот эта эти тот но или однако также поэтому там здесь
    er sie es wir dies diese dieser dieses aber doch jedoch auch dort hier
    il elle ils elles cela cette ces mais cependant aussi él ella ellos ellas esto este esta pero también
    ona ono oni ale jednak także tam tutaj"""
)
FUTURE = word_set(
    "буде будуть будет будут wird werden soll sollen sera seront será serán będzie będą планує планирует"
)


@lru_cache(maxsize=65536)
def event_weight(word: str) -> float:
    """The weight of a word (in lower case) by its longest beginning in the tables; 0 for most."""
    for size in range(len(word), max(_SHORTEST, len(word) - _LONGEST_ENDING) - 1, -1):
        weight = BEGINNINGS.get(word[:size])
        if weight is not None:
            return weight
    return 0.0
