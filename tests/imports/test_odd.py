"""Odd entries of each form: what they become, and that they go back as they came. The table is ``odd.yaml``."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.imports import FORMS, Options, Reading, Record, take
from generator.imports.forms.one_a_file import write_one
from generator.imports.take import Brought, Taken, entry_of, options_of
from generator.model import Article


class _Loader(yaml.CSafeLoader):
    """YAML whose dates stay text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if not tag.endswith(":timestamp")]
    for first, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
CASES: dict[str, list[dict[str, Any]]] = yaml.load(
    (Path(__file__).parent / "odd.yaml").read_text("utf-8"), _Loader
)
AROUND = {
    "timemap": {
        "sources": {
            "s1": {"id": "s1", "title": "Post", "url": "https://a.example/s", "type": "Video"},
            "s2": {
                "id": "s2",
                "title": "Film",
                "paths": ["https://a.example/p1"],
                "author": "Nela Marsh",
                "date": "02/01/1931",
            },
            "s3": {"id": "s3", "title": "Objects", "paths": [{"src": "https://a.example/p2"}]},
        }
    }
}
COLUMNS = {"When": "date", "What": "text", "Details": "body"}


def written(form: str, entries: list[Any]) -> bytes:
    """A file with these entries."""
    if form == "markwhen":
        return "\n\n".join(entries).encode()
    if form == "ics":
        events = [line for one in entries for line in ("BEGIN:VEVENT", *one, "END:VEVENT")]
        return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *events, "END:VCALENDAR", ""]).encode()
    if form in ("csv", "timesketch", "timelinejs-csv"):
        columns = list(dict.fromkeys(key for one in entries for key in one))
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, columns)
        writer.writeheader()
        writer.writerows(entries)
        return out.getvalue().encode()
    under = {"timelinejs": "events", "timemap": "events"}.get(form)
    return json.dumps(
        {under: entries, **AROUND.get(form, {})} if under else entries, ensure_ascii=False
    ).encode()


def read(form: str, data: bytes) -> Reading:
    return FORMS[form].read(data, f"odd.{form}", Options(COLUMNS if form == "csv" else {}))


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    for form, listed in CASES.items():
        for case in listed:
            yield form, case


def as_wanted(whole: Taken, case: dict[str, Any]) -> tuple[Brought, list[Article]]:
    """The one fact of an odd entry, which reads as its case says, and the articles it cites."""
    assert len(whole.brought) == 1, whole.problems
    one = whole.brought[0]
    assert (one.fact.date, one.fact.text) == (case["date"], case["text"])
    assert one.fact.context == case.get("body", one.fact.context)
    assert one.fact.tags == tuple(case.get("tags", one.fact.tags))
    cited = [article for article in one.cited if article is not None]
    assert [article.url for article in cited] == case.get("urls", [article.url for article in cited])
    return one, cited


@pytest.mark.parametrize(
    ("form", "case"),
    list(cases()),
    ids=lambda value: value if isinstance(value, str) else str(value.get("text", "left out")),
)
def test_an_odd_entry(form: str, case: dict[str, Any]) -> None:
    options = Options(COLUMNS if form == "csv" else {})
    reading = read(form, written(form, [case["in"]]))
    whole = take(reading, "odd", options, name="odd", shown="odd")
    if case.get("left out"):
        assert not whole.brought and [one.code for one in whole.problems] == ["import-no-text"]
        return
    one, cited = as_wanted(whole, case)
    if form != "csl-json" and not case.get("not back"):
        sources = list(zip(one.fact.sources, cited, strict=True))
        back = FORMS[form].lens.write(
            entry_of(one.fact, sources),
            one.roles or whole.head["roles"],
            whole.head["own"],
            options_of(whole.head),
        )
        assert back == reading.records[0].data


