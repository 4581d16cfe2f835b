"""The search's entries in, a Pagefind index in pieces out, and the worker that answers the theme's search box from it.

The built-in search fetches every word of the site before it answers; from some thousands of facts on that is too
much, and Pagefind's index is fetched in the pieces a question needs. The theme takes the worker that its settings
name, so box, keys and languages stay as they are: ``docs/decisions/0023-many-facts-are-searched-in-pieces.md``.
"""

from __future__ import annotations

import base64
import json
import re
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from fnmatch import fnmatch
from functools import cache, partial
from html import unescape
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from ..errors import ChronofactError, problem
from ..model import Place
from ..store.made import Made, digest
from ..store.text_file import fingerprint
from .links import Links
from .words import Words

FOLDER = "search/pagefind/"
WORKER = "assets/search.js"
# Of what Pagefind writes, what its index needs; its own boxes and their styles are not used.
_KEPT = ("pagefind.js", "pagefind-entry.json", "wasm.*.pagefind", "*.pf_meta", "index/*", "fragment/*")
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


def records(docs: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, object]]:
    """What Pagefind is told of each entry of the built-in index; titles and texts there are HTML."""
    titles = {doc["location"]: _plain(doc["title"]) for doc in docs}
    for doc in docs:
        title, text = _plain(doc["title"]), _plain(doc["text"])
        meta = {"title": title}
        page = doc["location"].partition("#")[0]
        if page != doc["location"]:
            meta["page"] = titles.get(page, "") or title
        content = f"{text}\n{title}" if page == doc["location"] else text
        if _RUN.search(content):
            meta["text"] = text
        yield {
            "url": doc["location"] or "./",
            "content": paired(content) or title,
            "language": "en",  # every record is of the one index
            "meta": meta,
            "filters": {},
            "sort": {},
        }


def write_pagefind(
    program: Path, docs: Sequence[Mapping[str, Any]], language: str, made: Made
) -> Iterator[tuple[bytes, str, Callable[[], bytes]]]:
    """An index over ``docs``: hash, path below the site and bytes of each file.

    The program is asked only when it was not asked the same before. Raises ``ChronofactError`` when it makes no index.
    """
    files = cache(partial(indexed, program, docs, language))
    given = digest(program.name, fingerprint(program.read_bytes()), language, list(docs))
    hashes = json.loads(made.get("pagefind", given) or b"{}")
    if not hashes:
        hashes = {name: fingerprint(data) for name, data in files().items()}
        made.put("pagefind", given, json.dumps(hashes).encode())

    def data(name: str) -> bytes:
        return files()[name]

    for name, hash in hashes.items():
        yield bytes.fromhex(hash), f"{FOLDER}{name}", partial(data, name)


def indexed(program: Path, docs: Sequence[Mapping[str, Any]], language: str) -> dict[str, bytes]:
    """The files of the index by their path below ``FOLDER``."""
    main = language.split("-")[0].lower()
    asked: list[dict[str, object]] = [
        {"type": "NewIndex", "config": {"force_language": "unknown" if main in _CUT_BY_PAGEFIND else main}}
    ]
    asked += ({"type": "AddRecord", "index_id": 0, **record} for record in records(docs))
    asked.append({"type": "GetFiles", "index_id": 0})
    answer, why = _ask(program, asked)
    files = {one["path"]: base64.b64decode(one["content"]) for one in answer.get("files", ())}
    if why or "pagefind-entry.json" not in files:
        why = why or "it gave no index"
        raise ChronofactError(problem("search-index", Place(str(program)), value=program, why=why))
    return {name: data for name, data in files.items() if any(fnmatch(name, kept) for kept in _KEPT)}


def _ask(program: Path, requests: Sequence[Mapping[str, object]]) -> tuple[dict[str, Any], str]:
    """Put all requests to the program; its answer to the last one, or why there is none."""
    lines = (
        base64.b64encode(json.dumps({"message_id": number, "payload": request}).encode()) + b","
        for number, request in enumerate(requests)
    )
    try:
        process = subprocess.Popen(
            [program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
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
            yield json.loads(base64.b64decode(b"".join((*rest, one))))
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


def worker(script: str, words: Words, directory_urls: bool) -> str:
    """The worker's ``script`` with what it must know of the site."""
    values = {
        "joined": "".join(f"\\u{{{first:x}}}-\\u{{{last:x}}}" for first, last in _JOINED),
        "onward": words.gettext("%(num)s found; choose among them in Explore"),
        "explore": Links(0, directory_urls).to("explore.md"),
        "language": words.language,
    }
    return script.replace("VALUES = {}", f"VALUES = {json.dumps(values, ensure_ascii=False)}", 1)


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", html)).split())
