"""Timelines kept elsewhere in, entries with their sources out; and the way back into the form they came in.

A form reads bytes into records, each a flat group of its own keys. One table of synonyms (``fields.toml``) says what
a key means; what no field of ours holds stays under ``extra``. Going back, a value stands as it came as long as it
still says what the fact says.
"""

from .back import WRITABLE, write_back, write_facts
from .forms import FORMS, Form, form_of
from .meaning import Lens
from .take import Taken, take
from .values import MOST_BYTES, Options, Reading, Record

__all__ = [
    "FORMS", "MOST_BYTES", "WRITABLE", "Form", "Lens", "Options", "Reading", "Record", "Taken", "form_of", "take",
    "write_back", "write_facts",
]  # fmt: skip
