"""The table of a fact's fields in; the schemas and the tables in the docs that follow from it out.

Run `python docs/tables.py` after a change in `generator/fields`; `--check` only tells what is not up to
date, with `--reference` also of the pages of reference.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import reference

from generator.exports import FORMATS
from generator.exports.record_schema import render_schema as record_schema
from generator.fields import FACT, FIELDS, Key
from generator.language import keys as words
from generator.language.keys import BESIDE, ROLES, TIME_CLASSES
from generator.store.keys import TABLES
from generator.store.schema import marked, render_schema

ROOT = Path(__file__).parents[1]
BEGIN, END = "<!-- made by docs/tables.py: {} -->", "<!-- end -->"
FORMS = {
    "text": "text", "date": "EDTF", "day": "day", "flag": "true or false", "number": "number", "id": "id",
    "ids": "ids", "texts": "list", "choice": "one of", "maps": "list of groups", "map": "group", "extra": "any keys",
    "embargo": "day, or day, time and zone",
}  # fmt: skip


def made() -> Iterator[tuple[Path, str]]:
    """Each file that follows from the tables, with what it should say."""
    for name in TABLES:
        yield ROOT / "generator" / "store" / "schema" / f"{name}.json", render_schema(name)
        for folder in sorted((*ROOT.glob("content/.schema"), *ROOT.glob("examples/*/content/.schema"))):
            yield folder / f"{name}.json", marked(render_schema(name))
    yield ROOT / "generator" / "exports" / "schema" / "export.schema.json", record_schema()
    for page, name, rows in (
        ("editing.md", "keys of a fact", _keys()),
        ("exports.md", "fields and formats", _formats()),
        ("extract.md", "fields of a read fact", _read()),
        ("languages.md", "words of a language", _language()),
    ):
        path = ROOT / "docs" / page
        yield path, _between(path.read_text("utf-8"), BEGIN.format(name), rows)

    if "--check" in sys.argv and "--reference" not in sys.argv:
        return
    for name, text in reference.pages():
        yield ROOT / "docs" / "reference" / name, text


def _keys() -> list[str]:
    rows = ["| key | holds | what it is |", "|---|---|---|"]
    for key in FACT:
        rows.append(f"| `{key.name}` | {_form(key)} | {key.about} |")
        rows += [f"| … `{inner.name}` | {_form(inner)} | {inner.about} |" for inner in key.inner]
    return rows


def _form(key: Key) -> str:
    form = FORMS[key.form]
    form += " " + ", ".join(f"`{choice}`" for choice in key.choices) if key.choices else ""
    return form + ("; required" if key.required else "")


def _formats() -> list[str]:
    names = " | ".join(f"`{name}`" for name in FORMATS)
    rows = [f"| field | {names} |", "|---" * (len(FORMATS) + 1) + "|"]
    for key in FIELDS:
        marks = ["✓" if key.field in entry.carries else "" for entry in FORMATS.values()]
        if any(marks):
            rows.append(f"| `{key.label}` | {' | '.join(marks)} |")
    left_out = ", ".join(f"`{key.label}`" for key in FIELDS if not key.public)
    return [*rows, "", f"In no format: {left_out}."]


def _read() -> list[str]:
    when = {"always": "", "said": "where it says something", "merged": "with `--merge`"}
    rows = ["| key | when | holds |", "|---|---|---|"]
    for key in FIELDS:
        if key.extract != "no":
            inner = ", ".join(f"`{one.label}`" for one in key.inner)
            about = f"{key.about} Each: {inner}." if inner and key.form == "maps" else key.about
            about = f"{key.about} {inner}." if inner and key.form == "map" else about
            rows.append(f"| `{key.label}` | {when[key.extract]} | {about} |")
    return rows


def _language() -> list[str]:
    classes = {name: about for name, (_, about) in TIME_CLASSES.items()}
    rows: list[str] = []
    for head, table in (
        ("a word's use | what it is", words.WORD_USES),
        ("a verb `takes` | what", words.TAKES),
        ("a verb's `uses` | what", words.VERB_USES),
        ("a row of `[patterns]` | what it finds", words.PATTERNS),
        ("a row of `[parts]` | what its words are", words.PARTS),
        ("a reason of `[[skips]]` | the sentence", words.SKIPS),
        ("a class of `[time]` | what a word's value is", classes),
        ("a role of `[time.roles]` | what the day is", ROLES),
        ("a list of `[time.beside]` | what its words do", BESIDE),
    ):
        rows += [f"| {head} |", "|---|---|", *(f"| `{key}` | {about} |" for key, about in table.items()), ""]
    return rows[:-1]


def _between(text: str, begin: str, rows: list[str]) -> str:
    head, rest = text.split(begin, 1)
    return "\n".join((head + begin, *rows, END)) + rest.split(END, 1)[1]


def main() -> int:
    """Write what is not up to date, or only tell of it."""
    stale = [(path, text) for path, text in made() if not path.is_file() or path.read_text("utf-8") != text]
    for path, text in stale:
        print(path.relative_to(ROOT))
        if "--check" not in sys.argv:
            path.write_text(text, "utf-8")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
