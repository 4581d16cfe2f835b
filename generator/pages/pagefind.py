"""The search's entries in, a Pagefind index in pieces out, and the worker that answers the theme's search box from it.

The built-in search fetches every word of the site before it answers; from some thousands of facts on that is too
much, and Pagefind's index is fetched in the pieces a question needs. The theme takes the worker that its settings
name, so box, keys and languages stay as they are: ``docs/decisions/0023-many-facts-are-searched-in-pieces.md``.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import threading
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from html import unescape
from importlib import import_module
from pathlib import Path
from re import fullmatch
from typing import IO, Any, TypeAlias
from zlib import crc32

from ..errors import ChronofactError, problem
from ..model import Place
from ..store.made import Made, digest
from ..store.text_file import fingerprint
from .links import Links
from .standing import INDEXES, Standing
from .words import Words

WORKER = "assets/search.js"
# Of what Pagefind writes, what its index needs; its own boxes and their styles are not used.
_KEPT = (r"pagefind-entry\.json", r".*\.pf_meta", "index/.*", "fragment/.*")
_ENGINE = (r"pagefind\.js", r"wasm\..*\.pagefind")
# Entries in a part of the index: what one changed fact makes anew. Each part is asked for each word.
PART = 3000
# Places of words in one of a part's pieces; of Pagefind's own, of 20,000, each word would cost one from each part.
_PIECE = ("PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE", "1500")
Doc: TypeAlias = Mapping[str, Any]
_PACKAGES = ("pagefind_bin_extended", "pagefind_bin")
_CONFIG = re.compile(r'(<script id="__config" type="application/json">)(.*?)(</script>)', re.DOTALL)
# First and last letters of the scripts that write words together: kana, Han, Thai, Lao, Burmese, Khmer.
_JOINED = (
    (0x3005, 0x3007), (0x3041, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F), (0x20000, 0x3FFFF), (0x0E01, 0x0E4E), (0x0E81, 0x0ECD), (0x1000, 0x103F), (0x1780, 0x17D3),
)  # fmt: skip
_RUN = re.compile(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in _JOINED)}]+")
_TAG = re.compile(r"<[^>]*>")
# Their own cutting into words is the browser's, which an index made elsewhere does not know.
_CUT_BY_PAGEFIND = frozenset({"zh", "ja", "th", "lo", "my", "km"})


def find_pagefind() -> Path | None:
    """The program, where its package is installed and runs here."""
    for name in _PACKAGES:
        with suppress(ImportError, OSError, AttributeError, subprocess.SubprocessError):
            program = Path(import_module(name).get_executable())
            subprocess.run([program, "--version"], capture_output=True, check=True, timeout=60)
            return program
    return None


def paired(text: str) -> str:
    """Words of scripts that write them together as each two neighbours, and the last letter alone.

    >>> paired("in 北京市")
    'in  北京 京市 市 '
    """

    def pairs(run: re.Match[str]) -> str:
        letters = run[0]
        return f" {' '.join(letters[at : at + 2] for at in range(len(letters)))} "

    return _RUN.sub(pairs, text)


@dataclass(frozen=True, slots=True)
class Part:
    """Entries that are in an index of their own, and the titles of their pages."""

    number: int
    docs: list[Doc]
    titles: list[str]

    @property
    def standing(self) -> Standing:
        """Where its index lies."""
        return INDEXES[self.number]

    def records(self) -> Iterator[dict[str, object]]:
        """What Pagefind is told of each entry of the built-in index; titles and texts there are HTML."""
        for doc, page in zip(self.docs, self.titles, strict=True):
            title, text = _plain(doc["title"]), _plain(doc["text"])
            within = "#" in doc["location"]
            content = text if within else f"{text}\n{title}"
            meta = {"title": title} | ({"page": _plain(page) or title} if within else {})
            meta |= {"text": text} if _RUN.search(content) else {}
            yield {
                "url": doc["location"] or "./",
                "content": paired(content) or title,
                "language": "en",  # every record is of the one index
                "meta": meta,
                "filters": {},
                "sort": {},
            }


def parts_of(own: Sequence[Doc], added: Sequence[Doc]) -> list[Part]:
    """What is searched, cut by its addresses, so that a changed fact changes one part; MkDocs' ``own`` is in the first."""
    titles = {doc["location"]: doc["title"] for doc in (*own, *added) if "#" not in doc["location"]}
    count = max(1, min(len(INDEXES), -(-len(added) // PART)))
    parts = [Part(number, [], []) for number in range(count)]
    places = [0] * len(own) + [crc32(doc["location"].encode()) % count for doc in added]
    for doc, at in zip((*own, *added), places, strict=True):
        parts[at].docs.append(doc)
        parts[at].titles.append(titles.get(doc["location"].partition("#")[0], ""))
    return parts


class Pagefind:
    """The program, asked for an index in the language of the site, only when it was not asked the same before."""

    def __init__(self, program: Path, language: str, made: Made) -> None:
        self._program = program
        self._language = language
        self._made = made
        self._surroundings = (program.name, fingerprint(program.read_bytes()), language)
        self._begun: dict[int, Callable[[], dict[str, bytes]]] = {}
        self._given: dict[int, bytes] = {}

    def begin(self, parts: Iterable[Part], beside: Executor) -> None:
        """Have it work at the parts that nobody made yet, until ``files`` asks for them."""
        for part in parts:
            self._given[part.number] = given = self._given_of(part)
            if not self._made.has(f"pagefind {part.number}", given):
                self._begun[part.number] = beside.submit(indexed, self._program, part, self._language).result

    def _given_of(self, part: Part) -> bytes:
        return digest(self._surroundings, part.docs, part.titles)

    def files(self, part: Part) -> Iterator[tuple[bytes, str, Callable[[], bytes]]]:
        """Hash, path below the site and bytes of each file. Raises ``ChronofactError`` when there is no index."""
        given = self._given.get(part.number) or self._given_of(part)
        files = cache(self._begun.get(part.number) or partial(indexed, self._program, part, self._language))
        name = f"pagefind {part.number}"
        hashes = json.loads(self._made.get(name, given) or b"{}")
        if not hashes:
            hashes = {uri: fingerprint(data) for uri, data in files().items()}
            self._made.put(name, given, json.dumps(hashes).encode())
        for uri, hash in hashes.items():
            yield bytes.fromhex(hash), f"{part.standing.folder}/{uri}", partial(_of, files, uri)


def _of(files: Callable[[], dict[str, bytes]], name: str) -> bytes:
    return files()[name]


def indexed(program: Path, part: Part, language: str) -> dict[str, bytes]:
    """The files of a part's index by their path below its folder; what answers from it lies with the first alone."""
    main = language.split("-")[0].lower()
    asked: list[dict[str, object]] = [
        {"type": "NewIndex", "config": {"force_language": "unknown" if main in _CUT_BY_PAGEFIND else main}}
    ]
    asked += ({"type": "AddRecord", "index_id": 0, **record} for record in part.records())
    asked.append({"type": "GetFiles", "index_id": 0})
    answer, why = _ask(program, asked)
    files = {one["path"]: one["content"] for one in answer.get("files", ())}
    if why or "pagefind-entry.json" not in files:
        why = why or "it gave no index"
        raise ChronofactError(problem("search-index", Place(str(program)), value=program, why=why))
    kept = _KEPT if part.number else (*_KEPT, *_ENGINE)
    return {name: b64decode(data) for name, data in files.items() if fullmatch("|".join(kept), name)}


def _ask(program: Path, requests: Sequence[Mapping[str, object]]) -> tuple[dict[str, Any], str]:
    """Put all requests to the program; its answer to the last one, or why there is none."""
    lines = (
        b64encode(json.dumps({"message_id": number, "payload": request}).encode()) + b","
        for number, request in enumerate(requests)
    )
    try:
        process = subprocess.Popen(
            [program, "--service"], env=dict([*os.environ.items(), _PIECE]),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except OSError as error:
        return {}, error.strerror or str(error)
    assert process.stdin and process.stdout
    # It answers while it is still being asked, and ends as soon as nobody could ask any more.
    writer = threading.Thread(target=_write, args=(process.stdin, lines), daemon=True)
    writer.start()
    try:
        return _outcome(process.stdout, len(requests) - 1)
    finally:
        process.kill()
        writer.join()
        for stream in (process.stdin, process.stdout):
            with suppress(OSError):
                stream.close()
        process.wait()


def _outcome(stream: IO[bytes], last: int) -> tuple[dict[str, Any], str]:
    """The answer to the request numbered ``last``, or why there is none."""
    try:
        for answer in _answers(stream):
            payload = answer["payload"]
            if payload["type"] == "Error":
                return {}, str(payload["message"])
            if answer.get("message_id") == last:
                return payload, ""
    except (ValueError, LookupError, TypeError):
        return {}, "its answer cannot be read"
    return {}, "it ended before it was done"


def _write(stream: IO[bytes], lines: Iterable[bytes]) -> None:
    with suppress(OSError):
        for line in lines:
            stream.write(line)
        stream.flush()


def _answers(stream: IO[bytes]) -> Iterator[dict[str, Any]]:
    """The program's answers, each base64 up to a comma."""
    rest: list[bytes] = []
    while part := stream.read1(1 << 20):  # type: ignore[attr-defined]
        *whole, last = part.split(b",")
        for one in whole:
            yield json.loads(b64decode(b"".join((*rest, one))))
            rest.clear()
        rest.append(last)


def with_worker(html: str, words: Words) -> str:
    """A page whose search box asks our worker, and which counts no pages that it has not fetched."""

    def changed(found: re.Match[str]) -> str:
        config = json.loads(found[2])
        place = f"{config['base'].rstrip('/')}/{WORKER}"
        if isinstance(config["search"], dict):  # as MaterialX has it
            config["search"]["options"]["workerUrl"] = place
        else:
            config["search"] = place
        config["translations"]["search.result.other"] = words.gettext("The best results first")
        return f"{found[1]}{json.dumps(config, ensure_ascii=False).replace('<', chr(92) + 'u003c')}{found[3]}"

    return _CONFIG.sub(changed, html, count=1)


def worker(script: str, words: Words, directory_urls: bool, parts: int) -> str:
    """The worker's ``script`` with what it must know of the site."""
    values = {
        "joined": "".join(f"\\u{{{first:x}}}-\\u{{{last:x}}}" for first, last in _JOINED),
        "onward": words.gettext("%(num)s found; choose among them in Explore"),
        "explore": Links(0, directory_urls).to("explore.md"),
        "language": words.language,
        "parts": parts,
    }
    return script.replace("VALUES = {}", f"VALUES = {json.dumps(values, ensure_ascii=False)}", 1)


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", html)).split())
