"""Timelines in every foreign form, made from a few words of our own: the same seed gives the same entries.

``python -m tests.imports.made FORM NUMBER`` writes one to standard output, or a folder of files where the form is one.
"""

from __future__ import annotations

import csv
import io
import json
import random
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from generator.imports.forms.tables import _write_ods, _write_xlsx

WHO = (
    "The harbour board",
    "A council of six",
    "The ferry crew",
    "Mayor Tove Lind",
    "The bridge wardens",
    "Two divers",
    "The mill owners",
    "A surveyor",
)
DID = (
    "closed",
    "reopened",
    "measured",
    "painted",
    "sold",
    "flooded",
    "repaired",
    "moved",
    "counted",
    "insured",
)
WHAT = (
    "the north quay",
    "a row of sheds",
    "the old lock",
    "nine barges",
    "the tide gauge",
    "the west mole",
    "a lamp at the pier",
    "the eel traps",
)
WHY = (
    "after a storm",
    "for the third time",
    "at the request of the town",
    "& nobody objected",
    "“for safety”",
    "with a loan of 4,000 crowns",
    "in spite of the frost",
    "— quietly",
)
PAPERS = ("The Sarn Post", "Quay Weekly", "Lenn Courier", "Ebbe Gazette")
TAGS = ("harbour", "money", "weather", "ships", "council")


@dataclass(frozen=True)
class Made:
    """One entry as a form may write it."""

    number: int
    day: date
    fine: int  # 1 a year, 2 a month, 3 a day
    days: int
    text: str
    body: str
    tags: tuple[str, ...]
    url: str
    paper: str

    @property
    def when(self) -> str:
        return self.day.isoformat()[: {1: 4, 2: 7}.get(self.fine, 10)]

    @property
    def end(self) -> date:
        return self.day + timedelta(days=self.days)


def entries(number: int, seed: int = 1) -> list[Made]:
    """``number`` entries, each with its own words, every fifth coarser than a day, every seventh of several days."""
    draw = random.Random(seed)
    found = []
    for n in range(1, number + 1):
        day = date(1890, 1, 2) + timedelta(days=draw.randrange(40_000))
        fine = 1 if n % 5 == 0 else 2 if n % 11 == 0 else 3
        text = f"{draw.choice(WHO)} {draw.choice(DID)} {draw.choice(WHAT)} {draw.choice(WHY)} (no. {n})"
        body = (
            f"{draw.choice(WHO)} said {draw.choice(WHAT)} would be {draw.choice(DID)} {draw.choice(WHY)}."
            if n % 3
            else ""
        )
        tags = tuple(sorted(set(draw.sample(TAGS, 2)))) if n % 4 else ()
        found.append(Made(
            n, day, fine, draw.randrange(2, 9) if n % 7 == 0 and fine == 3 else 0, text, body, tags,
            f"https://post.example/{day.year}/{n}", draw.choice(PAPERS),
        ))  # fmt: skip
    return found


def _timelinejs(made: list[Made]) -> bytes:
    events = []
    for one in made:
        parts = dict(
            zip(
                ("year", "month", "day"), (one.day.year, one.day.month, one.day.day)[: one.fine], strict=False
            )
        )
        event: dict[str, Any] = {
            "start_date": parts,
            "unique_id": f"e{one.number}",
            "text": {"headline": _html(one.text)},
        }
        if one.body:
            event["text"]["text"] = f'<p>{_html(one.body)} <a href="{one.url}">{one.paper}</a></p>'
        if one.days:
            event["end_date"] = {
                "year": str(one.end.year),
                "month": str(one.end.month),
                "day": str(one.end.day),
            }
        if one.number % 2:
            event["media"] = {"url": one.url, "caption": "A view", "credit": one.paper}
        if one.tags:
            event["group"] = one.tags[0]
        events.append(event)
    return _json({"title": {"text": {"headline": "The Harbour"}}, "events": events, "scale": "human"})


def _html(text: str) -> str:
    return text.replace("&", "&amp;")


