"""A project's folders in, what forbids to write there out: outside the project, inside one another, or not ours.

Every target of every write is asked about here and nowhere else: a setting, a folder or file named on the
command line, a path that an article's record or a journal holds.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath, PureWindowsPath

from ..errors import Problem, problem
from ..model import Place

# The tag by which backup programs pass over a cache (bford.info/cachedir) tells us that the folder is ours.
TAG = "CACHEDIR.TAG"
TAG_TEXT = """Signature: 8a477f597d28d172789f06886806bc55
# Chronofact keeps rendered pages and caches here. The folder may be deleted at any time.
"""
_OURS = "Chronofact keeps rendered pages"
# What a cache folder of before the tag holds.
_BEFORE_THE_TAG = frozenset({"facts.json", "exported.json", "site.json", "pages", "assets", "share"})
# What a run leaves that was killed before it had put the tag down.
_BEGUN = re.compile(r"\.chronofact-[\w.-]+\.tmp")
_SIDECARS = (".yaml", ".yml")
_FOREIGN = re.compile(r'[<>:"/\\|?*]|[. ]$')
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
_LONGEST_NAME = 240  # bytes, so that ".yaml" still fits behind it


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a project's folders lie, as paths relative to ``root``; ``site`` may lie elsewhere."""

    root: Path
    content: str
    seeds: str
    cache: str
    docs: str = "docs"
    site: str = "site"

    def named(self) -> Iterator[tuple[str, str]]:
        """Each folder with the setting that names it."""
        yield "content_dir", self.content
        yield "seeds_dir", self.seeds
        yield "cache_dir", self.cache
        yield "docs_dir", self.docs
        yield "site_dir", self.site


def inside(root: Path, path: str | Path) -> Path | None:
    """Where a path of the project really lies, links followed; None when that is outside ``root``."""
    try:
        found = (root / path).resolve()
        return found if found.is_relative_to(root.resolve()) else None
    except (OSError, ValueError, RuntimeError):
        return None


class Lying:
    """Where files of a project really lie, links followed; each folder is looked up once, for the many files of a run."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.top = root.resolve()
        self._folders: dict[Path, Path] = {}

    def at(self, path: str) -> Path:
        """The file itself, behind a link if there is one."""
        full = self.root / path
        folder = self._folders.get(full.parent)
        if folder is None:
            folder = self._folders[full.parent] = full.parent.resolve()
        return full.resolve() if full.is_symlink() else folder / full.name

    def holds(self, path: str) -> bool:
        """Whether it lies in the project."""
        try:
            return self.at(path).is_relative_to(self.top)
        except (OSError, ValueError, RuntimeError):
            return False


def may_write(
    root: Path, path: str, tops: tuple[str, ...], *, config: str = "mkdocs.yml", lying: Lying | None = None
) -> bool:
    """Whether a run may write the file ``path``: one below ``tops``, or a sidecar beside an article of the project."""
    pure = PurePosixPath(path)
    if (
        "\\" in path
        or not pure.parts
        or pure.is_absolute()
        or ".." in pure.parts
        or PureWindowsPath(path).drive
    ):
        return False
    if not (lying or Lying(root)).holds(path):
        return False
    below = any(pure.parts[: len(top)] == top for top in (PurePosixPath(one).parts for one in tops))
    if below:
        return True
    hidden = any(part.startswith(".") for part in pure.parts)
    return not hidden and pure.suffix.lower() in _SIDECARS and pure.name not in (config, "mkdocs.yaml")


def find_clashes(folders: Folders, places: Mapping[str, Place], whole: Place) -> Iterator[Problem]:
    """Folders of the settings that lie outside the project, or one inside another."""
    lies: dict[str, Path] = {}
    for name, path in folders.named():
        place = places.get(name, whole)
        found = inside(folders.root, path)
        if found is None and name in ("site_dir", "docs_dir"):
            lies[name] = (folders.root / path).resolve()  # MkDocs' own; it may lie elsewhere
        elif found is None:
            yield problem("folder-outside", place, name=name, value=path)
        elif found == folders.root.resolve():
            yield problem("folder-project", place, name=name, value=path)
        else:
            lies[name] = found
    names = list(lies)
    for number, one in enumerate(names):
        for other in names[number + 1 :]:
            if _overlap(lies[one], lies[other]) and not _is_pages(one, other, lies):
                later = other if other in places or one not in places else one
                first = one if later == other else other
                yield problem(
                    "folder-clash", places.get(later, whole), name=later, value=dict(folders.named())[later],
                    other=first,
                )  # fmt: skip
    if "site_dir" in lies and folders.root.resolve().is_relative_to(lies["site_dir"]):
        yield problem("folder-project", whole, name="site_dir", value=folders.site)


def site_clashes(folders: Folders, site: Path) -> tuple[Problem, ...]:
    """What a folder that a build is about to empty has in common with the project's own."""
    whole = Place()
    seen = find_clashes(replace(folders, site=str(site)), {}, whole)
    return tuple(one for one in seen if "site_dir" in one.message)


