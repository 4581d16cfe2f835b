"""The commonest words of reporting in Ukrainian, Russian, Polish, German, French and Spanish, as tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .languages_wide import WIDE, Wide
from .lexicon import Gender, Lexicon, words


def _phrases(table: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a table, one a line, longest first so that "nach angaben von" wins over "nach angaben"."""
    rows = [tuple(line.split()) for line in table.strip().splitlines()]
    return tuple(sorted(rows, key=len, reverse=True))


def _pronouns(he: str, she: str, they: str) -> Mapping[str, Gender]:
    """Pronouns by whom they point at."""
    table: dict[str, Gender] = dict.fromkeys(he.split(), "he")
    table.update(dict.fromkeys(she.split(), "she"))
    table.update(dict.fromkeys(they.split(), "they"))
    return table


UKRAINIAN = Lexicon(
    say=words("""
        сказав сказала сказали каже кажуть заявив заявила заявили заявляє повідомив повідомила повідомили
        повідомляє повідомляють додав додала додали зазначив зазначила зазначили наголосив наголосила
        підкреслив підкреслила пояснив пояснила розповів розповіла розповіли стверджує стверджують написав
        написала написали уточнив уточнила відповів відповіла попередив попередила визнав визнала підтвердив
        підтвердила заперечив заперечила оголосив оголосила повідомило заявило закликало підтвердило закликав закликала вважає переконаний
    """),
    report=frozenset(),
    act={"закликав": (), "закликала": (), "оголосив": (), "оголосила": (), "заперечив": (), "заперечила": ()},
    participle=words("додавши зазначивши"),
    deny=words("заперечив заперечила"),
    post=words("написав написала повідомив повідомила заявив заявила"),
    that=words("що"),
    according=_phrases(
        "за словами\nза його словами\nза її словами\nза їхніми словами\nза даними\nза інформацією\nяк повідомляє\nна думку"
    ),
    pronouns=_pronouns("він", "вона", "вони"),
    helpers=words("також раніше потім вже пізніше тоді було не у свою чергу"),
    determiners=words("цей ця ці той та наш його її їх один одна"),
    relatives=words("який яка які що"),
    conjunctions=words("але а і й та однак тоді коли хоча бо якщо"),
    prepositions=words("у в на до від з зі із за під про для при після перед через під"),
    times=words("сьогодні вчора завтра понеділок вівторок середу четвер п'ятницю п’ятницю суботу неділю"),
    titles=words("""
        президент президентка прем'єр прем’єр прем'єр-міністр прем’єр-міністр міністр міністерка очільник
        очільниця голова мер мерка речник речниця глава директор директорка депутат депутатка генерал
        полковник суддя прокурор лідер лідерка заступник заступниця посол секретар професор
        адвокат адвокатка керівник керівниця
    """),
    roles=words("речник речниця джерело джерела міністр президент поліція прокуратура міністерство влада"),
    anonymous=words("джерело джерела джерел співрозмовник співрозмовники чиновник чиновники"),
    masculine=words("президент міністр речник мер голова"),
    feminine=words("президентка міністерка речниця мерка директорка"),
    stop=words("""
        у в на до від з за під про для після перед але а і й та однак він вона вони це цей ця як що коли також за
        раніше сьогодні вчора тоді проте ми я ви якщо
    """),
    names_decline=True,
    dashes=True,
)
RUSSIAN = Lexicon(
    say=words("""
        сказал сказала сказали говорит заявил заявила заявили заявляет сообщил сообщила сообщили сообщает
        сообщают добавил добавила добавили отметил отметила отметили подчеркнул подчеркнула пояснил пояснила
        рассказал рассказала рассказали утверждает утверждают написал написала написали уточнил уточнила
        ответил ответила предупредил предупредила признал признала подтвердил подтвердила опроверг опровергла
        объявил объявила сообщило заявило подтвердило призвал призвала считает
    """),
    report=frozenset(),
    act={"призвал": (), "призвала": (), "объявил": (), "объявила": (), "опроверг": (), "опровергла": ()},
    participle=words("добавив отметив"),
    deny=words("опроверг опровергла"),
    post=words("написал написала сообщил сообщила заявил заявила"),
    that=words("что"),
    according=_phrases(
        "по словам\nпо его словам\nпо её словам\nпо ее словам\nпо их словам\nпо данным\nпо информации\nкак сообщает\nпо мнению"
    ),
    pronouns=_pronouns("он", "она", "они"),
    helpers=words("также ранее потом уже позже тогда было не"),
    determiners=words("этот эта эти тот та наш его её их один одна"),
    relatives=words("который которая которые что"),
    conjunctions=words("но а и однако когда хотя потому если"),
    prepositions=words("у в во на до от с со из за под о об для при после перед через к по"),
    times=words("сегодня вчера завтра понедельник вторник среду четверг пятницу субботу воскресенье"),
    titles=words("""
        президент премьер премьер-министр министр глава мэр губернатор пресс-секретарь представитель директор
        депутат генерал полковник судья прокурор лидер заместитель посол секретарь профессор адвокат
        представительница руководитель председатель
    """),
    roles=words("источник источники министр президент полиция прокуратура министерство власти"),
    anonymous=words("источник источники источников собеседник собеседники чиновник чиновники"),
    masculine=words("президент министр"),
    feminine=words("представительница"),
    stop=words("""
        у в во на до от с из за под о для после перед но а и однако он она они это этот эта как что когда также по
        ранее сегодня вчера тогда мы я вы если
    """),
    names_decline=True,
    dashes=True,
)
POLISH = Lexicon(
    say=words("""
        powiedział powiedziała powiedzieli mówi mówił mówiła oświadczył oświadczyła oświadczyli dodał dodała
        dodali poinformował poinformowała poinformowali informuje podkreślił podkreśliła zaznaczył zaznaczyła
        stwierdził stwierdziła twierdzi twierdzą napisał napisała przekazał przekazała wyjaśnił wyjaśniła
        odpowiedział odpowiedziała ostrzegł ostrzegła przyznał przyznała potwierdził potwierdziła zaprzeczył
        zaprzeczyła ogłosił ogłosiła ocenił oceniła zapewnił zapewniła poinformowało podało podał podała
    """),
    report=frozenset(),
    act={"ogłosił": (), "ogłosiła": (), "zaprzeczył": (), "zaprzeczyła": ()},
    participle=words("dodając zaznaczając"),
    deny=words("zaprzeczył zaprzeczyła"),
    post=words("napisał napisała poinformował poinformowała przekazał przekazała"),
    that=words("że iż"),
    according=_phrases("według\njego zdaniem\njej zdaniem\nich zdaniem\nzdaniem\njak podaje\njak podała"),
    pronouns=_pronouns("on", "ona", "oni one"),
    helpers=words("także też wcześniej potem już później również nie się"),
    determiners=words("ten ta te to jego jej ich jeden jedna"),
    relatives=words("który która którzy które"),
    conjunctions=words("ale a i jednak gdy kiedy choć ponieważ jeśli"),
    prepositions=words("w we na do od z ze za pod o dla przy po przed przez podczas"),
    times=words("dziś dzisiaj wczoraj jutro poniedziałek wtorek środę czwartek piątek sobotę niedzielę"),
    titles=words("""
        prezydent prezydentka premier minister ministra szef szefowa burmistrz rzecznik rzeczniczka dyrektor
        dyrektorka poseł posłanka generał pułkownik sędzia prokurator lider liderka wiceminister ambasador
        sekretarz profesor adwokat prezes prezeska przewodniczący przewodnicząca
    """),
    roles=words("źródło źródła rzecznik rzeczniczka policja prokuratura ministerstwo władze"),
    anonymous=words("źródło źródła źródeł rozmówca rozmówcy urzędnik urzędnicy"),
    masculine=words("prezydent minister rzecznik burmistrz"),
    feminine=words("prezydentka ministra rzeczniczka szefowa dyrektorka posłanka"),
    stop=words("""
        w we na do od z ze za pod o dla po przed ale a i jednak on ona oni to ten ta jak że gdy także według
        wcześniej dziś wczoraj wtedy my ja jeśli
    """),
    names_decline=True,
    dashes=True,
)
GERMAN = Lexicon(
    say=words("""
        sagte sagten sagt erklärte erklärten erklärt teilte teilten betonte betonten betont berichtete
        berichteten berichtet meldete meldeten schrieb schrieben fügte warnte warnten kritisierte kritisierten
        behauptete behaupteten bestätigte bestätigten kündigte forderte forderten versicherte ergänzte
        antwortete äußerte räumte meinte argumentierte dementierte so
    """),
    report=frozenset(),
    act={"forderte": (), "forderten": (), "dementierte": (), "kritisierte": (), "bestätigte": ()},
    participle=frozenset(),
    deny=words("dementierte"),
    post=words("schrieb schrieben teilte erklärte"),
    that=words("dass daß"),
    according=_phrases("nach angaben von\nnach angaben der\nnach angaben des\nnach angaben\nlaut\nzufolge"),
    pronouns=_pronouns("er", "sie", ""),
    helpers=words("hat haben hatte auch zuvor später dann bereits zudem außerdem nicht"),
    determiners=words("der die das den dem des ein eine einer eines sein seine ihr ihre dieser diese"),
    relatives=words("der die das welcher welche"),
    conjunctions=words("aber und doch während obwohl weil wenn als nachdem bevor"),
    prepositions=words(
        "in im am an auf bei nach von vom zu zum zur mit für gegen über unter vor seit durch aus"
    ),
    times=words("heute gestern morgen montag dienstag mittwoch donnerstag freitag samstag sonntag"),
    titles=words("""
        präsident präsidentin bundespräsident kanzler kanzlerin bundeskanzler bundeskanzlerin minister
        ministerin außenminister außenministerin innenminister innenministerin finanzminister finanzministerin
        verteidigungsminister verteidigungsministerin bürgermeister bürgermeisterin oberbürgermeister
        oberbürgermeisterin sprecher sprecherin regierungssprecher regierungssprecherin polizeisprecher
        polizeisprecherin direktor direktorin general herr frau dr. professor chef chefin vorsitzender
        vorsitzende ministerpräsident ministerpräsidentin anwalt anwältin richter richterin staatsanwalt
    """),
    roles=words("sprecher sprecherin polizei staatsanwaltschaft ministerium regierung behörden"),
    anonymous=words("insider kreise quelle quellen beamte beamter"),
    masculine=words("präsident kanzler minister sprecher herr bürgermeister außenminister direktor anwalt"),
    feminine=words(
        "präsidentin kanzlerin ministerin sprecherin frau bürgermeisterin außenministerin direktorin"
    ),
    stop=words("""
        der die das den dem des ein eine in im am an auf bei nach von zu mit für gegen über unter vor seit aber und
        doch er sie es wir ich wie als auch laut zuvor heute gestern dann während obwohl weil wenn nachdem dies
        diese dieser
    """),
    nouns_capital=True,
    quoting=words("so"),
    second=words("""
        wurde wurden ist sind war waren hat haben hatte hatten wird werden soll sollen kann können muss müssen gab
        gibt kam kamen liegt liegen stieg sank starben starb
    """),
)
FRENCH = Lexicon(
    say=words("""
        dit déclaré affirmé ajouté annoncé expliqué indiqué estimé précisé assuré souligné écrit répondu confié
        déclare affirme ajoute annonce explique indique estime précise assure souligne répond raconte prévient
        disait déclarait affirmait expliquait lancé reconnu confirmé démenti averti dénoncé
    """),
    report=frozenset(),
    act={"démenti": (), "confirmé": (), "dénoncé": (), "annoncé": ()},
    participle=words("ajoutant précisant affirmant"),
    deny=words("démenti"),
    post=words("écrit annoncé déclaré"),
    that=words("que"),
    according=_phrases("selon\nd'après\nd’après"),
    pronouns=_pronouns("il", "elle", "ils elles on"),
    helpers=words("a ont avait avaient est aussi ensuite déjà également encore notamment t l' s'est"),
    determiners=words("le la les l' un une des son sa ses leur ce cette ces"),
    relatives=words("qui que dont"),
    conjunctions=words("mais et alors lorsque quand bien parce puisque tandis"),
    prepositions=words(
        "à de du des en dans sur sous par pour avec sans chez vers lors après avant depuis au aux"
    ),
    times=words("aujourd'hui hier demain lundi mardi mercredi jeudi vendredi samedi dimanche"),
    titles=words("""
        président présidente premier ministre maire directeur directrice général générale porte-parole m. mme
        mme. chef cheffe député députée sénateur sénatrice procureur procureure avocat avocate juge colonel
        chancelier chancelière roi reine pape secrétaire d'état d’état
    """),
    roles=words("porte-parole source sources ministère gouvernement police parquet autorités"),
    anonymous=words("source sources responsable responsables diplomate diplomates témoin témoins"),
    masculine=words("président directeur m. député avocat roi chancelier"),
    feminine=words("présidente directrice mme députée avocate reine chancelière cheffe"),
    stop=words("""
        le la les un une des de du à en dans sur sous par pour avec sans mais et alors il elle ils elles nous je on
        ce cette ces selon après avant depuis lors hier aujourd'hui comme si quand
    """),
    dashes=True,
)
SPANISH = Lexicon(
    say=words("""
        dijo dijeron dice dicen afirmó afirmaron afirma declaró declararon declara aseguró aseguraron asegura
        señaló señalaron explicó explicaron añadió añadieron agregó agregaron anunció anunciaron informó
        informaron sostuvo indicó indicaron escribió escribieron advirtió advirtieron manifestó confirmó
        confirmaron negó negaron reconoció contó respondió comentó subrayó destacó precisó expresó
    """),
    report=frozenset(),
    act={"negó": (), "anunció": (), "confirmó": ()},
    participle=words("añadiendo diciendo"),
    deny=words("negó negaron"),
    post=words("escribió escribieron anunció publicó"),
    that=words("que"),
    according=_phrases("según\nde acuerdo con"),
    pronouns=_pronouns("él", "ella", "ellos ellas"),
    helpers=words("ha han había habían también luego después ya además no"),
    determiners=words("el la los las un una su sus este esta estos estas"),
    relatives=words("quien quienes que"),
    conjunctions=words("pero y mientras aunque porque cuando si tras"),
    prepositions=words(
        "a de del en con por para sin sobre bajo desde hasta ante contra entre durante al tras"
    ),
    times=words("hoy ayer mañana lunes martes miércoles jueves viernes sábado domingo"),
    titles=words("""
        presidente presidenta primer primera ministro ministra alcalde alcaldesa director directora general
        portavoz secretario secretaria canciller gobernador gobernadora senador senadora diputado diputada juez
        jueza fiscal abogado abogada rey reina papa señor señora sr. sra. doctor doctora coronel jefe jefa
    """),
    roles=words("portavoz fuente fuentes ministerio gobierno policía fiscalía autoridades"),
    anonymous=words("fuente fuentes funcionario funcionarios diplomático diplomáticos testigo testigos"),
    masculine=words("presidente ministro alcalde director señor abogado rey"),
    feminine=words("presidenta ministra alcaldesa directora señora abogada reina jueza jefa"),
    stop=words("""
        el la los las un una de del en con por para sin sobre pero y mientras aunque él ella ellos este esta según
        ayer hoy tras durante como si cuando nosotros yo
    """),
    dashes=True,
)


def _widened(lex: Lexicon, more: Wide) -> Lexicon:
    """A lexicon with the wider vocabulary; whoever has a title speaks under it."""
    return replace(
        lex,
        say=lex.say | more.say | more.deny | more.act,
        act={**lex.act, **dict.fromkeys(more.act, ())},
        deny=lex.deny | more.deny,
        roles=lex.roles | lex.titles | more.roles | more.anonymous,
        anonymous=lex.anonymous | more.anonymous,
        bodies=lex.bodies | more.bodies,
        as_words=more.as_words,
        through=more.through,
        leads=frozenset(phrase[0] for phrase in lex.according),
    )


LANGUAGES: Mapping[str, Lexicon] = {
    lang: _widened(lex, WIDE[lang])
    for lang, lex in (
        ("uk", UKRAINIAN),
        ("ru", RUSSIAN),
        ("pl", POLISH),
        ("de", GERMAN),
        ("fr", FRENCH),
        ("es", SPANISH),
    )
}
