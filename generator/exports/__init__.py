"""Selected facts in, open formats out: what a machine, a calendar, a feed reader or a spreadsheet reads.

The caller selects: drafts are left out by ``timeline``, never here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from .csv_table import write_csv
from .json_document import write_json, write_jsonl
from .selection import Selection, fact_link, words_link


@dataclass(frozen=True, slots=True)
class Format:
    """One open format: its name on the command line, file suffix, media type, and how it is written."""

    name: str
    suffix: str
    media_type: str
    description: str
    write: Callable[[Selection], Iterator[str]]


_ALL = (
    Format("csv", ".csv", "text/csv", "A table for spreadsheets, one fact a row.", write_csv),
    Format("json", ".json", "application/json", "Facts, articles and names in one document.", write_json),
    Format("jsonl", ".jsonl", "application/jsonl", "One fact a line, each complete in itself.", write_jsonl),
)
FORMATS: Mapping[str, Format] = {entry.name: entry for entry in _ALL}


def export(format_name: str, selection: Selection) -> Iterable[str]:
    """The selection in the format of that name, in pieces; raises KeyError on an unknown name."""
    return FORMATS[format_name].write(selection)


__all__ = ["FORMATS", "Format", "Selection", "export", "fact_link", "words_link"]
