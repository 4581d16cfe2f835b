"""JSON, JSON Lines and CSV: valid by their own readers, complete, and safe to open."""

from __future__ import annotations

import csv
import io
import json
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.exports import FORMATS, Selection, export, left_out, words_link
from generator.exports.csv_table import COLUMNS, guard, unguard
from generator.exports.json_document import write_json
from generator.model import Fact

from .sample import ARTICLES, FACTS, SITE, selection, source

SCHEMA = json.loads((files("generator.exports") / "schema" / "export.schema.json").read_text("utf-8"))


def written(name: str, chosen: Selection | None = None) -> str:
    return "".join(export(name, chosen or selection()))


def test_the_json_document_is_valid_by_its_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(written("json")), SCHEMA)
    jsonschema.validate(json.loads(written("json", Selection((), {}))), SCHEMA)


def test_the_schema_is_strict_enough_to_refuse():
    document = json.loads(written("json"))
    document["facts"][0]["kind"] = "rumour"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, SCHEMA)


def test_every_key_of_a_record_is_described_and_required():
    fact = json.loads(written("jsonl").splitlines()[0])
    described = SCHEMA["$defs"]["fact"]
    assert set(fact) == set(described["properties"]) == set(described["required"])
    assert set(fact["sources"][0]) == set(SCHEMA["$defs"]["source"]["properties"])


def test_each_line_is_a_fact_complete_in_itself():
    one = {"$ref": "#/$defs/fact", "$defs": SCHEMA["$defs"]}
    lines = written("jsonl").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [fact.id for fact in FACTS]
    for line in lines:
        jsonschema.validate(json.loads(line), one)
    first = json.loads(lines[0])
    assert first["link"] == "https://timeline.example/harbour/f/cranes-fall-silent/"
    assert first["sources"][0]["published"] == "1999-03-02T07:30"
    assert first["names"] == [{"id": "port-anselm", "name": "Port Anselm", "kind": "place"}]


def test_no_export_carries_an_article_text():
    for name in FORMATS:
        assert "not for publication" not in written(name)


def test_nothing_is_held_back_until_the_end():
    """A hundred thousand facts must not be one string in memory."""
    pieces = iter(write_json(selection()))
    next(pieces)
    assert "cranes-fall-silent" in next(pieces)
    assert len(list(export("csv", selection()))) > len(FACTS)


def test_the_csv_reads_back_cell_for_cell():
    text = written("csv")
    assert text.count("\r\n") == text.count("\n") == len(FACTS) + 1
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert list(rows[0]) == list(COLUMNS)
    for row, fact in zip(rows, FACTS, strict=True):
        assert unguard(row["id"]) == fact.id
        assert unguard(row["date"]) == fact.date
        assert unguard(row["text"]) == fact.text
        assert unguard(row["tags"]) == " | ".join(fact.tags)
    assert rows[0]["titles"] == "Cranes fall silent & men walk out | "
    assert rows[0]["corrected"] == "1999-03-09"
    assert rows[2]["anonymous"] == "yes"


def test_no_cell_starts_a_formula():
    rows = list(csv.reader(io.StringIO(written("csv"), newline="")))
    for row in rows:
        assert not [cell for cell in row if cell[:1] in tuple("=+-@\t\r＝＋－＠")]
    assert "'=SUM(A1) is how the leaflet began" in rows[4]


@given(st.text())
@example("'=1")
@example("''")
@example(" =1")
@example("\t=1")
@example("'\n-1")
def test_a_guarded_cell_is_harmless_and_comes_back(cell: str):
    safe = guard(cell)
    assert not safe.lstrip(" ").startswith(tuple("=+-@\t\r\n＝＋－＠"))
    assert unguard(safe) == cell


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(TEXT, TEXT, st.lists(TEXT, max_size=3))
def test_any_text_survives_the_csv(text: str, quote: str, tags: list[str]):
    fact = Fact("x", "2001", text, (source("unknown-notes", quote),), tags=tuple(tags))
    chosen = Selection((fact,), ARTICLES, site=SITE)
    rows = list(csv.DictReader(io.StringIO(written("csv", chosen), newline="")))
    assert [unguard(rows[0][key]) for key in ("text", "quotes")] == [text, quote]


@given(TEXT)
def test_any_text_survives_the_json_lines(text: str):
    chosen = Selection((Fact("x", "", text, (source("unknown-notes", text),)),), ARTICLES)
    lines = written("jsonl", chosen).removesuffix("\n").split("\n")
    assert [json.loads(line)["text"] for line in lines] == [text]


def test_what_a_format_cannot_carry_is_said():
    assert not left_out("csv", FACTS)
    notes = {note.fact: note.message for note in left_out("ics", FACTS)}
    assert set(notes) == {"harbour-founded", "no-date"}
    assert "years 1 to 9999" in notes["harbour-founded"]
    assert {note.fact for note in left_out("timelinejs", FACTS)} == {"no-date"}


@pytest.mark.parametrize(
    ("url", "words", "link"),
    [
        ("", "any words", ""),
        ("javascript:alert(1)", "any words", ""),
        (
            "https://a.example/x",
            "peace-keepers, and more",
            "https://a.example/x#:~:text=peace%2Dkeepers%2C%20and%20more",
        ),
        ("https://a.example/x#top", "a & b", "https://a.example/x#top:~:text=a%20%26%20b"),
        (
            "https://a.example/x",
            "one two three four five six seven eight nine ten eleven twelve thirteen",
            "https://a.example/x#:~:text=one%20two%20three%20four%20five%20six,eight%20nine%20ten%20eleven%20twelve%20thirteen",
        ),
    ],
)
def test_a_quote_link_opens_at_the_words(url: str, words: str, link: str):
    assert words_link(url, words) == link