def _is_pages(one: str, other: str, lies: Mapping[str, Path]) -> bool:
    """Whether two folders are the content and, in it, the pages written by hand: the usual layout."""
    if {one, other} != {"content_dir", "docs_dir"}:
        return False
    content, docs = lies["content_dir"], lies["docs_dir"]
    if content == docs or not docs.is_relative_to(content):
        return False
    first = docs.relative_to(content).parts[0].casefold()
    return first not in ("articles", "facts", "templates", "words") and not first.startswith(".")


def _overlap(one: Path, other: Path) -> bool:
    """Whether one path is the other or lies in it, on a disk that may not tell capital letters apart."""
    a, b = (tuple(part.casefold() for part in path.parts) for path in (one, other))
    shorter = min(len(a), len(b))
    return a[:shorter] == b[:shorter]


def why_no_target(folders: Folders, target: Path) -> Problem | None:
    """Why a folder named on the command line must not take files of ours, if so."""
    place = Place(str(target))
    found = Path(os.path.realpath(target))
    if folders.root.resolve().is_relative_to(found):
        return problem("target-project", place, value=target)
    for name, path in folders.named():
        if _overlap(found, Path(os.path.realpath(folders.root / path))):
            return problem("target-clash", place, value=target, name=name)
    return None


def why_no_file(folders: Folders, target: Path, config: str) -> str:
    """The name of what a file named on the command line would lie among, or be; ``""`` when it may be written."""
    if target == folders.root.resolve() / config:
        return config
    named = dict(folders.named())
    docs = folders.root / named["docs_dir"]
    for name in ("content_dir", "seeds_dir", "cache_dir"):
        if target.is_relative_to(Path(os.path.realpath(folders.root / named[name]))):
            return "" if target.is_relative_to(Path(os.path.realpath(docs))) else name
    return ""


def cache_problem(cache: Path, place: Place, shown: str) -> Problem | None:
    """Why a folder cannot be the cache: it holds files and none says that it is ours."""
    if not cache.exists() or is_claimed(cache) or is_older(cache):
        return None
    try:
        empty = all(_BEGUN.fullmatch(entry.name) for entry in cache.iterdir())
    except OSError:
        empty = False
    return None if empty else problem("cache-foreign", place, value=shown)


def is_claimed(cache: Path) -> bool:
    """Whether a folder says that it is our cache."""
    try:
        return _OURS in (cache / TAG).read_text("utf-8", errors="replace")
    except OSError:
        return False


def is_older(cache: Path) -> bool:
    """Whether it is the usual folder, made before there was a tag."""
    try:
        names = {entry.name for entry in cache.iterdir() if not _BEGUN.fullmatch(entry.name)}
    except OSError:
        return False
    return cache.name == ".chronofact" and all(
        name in _BEFORE_THE_TAG or name.startswith("facts.json.") for name in names
    )


def fits_everywhere(name: str) -> bool:
    """Whether a file may have this name on every system: who clones the project on Windows could not check it out."""
    stem = name.partition(".")[0].rstrip().lower()
    return fits_name(name) and not _FOREIGN.search(name) and stem not in _DEVICES


def fits_name(name: str) -> bool:
    """Whether a file name from elsewhere serves here, its sidecar's too: short, visible, and text."""
    try:
        short = len(name.encode("utf-8")) <= _LONGEST_NAME
    except UnicodeEncodeError:
        return False
    return short and name.isprintable()
