"""The one table of a fact's fields: how each is written, what it means, and where it goes.

Loading, writing, the editors' schema, the machine's memory, CSV, JSON and its schema, JSON-LD, the extraction
contract, ``merge``, ``why`` and the docs are made from it. A field of ``model.Fact`` without a row in it stops the
program at its first import. ``python docs/tables.py`` makes the files that follow anew.
"""

from .groups import BRACKET, CORRECTION, DATE_REASON, DECISION, MEASURE, SOURCE
from .key import (
    FactKey,
    Form,
    Key,
    as_data,
    defaults,
    extra_data,
    extra_text,
    from_data,
    number_text,
    plain_name,
    said,
    structured,
)
from .table import BY_FIELD, FACT, FIELDS, READ_FIELDS, REMEMBERED

__all__ = [
    "BRACKET",
    "BY_FIELD",
    "CORRECTION",
    "DATE_REASON",
    "DECISION",
    "FACT",
    "FIELDS",
    "MEASURE",
    "READ_FIELDS",
    "REMEMBERED",
    "SOURCE",
    "FactKey",
    "Form",
    "Key",
    "as_data",
    "defaults",
    "extra_data",
    "extra_text",
    "from_data",
    "number_text",
    "plain_name",
    "said",
    "structured",
]