def _sheet(made: list[Made]) -> bytes:
    rows = [["Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
             "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background"],
            ["", "", "", "", "", "", "", "", "", "The Harbour", "A title", "", "", "", "", "title", "", ""]]  # fmt: skip
    for one in made:
        parts = [str(part) for part in (one.day.year, one.day.month, one.day.day)[: one.fine]] + [""] * (
            3 - one.fine
        )
        end = [str(one.end.year), str(one.end.month), str(one.end.day)] if one.days else ["", "", ""]
        rows.append(
            [
                *parts,
                "",
                *end,
                "",
                "",
                _html(one.text),
                _html(one.body),
                one.url,
                one.paper,
                "",
                "",
                "",
                one.tags[0] if one.tags else "",
                "",
            ]
        )
    return _csv(rows)


def _markwhen(made: list[Made]) -> bytes:
    lines = ["---", "title: The Harbour", "---", "// kept by hand", "# Years", ""]
    for one in made:
        when = f"{one.when}/{one.end}" if one.days else one.when
        lines.append(f"{when}: {one.text} {' '.join('#' + tag for tag in one.tags)}".rstrip())
        if one.number % 3 == 0:
            lines.append(f"id: e{one.number}")
        if one.body:
            lines += [f"  {one.body}", f"  [{one.paper}]({one.url})"]
        lines += [""] if one.number % 50 else ["", f"## Part {one.number}", ""]
    return "\n".join(lines).encode()


def _table(made: list[Made]) -> list[list[Any]]:
    rows: list[list[Any]] = [["When", "What", "Details", "Tags", "Link", "Outlet", "Weight", "Place"]]
    for one in made:
        when = f"{one.when}/{one.end}" if one.days else one.when
        rows.append(
            [
                when,
                one.text,
                one.body,
                ", ".join(one.tags),
                one.url,
                one.paper,
                one.number,
                "=1+1" if one.number % 9 == 0 else "Sarn",
            ]
        )
    return rows


def _records(rows: list[list[Any]]) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]], {
        "columns": rows[0],
        "sheet": "Harbour",
    }


def _files(made: list[Made]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for one in made:
        data: dict[str, Any] = {
            "id": f"{one.when}--e{one.number}",
            "date": one.when,
            "title": one.text,
            "importance": one.number % 10,
        }
        data |= {"end_date": one.end.isoformat()} if one.days else {}
        data |= {"tags": list(one.tags)} if one.tags else {}
        data["sources"] = [{"title": f"Report {one.number}", "url": one.url, "outlet": one.paper, "tier": 2}]
        kind = ("json", "yaml", "md")[one.number % 3]
        if kind == "json":
            found[f"{one.number:05}.json"] = _json(data | ({"summary": one.body} if one.body else {}))
        else:
            head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in data.items())
            if kind == "yaml":
                head += f"summary: {json.dumps(one.body, ensure_ascii=False)}\n" if one.body else ""
            found[f"{one.number:05}.{kind}"] = (
                head if kind == "yaml" else f"---\n{head}---\n\n{one.body}\n"
            ).encode()
    return found


def _ics(made: list[Made]) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Quay//EN"]
    for one in made:
        lines += ["BEGIN:VEVENT", f"UID:e{one.number}@quay.example", "DTSTAMP:20240101T000000Z", f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}",
                  f"SUMMARY:{_ics_text(one.text)}"]  # fmt: skip
        lines += [f"DTEND;VALUE=DATE:{one.end + timedelta(days=1):%Y%m%d}"] if one.days else []
        lines += [f"DESCRIPTION:{_ics_text(one.body)}"] if one.body else []
        lines += [f"CATEGORIES:{','.join(one.tags)}"] if one.tags else []
        lines += [f"URL:{one.url}", "GEO:1.5;2.5", "END:VEVENT"]
    return ("\r\n".join([*lines, "END:VCALENDAR"]) + "\r\n").encode()


