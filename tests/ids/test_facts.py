"""Ids are short, readable, plain and unique."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ids import fact_id

CASES = {
    "The bridge over the Mill River collapsed during the morning rush": "bridge-over-mill-river-collapsed-morning-rush",
    "A 1,000-for-1,000 exchange was agreed": "1-000-1-000-exchange-agreed",
    "Tomás Núñez no dimitió": "tomas-nunez-no-dimitio",
    "Міст через річку закрито до травня": "mist-cherez-richku-zakryto-travnia",
    "Щедрий Їжак": "shchedryi-izhak",
    "Straße über Łódź": "strasse-uber-lodz",
    "It is not": "not",
    "Counterdemonstrations of internationalization, misunderstandings and disproportionately so": (
        "counterdemonstrations-internationalization-misunderstandings"
    ),
    "x" * 80 + " left": "x" * 72,
    "They are": "they-are",
    "…": "fact",
    "東京": "dong-jing",
    "港口镇议会于2024年4月30日投票决定关闭老渡轮。": "gang-kou-zhen-yi-hui-yu-tou-piao",
    "昭和20年8月15日、港は閉じた。": "zhao-gang-ha-bi-jita",
    "2024年4月30日": "fact",
    "صوّت المجلس يوم الثلاثاء": "swt-lmjls-ywm-lthlth",
    "항구 마을 의회는 화요일에": "hanggu-maeul-uihoeneun-hwayoile",
    "Η κυβέρνηση είπε όχι": "kyvernisi-eipe-ochi",
    "🙂 №": "no",
    "Okafor's court won’t wait": "okafor-court-wont-wait",
}


@pytest.mark.parametrize("text", CASES)
def test_readable(text: str) -> None:
    assert fact_id(text, ()) == CASES[text]


def test_taken_ids_get_a_number() -> None:
    assert fact_id("The bridge fell", {"bridge-fell"}) == "bridge-fell-2"
    assert fact_id("The bridge fell", {"bridge-fell", "bridge-fell-2"}) == "bridge-fell-3"


@given(st.text(max_size=200), st.sets(st.text(max_size=20), max_size=5))
def test_always_plain_short_and_free(text: str, taken: set[str]) -> None:
    found = fact_id(text, taken)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", found)
    assert len(found) <= 80
    assert found not in taken
    assert found == fact_id(text, taken)
