"""A Parquet file in, its rows as records of the JSON contract out, a few at a time.

The columns are those of the JSON lines; others are not read. pyarrow (the extra ``parquet``) reads the file, whose own
words about its sizes are looked at first: what would unpack to more than a limit is not unpacked.
"""

from __future__ import annotations

import datetime
import importlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ..errors import Problem, problem
from ..model import Place
from .failure import failure

_ROWS = 64  # at once
_GROUP_MEGABYTES = 512  # a group of rows unpacked; writers make them of 128 as a rule
_MEGABYTE = 1024 * 1024


def read_parquet(path: Path, wanted: Callable[[str], bool]) -> Iterator[Mapping[str, object] | Problem]:
    """Each row, with those of its columns whose names are ``wanted``."""
    place = Place(str(path))
    try:
        library: Any = importlib.import_module("pyarrow.parquet")
    except ImportError:
        yield problem(
            "extra-missing", place, value=path.name, what="a Parquet file", package="pyarrow>=17,<28"
        )
        return
    try:
        file = library.ParquetFile(path)
        names = [name for name in file.schema_arrow.names if wanted(name)]
        meta = file.metadata
        most = max((meta.row_group(at).total_byte_size for at in range(meta.num_row_groups)), default=0)
        if most > _GROUP_MEGABYTES * _MEGABYTE:
            yield problem("article-too-large", place, value=str(path), most=_GROUP_MEGABYTES)
            return
        for batch in file.iter_batches(batch_size=_ROWS, columns=names, use_threads=False):
            for row in batch.to_pylist():
                yield {name: _plain(value) for name, value in row.items() if value is not None}
    except Exception as error:  # whatever a broken or hostile file makes of its reader
        yield problem("article-unreadable", place, value=str(path), why=failure(error))


def _plain(value: object) -> object:
    """A value as JSON would have it."""
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value
