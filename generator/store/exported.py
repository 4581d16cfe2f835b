"""A file named for an export in, whether it may be written out: a new one, or one as an export left it.

The cache folder remembers the hash of each file that was exported.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from ..errors import ChronofactError, Problem, problem
from ..model import Place
from .folders import why_no_file
from .project import Project
from .text_file import fingerprint
from .written import claim_cache, failed, put

NAME = "exported.json"


def why_no_export(project: Project, output: Path, *, overwrite: bool = False) -> Problem | None:
    """Why an export must not go to ``output``, if so."""
    place = Place(str(output))
    found = Path(os.path.realpath(output))
    wrong = why_no_file(project.folders, found, project.config)
    if wrong:
        return problem("export-clash", place, value=output, name=wrong)
    if overwrite or not found.is_file():
        return None
    try:
        held = fingerprint(found.read_bytes())
    except OSError as error:
        return failed(error, output)
    return (
        None
        if held in _known(project).get(str(found), ())
        else problem("export-foreign", place, value=output)
    )


def write_export(project: Project, output: Path, data: bytes) -> None:
    """Write an export whole or not at all, and remember it; a pipe or terminal just gets it."""
    found = Path(os.path.realpath(output))
    try:
        if found.exists() and not found.is_file():
            found.write_bytes(data)
            return
        old = [fingerprint(found.read_bytes())] if found.is_file() else []
        new = fingerprint(data)
        _remember(project, found, [*old, new])  # first, so that a killed run is known to be ours
        put(found, data)
        _remember(project, found, [new])
    except OSError as error:
        raise ChronofactError(failed(error, output)) from error


def _remember(project: Project, found: Path, hashes: list[str]) -> None:
    known = {path: kept for path, kept in _known(project).items() if Path(path).is_file()}
    known[str(found)] = hashes
    with suppress(OSError):
        if claim_cache(project.cache):
            put(project.cache / NAME, json.dumps(known, indent=0, sort_keys=True).encode())


def _known(project: Project) -> dict[str, list[str]]:
    with suppress(OSError, ValueError, AttributeError, TypeError, RecursionError):
        found = json.loads((project.cache / NAME).read_bytes())
        return {str(path): [str(hash) for hash in hashes] for path, hashes in found.items()}
    return {}
