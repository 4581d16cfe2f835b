"""The JSON contract: one object a line in, one a line out, in the same order, offsets in code points."""

from __future__ import annotations

import json
import warnings

from .conftest import STORY, Run

KEYS = {
    "id", "title", "authors", "publisher", "lang", "published", "text", "blocks", "sentences", "dates",
    "attributions", "facts", "problems",
}  # fmt: skip


def lines(*records: object) -> str:
    return "".join(f"{json.dumps(record)}\n" for record in records)


def test_every_line_in_is_a_line_out_in_the_same_order(run: Run) -> None:
    given = lines({"id": "b", "text": STORY}, {"id": "x"}, {"id": "a", "text": STORY}) + "{broken\n[1]\n"
    said = run("extract", "--jsonl", input=given)
    out = [json.loads(line) for line in said.stdout.splitlines()]
    assert [one["id"] for one in out[:3]] == ["b", "x", "a"]
    assert len(out) == 5
    assert all(set(one) >= KEYS for one in out)
    assert [bool(one["problems"]) for one in out] == [False, True, False, True, True]
    assert said.exit_code == 1


def test_offsets_are_code_points_of_the_text_unchanged(run: Run) -> None:
    text = "🛶 " + STORY
    (one,) = map(
        json.loads, run("extract", "--jsonl", input=lines({"id": "a", "text": text})).stdout.splitlines()
    )
    assert one["text"] == text
    assert one["dates"] and all(text[d["start"] : d["end"]] == d["words"] for d in one["dates"])
    quotes = [source for fact in one["facts"] for source in fact["sources"]]
    assert quotes and all(text[s["start"] : s["end"]] == s["quote"] for s in quotes)
    for said in one["attributions"]:
        assert 0 <= said["start"] < said["end"] <= len(text)
    assert {d["type"] for d in one["dates"]} <= {"DATE", "TIME", "DURATION", "SET"}


def test_what_a_library_warns_of_is_not_said(run: Run) -> None:
    old = {
        "id": "a",
        "published": "1985-11-20",
        "text": "The shop in Leeds was robbed on Diwali, police said.",
    }
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # the calendar of holidays warns of a year it does not know
        said = run("extract", "--jsonl", input=lines(old))
    assert said.exit_code == 0 and not said.stderr
    (one,) = map(json.loads, said.stdout.splitlines())
    assert [day["edtf"] for day in one["dates"]] == ["1985"]


def test_workers_give_the_same_answer(run: Run) -> None:
    given = lines(*({"id": str(n), "text": STORY} for n in range(6)))
    assert (
        run("extract", "--jsonl", "--workers", "2", input=given).stdout
        == run("extract", "--jsonl", input=given).stdout
    )


def test_merged_facts_carry_every_source_and_count_origins(run: Run) -> None:
    said = run(
        "extract", "--jsonl", "--merge", input=lines({"id": "a", "text": STORY}, {"id": "b", "text": STORY})
    )
    facts = [json.loads(line) for line in said.stdout.splitlines()]
    assert facts
    assert all(
        {"id", "date", "text", "speaker", "origins", "sources", "maybe_same_as"} <= set(f) for f in facts
    )
    assert all({s["article"] for s in f["sources"]} == {"a", "b"} for f in facts)
    assert {f["origins"] for f in facts} == {1}


def test_html_gives_the_extracted_text(run: Run) -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in STORY.split("\n\n")[2:])
    page = (
        "<html><head><title>Bridge closed</title><meta property='article:published_time' content='2021-06-04'>"
        f"</head><body><article><h1>Bridge closed</h1>{paragraphs}</article></body></html>"
    )
    (one,) = map(
        json.loads, run("extract", "--jsonl", input=lines({"id": "h", "html": page})).stdout.splitlines()
    )
    assert one["published"] == {"value": "2021-06-04", "basis": "metadata"}
    assert "<p>" not in one["text"] and any(f["date"] == "2021-06-03" for f in one["facts"])
