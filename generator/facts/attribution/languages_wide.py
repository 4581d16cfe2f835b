"""The wider vocabulary of reporting outside English: more verbs, more people who speak, and who was told.

``languages`` has the grammar of each language and its commonest verbs; these rows are added to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .lexicon import words


@dataclass(frozen=True, slots=True)
class Wide:
    """What is added to one language's lexicon."""

    say: frozenset[str] = frozenset()  # verbs that take a clause or a quotation
    roles: frozenset[str] = frozenset()  # nouns for people and bodies that speak
    anonymous: frozenset[str] = frozenset()  # nouns that hide who it is
    deny: frozenset[str] = frozenset()  # verbs by which something is denied
    act: frozenset[str] = frozenset()  # verbs whose object tells what was said
    as_words: frozenset[str] = frozenset()  # "як", "wie": open "as X said"
    bodies: frozenset[str] = frozenset()  # of the roles those that are many: "поліція", "ministerstwo"
    through: frozenset[str] = frozenset()  # words between the verb and the outlet that was told


WIDE: Mapping[str, Wide] = {
    "uk": Wide(
        say=words("""
            говорить розповідає пояснює додає наголошує підкреслює запевнив запевнила запевняє нагадав нагадала переконує
            звинуватив звинуватила пообіцяв пообіцяла обіцяє порадив порадила попросив попросила зауважив зауважила констатував
            констатувала прокоментував прокоментувала висловився висловилася зізнався зізналася зізнається вважають повідомляють
            повідомляв інформує інформують інформував пише пишуть передає передають зазначає зазначають стверджувала стверджував
            підсумував підсумувала цитує відзначив відзначила припустив припустила заперечує заперечують заперечили спростував
            спростувала спростували спростовує спростувало заперечило оголосили оголосило
        """),
        roles=words("""
            пресслужба прес-служба міськрада облрада рада уряд кабмін парламент суд слідство слідчий слідчі рятувальники лікар лікарка
            лікарі медики експерт експертка експерти аналітик аналітики вчений вчені науковці очевидець очевидці свідок свідки мешканець
            мешканка мешканці місцеві військові командир боєць волонтер волонтерка волонтери вчитель вчителька тренер тренерка директорка
            компанія фірма підприємство організація служба управління департамент штаб оова ова сбу дбр набу мзс моз міноборони
            представник представниця представники опозиція активіст активістка активісти правозахисник правозахисники юрист юристка
            власник власниця підрядник забудовник мер мерка голова губернатор очільник очільниця
        """),
        anonymous=words(
            "співрозмовник співрозмовниця співрозмовники посадовець посадовці урядовець урядовці"
        ),
        deny=words(
            "заперечує заперечують заперечили заперечило спростував спростувала спростували спростовує спростувало"
        ),
        act=words("заперечує заперечили спростував спростувала спростували спростувало"),
        as_words=words("як"),
        bodies=words("""
            поліція прокуратура рада суд слідство уряд міністерство влада пресслужба прес-служба міськрада облрада служба управління департамент штаб компанія підприємство організація адміністрація мерія парламент
        """),
        through=words("для виданню агентству телеканалу газеті ефірі коментарі інтерв'ю інтерв’ю"),
    ),
    "ru": Wide(
        say=words("""
            сообщал сообщала рассказывает поясняет объяснил объяснила заверил заверила уверяет напомнил напомнила обвинил обвинила
            пообещал пообещала обещает посоветовал попросил попросила заметил заметила констатировал прокомментировал прокомментировала
            признался призналась считают информирует пишет пишут передаёт передает передают отмечает отмечают подчеркивает подчёркивает
            добавляет предположил предположила назвал назвала отверг отвергла отвергли опровергли опроверг отрицает отрицают отрицал
            отрицала объявили объявило
        """),
        roles=words("""
            пресс-служба мэрия администрация правительство госдума дума парламент суд следствие следователь следователи спасатели врач врачи
            медики эксперт эксперты аналитик аналитики учёный учёные ученые очевидец очевидцы свидетель свидетели житель жительница жители
            местные военные командир волонтёр волонтёры учитель учительница тренер компания фирма предприятие организация служба управление
            департамент штаб фсб мчс мид мвд минобороны минздрав представитель представители оппозиция активист активистка активисты
            правозащитник правозащитники юрист владелец владелица подрядчик застройщик мэр губернатор глава
        """),
        anonymous=words("собеседник собеседница собеседники"),
        deny=words(
            "опровергли опровергает отверг отвергла отвергли отрицает отрицают отрицал отрицала опровергло"
        ),
        act=words("опровергли отверг отвергла отвергли отрицает отрицал отрицала опровергло"),
        as_words=words("как"),
        bodies=words("""
            полиция прокуратура суд следствие правительство министерство власти пресс-служба мэрия администрация служба управление департамент штаб компания предприятие организация парламент
        """),
        through=words("для изданию агентству телеканалу газете эфире комментарии интервью"),
    ),
    "pl": Wide(
        say=words("""
            podkreśla zaznacza dodaje wyjaśnia ocenia zapewnia tłumaczy tłumaczył tłumaczyła przypomniał przypomniała zauważył zauważyła
            uważa przyznaje przekonuje przekonywał przekonywała ogłosili ogłosiło zapowiedział zapowiedziała zapowiedzieli zapowiada skomentował
            skomentowała komentuje relacjonuje relacjonował opowiada opowiadał opowiadała pisze podaje podają informują obiecał obiecała
            wskazał wskazała apeluje zaapelował zaapelowała wezwał wezwała zaprzeczyli zaprzecza zaprzeczyło zdementował zdementowała
            potwierdzili potwierdziło przekazali przekazało twierdził twierdziła
        """),
        roles=words("""
            policja policji prokuratura prokuratury sąd sądu urząd urzędu miasto miasta rząd rządu ministerstwo ministerstwa resort resortu
            władze władz straż straży strażacy strażaków ratownicy ratowników lekarz lekarka lekarze lekarzy eksperci ekspert ekspertka
            ekspertów naukowcy naukowców świadek świadkowie świadków mieszkaniec mieszkanka mieszkańcy mieszkańców firma firmy spółka spółki
            wykonawca wykonawcy inwestor deweloper organizacja organizacji związek związkowcy związkowców opozycja opozycji radny radna
            radni wójt wojewoda starosta prezes trener trenerka nauczyciel nauczycielka rodzice rodziców sejm senat komisja komisji
        """),
        anonymous=words("informator informatorzy rozmówczyni urzędnicy"),
        deny=words("zaprzeczyli zaprzecza zaprzeczyło zdementował zdementowała"),
        act=words("zaprzeczyli zaprzecza zaprzeczyło zdementował zdementowała"),
        as_words=words("jak"),
        bodies=words("""
            policja prokuratura sąd urząd rząd ministerstwo resort władze straż firma spółka organizacja rada komisja
        """),
        through=words("dla agencji dziennikowi portalowi"),
    ),
    "de": Wide(
        say=words("""
            mitteilte mitteilten berichteten erläuterte erläuterten hieß mahnte mahnt lobte lobt begrüßte begrüßten rät rieten riet
            unterstrich hob verwies verweist gab gaben räumten ergänzten versicherten versichert behauptet meint meinten findet klagte klagt
            kritisiert warnt teilt kündigten verkündete verkündeten bekräftigte bekräftigt entgegnete erwiderte dementierten dementiert
            bestritt bestreitet bestritten beteuerte beteuert stellte wiesen
        """),
        roles=words("""
            vertreter vertreterin bahn stadt gemeinde kreis landkreis land bund amt gericht landgericht amtsgericht feuerwehr bundespolizei
            verband gewerkschaft unternehmen konzern firma hersteller betreiber verwaltung bürgerinitiative initiative opposition fraktion
            partei experte expertin experten forscher forscherin forschende wissenschaftler wissenschaftlerin arzt ärztin ärzte klinik
            zeuge zeugin zeugen anwohner anwohnerin augenzeuge augenzeugen trainer trainerin spieler spielerin chef chefin verteidiger
            verteidigerin ministerium bundesregierung landesregierung institut universität hochschule kammer behörde politiker politikerin
            abgeordneter abgeordnete staatssekretär staatssekretärin bürgermeister bürgermeisterin landrat landrätin pressesprecher
            pressesprecherin unternehmenssprecher unternehmenssprecherin sprecher sprecherin mann frau
        """),
        anonymous=words("insidern informant informanten"),
        deny=words("dementierten dementiert bestritt bestreitet bestritten"),
        act=words("dementierten dementiert bestritt bestreitet bestritten begrüßte begrüßten lobte"),
        as_words=words("wie"),
        bodies=words("""
            polizei staatsanwaltschaft bahn stadt gemeinde amt gericht feuerwehr verband gewerkschaft unternehmen konzern ministerium regierung behörden behörde partei fraktion institut universität
        """),
        through=words("der dem gegenüber"),
    ),
    "fr": Wide(
        say=words("""
            martelé martèle regretté regrette insisté insiste plaidé plaide prévenu commenté commente relaté relate témoigné témoigne
            rappelé rappelle résumé résume rétorqué rétorque soutenu soutient considéré considère jugé juge promis promet fait révélé révèle
            rapporté rapporte rapportent conclu conclut observe observé constate constaté nié nie dément démentent récusé contesté conteste
            réclamé demandé exigé appelé salué déploré déplore
        """),
        roles=words("""
            syndicat syndicats collectif association associations préfecture préfet préfète mairie cabinet élysée matignon entreprise groupe
            direction tribunal cour avocats enquêteurs pompiers médecin médecins chercheur chercheuse chercheurs expert experte experts
            habitant habitante habitants riverain riverains témoins élu élue élus opposition parti gauche droite sélectionneur entraîneur
            patron patronne victime victimes parents enseignant enseignante enseignants étudiants institut université
        """),
        anonymous=words("proche interlocuteur fonctionnaire"),
        deny=words("nié nie dément démentent récusé contesté conteste"),
        act=words("nié nie dément démentent récusé contesté conteste salué déploré"),
        as_words=words("comme"),
        bodies=words("""
            police parquet ministère gouvernement préfecture mairie syndicat entreprise groupe direction tribunal cour association autorités
        """),
        through=words("à au sur auprès dans"),
    ),
    "es": Wide(
        say=words("""
            recordó recordaron insistió insistieron subraya subrayaron destacaron lamentó lamentaron criticó criticaron denunció denunciaron
            reiteró reiteraron apuntó apuntaron relató relataron recalcó aclaró aclararon admitió admitieron prometió prometieron sostiene
            sostienen considera consideran cree creen explica explican señala señalan apunta añade agrega anuncia anuncian confirma confirman
            niega niegan desmintió desmintieron desmiente rechazó rechazaron exigió exigieron pidió pidieron alertó alertaron avisó matizó zanjó
        """),
        roles=words("""
            sindicato sindicatos asociación asociaciones ayuntamiento consejo consejero consejera diputado diputada concejal concejala
            empresa compañía grupo tribunal juzgado juez jueza bomberos guardia médico médica médicos investigador investigadora
            investigadores experto experta expertos vecino vecina vecinos testigos oposición partido entrenador entrenadora jugador víctima
            víctimas familiares padres universidad instituto gobierno ejecutivo consejería dirección plataforma líder dirigente
        """),
        anonymous=words("interlocutor allegado allegados"),
        deny=words("niega niegan desmintió desmintieron desmiente"),
        act=words("niega niegan desmintió desmintieron desmiente rechazó rechazaron"),
        as_words=words("según como"),
        bodies=words("""
            policía fiscalía ministerio gobierno ayuntamiento sindicato empresa compañía grupo tribunal asociación autoridades universidad instituto
        """),
        through=words("a al en"),
    ),
}