def _ics_text(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")


def _wikidata(made: list[Made]) -> bytes:
    entities = {}
    for one in made:
        time = {"time": f"+{one.day.isoformat() if one.fine == 3 else one.when + '-00' * (3 - one.fine)}T00:00:00Z",
                "precision": 8 + one.fine, "calendarmodel": "http://www.wikidata.org/entity/Q1985727"}  # fmt: skip
        name = "P580" if one.days else "P585"
        claims = {name: [_claim(name, time, one.url)]}
        if one.days:
            claims["P582"] = [_claim("P582", {**time, "time": f"+{one.end}T00:00:00Z"}, one.url)]
        entities[f"Q{one.number}"] = {
            "id": f"Q{one.number}", "type": "item", "labels": {"en": {"language": "en", "value": one.text}},
            "descriptions": {"en": {"language": "en", "value": one.body}} if one.body else {}, "claims": claims,
        }  # fmt: skip
    return _json({"entities": entities})


def _claim(name: str, time: dict[str, Any], url: str) -> dict[str, Any]:
    snak = {"snaktype": "value", "property": "P854", "datavalue": {"value": url, "type": "string"}}
    return {"mainsnak": {"snaktype": "value", "property": name, "datavalue": {"value": time, "type": "time"}}, "rank": "normal",
            "references": [{"snaks": {"P854": [snak]}}]}  # fmt: skip


def _csl(made: list[Made]) -> bytes:
    kinds = ("book", "article-journal", "report", "interview", "motion_picture")
    return _json([
        {"id": f"zotero/{one.number}", "type": kinds[one.number % 5], "title": one.text, "container-title": one.paper,
         "author": [{"family": "Lind", "given": "Tove"}], "issued": {"date-parts": [[one.day.year, one.day.month, one.day.day][: one.fine]]},
         "URL": one.url, "page": f"{one.number}-{one.number + 3}", "ISBN": "978-1-4028-9462-6", "abstract": one.body, "language": "en"}
        for one in made
    ])  # fmt: skip


def _timesketch(made: list[Made]) -> bytes:
    rows = [["message", "timestamp", "datetime", "timestamp_desc", "tag", "host"]]
    for one in made:
        moment = f"{one.day}T10:{one.number % 60:02}:00+00:00"
        rows.append([one.text, "", moment, "Event Logged", ",".join(one.tags), "quay-1"])
    return _csv(rows)


def _timemap(made: list[Made]) -> bytes:
    events = [
        {"id": one.number, "date": f"{one.day:%m/%d/%Y}", "time": "10:30", "location": "Sarn", "latitude": "1.5", "longitude": "2.5",
         "description": one.text, "sources": [f"s{one.number}"], "associations": list(one.tags)}
        for one in made
    ]  # fmt: skip
    sources = {
        f"s{one.number}": {"id": f"s{one.number}", "title": one.paper, "url": one.url, "type": "Video"}
        for one in made
    }
    return _json({"events": events, "sources": sources})


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def _csv(rows: list[list[Any]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


FORMS: dict[str, tuple[str, Any]] = {
    "timelinejs": ("harbour.json", _timelinejs),
    "timelinejs-csv": ("harbour-sheet.csv", _sheet),
    "markwhen": ("harbour.mw", _markwhen),
    "csv": ("harbour.csv", lambda made: _csv(_table(made))),
    "xlsx": ("harbour.xlsx", lambda made: _write_xlsx(*_records(_table(made)))),
    "ods": ("harbour.ods", lambda made: _write_ods(*_records(_table(made)))),
    "files": ("harbour", _files),
    "ics": ("harbour.ics", _ics),
    "wikidata": ("harbour-wikidata.json", _wikidata),
    "csl-json": ("harbour-zotero.json", _csl),
    "timesketch": ("harbour-sketch.csv", _timesketch),
    "timemap": ("harbour-map.json", _timemap),
}


def write(form: str, number: int, folder: Path) -> Path:
    """``number`` entries in a form, in a file or folder of ``folder``."""
    name, make = FORMS[form]
    made = make(entries(number))
    path = folder / name
    if isinstance(made, dict):
        path.mkdir(parents=True)
        for inner, data in made.items():
            (path / inner).write_bytes(data)
    else:
        path.write_bytes(made)
    return path


if __name__ == "__main__":
    print(write(sys.argv[1], int(sys.argv[2]), Path.cwd()))
