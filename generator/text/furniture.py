"""The rules that know a line of furniture by its words: a table of kind, where, pattern and example.

``where`` says which part of the article a rule may speak of: ``any`` rules rest on a label that body
text does not begin with; ``edge`` rules only hold before the first and after the last paragraph.
``words`` is the longest line the rule believes in. What no rule knows is body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import BlockKind
from .furniture_rule import FurnitureRule
from .furniture_rule import furniture_rule as _rule
from .lines import Line
from .site_furniture import SITE_RULES

_LONGEST = 1000  # characters; keeps every pattern's work bounded


AGENCY = (
    r"(?:AFP|AP|Reuters|Getty(?:\s+Images)?|EPA(?:-EFE)?|EFE|dpa|DPA|APA|PA(?:\s+Wire|\s+Media)?|TASS|Sputnik|UPI|Xinhua|"
    r"ANSA|PAP|Ukrinform|UNIAN|RIA(?:\s+Novosti)?|Shutterstock|Alamy|NurPhoto|Bloomberg|"
    r"Associated\s+Press|Press\s+Association|imago|picture\s+alliance|Kyodo|Yonhap|Укрінформ|УНІАН|РИА\s+Новости|ТАСС)"
)
PHOTO = (
    r"(?:file\s+photo|photo(?:graph)?s?|pictures?|image|foto|fotos|bild|fotografía|fotografia|zdjęcie|zdj\.|crédit|credits?|"
    r"фото|світлина|иллюстрация|ілюстрація|illustration|screenshot|скріншот|скриншот|video\s+grab|handout|courtesy)"
)
_NOTE = (
    r"(?:editor(?:s|'s|’s|s'|s’)?\s+note|editor(?:'s|’s)\s+comment|correction|corrections|clarification|update|note to (?:editors|readers)|"
    r"disclaimer|примітка редакції|від редакції|виправлення|уточнення|примечание редакции|от редакции|исправление|"
    r"anmerkung der redaktion|anm\. d\. red|korrektur|hinweis|note de la rédaction|ndlr|correction|nota del editor|"
    r"nota de la redacción|fe de errores|corrección|od redakcji|sprostowanie|nota redakcji)"
)
_PUBLISHED = (
    r"(?:(?:first\s+|originally\s+)?published(?:\s+(?:on|at))?|posted(?:\s+(?:on|at))?|(?:last\s+)?updated(?:\s+(?:on|at))?|last\s+modified|issued|"
    r"modified|date|опубліковано|оновлено|дата|опубликовано|обновлено|veröffentlicht(?:\s+am)?|aktualisiert(?:\s+am)?|stand|"
    r"publié(?:\s+le)?|mis\s+à\s+jour(?:\s+le)?|publicado(?:\s+el)?|actualizado(?:\s+el)?|opublikowano|aktualizacja|data\s+publikacji|created)"
)
_AUTHORS = (
    r"(?:authors?|written\s+by|reporters?|reported\s+by|words\s+by|story\s+by|автори?|авторка|авторы|автор[иы]\s+тексту|текст|autor(?:en|in|zy|a|es|ka)?|"
    r"auteurs?|autrice|redacción|opracowa(?:ł|ła|nie)|oprac\.?)"
)
READ_ALSO = (
    r"(?:read(?:\s+(?:also|more|next|on|this))|also\s+read|see\s+also|see\s+more|related(?:\s+(?:articles?|stor(?:y|ies)|news|topics?|content|coverage|links?))?|"
    r"more\s+(?:on\s+this(?:\s+story)?|from\s+\w+|stories|news|to\s+read)|you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested\s+in)|recommended(?:\s+(?:for\s+you|stories|reading))?|"
    r"watch(?:\s+(?:also|now|live))?|listen(?:\s+now)?|most\s+(?:read|popular|viewed)|trending(?:\s+now)?|don[’']t\s+miss|in\s+case\s+you\s+missed\s+it|explore\s+more|further\s+reading|what\s+to\s+read\s+next|"
    r"читайте\s+(?:також|также|ще|еще|більше|більш)|чи?та(?:й|ти)\s+також|також\s+за\s+темою|по\s+темі|по\s+теме|дивіться\s+також|смотрите\s+также|дивись\s+також|більше\s+за\s+темою|"
    r"lesen\s+sie\s+(?:auch|mehr|hier|dazu)|auch\s+interessant|mehr\s+(?:zum\s+thema|dazu)|das\s+könnte\s+sie\s+auch\s+interessieren|"
    r"lire\s+(?:aussi|également|la\s+suite)|à\s+lire(?:\s+aussi)?|voir\s+aussi|sur\s+le\s+même\s+sujet|à\s+voir\s+aussi|"
    r"lea\s+también|lee\s+también|leer\s+más|ver\s+también|te\s+puede\s+interesar|más\s+información|relacionad[oa]s?|noticias?\s+relacionadas?|"
    r"czytaj\s+(?:też|także|więcej|dalej)|zobacz\s+(?:też|także|również)|przeczytaj\s+(?:też|także|również)|polecamy|warto\s+przeczytać)"
)
_APPEAL_START = (
    r"(?:please\s+)?(?:subscribe|sign\s+up|sign\s+in|log\s+in|register|donate|support|help|join|follow|stand\s+(?:behind|with|by)|become|get\s+(?:the|our|more|unlimited|all|your|access)|"
    r"receive|download|click|tap|share|like|consider|stay|don[’']t\s+miss|enjoy|start|try|buy|order|give|contribute|make\s+a|choose|"
    r"if\s+you\s+(?:like|enjoy|value|appreciate|want|have)|we\s+(?:need|rely|depend|are\s+(?:funded|supported))|our\s+(?:journalism|reporting|work|team|newsroom)|your\s+(?:support|donation|contribution|subscription)|thank\s+you|dear\s+reader|do\s+you\s+(?:have|want|know|like)|email\s+us|"
    r"this\s+(?:site|website)\s+uses|we\s+use\s+cookies|by\s+(?:continuing|clicking|subscribing|signing)|"
    r"підтрим\w+|підпи\w+|приєдну\w+|долуча\w+|стежте|слідкуйте|дона\w+|допоможіть|станьте|ставайте|поділіться|"
    r"поддерж\w+|подпи\w+|присоедин\w+|следите|помогите|станьте|поделитесь|"
    r"abonnieren|unterstützen|folgen\s+sie|melden\s+sie|jetzt|werden\s+sie|spenden|teilen|"
    r"abonnez|soutenez|rejoignez|suivez|inscrivez|recevez|partagez|devenez|faites\s+un|"
    r"suscríb\w+|apoy[ae]\w*|únete|síguenos|sigue|recibe|comparte|hazte|regístrate|dona|"
    r"subskrybuj|wesprzyj|dołącz|obserwuj|zapisz\s+się|udostępnij|wspieraj|zostań|przekaż)"
)
_APPEAL_WORDS = re.compile(
    r"\b(?:us|our|ours|you|your|subscri\w+|newsletters?|donat\w+|members?(?:hip)?|journalism|inbox|app|cookies?|readers?|channel|telegram|whatsapp|facebook|twitter|"
    r"instagram|youtube|podcasts?|account|free|today|now|link|social|coffee|patreon|"
    r"нас|наш\w*|вас|ваш\w*|нам|канал\w*|журналіст\w*|журналист\w*|розсилк\w*|рассылк\w*|новин\w*|facebook|telegram|телеграм\w*|"
    r"uns|unser\w*|ihr\w*|ihnen|sie|kanal|app|journalismus|"
    r"nous|notre|nos|vous|votre|vos|chaîne|lettre|infolettre|journalisme|"
    r"nuestr\w+|nos|tu|tus|su|boletín|canal|periodismo|"
    r"nas|nasz\w*|swoj\w+|kanał\w*|dziennikarstw\w+|newslettera?)\b",
    re.IGNORECASE,
)
_APPEAL = re.compile(rf"\s*[\"'“”‘’«»*>→▶►!]*\s*{_APPEAL_START}\b", re.IGNORECASE)
_STATEMENT = re.compile(
    r"\s*(?:if|we|our|your|this|do|thank)\b", re.IGNORECASE
)  # may also begin a sentence of the body
_LABEL_DATE = re.compile(
    rf"\s*(?:{_PUBLISHED}\s*:?\s*)?(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})\s*[-–—|:·]?\s*(?=\S)",
    re.IGNORECASE,
)

RULES: tuple[FurnitureRule, ...] = (
    _rule(
        "note",
        "editor's note",
        "any",
        120,
        rf"[\[(*]*{_NOTE}\s*(?:\([^()]{{1,30}}\)\s*)?[:.—–)\]-]",
        "Editor's note: This is a developing story.",
    ),
    _rule(
        "note",
        "about the article",
        "any",
        60,
        r"[\[(*]*(?:this\s+(?:is\s+a\s+(?:developing|breaking)|(?:story|article|report|post|piece|page|item|version|copy)\s+(?:is\s+(?:being\s+updated|developing|breaking|part\s+of)|has\s+been\s+(?:updated|corrected|amended|edited|changed|modified|translated)|was\s+(?:updated|corrected|amended|edited|originally|first|last|produced|written|published|translated|supported|funded)|will\s+be\s+updated|originally|first\s+appeared)|(?:is\s+)?breaking\s+news)"
        r"|(?:an\s+)?earlier\s+versions?\s+of\s+this|more\s+(?:details\s+)?to\s+(?:follow|come)|we\s+will\s+(?:be\s+)?updat|check\s+back\s+(?:for|later|soon)|новина\s+(?:доповнюється|оновлюється)|новость\s+(?:дополняется|обновляется)|"
        r"dieser\s+(?:artikel|text|beitrag)\s+(?:wurde|wird)|cet\s+article\s+(?:a\s+été|est)|este\s+artículo\s+(?:fue|ha\s+sido|se)|artykuł\s+(?:został|jest))",
        "This story has been updated.",
    ),
    _rule(
        "note",
        "release line",
        "edge",
        14,
        r"(?:for\s+immediate\s+release|embargoed\s+until|press\s+release|news\s+release|media\s+release|pressemitteilung|communiqué\s+de\s+presse|пресреліз|пресс-релиз|nota\s+de\s+prensa|(?:media|press|news)\s+(?:contacts?|enquiries|inquiries)\b|contacts?\s*:|notes\s+to\s+editors|about\s+[A-Z][\w&.' ]{1,40}$|-?\s*ends?\s*-?$|-?\s*30\s*-?$|###$)",
        "FOR IMMEDIATE RELEASE",
    ),
    _rule(
        "caption",
        "photo label",
        "any",
        90,
        rf"[\[(]?{PHOTO}(?:\s+(?:by|via|von|par|por))?\s*[:/©|]",
        "Photo: Jane Doe / Example",
    ),
    _rule(
        "caption",
        "file photo",
        "any",
        90,
        r"(?:FILE(?:\s+PHOTO)?|АРХІВ|ARCHIV(?:BILD|FOTO)?|ARCHIVO?)\s*[-–—:.]",
        "FILE - The president speaks in 2019.",
    ),
    _rule(
        "caption",
        "credit in brackets",
        "any",
        90,
        rf".*[\[(](?:[^()\[\]]*(?:/|via|©|\bby\b|\|)[^()\[\]]*{AGENCY}|{AGENCY}\s*(?:/|[-–]|\|)\s*[^()\[\]]+|(?:AP|AFP|Reuters|EPA)?\s*{PHOTO}[^()\[\]]*|[^()\[\]]*\b{PHOTO}(?:\s+(?:by|via)\b[^()\[\]]*)?|[^()\[\]]*(?:Getty\s+Images|Shutterstock|Alamy|NurPhoto)[^()\[\]]*)[\])]\.?$",
        "The minister in Oslo. (Jane Doe / AFP via Getty Images)",
        needs=")]",
    ),
    _rule(
        "caption",
        "two names in brackets",
        "any",
        70,
        r"(?=.{20}).*[\[(](?-i:[^\W\d_a-z])[\w.'’-]+(?:\s[\w.'’-]+){1,3}\s*/\s*(?-i:[^\W\d_a-z])[\w.'’-]*(?:\s[\w.'’-]+){0,4}[\])]\.?$",
        "The old station in 2019. (Mary Poole / The Example Herald)",
        needs=")]",
    ),
    _rule(
        "caption",
        "credit at the end",
        "any",
        70,
        rf".*(?:(?:[.!?|)”\"]\s*|^|\s(?=©|(?:photo|foto|фото)\b))(?:{PHOTO}\s*:|©(?!\s*(?:19|20)\d\d))\s*[^.!?]{{2,60}}|\b(?:AP\s+Photo|REUTERS|AFP|Getty(?:\s+Images)?|EPA|dpa|imago|picture\s+alliance)\s*/\s*[\w .'’-]{{2,50}}|[\w.'’ -]{{2,50}}/\s*(?:AP|AFP|Reuters|Getty(?:\s+Images)?|EPA|dpa))$",
        "The bridge on Friday. Foto: Max Muster/dpa",
        needs=":/©",
    ),
    _rule(
        "caption",
        "image credit",
        "any",
        14,
        rf"(?:©\s*{AGENCY}|(?:image|photo|picture)\s+(?:source|caption|credit|courtesy)\b|{AGENCY}(?:\s+via\s+{AGENCY}|\s+{PHOTO})$|getty\s+images$|!\[)",
        "Image source, Getty Images",
    ),
    _rule(
        "byline",
        "by",
        "any",
        30,
        r"(?:by|від|von|par|por)\s+(?:the\s+)?(?-i:[^\W\d_a-zà-öø-ÿа-яёіїєґ])[\w.'’-]*(?![^.]*\b(?:was|were|is|has|had)\b)(?:[^.!?]|\.(?=\s?[^\W\d_]|$))*$",
        "By Jane Doe and John Orde",
        small=4,
    ),
    _rule(
        "byline",
        "authors",
        "any",
        30,
        rf"(?:about\s+the\s+)?(?:{_AUTHORS}\s*[:|/]|oprac\.\s)",
        "Authors: Jane Doe, John Orde",
    ),
    _rule(
        "byline",
        "reporting by",
        "any",
        40,
        r"[\[(]?(?:(?:additional\s+)?reporting\s+by|editing\s+by|edited\s+by|writing\s+by|compiled\s+by|translated\s+by|contributed\s+to\s+this\s+(?:report|story|article)|with\s+(?:reporting|files|inputs?)\s+(?:by|from)|with\s+agenc(?:y|ies))\b",
        "(Reporting by Jane Doe; Editing by John Orde)",
    ),
    _rule(
        "byline",
        "contributed",
        "any",
        30,
        r"(?:[^.!?]{3,100})\s+contributed\s+(?:reporting|to\s+this\s+(?:report|story|article))\b.*",
        "Jane Doe contributed to this report.",
    ),
    _rule(
        "byline",
        "published",
        "any",
        24,
        rf"(?:{_PUBLISHED})\s*:?\s*(?:(?:on|at|am|le|el|:)\s*)?(?:\w+,?\s+)?(?:\d{{1,4}}\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+\d|just\s+now|an?\s+\w+\s+ago|today|yesterday)(?:(?!\.\s)[^!?])*$",
        "Published: 16 May 2025, 18:04",
        small=4,
    ),
    _rule("byline", "label alone", "edge", 3, rf"(?:{_PUBLISHED}\s*:?|@\w{{2,30}})$", "Published"),
    _rule(
        "byline",
        "reading time",
        "any",
        30,
        r".*\b\d{1,3}[\s-]*(?:min(?:ute)?s?\.?[\s-]*(?:read|reading|de\s+lecture|de\s+lectura|lesezeit|czytania)|хв(?:илин\w*)?\.?\s+(?:читання|на\s+читання)|мин(?:ут\w*)?\.?\s+(?:чтения|на\s+чтение)|min\.?\s+(?:lesezeit|lesedauer|czytania))\.?$",
        "2 min read",
    ),
    _rule(
        "byline",
        "time ago",
        "edge",
        8,
        r"(?:\d{1,3}|an?)\s+(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?)\s+ago$",
        "3 hours ago",
    ),
    _rule(
        "tags",
        "tag label",
        "any",
        40,
        r"(?:tags?|topics?|keywords?|filed\s+under|categor(?:y|ies)|in\s+this\s+story|related\s+topics|теги?|мітки|рубрик[аи]|категорі[яї]|ключові\s+слова|метки|schlagw[oö]rte?r?|themen|mots[\s-]clés|thèmes|étiquettes|etiquetas|temas|tagi|tematy|słowa\s+kluczowe)\s*[:|]",
        "Tags: War, Peace",
    ),
    _rule("tags", "hashtags", "any", 30, r"(?:#[\w-]{2,}[\s,]*)+$", "#war #peace"),
    _rule(
        "promo",
        "read also",
        "any",
        40,
        rf"[▶►→»>•*\s\[(]*{READ_ALSO}\s*(?:[:|»→—–-]|$)",
        "Read also: The story so far",
    ),
    _rule(
        "promo",
        "site label",
        "any",
        6,
        r"[▶►→»>•*\s\[(]*(?:advertisements?|advertorial|sponsored(?:\s+content)?|ad|реклама|anzeige|werbung|publicité|publicidad|reklama|loading(?:\.\.\.|…)?|skip\s+(?:to|advertisement)(?:\s+\w+)*|share(?:\s+(?:this|on|via)?(?:\s+(?:article|story|post|facebook|twitter|x|email|whatsapp|telegram))*)?|copy\s+link|link\s+copied|copied|save|print(?:\s+(?:this\s+)?(?:article|page))?|email|tweet|comments?(?:\s*\(?\d*\)?)?|\d+\s+comments?|view\s+comments|leave\s+a\s+(?:comment|reply)|reply|menu|search|home|subscribe|sign\s+(?:in|up)|log\s+in|back\s+to\s+top|play(?:\s+video)?|close|open\s+in\s+app|accept(?:\s+all)?|reject\s+all|manage\s+(?:cookies|preferences)|facebook|twitter|whatsapp|telegram|instagram|linkedin|reddit|listen|gift\s+(?:this\s+)?article|поділитися|поделиться|teilen|drucken|merken|partager|imprimer|compartir|udostępnij|drukuj|коментар\w*|комментари\w*|kommentare|commentaires|comentarios|komentarze)[\s:…!]*$",
        "Share on Facebook",
    ),
    _rule(
        "promo",
        "site notice",
        "any",
        60,
        r"(?:(?:©|\(c\))\s*(?:copyright\b|(?:19|20)\d{2}\b|(?-i:[A-ZА-Я])[^.!?]{2,60}$)|copyright\b|all\s+rights\s+reserved|усі\s+права\s+захищен|все\s+права\s+защищен|alle\s+rechte\s+vorbehalten|tous\s+droits\s+réservés|todos\s+los\s+derechos\s+reservados|wszelkie\s+prawa\s+zastrzeżone|we\s+use\s+cookies|this\s+(?:web)?site\s+uses\s+cookies|our\s+standards:|the\s+views\s+expressed\s+(?:in|here)|privacy\s+policy|terms\s+(?:of\s+(?:use|service)|and\s+conditions)|cookie\s+(?:policy|settings)|subscribers?\s+only|already\s+a\s+subscriber|not\s+a\s+subscriber|to\s+(?:continue|keep)\s+reading|you\s+have\s+\d+\s+(?:free\s+)?articles?)",
        "© 2025 Example News. All rights reserved.",
    ),
    *SITE_RULES,
)


def furniture_kind(line: Line, *, edge: bool) -> BlockKind | None:
    """The kind a rule gives ``line``, or None when no rule knows it; ``edge``: before or after the body."""
    if len(line.text) > _LONGEST:
        return None
    for rule in RULES:
        if rule.needs and not any(sign in line.text for sign in rule.needs):
            continue
        if (edge or rule.where == "any") and line.words <= rule.words and rule.pattern.match(line.text):
            if line.terminal and _small_words(line.text) > rule.small:
                continue
            return rule.kind
    if is_appeal(line, edge=edge):
        return "promo"
    return None


def _small_words(text: str) -> int:
    """Words in small letters that neither join names nor belong to a time."""
    words = re.findall(r"[^\W\d_]+", text)
    return sum(word[0].islower() and word not in _JOINING for word in words)


_JOINING = frozenset(
    ["by", "and", "und", "et", "y", "i", "та", "і", "й", "и", "for", "of", "in", "at", "von", "van", "de", "da", "di", "la",
     "le", "el", "al", "bin", "par", "por", "від", "the", "min", "read", "am", "pm", "a", "m", "p", "news", "desk", "staff"]
)  # fmt: skip


def is_appeal(line: Line, *, edge: bool) -> bool:
    """Whether the line asks something of the reader: an imperative first, and words of a reader's favours.

    At the edge a date may be fused to it ("date 2025-05-16 Help us …"); amid the body it must be short.
    """
    if line.words > (60 if edge else 35):
        return False
    text = line.text
    fused = _LABEL_DATE.match(text) if edge else None
    start = fused.end() if fused else 0
    if not _APPEAL.match(text, start):
        return False
    count = len({match.group().lower() for match in _APPEAL_WORDS.finditer(text, start)})
    return count >= (1 if edge and not _STATEMENT.match(text, start) else 2)


def examples() -> Iterable[tuple[BlockKind, str, str]]:
    """Kind, name and example of every rule, for the documentation and its test."""
    return ((rule.kind, rule.name, rule.example) for rule in RULES)
