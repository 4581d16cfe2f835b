"""Facts and word lists in, judgements that stand in our own voice out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from ..errors import Problem, problem
from ..model import Fact
from ..store.content import Content

# What stands in quotation marks is somebody's word, not ours. Lengths are bounded: no mark, no long search.
_QUOTED = re.compile(
    r"\"[^\"]{1,2000}\"|“[^”]{1,2000}”|„[^“”]{1,2000}[“”]|«[^»]{1,2000}»|‘[^’]{1,2000}’(?!\w)"
)


def find_loaded_words(content: Content, lang: str) -> Iterator[Problem]:
    """Judging words in text without a speaker, and in what the desk itself wrote."""
    for fact in content.facts:
        article = content.articles.get(fact.sources[0].article) if fact.sources else None
        language = (article.lang if article else "") or lang
        listed, where = _list_for(content, language)
        if listed is None:
            continue
        for name, text in _own_voice(fact):
            for match in listed.finditer(_QUOTED.sub(lambda m: " " * len(m[0]), text)):
                place = content.place(fact.place, name)
                copied = name == "text" and any(text in source.quote for source in fact.sources)
                code = "word-adopted" if copied else "word-loaded"
                yield problem(code, place, fact=fact.id, value=match[0], file=where)


def _own_voice(fact: Fact) -> Iterator[tuple[str, str]]:
    """The texts of a fact that nobody is named for, with their keys."""
    named = fact.speaker or fact.anonymous or fact.kind == "statement"
    if not named and fact.status != "withdrawn":
        yield "text", fact.text
    yield "reason", fact.reason
    yield "image_alt", fact.image_alt


def _list_for(content: Content, lang: str) -> tuple[re.Pattern[str] | None, str]:
    """The project's own list for a language, or the one that comes with the program."""
    code = lang.split("-")[0].lower()
    own = f"{content.folder}/words/{code}.txt"
    if own in content.files:
        return _pattern(content.files[own].text), own
    return _pattern(_packaged().get(code, "")), f"the program's own; a copy as {own} replaces it"


@cache
def _packaged() -> Mapping[str, str]:
    folder = files("generator.check").joinpath("words")
    return {
        f.name.removesuffix(".txt"): f.read_text("utf-8") for f in folder.iterdir() if f.name.endswith(".txt")
    }


@cache
def _pattern(words: str) -> re.Pattern[str] | None:
    """A word list as one pattern; ``*`` at the end of a word stands for any letters."""
    lines = (line.strip() for line in words.splitlines())
    entries = [line for line in lines if line and not line.startswith("#")]
    if not entries:
        return None
    parts = [
        re.escape(e.removesuffix("*")).replace(r"\ ", r"\s") + (r"\w*" if e.endswith("*") else "")
        for e in entries
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
