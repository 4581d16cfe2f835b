"""Every export of a hostile project, read back by its own format's parser: whole, and with nothing that acts."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from xml.etree import ElementTree

import feedparser
import icalendar
import jsonschema
import pytest
from pybtex.database import parse_string

from generator.exports import FORMATS, export, schema_text, select
from generator.timeline import Timeline, cleaned

from .hostile import SITE, timeline
from .payloads import every

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\ue000-\uf8ff\ufffe\uffff]")


@pytest.fixture(scope="module")
def shown() -> Timeline:
    return timeline()


def written(name: str, shown: Timeline) -> str:
    return "".join(export(name, select(name, shown, cleaned(SITE))))


@pytest.mark.parametrize("name", FORMATS)
def test_no_export_holds_a_control(name: str, shown: Timeline) -> None:
    text = written(name, shown)
    assert CONTROL.search(text) is None
    assert text.encode("utf-8")


def read_csv(text: str, count: int) -> None:
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == count
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if re.match(r"[=+@\t\r\-\uff1d]", cell)]


def read_json(text: str, count: int) -> None:
    read = json.loads(text)
    jsonschema.validate(read, json.loads(schema_text()))
    assert len(read["facts"]) == count


def read_jsonl(text: str, count: int) -> None:
    assert len([json.loads(line) for line in text.split("\n") if line]) == count


def read_jsonld(text: str, count: int) -> None:
    graph = json.loads(text)["@graph"]
    assert sum(node["@type"] == "Claim" for node in graph) == count


def read_timelinejs(text: str, count: int) -> None:
    slides = json.loads(text)["events"]
    assert len(slides) == count
    assert not [one for one in slides if re.search(r"<(?!/?(?:p|b|a|blockquote)\b)", json.dumps(one["text"]))]


def read_ics(text: str, count: int) -> None:
    calendar = icalendar.Calendar.from_ical(text)
    events = calendar.walk("VEVENT")
    assert len(events) == count + 1  # with the one that was withdrawn
    assert not calendar.walk("VALARM") and not [event for event in events if "ATTACH" in event]
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def read_feed(text: str, _count: int) -> None:
    ElementTree.fromstring(text)
    feed = feedparser.parse(io.BytesIO(text.encode()))
    assert not feed.bozo, feed.bozo_exception
    assert len(feed.entries) == len(every()) + 1
    raw = "".join(
        entry.get("summary", "") + entry.get("content", [{}])[0].get("value", "") for entry in feed.entries
    )
    assert "<script" not in raw.lower() and "onerror=probe" not in re.sub(r"&lt;.*?&gt;", "", raw)


def read_jsonfeed(text: str, count: int) -> None:
    items = json.loads(text)["items"]
    assert len(items) == count
    tags = {tag for item in items for tag in re.findall(r"<(/?[\w!?]+)", item["content_html"])}
    assert {tag.strip("/") for tag in tags} <= {"p", "time", "em", "del", "ins", "blockquote", "a"}


def read_bibtex(text: str, count: int) -> None:
    entries = parse_string(text, "bibtex").entries
    assert len(entries) == count
    known = {"title", "journal", "year", "month", "date", "url", "note", "language", "author"}
    assert {field for entry in entries.values() for field in entry.fields} <= known


def read_csl(text: str, count: int) -> None:
    items = json.loads(text)
    assert len(items) == count
    assert not [item for item in items if not item.get("URL", "https:").startswith("http")]


READERS: dict[str, Callable[[str, int], None]] = {
    "csv": read_csv, "json": read_json, "jsonl": read_jsonl, "jsonld": read_jsonld, "timelinejs": read_timelinejs,
    "ics": read_ics, "atom": read_feed, "rss": read_feed, "jsonfeed": read_jsonfeed, "bibtex": read_bibtex,
    "csl-json": read_csl,
}  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_every_export_is_read_back(name: str, shown: Timeline) -> None:
    READERS[name](written(name, shown), len(every()))


@pytest.mark.parametrize("name", ["json", "jsonl", "jsonld", "csl-json", "csv", "timelinejs"])
def test_no_address_is_followed_but_a_web_page(name: str, shown: Timeline) -> None:
    assert not re.search(
        r'"(?:url|archive_url|same_as|URL|sameAs|archivedAt|archive_location)": "(?!https?://)',
        written(name, shown),
    )
