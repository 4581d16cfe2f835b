"""Letters as old programs wrote them: named, unnamed or named wrongly, in texts, pages and feeds."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.articles import read_articles
from generator.articles.decode import decoded_markup
from generator.errors import Problem
from generator.model import Article

ZH = "港口镇议会在星期二投票决定关闭这个老渡轮，市长说。新桥的工程将在六月三日开始，这是一个大的计划。"
TW = "港口鎮議會在星期二投票決定關閉這個老渡輪，市長說。新橋的工程將在六月三日開始，這是一個大的計劃。"
JA = (
    "港町の議会は火曜日に古い渡し船を廃止することを決めた、と市長は述べた。新しい橋の工事は六月三日に始まる。"
)
KO = "항구 마을 의회는 화요일에 오래된 나룻배를 없애기로 했다고 시장이 말했다. 새 다리의 공사는 유월에 시작한다."
RU = "Совет города во вторник решил закрыть старый паром, сообщила мэр. Работы на новом мосту начнутся третьего июня."
UK = "Рада міста у вівторок вирішила закрити старий пором, повідомила мерка. Роботи на новому мості почнуться в червні."
PL = "Rada miasta zdecydowała we wtorek, że stary prom zostanie zamknięty, jak powiedziała burmistrz. Prace są już w toku."
DE = "Der Rat hat am Dienstag beschlossen, die alte Fähre für immer zu schließen, wie die Bürgermeisterin sagte."
TR = "Belediye meclisi salı günü eski feribotun kapatılması için karar aldı ve bu karar çok tartışıldı, dedi başkan."

CASES = [(ZH, "gb18030"), (ZH, "gbk"), (TW, "big5"), (JA, "shift_jis"), (JA, "euc-jp"), (KO, "euc-kr"),
         (RU, "cp1251"), (RU, "koi8-r"), (RU, "cp866"), (UK, "cp1251"), (UK, "koi8-u"), (PL, "iso8859-2"),
         (PL, "cp1250"), (DE, "cp1252"), (TR, "cp1254")]  # fmt: skip


@pytest.mark.parametrize(("text", "encoding"), CASES)
@pytest.mark.parametrize("declared", ["", "right", "wrong"])
def test_a_page_in_an_old_encoding(text: str, encoding: str, declared: str) -> None:
    name = {"": "", "right": encoding.replace("iso8859", "iso-8859"), "wrong": "iso-8859-1"}[declared]
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={name}">' if name else ""
    page = f"<html><head>{meta}<script>var the = 'of and to in is was';</script></head><body><p>{text}</p></body></html>"
    assert decoded_markup(page.encode(encoding)) == page


@pytest.mark.parametrize(("text", "encoding"), CASES)
def test_a_text_in_an_old_encoding(tmp_path: Path, text: str, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (found,) = read_articles(str(tmp_path / "a.txt"))
    assert isinstance(found, Article) and found.text == text


@pytest.mark.parametrize(
    ("head", "encoding"),
    [("", "cp1251"), ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251"), ('<?xml version="1.0" encoding="utf-8"?>', "cp1251"),
     ('<?xml version="1.0" encoding="iso-8859-1"?>', "koi8-r"), ('<?xml version="1.0"?>', "utf-16")],
)  # fmt: skip
def test_a_feed_in_an_old_encoding(tmp_path: Path, head: str, encoding: str) -> None:
    feed = f"{head}<rss version='2.0'><channel><title>Порт</title><item><title>Паром</title><description>{RU}</description></item></channel></rss>"
    (tmp_path / "a.rss").write_bytes(feed.encode(encoding))
    (found,) = read_articles(str(tmp_path / "a.rss"))
    assert isinstance(found, Article)
    assert (found.title, found.publisher, found.text.strip()) == ("Паром", "Порт", RU)


@pytest.mark.parametrize("name", ["rot13", "zip", "unicode_escape", "utf-7", "idna", "../../x"])
def test_a_page_names_no_codec_that_is_no_encoding(name: str) -> None:
    page = f'<meta charset="{name}"><p>{DE}</p>'
    assert decoded_markup(page.encode("cp1252")) == page


def test_letters_that_are_no_language_stay_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(160, 256)) * 4)
    (found,) = read_articles(str(tmp_path / "a.txt"))
    assert isinstance(found, Problem) and found.code == "article-encoding"
