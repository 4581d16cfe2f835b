"""A folder of annotated texts in, the places of this repository that repeat them out.

An example that stands in a text we are measured on measures nothing. Three things count as repeated:
eight words in a row, a quoted example of four words or more, and a name of two words that few texts hold.
"""

from __future__ import annotations

import gzip
import html
import io
import itertools
import json
import re
import tokenize
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

RUN = 8  # words in a row that are nobody's by chance
SHORTEST = 4  # words of a quoted example that is still an example
RARE = 2  # a name in more texts than this is everybody's

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NAME = re.compile(r"\b[^\W\d_a-zà-ÿа-яєії][\w’'-]+(?: [^\W\d_a-zà-ÿа-яєії][\w’'-]+)+")
_EXAMPLE = re.compile(r'"([^"\n]{8,90})"|“([^”\n]{8,90})”')
_MARKUP = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """One stretch of a file of ours: where it stands, what it says, whether it is a comment."""

    place: str
    words: str
    comment: bool = False


def words_of(text: str) -> list[str]:
    """The words of ``text``, folded."""
    return [word.lower() for word in _WORD.findall(text)]


def names_in(text: str) -> Iterator[str]:
    """Every two neighbouring words of a name, four letters at least: ``Adam Lindt Roe`` -> ``Adam Lindt``."""
    for found in _NAME.finditer(text):
        parts = found.group().split()
        yield from (f"{one} {two}" for one, two in itertools.pairwise(parts) if min(len(one), len(two)) > 3)


def key_texts(folder: Path) -> Iterator[str]:
    """The texts of a folder of answer keys: JSON Lines with ``text``, pages, plain texts; gzipped or not."""
    for path in sorted(folder.rglob("*")):
        name = path.name.removesuffix(".gz")
        if not path.is_file() or not name.endswith((".jsonl", ".html", ".txt")):
            continue
        raw = path.read_bytes()
        raw = gzip.decompress(raw) if path.suffix == ".gz" else raw
        text = raw.decode("utf-8", "replace")
        if name.endswith(".jsonl"):
            for line in filter(str.strip, text.splitlines()):
                yield str(json.loads(line).get("text") or "")
        else:
            yield html.unescape(_MARKUP.sub(" ", text)) if name.endswith(".html") else text


def said_in(path: Path, root: Path) -> Iterator[Said]:
    """What a file of ours says: a program's comments and strings, every line of anything else."""
    where, text = path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        for number, line in enumerate(text.splitlines(), 1):
            yield Said(f"{where}:{number}", line)
        return
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type in (tokenize.COMMENT, tokenize.STRING):
            yield Said(f"{where}:{token.start[0]}", token.string, comment=where.startswith("generator/"))


def repeated(ours: Iterable[Said], keys: Iterable[str], known: frozenset[str]) -> list[str]:
    """Every place of ``ours`` that repeats a text of ``keys``; names in ``known`` are everybody's."""
    runs: dict[tuple[str, ...], str] = {}
    examples: dict[tuple[str, ...], str] = {}
    names: dict[str, str] = {}
    for said in ours:
        flat = words_of(said.words)
        runs.update({tuple(flat[at : at + RUN]): said.place for at in range(len(flat) - RUN + 1)})
        names.update({name: said.place for name in names_in(said.words) if name.lower() not in known})
        for found in _EXAMPLE.finditer(said.words) if said.comment else ():
            quoted = tuple(words_of(found.group(1) or found.group(2)))
            if SHORTEST <= len(quoted) < RUN and " ".join(quoted) not in known:
                examples[quoted] = said.place
    lengths = [RUN, *sorted({len(quoted) for quoted in examples})]
    heads = {run[:SHORTEST] for run in (*runs, *examples)}
    hits: dict[str, str] = {}
    seen: Counter[str] = Counter()
    shared: dict[str, str] = {}
    for text in keys:
        seen.update({*names_in(text)} & names.keys())
        flat = words_of(text)
        fours = zip(*(flat[at:] for at in range(SHORTEST)), strict=False)
        starts = [at for at, four in enumerate(fours) if four in heads]
        here = {tuple(flat[at : at + length]) for at in starts for length in lengths}
        hits.update({" ".join(run): runs[run] for run in here & runs.keys()})
        quoted_here = {" ".join(run): examples[run] for run in here & examples.keys()}
        seen.update(quoted_here.keys())
        shared.update(quoted_here)
    rare = {name: names.get(name) or shared[name] for name, count in seen.items() if count <= RARE}
    return sorted(f"{place}: {what}" for what, place in {**rare, **hits}.items())
