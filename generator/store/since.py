"""Facts now and as they were, and a day, in; what is new, changed, corrected or gone since then out."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..model import Fact
from .decode import Decoder
from .document import parse_document
from .project import Project
from .text_file import TextFile, decode_file

What = Literal["added", "corrected", "changed", "reviewed", "disputed", "withdrawn", "removed"]
PUBLIC = ("reviewed", "disputed", "withdrawn")
# What a reader would notice; a new tag or comment is not news.
_SHOWN = ("date", "text", "speaker", "via", "kind", "status", "denied", "anonymous", "reason")
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that is not what it was, and how."""

    what: What
    fact: Fact
    on: str = ""  # the day, where the fact says it
    fields: tuple[tuple[str, str, str], ...] = ()  # field, was, now
    why: str = ""


def changes_since(
    facts: Sequence[Fact], day: str, before: Mapping[str, Fact] | None = None
) -> tuple[Change, ...]:
    """What changed since ``day`` (ISO), newest first; ``before`` are the facts of that day, when git knows them."""
    known = {old for fact in facts for old in (fact.id, *fact.merged_ids)}
    found = [change for fact in facts for change in _changes_of(fact, day, before)]
    found += [Change("removed", old) for id, old in (before or {}).items() if id not in known]
    return tuple(sorted(found, key=lambda change: (change.on or day, change.fact.id), reverse=True))


def _changes_of(fact: Fact, day: str, before: Mapping[str, Fact] | None) -> Iterator[Change]:
    """What a fact says was corrected since then, and how it differs from what it was where that tells more."""
    corrections = [correction for correction in fact.corrections if correction.on >= day]
    for one in corrections:
        texts = (("text", one.was, one.now),) if one.was or one.now else ()
        yield Change("corrected", fact, one.on, texts, one.why)
    old = _before(fact, before)
    if old is not None:
        if not corrections or old.status != fact.status:
            yield from _changed(fact, old)
    elif (fact.added >= day) if fact.added else (before is not None):
        yield Change("added", fact, fact.added)
        if fact.status == "withdrawn":
            yield Change("withdrawn", fact, fact.added, why=fact.reason)


def facts_at(project: Project, day: str) -> Mapping[str, Fact] | None:
    """The facts as git has them at the end of the day before ``day``; None without git or such a commit."""
    commit = _git(project, "rev-list", "-1", f"--before={day}T00:00:00", "HEAD")
    return facts_of(project, commit.decode().strip()) if commit and commit.strip() else None


def facts_of(project: Project, revision: str) -> Mapping[str, Fact] | None:
    """The facts of a git revision; None where there is none."""
    if revision.startswith("-"):
        return None
    folder = f"{project.settings.content_dir}/facts"
    archive = _git(project, "archive", "--format=tar", revision, "--", folder)
    if archive is None:
        return None
    found: dict[str, Fact] = {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for member in files:
            handle = files.extractfile(member) if member.isfile() else None
            file = decode_file(member.name, handle.read()) if handle else None
            if isinstance(file, TextFile) and member.name.lower().endswith((".yaml", ".yml")):
                root = parse_document(member.name, file.text).root
                found.update((fact.id, fact) for fact in Decoder(member.name).facts(root))
    return found


def _before(fact: Fact, before: Mapping[str, Fact] | None) -> Fact | None:
    return next((before[id] for id in (fact.id, *fact.merged_ids) if id in before), None) if before else None


def _changed(fact: Fact, old: Fact) -> list[Change]:
    """How a fact differs from what it was, as readers see it."""
    differing = tuple(
        (name, str(getattr(old, name)), str(getattr(fact, name)))
        for name in _SHOWN
        if getattr(old, name) != getattr(fact, name)
    )
    gained = len(fact.sources) - len(old.sources)
    if gained > 0:
        differing = (*differing, ("sources", str(len(old.sources)), str(len(fact.sources))))
    if not differing:
        return []
    if fact.status != old.status and fact.status != "draft":
        return [Change(fact.status, fact, fields=differing, why=fact.reason)]
    return [Change("changed", fact, fields=differing)]


def git_name(root: Path) -> str:
    """The name that git signs commits with there; ``""`` when it has none, or there is no git."""
    said = _git_at(root, "config", "user.name")
    return " ".join(said.decode("utf-8", "replace").split()) if said else ""


def state_of(project: Project, path: str, stage: int) -> str | None:
    """A file as one side of an unfinished merge has it: 1 what both began with, 2 ours, 3 theirs; None: not there."""
    prefix = _git(project, "rev-parse", "--show-prefix")
    if prefix is None:
        return None
    data = _git(project, "show", f":{stage}:{prefix.decode().strip()}{path}")
    file = decode_file(path, data) if data is not None else None
    return file.text if isinstance(file, TextFile) else None


def _git(project: Project, *arguments: str) -> bytes | None:
    return _git_at(project.root, *arguments)


def _git_at(root: Path, *arguments: str) -> bytes | None:
    """What git answers; None when it cannot."""
    command = ["git", "-C", str(root), "--no-pager", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
