"""A PDF on standard input, its pages' text as JSON on standard output: a program of its own, for what a PDF may do.

A page that takes too long ends this process and nothing else; so does one that wants more memory than there should be.
It imports nothing of Chronofact and is run by its path, with the numbers of ``limits`` as arguments.
"""

from __future__ import annotations

import contextlib
import faulthandler
import io
import json
import logging
import os
import sys
from functools import cache
from pathlib import Path
from typing import IO, Any

_PAGES_AT_WORST = 15  # so many pages may take as long as one may; a whole book takes less


def pages_of(data: bytes, most_pages: int, most_characters: int, seconds: int) -> dict[str, Any]:
    """``{"pages", "title", "author"}``, or ``{"why"}`` in a word: broken, locked, long."""
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of every odd object of a file
    try:
        _allow(seconds)
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"why": "locked"}
        if len(reader.pages) > most_pages:
            return {"why": "long"}
        pages: list[str] = []
        left = most_characters
        for page in reader.pages:
            _allow(seconds)
            pages.append(page.extract_text())
            left -= len(pages[-1])
            if left < 0:
                return {"why": "long"}
        known = reader.metadata
        title, author = (
            str(value or "").strip()[:1000] for value in (known and known.title, known and known.author)
        )
    except FileNotDecryptedError:
        return {"why": "locked"}
    except MemoryError:
        return {"why": "slow"}
    except Exception:  # a damaged file fails in as many ways as it has parts
        return {"why": "broken"}
    return {"pages": pages, "title": title, "author": author}


@cache
def _nowhere() -> IO[str]:
    return Path(os.devnull).open("w", encoding="ascii")


def _allow(seconds: int) -> None:
    """So much more processor time; where a system counts none, so much of the clock's, and more, for others run too."""
    faulthandler.dump_traceback_later(seconds * 20, exit=True, file=_nowhere())
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        until = min(int(used.ru_utime + used.ru_stime) + seconds, seconds * _PAGES_AT_WORST) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (until, most))


def main(most_pages: int, most_characters: int, seconds: int, megabytes: int) -> None:
    """Reads, and writes one line."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    found = pages_of(sys.stdin.buffer.read(), most_pages, most_characters, seconds)
    sys.stdout.buffer.write(json.dumps(found).encode("ascii"))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:5]))
