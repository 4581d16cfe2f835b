"""A file named for an export in, whether it may be written out: a new one, or one as an export left it.

The cache folder remembers the hash of each file that was exported.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ..errors import ChronofactError, Problem, problem
from ..model import Place
from .folders import why_no_file
from .project import Project
from .text_file import fingerprint
from .written import claim_cache, failed, put

NAME = "exported.json"


def why_no_export(
    project: Project, output: Path, *, overwrite: bool = False, known: Mapping[str, list[str]] | None = None
) -> Problem | None:
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
        if held in (known if known is not None else _known(project)).get(str(found), ())
        else problem("export-foreign", place, value=output)
    )


def write_exports(
    project: Project, folder: Path, files: Mapping[str, bytes], *, overwrite: bool = False
) -> None:
    """Write an export of many files below ``folder``: none where one is refused; each whole, remembered in one go."""
    known = _known(project)
    wrong = [why_no_export(project, folder / path, overwrite=overwrite, known=known) for path in files]
    if any(wrong):
        raise ChronofactError(*filter(None, wrong))
    found = {Path(os.path.realpath(folder / path)): data for path, data in files.items()}
    try:
        old = {path: fingerprint(path.read_bytes()) for path in found if path.is_file()}
        new = {path: fingerprint(data) for path, data in found.items()}
        _remember(
            project, {path: [*([old[path]] if path in old else []), mark] for path, mark in new.items()}
        )
        for path, data in found.items():
            put(path, data)
        _remember(project, {path: [mark] for path, mark in new.items()})
    except OSError as error:
        raise ChronofactError(failed(error, folder)) from error


def write_export(project: Project, output: Path, data: bytes) -> None:
    """Write an export whole or not at all, and remember it; a pipe or terminal just gets it."""
    found = Path(os.path.realpath(output))
    try:
        if found.exists() and not found.is_file():
            found.write_bytes(data)
            return
        old = [fingerprint(found.read_bytes())] if found.is_file() else []
        new = fingerprint(data)
        _remember(project, {found: [*old, new]})  # first, so that a killed run is known to be ours
        put(found, data)
        _remember(project, {found: [new]})
    except OSError as error:
        raise ChronofactError(failed(error, output)) from error


def _remember(project: Project, found: Mapping[Path, list[str]]) -> None:
    known = {path: kept for path, kept in _known(project).items() if Path(path).is_file()}
    known |= {str(path): hashes for path, hashes in found.items()}
    with suppress(OSError):
        if claim_cache(project.cache):
            put(project.cache / NAME, json.dumps(known, indent=0, sort_keys=True).encode())


def _known(project: Project) -> dict[str, list[str]]:
    with suppress(OSError, ValueError, AttributeError, TypeError, RecursionError):
        found = json.loads((project.cache / NAME).read_bytes())
        return {str(path): [str(hash) for hash in hashes] for path, hashes in found.items()}
    return {}
