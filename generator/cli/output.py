"""Standard output and error made safe to print anything to: what a terminal would obey is shown, not sent.

Texts come from articles and from many hands. A character that moves the cursor, fills the clipboard or turns the
line around is written as ``\\u001b``, which in JSON means the very same; one that the encoding lacks likewise.
"""

from __future__ import annotations

import io
import os
import re
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from ..characters import CONTROLS, ISOLATES, TURNS

# The colours that click writes; everything else that begins with an escape comes from elsewhere.
_COLOUR = r"\x1b\[(?:0|1|3[0-7]|39|9[0-7])m"
_OBEYED = re.compile(rf"({_COLOUR})|(\r(?!\n)|[{CONTROLS}{TURNS}{ISOLATES}])")


def shown(text: str) -> str:
    """``text`` with every character that a terminal would obey written out."""
    return _OBEYED.sub(lambda found: found[1] or f"\\u{ord(found[2]):04x}", text)


class SafeWriter(io.TextIOWrapper):
    """A text stream over the buffer of another one."""

    def write(self, text: str, /) -> int:
        """Write ``text``, safe to show; progress may go back to the start of its line."""
        if text.startswith("\r"):
            return super().write("\r" + shown(text[1:]))
        return super().write(shown(text))


@contextmanager
def safe_output() -> Iterator[None]:
    """Within it everything printed is safe, and no library warns of its own unless ``python -W`` asks for it."""
    out, err = sys.stdout, sys.stderr
    safe = [_over(out), _over(err)]
    sys.stdout, sys.stderr = safe[0] or out, safe[1] or err
    try:
        with warnings.catch_warnings():
            if not sys.warnoptions:
                warnings.simplefilter("ignore")
            yield
    finally:
        sys.stdout, sys.stderr = out, err
        for writer in filter(None, safe):
            try:
                writer.flush()
            except BrokenPipeError:  # nobody reads on: let the end of the process find nothing to write
                with suppress(OSError, ValueError):
                    os.dup2(os.open(os.devnull, os.O_WRONLY), writer.fileno())
            except (OSError, ValueError):
                pass
            with suppress(ValueError):
                writer.detach()


def _over(stream: TextIO) -> SafeWriter | None:
    buffer = getattr(stream, "buffer", None)
    if buffer is None or isinstance(stream, SafeWriter):
        return None
    with suppress(OSError, ValueError):
        stream.flush()
    return SafeWriter(
        buffer, encoding=stream.encoding or "utf-8", errors="backslashreplace", line_buffering=stream.isatty()
    )
