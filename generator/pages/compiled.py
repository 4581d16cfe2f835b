"""A template's source and the environment that asks in, the code that was compiled of them before out.

A build makes environments anew, ours and the theme's, and compiling their templates is a third of a small site's time; what
a preview builds again it need not compile again. All of it lies in memory: code from a file might be anybody's.
"""

from __future__ import annotations

from types import CodeType

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache

# What of an environment a compiler looks at.
_SETTINGS = (
    "block_start_string", "block_end_string", "variable_start_string", "variable_end_string", "comment_start_string",
    "comment_end_string", "line_statement_prefix", "line_comment_prefix", "trim_blocks", "lstrip_blocks",
    "newline_sequence", "keep_trailing_newline", "optimized", "autoescape", "is_async", "finalize",
)  # fmt: skip
_MOST = 2000


class Compiled(BytecodeCache):
    """Code by its source, its name and all else that it was made of."""

    def __init__(self) -> None:
        self._code: dict[object, CodeType] = {}

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """As Jinja asks for it."""
        # Filters and tests are asked while compiling, of what stands in the template itself; not those that want the context.
        asked = (*environment.filters.items(), *environment.tests.items())
        rest = frozenset(one for one in asked if not hasattr(one[1], "jinja_pass_arg"))
        settings = tuple(getattr(environment, one) for one in _SETTINGS)
        key = (
            name,
            filename,
            source,
            settings,
            rest,
            environment.code_generator_class,
            *sorted(environment.extensions),
        )
        bucket = Bucket(environment, key, "")  # type: ignore[arg-type]
        bucket.code = self._code.get(key)
        return bucket

    def set_bucket(self, bucket: Bucket) -> None:
        """As Jinja hands it over; what a day of a preview left behind goes."""
        if len(self._code) >= _MOST:
            self._code.clear()
        self._code[bucket.key] = bucket.code  # type: ignore[assignment]


COMPILED = Compiled()
