"""The sentences that state nothing, in the languages beside English: rows of reason, pattern and example.

The reasons are those of the English rows in ``skips``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SkipRule:
    """One kind of sentence that states nothing of the story."""

    reason: str
    pattern: re.Pattern[str]
    example: str


def skip_rule(reason: str, pattern: str, example: str) -> SkipRule:
    """A row, its pattern read without regard to case."""
    return SkipRule(reason, re.compile(pattern, re.IGNORECASE), example)


NO_MORE = "says that nothing more is known"
TO_READER = "speaks to the reader"
LEADS_OVER = "only leads over to what follows"
OF_WRITER = "is a remark of the writer"

ELSEWHERE: dict[str, tuple[SkipRule, ...]] = {
    "de": (
        skip_rule(NO_MORE, r"^(?:(?:weitere|nähere|genauere) (?:einzelheiten|details|angaben|informationen)\b|(?:zunächst |bislang |noch )?(?:war|ist|blieb|bleibt) (?:zunächst |bislang |noch )?(?:unklar|offen|nicht bekannt)\b|unklar (?:war|ist|blieb|bleibt)\b|(?:es|das|die ursache|der grund)(?: für \w+)? (?:war|ist|blieb|bleibt) (?:zunächst |bislang |noch )?(?:unklar|offen|nicht bekannt)\b)", "Weitere Einzelheiten wurden nicht bekannt."),
        skip_rule(TO_READER, r"^(?:lesen sie|mehr zum thema|mehr (?:dazu )?lesen|hier (?:klicken|lesen|geht es|finden sie)|folgen sie|abonnieren sie|mehr dazu|schreiben sie uns|sehen sie|diskutieren sie)\b", "Lesen Sie auch unser Interview."),
        skip_rule(LEADS_OVER, r"^(?:ein überblick|die wichtigsten (?:fragen|fakten|punkte)|das (?:müssen|sollten) sie wissen|was (?:wir wissen|bekannt ist)|der reihe nach)\b", "Ein Überblick:"),
        skip_rule(OF_WRITER, r"^(?:(?:es )?bleibt abzuwarten|ich (?:finde|meine|glaube|denke)\b|meiner meinung nach|so viel ist (?:sicher|klar))", "Es bleibt abzuwarten, ob das gelingt."),
    ),
    "fr": (
        skip_rule(NO_MORE, r"^(?:aucun(?:e)? autre (?:détail|information|précision)|aucune précision|on ignore\b|(?:il|on) ne (?:sait|connaît) pas (?:encore|pour l['’]instant)|les (?:causes|circonstances)\b.{0,40}\b(?:inconnues|indéterminées))", "Aucun autre détail n'a été communiqué."),
        skip_rule(TO_READER, r"^(?:lire aussi|à lire|lisez|voir aussi|abonnez-vous|suivez|cliquez|retrouvez|en savoir plus|découvrez|inscrivez-vous)\b", "Lire aussi notre entretien."),
        skip_rule(LEADS_OVER, r"^(?:on fait le point|explications\b|voici (?:ce qu|pourquoi|comment)|ce qu['’]il faut (?:savoir|retenir)|retour sur\b)", "Ce qu'il faut savoir."),
        skip_rule(OF_WRITER, r"^(?:reste à (?:savoir|voir)|à mon (?:avis|sens)\b|je (?:pense|crois|trouve)\b|une chose est sûre)", "Reste à savoir si cela suffira."),
    ),
    "es": (
        skip_rule(NO_MORE, r"^(?:no (?:se )?(?:han?|hay|dieron?|ofreci\w+) (?:\w+ )?más (?:detalles|información)|más detalles no|(?:aún|todavía|por ahora|de momento) (?:no se (?:sabe|conoce)|se desconoce)|se desconoce)\b", "No se han dado más detalles."),
        skip_rule(TO_READER, r"^(?:lea (?:también|más)|leer (?:también|más)|le puede interesar|suscríbase|suscríbete|síganos|síguenos|haga clic|puede (?:leer|consultar|seguir)|más información)\b", "Lea también nuestra entrevista."),
        skip_rule(LEADS_OVER, r"^(?:estas son las claves|esto es lo que (?:se sabe|sabemos)|te (?:lo )?(?:contamos|explicamos)|las claves)\b", "Esto es lo que sabemos."),
        skip_rule(OF_WRITER, r"^(?:(?:habrá|hay) que (?:ver|esperar)|está por ver|en mi opinión|(?:yo )?(?:creo|pienso) que|una cosa es segura)", "Habrá que ver si basta."),
    ),
    "pl": (
        skip_rule(NO_MORE, r"^(?:nie podano (?:dalszych|innych|więcej) (?:szczegółów|informacji)|(?:dalsze|inne|więcej) szczegół\w+ nie|(?:na razie |jeszcze |wciąż )?nie wiadomo|przyczyn\w+ .{0,40}nie (?:są|jest) (?:jeszcze )?znan\w)\b", "Nie podano dalszych szczegółów."),
        skip_rule(TO_READER, r"^(?:czytaj (?:także|też|również|więcej)|zobacz (?:także|też|również)|zapisz się|śledź nas|więcej (?:na ten temat|przeczytasz|informacji)|kliknij|sprawdź)\b", "Czytaj także naszą rozmowę."),
        skip_rule(LEADS_OVER, r"^(?:oto (?:co|najważniejsze|lista|szczegóły)|co (?:wiemy|wiadomo)|wyjaśniamy)\b", "Oto co wiemy."),
        skip_rule(OF_WRITER, r"^(?:czas pokaże|moim zdaniem|(?:ja )?(?:myślę|uważam|sądzę),? że|jedno jest pewne|pozostaje (?:czekać|pytanie))", "Czas pokaże, czy to wystarczy."),
    ),
    "uk": (
        skip_rule(NO_MORE, r"^(?:(?:інших|інші|додаткових|додаткові|більше|детальніших) (?:подробиц\w*|детал\w*|інформаці\w*)|(?:наразі |поки (?:що )?|досі )?(?:невідомо|не відомо|незрозуміло)|причин[аи] .{0,40}(?:невідом\w+|встановлю\w+|з['’]ясову\w+))\b", "Інших подробиць наразі немає."),
        skip_rule(TO_READER, r"^(?:читайте|дивіться|підписуйтес\w|підпишіться|слідкуйте|стежте|долучайтес\w|докладніше (?:про|читайте|у|в)|детальніше (?:про|читайте|у|в)|більше (?:про це|новин|читайте)|натисніть|переходьте)\b", "Читайте також наше інтерв'ю."),
        skip_rule(LEADS_OVER, r"^(?:що (?:відомо|ми знаємо|треба знати|потрібно знати)|ось (?:що|як|чому|список)|головне з|розповідаємо|пояснюємо)\b", "Ось що відомо."),
        skip_rule(OF_WRITER, r"^(?:час покаже|на мою думку|(?:я )?(?:вважаю|думаю|гадаю),? що|одне (?:зрозуміло|ясно)|залишається (?:чекати|сподіватися))", "Час покаже, чи цього досить."),
    ),
    "ru": (
        skip_rule(NO_MORE, r"^(?:(?:других|другие|дополнительных|дополнительные|иных|больше) (?:подробност\w*|детал\w*|информаци\w*|сведени\w*)|(?:пока |пока что |до сих пор )?(?:неизвестно|не известно|непонятно)|причин[аы] .{0,40}(?:неизвестн\w+|устанавлива\w+|выясня\w+))\b", "Другие подробности не сообщаются."),
        skip_rule(TO_READER, r"^(?:читайте|смотрите|подписывайтес\w|подпишитесь|следите|подробнее (?:об|о|читайте|в)|больше (?:об этом|новостей|читайте)|нажмите|переходите)\b", "Читайте также наше интервью."),
        skip_rule(LEADS_OVER, r"^(?:что (?:известно|мы знаем|нужно знать)|вот (?:что|как|почему|список)|главное из|рассказываем|объясняем)\b", "Вот что известно."),
        skip_rule(OF_WRITER, r"^(?:время покажет|на мой взгляд|(?:я )?(?:считаю|думаю|полагаю),? что|одно (?:понятно|ясно)|остаётся (?:ждать|надеяться))", "Время покажет, хватит ли этого."),
    ),
}  # fmt: skip
