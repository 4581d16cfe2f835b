"""A loaded project in, what is wrong in each file of facts by itself out, and marks by which facts repeat one another.

A file is looked at again when it, an article it rests on, or a setting changed; what was found before is kept by the
hash of all of them. What shows only when files are seen together is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ..config import Settings
from ..errors import Problem
from ..model import Fact
from ..store.cache import CheckCache
from ..store.content import Content
from ..store.ledger import program_mark
from ..store.text_file import fingerprint
from .brackets import find_unproved_brackets, find_unproved_contexts, find_unsure_figures
from .dates import find_doubtful_dates
from .quotes import find_lost_quotes
from .relations import find_unexplained
from .shelves import find_misplaced
from .slips import find_slips
from .wording import find_loaded_words

_NOT_WORD = re.compile(r"[\W_]+")
_FEW = 1000  # facts; below, looking is as fast as remembering


def find_apart(
    content: Content, settings: Settings, rules: Collection[str], memory: CheckCache | None = None
) -> tuple[list[Problem], list[tuple[str, Fact]]]:
    """The problems of each file; and each fact with a mark that those have in common that say the same."""
    if memory is None or len(content.facts) < _FEW:
        return list(_look(content, settings, rules)), [(mark_of(fact), fact) for fact in content.facts]
    by_file: dict[str, list[Fact]] = {path: [] for path in content.facts_files}
    for fact in content.facts:
        by_file.setdefault(fact.place.path, []).append(fact)
    common, articles = _common(content, settings, rules), _Articles(content)
    problems: list[Problem] = []
    marked: list[tuple[str, Fact]] = []
    for path, facts in by_file.items():
        held = content.files[path].data if path in content.files else b""
        parts = [common, path, fingerprint(held), *articles.under(facts)]
        key = fingerprint("\n".join(parts).encode("utf-8", "surrogatepass"))
        found = memory.get(key, len(facts))
        if found is None:
            alone = replace(content, facts=tuple(facts))
            alone.__dict__["facts_files"] = (path,) if path in content.files else ()
            found = list(_look(alone, settings, rules)), [mark_of(fact) for fact in facts]
            memory.put(key, *found)
        problems += found[0]
        marked += zip(found[1], facts, strict=True)
    memory.save()
    return problems, marked


def mark_of(fact: Fact) -> str:
    """What two facts have in common that say the same of the same day; ``""`` for one that was withdrawn."""
    if fact.status == "withdrawn":
        return ""
    words = _NOT_WORD.sub(" ", fact.text.casefold()).strip()
    return fingerprint(repr((words, fact.date, fact.speaker)).encode("utf-8", "replace"))[:20]


def _look(content: Content, settings: Settings, rules: Collection[str]) -> Iterator[Problem]:
    yield from find_lost_quotes(content)
    yield from find_unproved_brackets(content)
    yield from find_unproved_contexts(content)
    yield from find_unsure_figures(content)
    yield from find_doubtful_dates(content, rules)
    yield from find_unexplained(content)
    yield from find_misplaced(content)
    yield from find_slips(content)
    yield from find_loaded_words(content, settings.language)


def _common(content: Content, settings: Settings, rules: Collection[str]) -> str:
    """What every file's problems rest on."""
    top = f"{content.folder}/words/"
    lists = [(path, file.text) for path, file in content.files.items() if path.startswith(top)]
    told = (program_mark(), repr(settings), sorted(rules), content.folder, lists)
    return fingerprint(repr(told).encode("utf-8", "surrogatepass"))


class _Articles:
    """A hash of each article: of its record, its text, and the pages or seconds it was read by."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._known: dict[str, str] = {}

    def under(self, facts: Sequence[Fact]) -> list[str]:
        """Those of the articles that facts rest on."""
        ids = {source.article for fact in facts for source in fact.sources}
        return [self._mark(id) for id in sorted(ids)]

    def _mark(self, id: str) -> str:
        if id not in self._known:
            article = self._content.articles.get(id)
            path = self._content.article_files.get(id, "")
            record = self._content.files[path].text if path in self._content.files else ""
            text, parts = (article.text, article.parts) if article else ("", ())
            whole = f"{id}\n{record}\n{parts!r}\n{text}"
            self._known[id] = fingerprint(whole.encode("utf-8", "surrogatepass"))
        return self._known[id]
