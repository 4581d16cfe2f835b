"""A sheet of an Excel file in, the addresses its cells lead to out, by row: what stands behind a cell is no value of it."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from ..plain import is_address

Links = Mapping[int, list[str]]
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_TARGET = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def links_of_sheet(data: bytes, sheet: Any) -> Links:
    """Row (from 1) to addresses; empty where there are none. ``sheet`` is one that openpyxl opened for reading only."""
    path = str(getattr(sheet, "_worksheet_path", ""))
    folder, name = posixpath.split(path)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = set(package.namelist())
        told = f"{folder}/_rels/{name}.rels"
        if path not in names or told not in names or b"<hyperlink" not in (held := package.read(path)):
            return {}
        targets = {
            str(one.get("Id")): str(one.get("Target", ""))
            for one in _parsed(package.read(told)).iter("{*}Relationship")
        }
    found: dict[int, list[str]] = {}
    for link in _parsed(held).iter(f"{_SHEET}hyperlink"):
        row = re.search(r"\d{1,7}", str(link.get("ref", "")))
        address = targets.get(str(link.get(_TARGET)), "")
        if row and is_address(address) and address not in found.setdefault(int(row[0]), []):
            found[int(row[0])].append(address)
    return found


def _parsed(data: bytes) -> Any:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
