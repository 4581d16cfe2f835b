"""Any value written is read back the same, by our loader and by every other reader of YAML."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.fields import FIELDS
from generator.model import Bracket, Correction, DateReason, Decision, Fact, Measure, Source
from generator.store import load_content
from generator.store.decode import Decoder
from generator.store.document import parse_document
from generator.store.emit import flow_list, scalar
from generator.store.entry import Layout, fact_lines
from generator.store.keys import ARTICLE, ENTITY, FACT, PUBLISHED, SOURCE, TABLES
from generator.store.schema import build_schema, render_schema, schema_text

from .worlds import BRIDGE, FERRY, add, make_article, make_project

TRAPS = [
    "NO",
    "no",
    "Yes",
    "on",
    "Off",
    "true",
    "null",
    "~",
    "1984",
    "1984-05",
    "2025-05-16",
    "-0043",
    "0043",
    "1:30",
    "190:20:30",
    "1_000",
    "0x1F",
    "0o17",
    "017",
    "0b1",
    ".5",
    "1.",
    "1e3",
    "1.5e3",
    "+1",
    "-1",
    ".inf",
    "-.INF",
    ".nan",
    "=",
    "<<",
    "y",
    "n",
    "Y",
    "N",
    "!",
    "&",
    "*",
    "?",
    ":",
    "-",
    "#",
    "@",
    "`",
    "%",
    "|",
    ">",
    "'",
    '"',
    "[]",
    "{}",
    "---",
    "...",
    ",",
    ";",
]
TRAPS += ["a: b", "a #b", "#a", "- a", "? a", "a:", ": a", " a", "a ", "", "it's", 'a "b"', "it's \"x\"", "\\",
          "a\nb", "a\tb", "x\u2028y", "x\x85y", "\ufeffx", "é", "🌉", "a,b", "[a", "a]", "{a", "a}", "*a", "&a",
          "2001-12-14 21:59:43.10", "12e03", "0.", "0x", "---a", "...a", "-a", "?a", ":a", "a::b", "'", '"', "''"]  # fmt: skip


def readings(text: str) -> list[object]:
    """A value as the readers of YAML 1.1 and 1.2 see it."""
    ruamel = YAML(typ="safe", pure=True)
    ruamel.version = (1, 2)
    return [yaml.safe_load(text), ruamel.load(StringIO(text))]


@pytest.mark.parametrize("value", TRAPS)
def test_traps(value: str) -> None:
    for line, pick in ((f"k: {scalar(value)}\n", "k"), (f"k: {flow_list((value, 'x'))}\n", "list")):
        document = parse_document("f", line)
        assert document.root is not None, document.problems
        node = document.root.pairs[0][1]
        assert (node.items[0] if pick == "list" else node).value == value
        for read in readings(line):
            got = read["k"]  # type: ignore[index]
            assert (got[0] if pick == "list" else got) == value, line


VALUES = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=40)


@given(VALUES)
@settings(max_examples=300, deadline=None)
def test_any_text_comes_back(value: str) -> None:
    line = f"- {scalar(value)}\n- {flow_list((value,))}\n- {{k: {scalar(value, flow=True)}}}\n"
    document = parse_document("f", line)
    assert document.root is not None, document.problems
    plain, listed, mapped = document.root.items
    assert (plain.value, listed.items[0].value, mapped.pairs[0][1].value) == (value, value, value)
    assert yaml.safe_load(line) == [value, [value], {"k": value}]


TEXT = VALUES.filter(lambda text: bool(text.strip()))
LINE = TEXT.map(lambda text: " ".join(text.split()) or "x")
DATES = st.sampled_from(
    ["", "2025-05-16", "2025-05", "1984", "-0043", "0043", "2022~", "2025-05-12/..", "199X"]
)
REASONS = st.builds(
    DateReason,
    words=LINE,
    rule=st.just("month-day"),
    basis=st.sampled_from(["stated", "relative", "published"]),
    anchor=DATES,
    anchor_basis=st.sampled_from(["", "published", "narrative"]),
)
FACTS = st.builds(
    Fact,
    id=st.just("a-fact"),
    date=DATES,
    text=LINE,
    sources=st.lists(
        st.builds(Source, article=st.just("gazette"), quote=TEXT, date=REASONS), min_size=1, max_size=3
    ).map(tuple),
    kind=st.sampled_from(["event", "statement", "plan", "proposal"]),
    status=st.sampled_from(["draft", "reviewed"]),
    speaker=st.one_of(st.just(""), LINE),
    anonymous=st.booleans(),
    tags=st.lists(LINE, unique=True, max_size=3).map(tuple),
    corrections=st.lists(
        st.builds(Correction, on=st.just("2025-05-18"), was=LINE, now=LINE, why=LINE), max_size=2
    ).map(tuple),
    merged_ids=st.sampled_from([(), ("old-id",), ("a", "b")]),
    brackets=st.lists(
        st.builds(Bracket, words=LINE, stands_for=st.one_of(st.just(""), LINE), start=st.integers(-1, 9000)),
        max_size=2,
    ).map(tuple),
    measure=st.one_of(
        st.none(),
        st.builds(
            Measure,
            what=LINE,
            value=st.one_of(st.integers(-99, 10**12), st.sampled_from([0.5, 1.25, -2.5])),
            at_least=st.booleans(),
        ),
    ),
    lead=st.booleans(),
    follows=st.sampled_from([(), ("an-earlier-one",)]),
    decided=st.one_of(st.none(), st.builds(Decision, by=LINE, on=st.sampled_from(["", "2025-05-17"]))),
    added=st.just("2025-05-17"),
)


@given(FACTS, st.integers(0, 4), st.integers(2, 4), st.sampled_from([0, 2, 4]))
@settings(max_examples=200, deadline=None)
def test_any_fact_comes_back_in_any_layout(fact: Fact, margin: int, gap: int, step: int) -> None:
    text = "\n".join(fact_lines(fact, {}, Layout(margin, gap, step))) + "\n"
    decoder = Decoder("f")
    document = parse_document("f", text)
    assert document.problems == ()
    assert decoder.facts(document.root) == (fact,), decoder.problems
    assert decoder.problems == []


@pytest.mark.parametrize("name", list(TABLES))
def test_the_schemas_in_the_package_are_those_of_the_tables(name: str) -> None:
    assert schema_text(name) == render_schema(name), (
        'Run: python -c "from generator.store.schema import write_schemas; write_schemas()"'
    )
    jsonschema.Draft7Validator.check_schema(build_schema(name))


def test_the_schemas_accept_what_is_written_and_underline_what_is_wrong(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p")
    add(project, make_article("bridge", BRIDGE), make_article("ferry", FERRY))
    checked = 0
    for path in load_content(project).files:
        if not path.endswith(".yaml"):
            continue
        text = (project.root / path).read_text("utf-8")
        relative = text.split("$schema=", 1)[1].split("\n", 1)[0]
        schema = json.loads(((project.root / path).parent / relative).read_text("utf-8"))
        jsonschema.validate(YAML(typ="safe").load(_as_text_dates(text)), schema)
        checked += 1
        wrong = YAML(typ="safe").load(_as_text_dates(text))
        (wrong[0] if isinstance(wrong, list) else wrong)["spaeker"] = "x"
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, schema)
    assert checked >= 4


def _as_text_dates(text: str) -> str:
    """Editors read days as text (YAML 1.2); the reader used here makes dates of them."""
    import re

    return re.sub(r"(?<=: )(\d{4}-\d\d-\d\d)(?=[,}\n])", r'"\1"', text)


def test_every_field_of_the_model_has_a_key() -> None:
    from dataclasses import fields

    from generator.model import Article, Entity, Published

    left_out = {
        "place",
        "start",
        "end",
        "text_",
        "blocks",
        "posts",
        "parts",
        "loss",
    }  # blocks, posts, parts and what a page lost are read from the article
    left_out |= {key.field for key in FIELDS if key.kept != "file"}
    for table, kind, never in (
        (FACT, Fact, set()),
        (SOURCE, Source, set()),
        (ARTICLE, Article, {"text"}),
        (PUBLISHED, Published, set()),
        (ENTITY, Entity, set()),
    ):
        named = {key.field for key in table}
        assert {field.name for field in fields(kind)} - left_out - never <= named
