"""What the words before a date make of it: a beginning, an end, a comparison."""

from __future__ import annotations

import pytest

from generator.dates import resolve_dates
from generator.model import Published, Sentence

ROLES = [
    ("en", "The town had 900 people, twice as many as in 1850.", "1850", "comparison"),
    ("en", "Exports came to 40 tons, compared with 1850.", "1850", "comparison"),
    ("en", "Output rose, compared to March 2003.", "March 2003", "comparison"),
    ("en", "The rate was 9 percent, up from 3 percent in 1998.", "1998", "comparison"),
    ("en", "Profit fell from $3 million in 2001 to nothing.", "2001", "comparison"),
    ("en", "Traffic was down from 400 ships in 2019.", "2019", "comparison"),
    ("en", "He fell from the roof in 1998.", "1998", ""),
    ("en", "She came from Mali in 1998.", "1998", ""),
    ("en", "He worked as a guard in 1998.", "1998", ""),
    ("en", "She knew of it as early as 1999.", "1999", ""),
    ("en", "It is worse than in 1998.", "1998", "comparison"),
    ("uk", "Місто отримає автобуси до кінця березня.", "кінця березня", "by"),
    ("uk", "Дорога закрита до березня.", "березня", "until"),
    ("ru", "Город получит автобусы до конца марта.", "конца марта", "by"),
    ("ru", "Он работал там с 2019 года.", "2019 года", "from"),
    ("pl", "Miasto dostanie most do końca marca.", "końca marca", "by"),
    ("de", "Die Arbeiten dauern bis Ende März.", "Ende März", "by"),
    ("de", "Seit 2019 wird gebaut.", "2019", "since"),
    ("de", "Die Brücke bleibt bis 2025 zu.", "2025", "until"),
    ("fr", "Le pont sera fini d'ici mars 2026.", "mars 2026", "by"),
    ("fr", "Il reste jusqu'en 2027.", "2027", "until"),
    ("fr", "Il vit ici depuis 2020.", "2020", "since"),
    ("es", "La ley se aprobará antes de mayo.", "mayo", "before"),
    ("es", "Estará lista para finales de marzo.", "finales de marzo", "by"),
    ("es", "Vive en Lima desde 2020.", "2020", "since"),
    ("it", "Il ponte aprirà entro marzo 2026.", "marzo 2026", "by"),
    ("nl", "De brug is dicht tot maart 2026.", "maart 2026", "until"),
]


@pytest.mark.parametrize(("lang", "text", "words", "role"), ROLES)
def test_the_role(lang: str, text: str, words: str, role: str) -> None:
    dates = resolve_dates(
        text, [Sentence(0, len(text), 0)], published=Published("2025-01-16", "metadata"), lang=lang
    )
    assert {one.words: one.role for one in dates}[words] == role
