"""A folder in, the project it belongs to out: where things lie and what ``mkdocs.yml`` sets.

``mkdocs.yml`` belongs to MkDocs and its plugins, so it is read tolerantly: tags that only MkDocs
understands never fail here, and a wrong setting keeps its default and is a problem with its line.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from ..config import Settings, read_settings, site_language
from ..errors import ChronofactError, Problem, problem
from ..model import Place, Site
from .folders import Folders, cache_problem, find_clashes
from .text_file import TextFile, decode_file

CONFIG_NAMES = ("mkdocs.yml", "mkdocs.yaml")
PLUGIN = "chronofact"
_UNSAFE = frozenset({"folder-outside", "folder-project", "folder-clash", "cache-foreign"})
_MOST_VALUES = 100_000  # of all anchors unfolded
_MAX_DEPTH = 60  # the parser recurses in C, where too deep means the end of the process


@dataclass(frozen=True, slots=True)
class Project:
    """Where a project lies and how it is set; ``root`` holds ``mkdocs.yml``."""

    root: Path
    settings: Settings = Settings()
    config: str = "mkdocs.yml"
    site_name: str = ""
    site_url: str = ""
    site_description: str = ""
    site_author: str = ""
    language: str = "en"
    docs_dir: str = "docs"
    site_dir: str = "site"
    configured: bool = False  # whether the plugin is switched on
    problems: tuple[Problem, ...] = ()

    @property
    def site(self) -> Site:
        """The site as its builder names it."""
        url = f"{self.site_url.rstrip('/')}/" if self.site_url else ""
        return Site(self.site_name, url, self.language, self.site_description, self.site_author)

    @property
    def content(self) -> Path:
        """The folder people edit."""
        return self.root / self.settings.content_dir

    @property
    def seeds(self) -> Path:
        """The folder of the articles as received."""
        return self.root / self.settings.seeds_dir

    @property
    def cache(self) -> Path:
        """The folder that may be deleted at any time."""
        return self.root / self.settings.cache_dir

    @property
    def folders(self) -> Folders:
        """Its folders, as those who ask where they may write want them."""
        own = self.settings
        return Folders(self.root, own.content_dir, own.seeds_dir, own.cache_dir, self.docs_dir, self.site_dir)

    @property
    def unsafe(self) -> tuple[Problem, ...]:
        """What is wrong with the folders themselves: with that, nothing may be written."""
        return tuple(one for one in self.problems if one.code in _UNSAFE)


class _Unknown:
    """A value under a tag that only MkDocs understands."""


@dataclass(frozen=True, slots=True)
class Named:
    """``!!python/name:…``: what a builder looks up by its name, and we never do."""

    name: str


class _TolerantLoader(yaml.SafeLoader):
    """Reads any tag; ``!ENV`` is looked up as MkDocs does."""


def load_project(start: Path) -> Project:
    """Find the project of ``start``, a folder or a file in it; raises when there is none."""
    folder = start.resolve()
    for root in (folder, *folder.parents):
        for name in CONFIG_NAMES:
            if (root / name).is_file():
                return _read_project(root, name)
    raise ChronofactError(problem("project-missing", value=folder))


def _read_project(root: Path, name: str) -> Project:
    try:
        file = decode_file(name, (root / name).read_bytes())
    except OSError as error:
        raise ChronofactError(problem("file-unreadable", Place(name), why=error.strerror)) from error
    if isinstance(file, Problem):
        raise ChronofactError(file)
    try:
        node = _compose(file.text)
        values = _construct(node)
        values = _inherited(root, values)
    except yaml.YAMLError as error:
        return Project(root, config=name, problems=(_unreadable(name, error),))
    options, places = _plugin_options(node, values, file)
    settings, found = _settings(options, places, Place(name))
    if options is None:
        found = (*found, problem("project-without-plugin", Place(name)))
    theme = values.get("theme")
    language = theme.get("language") if isinstance(theme, dict) else None
    project = Project(
        root=root,
        settings=settings,
        config=name,
        site_name=_text(values.get("site_name")),
        site_url=_text(values.get("site_url")),
        site_description=_text(values.get("site_description")),
        site_author=_text(values.get("site_author")),
        language=site_language(settings, _text(language)),
        docs_dir=_text(values.get("docs_dir")) or "docs",
        site_dir=_text(values.get("site_dir")) or "site",
        configured=options is not None,
    )
    return replace(project, problems=(*found, *_folder_problems(project, places, Place(name))))


def _folder_problems(project: Project, places: Mapping[str, Place], whole: Place) -> Iterator[Problem]:
    clashes = tuple(find_clashes(project.folders, places, whole))
    yield from clashes
    where = places.get("cache_dir", whole)
    foreign = None if clashes else cache_problem(project.cache, where, project.settings.cache_dir)
    if foreign is not None:
        yield foreign


def _compose(text: str) -> yaml.Node | None:
    """The node tree of a text, refused before it is built when it is nested without measure."""
    depth = 0
    for event in yaml.parse(text, _TolerantLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            raise yaml.YAMLError(f"nested more than {_MAX_DEPTH} levels deep")
    node: yaml.Node | None = yaml.compose(text, _TolerantLoader)
    if node is not None:
        _unfolded(node, {}, 0)
    return node


def _unfolded(node: yaml.Node, known: dict[int, int], depth: int) -> int:
    """How many values a node is with every anchor unfolded; merged keys and what is written out again unfold them."""
    if known.get(id(node)) == 0 or depth > 3 * _MAX_DEPTH:
        raise yaml.YAMLError("an anchor in it holds itself, or is nested too deep")
    if id(node) not in known:
        known[id(node)] = 0
        inner = node.value if isinstance(node, (yaml.SequenceNode, yaml.MappingNode)) else ()
        parts = (one for item in inner for one in (item if isinstance(item, tuple) else (item,)))
        known[id(node)] = 1 + sum(_unfolded(one, known, depth + 1) for one in parts)
        if known[id(node)] > _MOST_VALUES:
            raise yaml.YAMLError(f"its anchors unfold to more than {_MOST_VALUES:,} values")
    return known[id(node)]


def _construct(node: yaml.Node | None) -> dict[str, Any]:
    """The values of a node tree; an empty file has none."""
    if node is None:
        return {}
    loader = _TolerantLoader("")
    try:
        values = loader.construct_document(node)
    finally:
        loader.dispose()
    if not isinstance(values, dict):
        raise yaml.YAMLError("it does not hold 'key: value' lines")
    return values


def _inherited(root: Path, values: dict[str, Any]) -> dict[str, Any]:
    """Values with those of the file that ``INHERIT`` names below them, as MkDocs merges them."""
    parent = values.get("INHERIT")
    if not isinstance(parent, str) or not (root / parent).is_file():
        return values
    base = _construct(_compose((root / parent).read_text("utf-8", errors="replace")))
    return _merged(base, values)


def _merged(base: dict[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    result = dict(base)
    for key, value in over.items():
        below = result.get(key)
        result[key] = _merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return result


def _plugin_options(
    node: yaml.Node | None, values: dict[str, Any], file: TextFile
) -> tuple[dict[str, Any] | None, dict[str, Place]]:
    """The options of this plugin (None: not switched on), and the place of each."""
    plugins = values.get("plugins")
    entries: list[Any] = plugins if isinstance(plugins, list) else []
    if isinstance(plugins, dict):
        entries = [{name: options} for name, options in plugins.items()]
    places: dict[str, Place] = {}
    for found in _mappings_under(node, PLUGIN):
        for key, _ in found.value:
            mark = key.start_mark
            places[str(key.value)] = Place(file.path, mark.line + 1, mark.column + 1)
    for entry in entries:
        if entry == PLUGIN:
            return {}, places
        if isinstance(entry, dict) and PLUGIN in entry:
            options = entry[PLUGIN]
            return options if isinstance(options, dict) else {}, places
    return None, places


def _mappings_under(node: yaml.Node | None, name: str) -> list[yaml.MappingNode]:
    """The option groups of the plugin ``name`` under ``plugins``."""
    found: list[yaml.MappingNode] = []
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    for key, plugins in pairs:
        if key.value != "plugins":
            continue
        entries = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
        for entry in entries:
            inner = entry.value if isinstance(entry, yaml.MappingNode) else []
            found += [v for k, v in inner if k.value == name and isinstance(v, yaml.MappingNode)]
    return found


def _settings(
    options: dict[str, Any] | None, places: Mapping[str, Place], whole: Place
) -> tuple[Settings, tuple[Problem, ...]]:
    """Settings, and each problem at the line of its option."""
    given = {str(name): value for name, value in (options or {}).items()}
    settings, _ = read_settings(given, whole)
    found = [read_settings({name: value}, places.get(name, whole))[1] for name, value in given.items()]
    return settings, tuple(one for some in found for one in some)


def _unreadable(name: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
    return problem("project-unreadable", place, why=getattr(error, "problem", None) or error)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def site_settings(project: Project) -> dict[str, Any]:
    """Everything in ``mkdocs.yml`` as plain values, for another builder; nothing that it names is run."""
    file = decode_file(project.config, (project.root / project.config).read_bytes())
    if isinstance(file, Problem):
        raise ChronofactError(file)
    found = _without_unknown(_inherited(project.root, _construct(_compose(file.text))))
    return found if isinstance(found, dict) else {}


def _without_unknown(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_unknown(one) for key, one in value.items() if not isinstance(one, _Unknown)}
    if isinstance(value, list):
        return [_without_unknown(one) for one in value if not isinstance(one, _Unknown)]
    return value


def _any_tag(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> object:
    """The plain value below a tag we do not know."""
    if suffix.startswith("name:"):
        return Named(suffix.removeprefix("name:"))
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    return _Unknown()


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    """``!ENV NAME`` or ``!ENV [NAME, …, default]``."""
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(str(loader.construct_scalar(node)))
    names = loader.construct_sequence(node, deep=True) if isinstance(node, yaml.SequenceNode) else []
    for name in names[:-1] if len(names) > 1 else names:
        if isinstance(name, str) and name in os.environ:
            return os.environ[name]
    return names[-1] if len(names) > 1 else None


_TolerantLoader.add_constructor("!ENV", _environment)
_TolerantLoader.add_multi_constructor("!", _any_tag)
_TolerantLoader.add_multi_constructor("tag:yaml.org,2002:python/", _any_tag)
