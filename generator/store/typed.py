"""A field's name and what a person typed for it in, the value for the model out, or what is wrong with it.

The command line, the terminal screen and the browser take values here, so that each says the same of a wrong one.
"""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import Any

from ..edtf import is_edtf
from ..errors import Problem, problem
from ..model import Place
from .date_words import as_edtf
from .decode import Decoder
from .document import parse_document
from .emit import flow_list, scalar
from .keys import FACT, FactKey, plain_name

# What no one types into a field: these have commands of their own.
_OTHERWISE = {
    "id": "rename",
    "sources": "merge",
    "was": "rename",
    "corrections": "edit --why",
    "decided": "accept",
}


def read_typed(name: str, text: str, place: Place = Place()) -> tuple[FactKey, Any] | Problem:
    """The key of a name and the value of a text, in the forms that files know and, for dates, in words."""
    key = next((key for key in FACT if plain_name(key.name) == plain_name(name.casefold())), None)
    if key is None or key.name in _OTHERWISE:
        known = [key.name for key in FACT if key.name not in _OTHERWISE]
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"Did you mean '{near[0]}'?" if near else f"The fields are: {', '.join(known)}."
        if key is not None:
            hint = f"Use 'chronofact {_OTHERWISE[key.name]}' for it."
        return problem("key-unknown", place, value=name, what="a field to edit", hint=hint)
    text = text.strip()
    if not text:
        return _wrong(key, text, place) if key.required else (key, _nothing(key))
    if key.form == "date" and not is_edtf(text):
        text = as_edtf(text) or text
    decoder = Decoder(place.path)
    document = parse_document(place.path, f"{key.name}: {_written(key, text)}\n")
    root = document.root
    value = decoder.fact_value(root, key) if root and not document.problems else None
    found = (*document.problems, *decoder.problems)
    if found:
        return replace(found[0], place=place)
    return (key, value) if value is not None else _wrong(key, text, place)


def _written(key: FactKey, text: str) -> str:
    """What was typed, as YAML: lists by commas, groups in their own brackets, all else as it is."""
    if key.form in ("ids", "texts"):
        parts = text.removeprefix("[").removesuffix("]").split(",")
        return flow_list(tuple(part.strip() for part in parts if part.strip()))
    if key.form in ("map", "maps", "extra"):
        return text
    return scalar(text, date=key.form in ("date", "day"))


def _nothing(key: FactKey) -> Any:
    if key.form in ("ids", "texts", "maps"):
        return ()
    if key.form == "map":
        return None
    if key.form == "flag":
        return False
    return {"kind": "event", "status": "draft"}.get(key.name, "")


def _wrong(key: FactKey, text: str, place: Place) -> Problem:
    return problem(
        "value-form",
        place,
        value=f"'{text}'",
        name=key.name,
        expected="a value",
        example=f"{key.name}: {key.example}",
    )
