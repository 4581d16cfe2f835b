"""The rules that know a line of furniture by its words: a table of kind, where, pattern and example.

``where`` says which part of the article a rule may speak of: ``any`` rules rest on a label that body
text does not begin with; ``edge`` rules only hold before the first and after the last paragraph.
``words`` is the longest line the rule believes in. What no rule knows is body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import BlockKind
from .furniture_rule import furniture_rules, part
from .lines import Line

_LONGEST = 1000  # characters; keeps every pattern's work bounded


_PUBLISHED = part("PUBLISHED")
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


def furniture_kind(line: Line, *, edge: bool) -> BlockKind | None:
    """The kind a rule gives ``line``, or None when no rule knows it; ``edge``: before or after the body."""
    if len(line.text) > _LONGEST:
        return None
    for rule in furniture_rules():
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
    return ((rule.kind, rule.name, rule.example) for rule in furniture_rules())
