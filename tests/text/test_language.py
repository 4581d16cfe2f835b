"""The language of articles and of short sentences; what is too short or foreign stays unknown."""

from __future__ import annotations

import pytest

from generator.text.language import detect_language, language_score

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


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("The mayor said that the road was closed.", 5 / 8),
        ("The «road» – £5 – was the of", 4 / 5),
        ("Der Rat sagte, dass die Straße offen bleibt.", 3 / 8),
        ("The mayor\x85 said that the road was closed.", 0),
        ("The mayor\x7f said that the road was closed.", 0),
        ("The mayor said that the c\u0430f\u0435 was closed.", 5 / 8 - 10 / 40),
        ("tHe mayor sAid that the NATO road was closed.", (5 - 2) / 9),
        ("the of \u00a4\u00a4\u00a4\u00a4\u00a4\u00a4 mayor", 0),
        ("\u041c\u0435\u0440 \u0441\u043a\u0430\u0437\u0430\u0432, \u0449\u043e \u043c\u0456\u0441\u0442 \u0456 \u0448\u043b\u044f\u0445 \u0437\u0430\u043a\u0440\u0438\u0442\u0456.", 2 / 7),
        ("the", 0),
        ("", 0),
    ],
)  # fmt: skip
def test_how_plainly_a_text_is_a_language(text: str, score: float) -> None:
    assert language_score(text) == pytest.approx(score, abs=0.0001)


@pytest.mark.parametrize(("words", "found"), [(11, "en"), (12, "en"), (23, "en"), (24, "")])
def test_few_words_of_a_language_among_many_of_none_name_none(words: int, found: str) -> None:
    assert detect_language("the of " + "zorrek " * words) == found
    assert (language_score("the of " + "zorrek " * words) > 0) == bool(found)
