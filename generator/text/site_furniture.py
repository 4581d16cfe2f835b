"""The lines that sites put around and between an article's paragraphs, as rows of the furniture table.

Labels must fill their line (``$``); a row without an end rests on words that no report begins with.
"""

from __future__ import annotations

from .furniture_rule import FurnitureRule, furniture_rule

_TIME = r"\d{1,2}[:.h]\d{2}(?:\s*(?:[ap]\.?\s?m\.?|(?-i:[A-Z]{2,5})|uhr|год\.?|ч\.?))*"

SITE_RULES: tuple[FurnitureRule, ...] = (
    furniture_rule(
        "promo",
        "player or reader control",
        "any",
        16,
        r"(?:listen\s+to\s+this\s+(?:article|story|page)|(?:share|gift|save|print|bookmark|read)\s+(?:the\s+|this\s+)?(?:full\s+)?(?:article|story|page)"
        r"|view\s+(?:this\s+post|original|on|in|more|all)\b|join\s+(?:the|our)\s+(?:conversation|discussion)|enable\s+notifications|enter\s+your\s+(?:e-?mail|postcode|zip)"
        r"|download\s+(?:the|our|this)\b|click\s+here\b|sign\s+up\s+(?:to|for)\b|explore\s+more\b|reuse\s+this\s+content|try\s+\d+\s+(?:months?|weeks?)\s+for"
        r"|advertisements?\b\W*(?:scroll|continue|skip)\b|report\s+(?:this\s+)?ad(?:vertisement)?\b|(?:free\s+)?(?:daily|weekly|morning|evening)\s+(?:newsletter|briefing|headlines)"
        r"|(?:video|audio)\s+(?:length|duration|player)\b|pic\.twitter\.com|https?://\S+$|www\.\S+$)(?:[^.!?]|[.](?=\S))*[.!…]?$",
        "Listen to this article · 5 min",
    ),
    furniture_rule(
        "promo",
        "goes on below",
        "any",
        12,
        r"(?:(?:story|article|text|this\s+post)\s+continues\b|continue\s+reading\b|skip\s+past\b|after\s+newsletter\b|scroll\s+(?:down\s+)?(?:to|for)\b"
        r"|(?:der\s+)?artikel\s+geht\b|lesen\s+sie\s+mehr\s+nach\b|la\s+suite\s+après\b|(?:l['’]article\s+)?se\s+poursuit\s+après|continúa\s+leyendo\b|sigue\s+leyendo\b"
        r"|(?:dalszy\s+ciąg|dalsza\s+część)\s+(?:materiału|artykułu|tekstu)\b|продовження\s+(?:після|під)\b|продолжение\s+(?:после|под)\b)(?:[^.!?])*[.!…]?$",
        "Story continues below advertisement",
    ),
    furniture_rule(
        "promo",
        "shelf of the site",
        "any",
        9,
        r"(?:most\s+(?:read|popular|viewed|shared|watched)|read\s+more|more)\s+(?:on|in|about|from)\s+[^.!?:]{2,50}$"
        r"|(?:популярне|популярное|відео\s+дня|видео\s+дня|головне\s+за|главное\s+за|новини\s+за\s+темою|материалы\s+по\s+теме|по\s+темі|по\s+теме|схожі\s+новини|останні\s+новини|последние\s+новости"
        r"|zur\s+startseite|(?:diesen\s+)?artikel\s+(?:teilen|drucken|merken)|kommentar(?:e)?\s+(?:schreiben|lesen)|externer\s+inhalt|empfohlener\s+(?:redaktioneller\s+)?inhalt|mehr\s+aus\b"
        r"|partager\s+sur|contribuer|réutiliser\s+ce\s+contenu|les\s+plus\s+lus|compartir\s+en|normas|temas\s+relacionados|archivado\s+en|lo\s+más\s+(?:leído|visto)"
        r"|udostępnij\b|najczęściej\s+czytane|najnowsze|powiązane)(?:[^.!?:])*$",
        "Most read in News",
    ),
    furniture_rule(
        "promo",
        "write to us",
        "any",
        40,
        r"(?=.*\S@\S+\.\w)(?:(?:reach|contact|email|e-mail|write|call|text|send|follow|for)\b|got\b|have\s+you\b|do\s+you\b|know\b|tel\b|[^.!?]{0,40}\S@\S+\.\w+\W*$).*$",
        "Reach the newsroom at news@example.com.",
        needs="@",
    ),
    furniture_rule(
        "promo",
        "asks for a story",
        "any",
        14,
        r"(?:(?:have|do)\s+you\s+(?:got\s+|have\s+)?|got\s+)an?\s+(?:story|tip|question|news\s+tip)\b.*$",
        "Have you got a story for us?",
    ),
    furniture_rule(
        "promo",
        "telephone",
        "any",
        8,
        r"(?:tel(?:ephone|efon)?|phone|fax|тел)\b\.?\s*:?\s*[+(]?\d[\d\s()./-]{5,}$",
        "Tel: +44 20 7946 0000",
    ),
    furniture_rule(
        "promo",
        "terms",
        "any",
        70,
        r"(?:I\s+(?:understand|agree|consent|have\s+read)\b(?=.*\b(?:agree\w*|policy|terms|e-?mails?)\b)"
        r"|by\s+(?:registering|submitting|entering|providing|checking|clicking|signing|subscribing|using|continuing)\b(?=.*\b(?:you|I)\s+(?:agree|consent|acknowledge|accept))"
        r"|privacy\s+(?:notice|statement)\b|(?:this|that)\s+(?:video|content|audio)\s+(?:is\s+(?:hosted|provided|not\s+available)|can\s?not\s+be\s+(?:played|shown))|to\s+(?:play|view)\s+this\s+(?:video|content)"
        r"|(?:the\s+)?[\w.'’ ]{2,40}\s+is\s+not\s+responsible\s+for\s+the\s+content|data\s+is\s+a\s+real-time|(?:quotes|market\s+data)\s+(?:delayed|provided)"
        r"|(?:wir\s+verwenden|diese\s+(?:web)?s(?:e)?ite\s+verwendet|nous\s+utilisons|ce\s+site\s+utilise|utilizamos|este\s+sitio|ten\s+serwis|ta\s+strona|ми\s+використовуємо|цей\s+сайт|мы\s+используем|этот\s+сайт)\b(?=.*\b(?:cookie|файл))).*$",
        "I understand and agree that registration on this site constitutes agreement to its privacy policy.",
    ),
    furniture_rule(
        "promo",
        "for subscribers",
        "any",
        30,
        r"(?:suscríbete|suscríbase|regístrate|inicia\s+sesión)\b|(?:esta|este)\s+(?:noticia|artículo|contenido)\s+es\s+(?:exclusiv\w+|para\s+suscriptores)"
        r"|(?:cet\s+)?article\s+réservé\b|cet\s+article\s+est\s+réservé\b|il\s+vous\s+reste\s+\d|la\s+suite\s+est\s+réservée|dieser\s+(?:artikel|inhalt)\s+ist\s+(?:nur|exklusiv)\b"
        r"|(?:ten\s+)?artykuł\s+(?:jest\s+)?(?:dostępny\s+)?(?:tylko\s+)?dla\s+(?:prenumeratorów|subskrybentów)|ihre\s+meinung\b|diskutieren\s+sie\b|schreiben\s+sie\s+uns\b",
        "Suscríbete para seguir leyendo",
    ),
    furniture_rule(
        "promo",
        "thanks for reading",
        "any",
        20,
        r"(?:thank\s+you\s+for\s+(?:reading|your\s+interest|joining)|thanks\s+for\s+(?:reading|following|joining)|merci\s+d['’]avoir\s+lu|merci\s+de\s+nous\s+lire|dank\w*\s+(?:für['’]?s?|fürs)\s+lesen|vielen\s+dank,?\s+dass\s+sie"
        r"|gracias\s+por\s+(?:leer|seguir)|dziękujemy,?\s+że\s+(?:przeczyta|czyta|jeste)|дякуємо,?\s+що\s+(?:чита|прочит)|спасибо,?\s+что\s+(?:чита|прочит)"
        r"|якщо\s+ви\s+знайшли\s+помилк|если\s+вы\s+(?:нашли|заметили)\s+ошибк|помітили\s+помилку|заметили\s+ошибку|fehler\s+gefunden|znalazłeś\s+błąd|zauważyłeś\s+błąd)",
        "Thank you for reading",
    ),
    furniture_rule("byline", "clock alone", "any", 4, rf"(?:at\s+)?{_TIME}$", "16:45"),
    furniture_rule(
        "byline",
        "reading time first",
        "any",
        8,
        r"(?:temps\s+de\s+lecture|lecture|lesezeit|lesedauer|tiempo\s+de\s+lectura|czas\s+czytania|час\s+(?:на\s+)?читання|время\s+(?:на\s+)?чтения|reading\s+time)\s*:?\s*(?:ca\.\s*)?\d{1,3}\s*(?:min\w*|хв\w*|мин\w*)\.?$",
        "Lesezeit: 3 Min.",
    ),
    furniture_rule(
        "byline",
        "staff report",
        "any",
        10,
        r"(?:staff|wire|agenc(?:y|ies)|news\s*desk|newsroom)\s+(?:reports?|writers?|reporters?|and\s+(?:agencies|wires?)|staff)\b(?:\s*[|,·•/–—-]\s*[^.!?]*)?$",
        "Staff report | The Example Courier",
    ),
    furniture_rule(
        "byline",
        "name and handle",
        "any",
        6,
        r"(?-i:[^\W\d_a-z][\w.'’-]+(?:\s[^\W\d_a-z][\w.'’-]*){1,3})\s+\(?@\w{2,30}\)?$",
        "Jane Doe @jdoe",
        needs="@",
    ),
    furniture_rule(
        "byline",
        "credit of the text",
        "any",
        8,
        r"(?:джерело|источник|źródło|quelle|fuente|source)\s?:\s?(?!.*[.!?]\s)[^.!?]{2,50}\.?$",
        "Quelle: dpa",
        needs=":",
    ),
    furniture_rule(
        "note",
        "about who wrote it",
        "edge",
        45,
        r"(?-i:[^\W\d_a-z])[\w.'’-]+(?:\s(?-i:[^\W\d_a-z])[\w.'’-]*){1,3}\s+(?:is|was)\s+(?:an?|the)\s+(?:[\w’'-]+\s+){0,4}?(?:reporter|writer|correspondent|editor|columnist|journalist|freelancer|contributor|producer|intern)\b.*$",
        "Jane Doe is a staff writer covering health.",
    ),
    furniture_rule(
        "note",
        "of the printed page",
        "any",
        60,
        r"an?\s+(?:correction|clarification)\s+was\s+(?:made|issued|added|appended)\b|(?:an?\s+)?(?:\w+\s+)?versions?\s+of\s+this\s+(?:article|story|report|piece|post|interview)\b|appeared\s+in\s+the\s+.{3,30}\bprint\s+edition|this\s+(?:interview|conversation|transcript|excerpt)\s+(?:has\s+been|was|is)\b.*\b(?:edited|condensed|translated|shortened)\b"
        r"|(?:this|the)\s+(?:press|news|media)?\s*release\s+(?:contains|may\s+contain|includes)\b.*\bforward|for\s+(?:media|press)\s+(?:inquiries|enquiries)\b|\(?END\)\s",
        "A version of this article appears in print on May 12, 2015, Section B, Page 14.",
    ),
    furniture_rule("note", "identifier", "any", 4, r"(?:doi|issn|isbn|url)\s*:?\s*\S+$", "doi:10.1000/182"),
    furniture_rule(
        "note",
        "what we wrote before",
        "any",
        40,
        r"(?:нагада(?:ємо|єм)\b[,:]?\s+(?:раніше\s+)?ми\s+писали|раніше\s+(?:ми\s+)?(?:писали|повідомляли)\b|ранее\s+(?:мы\s+)?(?:писали|сообщали)\b|напомним,\s+(?:ранее\s+)?(?:мы\s+)?(?:писали|сообщали)"
        r"|як\s+(?:ми\s+)?(?:повідомляли|писали)\b|wie\s+(?:wir\s+)?(?:bereits\s+)?berichteten|as\s+(?:we\s+)?(?:previously\s+)?reported\s+(?:earlier|here))",
        "Раніше ми писали про ремонт мосту.",
    ),
    furniture_rule(
        "caption",
        "number of a picture",
        "any",
        3,
        r"[\[(]?\d{1,2}\s*(?:/|of|von|de|з|из|z)\s*\d{1,2}[\])]?$",
        "1 of 3",
    ),
    furniture_rule(
        "caption",
        "figure or medium",
        "any",
        70,
        r"(?:(?:fig(?:ure)?|table|chart|graphic|map|abb(?:ildung)?|grafik|mapa|infografik\w*|infographic|рис)\.?\s*\d*\s*[.:]|(?:video|watch|відео|видео|vidéo|vídeo|wideo)\s*[:|]"
        r"|graphics?\s+by\b|media\s+caption\b|(?:на\s+)?(?:фото|відео|видео)\s*[:—–-])\s*\S",
        "Figure 1. Map of the site.",
    ),
    furniture_rule(
        "caption",
        "post on a network",
        "any",
        16,
        r"[—–-]\s*[^.!?]{2,50}\(@\w{2,30}\)\s*.*$",
        "— Jane Roe (@janeroe) May 3, 2021",
        needs="@",
    ),
    furniture_rule(
        "caption",
        "credit word at the end",
        "any",
        70,
        r".*\s(?:credits?|crédits?|picture|image|bild|zdjęcie|data|chart|graphic)\s?:\s?(?-i:[^\W\d_a-z])[^.!?:]{1,60}$",
        "Rubbish piled up outside the homes Credit: Example Agency",
        needs=":",
    ),
)
