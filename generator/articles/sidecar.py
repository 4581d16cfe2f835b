"""A sidecar's YAML in (``article.txt.yaml``), the metadata it gives and its problems out."""

from __future__ import annotations

import difflib
from pathlib import Path

import yaml

from ..errors import Problem, problem
from ..model import Place
from .metadata import Metadata, read_moment

KEYS = ("title", "publisher", "authors", "published", "url", "archive_url", "lang", "tags")
# What others call these, in front matter and out of habit; a key of ours beside it wins.
_OTHER_NAMES = {
    "date": "published", "author": "authors", "byline": "authors", "source": "publisher", "site": "publisher", "language": "lang",
    "outlet": "publisher", "newspaper": "publisher",
    "keywords": "tags", "link": "url", "canonical_url": "url", "archive": "archive_url", "headline": "title",
}  # fmt: skip
_LISTS = ("authors", "tags")
_MOST = 100_000  # bytes; a sidecar has a few lines


class _TextLoader(yaml.BaseLoader):
    """Reads every scalar as text: ``NO`` and ``2025-05-16`` stay as written."""


def sidecar_of(path: Path) -> Path | None:
    """The sidecar beside ``path``: its name with ``.yaml`` put after, or instead of, its ending."""
    candidates = (
        path.with_name(path.name + ".yaml"),
        path.with_name(path.name + ".yml"),
        path.with_suffix(".yaml"),
    )
    return next((candidate for candidate in candidates if candidate != path and _is_file(candidate)), None)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long for a disk
        return False


def read_sidecar(path: Path, shown: str) -> tuple[Metadata, tuple[Problem, ...]]:
    """What the sidecar at ``path`` says; a problem with a key leaves the other keys as they are."""
    try:
        data = path.read_bytes()[: _MOST + 1]
        if len(data) > _MOST:
            return Metadata(), (problem("sidecar-value", Place(shown), name="file", value="too long"),)
        return parse_sidecar(data.decode("utf-8-sig"), shown)
    except UnicodeDecodeError:
        return Metadata(), (problem("sidecar-yaml", Place(shown), why="it is not UTF-8"),)
    except OSError as error:
        return Metadata(), (problem("sidecar-yaml", Place(shown), why=error.strerror or "it cannot be read"),)


def parse_sidecar(text: str, shown: str) -> tuple[Metadata, tuple[Problem, ...]]:
    """Metadata of a sidecar's text; also used for the front matter of Markdown."""
    try:
        node = yaml.compose(text, Loader=_TextLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(shown, mark.line + 1, mark.column + 1) if mark else Place(shown)
        return Metadata(), (
            problem("sidecar-yaml", place, why=getattr(error, "problem", "") or "it is no YAML"),
        )
    if node is None:
        return Metadata(), ()
    if not isinstance(node, yaml.MappingNode):
        return Metadata(), (
            problem("sidecar-yaml", Place(shown, 1, 1), why="it is not a list of 'key: value' lines"),
        )
    values: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    ours = {str(key.value).lower() for key, _ in node.value}
    for key, value in node.value:
        name = str(key.value).lower()
        name = _OTHER_NAMES[name] if _OTHER_NAMES.get(name, name) not in ours else name
        _take(name if name in KEYS else str(key.value), key, value, shown, values, problems)
    return _metadata(values), tuple(problems)


def _take(
    name: str,
    key: yaml.Node,
    value: yaml.Node,
    shown: str,
    values: dict[str, tuple[str, ...]],
    problems: list[Problem],
) -> None:
    """Put one ``key: value`` into ``values``, or say what is wrong with it."""
    place = Place(shown, key.start_mark.line + 1, key.start_mark.column + 1)
    if name not in KEYS:
        near = difflib.get_close_matches(name, KEYS, n=1, cutoff=0.5)
        hint = f"Did you mean '{near[0]}'?" if near else f"The keys are: {', '.join(KEYS)}."
        problems.append(problem("sidecar-key", place, value=name, hint=hint))
        return
    if name in values:
        problems.append(problem("sidecar-value", place, name=name, value="there twice"))
        return
    items = _items(value)
    if items is None or (len(items) > 1 and name not in _LISTS):
        problems.append(problem("sidecar-value", place, name=name, value="not a text"))
        return
    if name == "published" and items and not read_moment(items[0])[0]:
        problems.append(problem("published-value", place, value=items[0]))
        return
    values[name] = items


def _items(node: yaml.Node) -> tuple[str, ...] | None:
    """The texts of a scalar or list; None for anything deeper."""
    if isinstance(node, yaml.ScalarNode):
        text = str(node.value).strip()
        return (text,) if text and text not in ("~", "null") else ()
    if isinstance(node, yaml.SequenceNode) and all(isinstance(item, yaml.ScalarNode) for item in node.value):
        return tuple(str(item.value).strip() for item in node.value)
    return None


def _metadata(values: dict[str, tuple[str, ...]]) -> Metadata:
    def one(name: str) -> str:
        return next(iter(values.get(name, ())), "")

    published, zone = read_moment(one("published")) if one("published") else ("", "")
    return Metadata(
        title=one("title"),
        authors=values.get("authors", ()),
        publisher=one("publisher"),
        published=published,
        zone=zone,
        url=one("url"),
        archive_url=one("archive_url"),
        lang=one("lang"),
        tags=values.get("tags", ()),
    )
