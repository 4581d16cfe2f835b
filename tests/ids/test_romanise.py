"""Words of any script in plain letters and digits; what is no letter sets words apart."""

from __future__ import annotations

import pytest

from generator.ids.romanise import plain_words


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
        ("aが", "aga"),
        (
            "Гей, хлопці, не вспію — на ґанку ваша файна їжа знищується бурундучком; є підйом",
            "hei khloptsi ne vspiiu na ganku vasha faina izha znyshchuietsia burunduchkom ie pidiom",
        ),
        ("Съешь ещё этих мягких булок, выпей чаю", "sesh eshche etykh miahkykh bulok vypei chaiu"),
        ("Ў љубав ђак ћутке џеп ње ја", "u ljubav djak cutke dzep nje ja"),
        ("Łódź smør đak heiß læs sœur ılık þak við", "lodz smor dak heiss laes soeur ilik thak vid"),
    ],
)
def test_plain_words(text: str, words: str) -> None:
    assert plain_words(text) == words.split()
