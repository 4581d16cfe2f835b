"""The folder that a build is about to empty in, why it must not out: it holds files and none of a built site.

A build that was cut off leaves a site without its first pages, so the cache remembers that one is under way.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from ..errors import Problem, problem
from ..model import Place
from .written import claim_cache, put

NAME = "site.json"
_OF_A_SITE = frozenset({"index.html", "404.html", "sitemap.xml"})


def site_problem(site: Path, cache: Path) -> Problem | None:
    """Why a build must not empty ``site``, if so."""
    try:
        names = {entry.name for entry in site.iterdir() if not entry.name.startswith(".")}
    except OSError:
        return None
    if not names or names & _OF_A_SITE or _under_way(cache) == str(site):
        return None
    return problem("site-foreign", Place(str(site)), value=site)


def begin_build(site: Path, cache: Path) -> None:
    """Remember that ``site`` is being filled."""
    with suppress(OSError):
        if claim_cache(cache):
            put(cache / NAME, json.dumps(str(site)).encode())


def end_build(cache: Path) -> None:
    """Forget it."""
    with suppress(OSError):
        (cache / NAME).unlink(missing_ok=True)


def _under_way(cache: Path) -> str:
    with suppress(OSError, ValueError, RecursionError):
        return str(json.loads((cache / NAME).read_bytes()))
    return ""
