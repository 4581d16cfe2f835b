"""Words of any script in plain letters and digits; what is no letter sets words apart."""

from __future__ import annotations

import pytest

from generator.text.romanise import plain_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Harbour No. 7", "harbour no 7"),
        ("ñ’s rock", "ns rock"),
        ("Straße Łódź", "strasse lodz"),
        ("Їжак і П'ять", "izhak i piat"),
        ("Café 25 °C", "cafe 25 c"),
        ("Österreich ☃ Åb", "osterreich ab"),
        ("x² ½", "x2 1 2"),
        ("日本 3月5日", "ri ben"),
        ("東京タワー2020年", "dong jing tawa"),
        ("Tōkyō 日", "tokyo ri"),
        ("สวัสดี ครับ", "swasdi khrab"),
        ("Αθήνα", "athina"),
        ("Қазақ ӘА", "qazaq aa"),
        ("🙂 ok", "ok"),
        ("ab☃cd", "ab cd"),
        ("aβ", "av"),
    ],
)
def test_plain_words(text: str, words: str) -> None:
    assert plain_words(text) == words.split()
