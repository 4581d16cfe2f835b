"""Whether a day lies behind or ahead, by every way to say it: of one sentence only the verb changes."""

from __future__ import annotations

from itertools import product

import pytest

from generator.dates import resolve_dates
from generator.model import Published, Sentence

# Published on a Wednesday: the Friday behind it is 9 May, the one ahead 16 May.
BEHIND, AHEAD = "2025-05-09", "2025-05-16"
PAST = (
    "opened", "was opened", "had opened", "was seen", "fell", "broke down",
    "was being built",
)  # fmt: skip
FUTURE = (
    "will open", "will be opened", "will not open", "is to open", "shall open", "may open", "might open", "could open",
    "would open", "should open", "must open", "plans to open", "hopes to open", "wants to open", "won't open",
)  # fmt: skip
PLANNED = (
    "is due to open", "is expected to open", "is set to open", "is scheduled to open", "is going to open",
    "is likely to open", "is planned to open",
)  # fmt: skip
SHAPES = (
    "The gate {verb} on Friday.",
    "On Friday, the gate {verb}.",
    "The old gate in the park {verb} on Friday night.",
)
ABROAD = {
    "de": ("{verb}.", ("Das Tor öffnete am Freitag", "Das Tor wurde am Freitag geöffnet", "Das Tor hat am Freitag geöffnet"),
           ("Das Tor wird am Freitag öffnen", "Das Tor soll am Freitag öffnen", "Das Tor wird am Freitag geöffnet")),
    "fr": ("{verb}.", ("La porte a ouvert vendredi", "La porte s'est ouverte vendredi", "La porte avait ouvert vendredi"),
           ("La porte ouvrira vendredi", "La porte sera ouverte vendredi", "La porte doit ouvrir vendredi")),
    "es": ("{verb}.", ("La puerta abrió el viernes", "La puerta fue abierta el viernes", "La puerta se cerró el viernes"),
           ("La puerta abrirá el viernes", "La puerta será abierta el viernes", "La puerta se abrirá el viernes")),
    "pl": ("{verb}.", ("Brama została otwarta w piątek", "Bramę otwarto w piątek", "Brama zamknęła się w piątek"),
           ("Brama zostanie otwarta w piątek", "Brama będzie otwarta w piątek", "Brama ma zostać otwarta w piątek")),
    "uk": ("{verb}.", ("Ворота відкрили у п’ятницю", "Ворота зачинилися у п’ятницю", "Ворота були відкриті у п’ятницю"),
           ("Ворота відкриють у п’ятницю", "Ворота будуть відкриті у п’ятницю", "Ворота мають відкрити у п’ятницю")),
    "ru": ("{verb}.", ("Ворота открыли в пятницу", "Ворота закрылись в пятницу", "Ворота были открыты в пятницу"),
           ("Ворота откроют в пятницу", "Ворота будут открыты в пятницу", "В пятницу ворота откроют")),
}  # fmt: skip


def _day(text: str, lang: str = "en") -> list[str]:
    found = resolve_dates(
        text, [Sentence(0, len(text), 0)], published=Published("2025-05-14", "metadata"), lang=lang
    )
    return [one.edtf for one in found]


@pytest.mark.parametrize("shape", SHAPES)
def test_behind_or_ahead_by_the_verb(shape: str) -> None:
    wrong = []
    for verb, wanted in (*product(PAST, [BEHIND]), *product((*FUTURE, *PLANNED), [AHEAD])):
        text = shape.format(verb=verb)
        if _day(text) != [wanted]:
            wrong.append((text, _day(text)))
    assert wrong == []


@pytest.mark.parametrize("lang", ABROAD)
def test_behind_or_ahead_abroad(lang: str) -> None:
    shape, past, future = ABROAD[lang]
    wrong = []
    for verb, wanted in (*product(past, [BEHIND]), *product(future, [AHEAD])):
        text = shape.format(verb=verb)
        if _day(text, lang) != [wanted]:
            wrong.append((text, _day(text, lang)))
    assert wrong == []
