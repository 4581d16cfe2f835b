"""What a statement is worth as an entry, by its form alone and in seven languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.articles.record import read_record
from generator.config import Settings
from generator.entries import choose_entries, reasons_of, weigh_facts
from generator.exports.contract import fact_record
from generator.model import Article, Fact, Source
from generator.pipeline import Reading, read_article
from generator.same.combine import combine

CASES: list[dict[str, Any]] = yaml.load(
    Path(__file__).with_name("worth_cases.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader
)
FILLER = {
    "en": "The pier stands in the old town.",
    "de": "Der Kai steht in der alten Stadt.",
    "fr": "Le quai se trouve dans la vieille ville.",
    "es": "El muelle se encuentra en la ciudad vieja.",
    "pl": "Nabrzeże stoi w starym mieście.",
    "uk": "Причал стоїть у старому місті.",
    "ru": "Причал стоит в старом городе.",
}


def _read(text: str, lang: str) -> Reading:
    article = read_record({"id": "a", "text": text, "published": "2021-03-05", "lang": lang})
    assert isinstance(article, Article)
    return read_article(article, Settings())


@pytest.mark.parametrize("case", CASES, ids=[f"{case['lang']}: {case['title']}" for case in CASES])
@pytest.mark.parametrize("late", [False, True], ids=["stands first", "stands last"])
def test_what_happened_is_worth_more(case: dict[str, Any], late: bool) -> None:
    told = [case["entry"], FILLER[case["lang"]], case["aside"]]
    text = "\n\n".join(reversed(told) if late else told)
    facts = {fact.sources[0].quote: fact for fact in _read(text, case["lang"]).facts}
    entry, aside = facts[case["entry"]], facts.get(case["aside"])
    assert entry.entry
    assert aside is None or not aside.entry


def test_the_reasons_say_what_counted() -> None:
    case = CASES[0]
    reading = _read(f"{case['aside']}\n\n{case['entry']}", "en")  # standing first would count too
    aside, entry = reasons_of(reading.article, reading.facts)
    assert "words of its own date it" in [said.words for said in entry if said.speaks_for]
    assert "speaks of itself or to the reader" in [said.words for said in aside if not said.speaks_for]


def test_worth_and_entry_stand_in_the_contract() -> None:
    (fact,) = _read(CASES[0]["entry"], "en").facts
    record = fact_record(fact)
    assert record["entry"] is True
    assert 0.5 < float(str(record["worth"])) <= 1
    assert "worth" not in fact_record(replace(fact, worth=0.0))


def test_what_nobody_weighed_is_an_entry() -> None:
    typed = Fact("a", "2021-03-04", "The pier closed", (Source("a", "The pier closed"),))
    (chosen,) = choose_entries([typed])
    assert chosen.entry


def test_two_articles_that_tell_it_make_it_worth_more() -> None:
    (fact,) = _read(FILLER["en"], "en").facts
    other = replace(fact, sources=(replace(fact.sources[0], article="b"),))
    again = replace(fact, sources=(replace(fact.sources[0], quote="The pier stands."),))
    alone = fact.worth
    assert combine([fact, other], {}).worth == pytest.approx(1 - (1 - alone) ** 2, abs=0.002)
    assert combine([fact, again], {}).worth == pytest.approx(alone, abs=0.002)


def test_an_article_without_facts_and_one_without_blocks_are_weighed() -> None:
    assert weigh_facts(Article("a", ""), ()) == ()
    (fact,) = weigh_facts(Article("a", "x"), (Fact("a", "", "", ()),))
    assert fact.worth


def test_the_news_of_an_article_is_an_entry_however_it_is_told() -> None:
    text = "Fifth bell of Orla is heavy\n\nIt was a day to remember.\n\nMaybe the bell is heavy.\n\nThe heavy fifth bell of Orla may ring."
    article = replace(Article("a", text), title="Fifth bell of Orla is heavy")
    quotes = text.split("\n\n")[1:]
    facts = [Fact(str(n), "", quote, (Source("a", quote),)) for n, quote in enumerate(quotes)]
    weighed = weigh_facts(article, facts)
    assert [fact.entry for fact in weighed] == [False, False, True]
    assert reasons_of(article, facts)[2][0].words == "the news of its article"
    assert [fact.entry for fact in weigh_facts(replace(article, title=""), facts)] == [False, False, False]