def test_an_edit_goes_back_in_the_form_s_own_words() -> None:
    """What a person changed is written anew; everything else stands as it came."""
    for form, change, wanted in (
        ("timelinejs", {"date": "1932-05"}, {"start_date": {"year": 1932, "month": 5}}),
        ("timelinejs", {"text": "Now & then"}, {"headline": "Now &amp; then"}),
        ("csv", {"date": "1932"}, {"When": "1932"}),
        ("files", {"tags": ("x", "y")}, {"tags": ["x", "y"]}),
        ("ics", {"date": "1932-05-01/1932-05-02"}, {"DTSTART": ";VALUE=DATE:19320501", "DTEND": ";VALUE=DATE:19320503"}),
        ("ics", {"text": "A, b"}, {"SUMMARY": ":A\\, b"}),
        ("markwhen", {"text": "New words"}, {"text": "New words #one"}),
        ("timesketch", {"date": "1932-05-01"}, {"datetime": "1932-05-01"}),
    ):  # fmt: skip
        given = {
            "timelinejs": {"start_date": {"year": 1931}, "headline": "A &amp; b", "group": "g"},
            "csv": {"When": "1931", "What": "A", "Place": "p"}, "files": {"date": "1931", "title": "A", "tags": ["x"], "p": 1},
            "ics": {"DTSTART": ";VALUE=DATE:19310203", "SUMMARY": ":A", "GEO": ":1;2"},
            "markwhen": {"date": "1931", "text": "A #one"}, "timesketch": {"message": "A", "datetime": "1931-02-03T10:00:00Z"},
        }[form]  # fmt: skip
        options = Options(COLUMNS if form == "csv" else {})
        whole = take(Reading(form, (Record(given),), {}), "odd", options, name="odd", shown="odd")
        one = whole.brought[0]
        fact = replace(one.fact, **change)
        cited = [(s, a or Article("", "")) for s, a in zip(fact.sources, one.cited, strict=True)]
        back = FORMS[form].lens.write(entry_of(fact, cited), one.roles or whole.head["roles"], {}, options)
        assert back == {**given, **wanted}, form


@pytest.mark.parametrize(
    ("file", "text", "body"),
    [
        ("---\ndate: 1931\n---\n# A heading says it\n\nThe *rest*.\n", "A heading says it", "The *rest*."),
        ("---\ndate: 1931\n---\n# Only a heading\n", "Only a heading", ""),
        ("---\ndate: 1931\ntitle: A title\n---\n# A heading\n\nThe rest.\n", "A title", None),
        ("---\ndate: 1931\nsummary: Summed up\n---\n# A heading\n\nThe rest.\n", "Summed up", None),
        ("---\ndate: 1931\n---\nNo heading.\n\n# A heading\n", "No heading. # A heading", ""),
        ("---\ndate: 1931\n---\n# 7 # seven\n\n\nFar below\n", None, None),
    ],
)
def test_a_text_that_begins_with_a_heading_is_called_by_it(
    file: str, text: str | None, body: str | None
) -> None:
    options = Options({})
    reading = FORMS["files"].read(file.encode(), "a.md", options)
    whole = take(reading, "a.md", options, name="a", shown="a.md")
    one = whole.brought[0]
    assert text in (None, one.fact.text) and body in (None, one.fact.context)
    cited = [(s, a or Article("", "")) for s, a in zip(one.fact.sources, one.cited, strict=True)]
    roles = one.roles or whole.head["roles"]
    record = FORMS["files"].lens.write(
        entry_of(one.fact, cited), roles, whole.head["own"], options_of(whole.head)
    )
    assert write_one(record, "md") == file.encode()
    edited = replace(one.fact, text="Other words")
    record = FORMS["files"].lens.write(
        entry_of(edited, cited), roles, whole.head["own"], options_of(whole.head)
    )
    again = FORMS["files"].read(write_one(record, "md"), "a.md", options)
    assert take(again, "a.md", options, name="a", shown="a.md").brought[0].fact.text == "Other words"
