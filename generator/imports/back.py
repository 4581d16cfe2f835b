"""Facts of the project in, the file or files of a foreign form out: as it came where nothing changed, else anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from ..fields import extra_data
from ..model import Article, Fact, Source
from ..store.importing import Imported
from .forms import FORMS
from .forms.csl import item_of
from .forms.one_a_file import write_one
from .take import entry_of, options_of
from .values import Options

# Forms that facts which never came from them can be written in, beside those of ``exports``.
WRITABLE = tuple(name for name, form in FORMS.items() if form.write is not None and form.roles is not None)


def write_facts(form: str, facts: Sequence[Fact], articles: Mapping[str, Article]) -> bytes:
    """Any facts in a foreign form."""
    found = FORMS[form]
    assert found.write is not None
    options = Options(as_written=True)
    roles = found.roles or {}
    return found.write(
        [found.lens.write(entry_of(f, _cited(f, articles)), roles, {}, options) for f in facts], {}
    )


def write_back(
    imported: Imported, facts: Mapping[str, Fact], articles: Mapping[str, Article]
) -> bytes | dict[str, bytes]:
    """An import's entries in the form they came in, those whose facts are in ``facts``, in their old order.

    A folder of files with an entry each comes back as such: path to bytes.
    """
    own = imported.head.get("own", {})
    form = FORMS[str(imported.head["form"])]
    assert form.write is not None
    options = options_of(imported.head)
    files: dict[str, bytes] = {}
    records = []
    for known in imported.entries:
        fact = facts.get(known.fact.id)
        if fact is None:
            continue
        roles = known.roles or imported.head.get("roles", {})
        entry = entry_of(fact, _cited(fact, articles))
        if form.name == "csl-json":
            article = articles[fact.sources[0].article]
            own = item_of(known.key, fact.text, article.type, article.url, article.lang)
            entry = replace(entry, extra={**own, **(extra_data(article.extra) or {})})
        record = form.lens.write(entry, roles, own, options)
        records.append(record)
        if own.get("as") == "folder" and (path := _path(known.path)):
            files[path] = write_one(
                record,
                {".json": "json", ".md": "md", ".markdown": "md"}.get(PurePosixPath(path).suffix, "yaml"),
            )
    return files if own.get("as") == "folder" else form.write(records, own)


def _cited(fact: Fact, articles: Mapping[str, Article]) -> list[tuple[Source, Article]]:
    return [(source, articles[source.article]) for source in fact.sources if source.article in articles]


def _path(key: str) -> str:
    """A file's path below the folder it came from, and nowhere else."""
    path = PurePosixPath(key)
    return (
        key
        if key and not path.is_absolute() and ".." not in path.parts and "\\" not in key and ":" not in key
        else ""
    )
