"""The language of articles and of short sentences; what is too short or foreign stays unknown."""

from __future__ import annotations

import pytest

from generator.text.language import detect_language

from .test_blocks import CASES
from .test_sentences import cases

NAMES = {"Ukrainian": "uk", "Russian": "ru", "German": "de", "French": "fr", "Spanish": "es", "Polish": "pl"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_articles(case) -> None:  # type: ignore[no-untyped-def]
    assert detect_language(case.text) == NAMES.get(case.name.split()[0], "en")


def test_short_sentences_are_seldom_wrong_and_mostly_named() -> None:
    texts = [(lang, line.replace("¦ ", "")) for lang, line in cases() if len(line) > 25]
    found = [(lang, detect_language(text)) for lang, text in texts]
    assert sum(other not in (lang, "") for lang, other in found) <= len(found) * 0.02
    assert sum(other == lang for lang, other in found) >= len(found) * 0.93


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("", ""),
        ("Oslo", ""),
        ("1,000 2,000 3,000 4,000 5,000", ""),
        ("Il ministro ha detto che i colloqui sono finiti e che non ci sono novità.", "it"),
        ("O ministro disse que as conversações terminaram e que não há acordo.", "pt"),
        ("De minister zei dat de gesprekken voorbij zijn en dat er geen akkoord is.", "nl"),
        ("Ministr řekl, že jednání skončila a že není dohoda.", "cs"),
        ("Министърът каза, че преговорите са приключили и че няма споразумение.", "bg"),
        ("部长说会谈已经结束，没有达成协议。", "zh"),
        ("大臣は会談が終わったと述べた。合意はなかった。", "ja"),
        ("قال الوزير إن المحادثات انتهت دون اتفاق.", "ar"),
        ("Ο υπουργός είπε ότι οι συνομιλίες τελείωσαν.", "el"),
    ],
)
def test_other_languages(text: str, lang: str) -> None:
    assert detect_language(text) == lang
