"""A path or address in, its articles and problems out; one bad article never stops the others.

Texts, Markdown, web pages, e-mails, word processor files, tables, JSON, feeds (``READERS`` says by which
ending), a folder of these, or an address. What a file lacks may stand in its sidecar.
"""

from __future__ import annotations

import csv
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from glob import glob
from itertools import islice
from pathlib import Path
from typing import Any

from ..errors import Problem, problem
from ..ids import article_id
from ..model import Article, Place
from ..text.parts import parts_of
from ..text.transcript import read_transcript, title_of
from ..values import dataclass, replace
from .address import read_address
from .afar import is_afar, receive_afar
from .compose import article_from_text
from .decode import decode_article
from .failure import failure
from .feed import is_feed, named, read_feed
from .fetch import is_address
from .html import article_from_html
from .limits import too_long
from .mail import Mail, read_mail, read_saved_page
from .markdown import read_markdown
from .metadata import Metadata, first_of
from .office import OfficeTooLarge, read_office
from .options import MEGABYTE, ArticleOptions
from .parquet import read_parquet
from .pdf import known_of, read_pdf
from .received import Received
from .record import read_record, unread_date
from .record_names import is_field, records_in
from .sidecar import read_sidecar, sidecar_of
from .table import columns, read_table
from .warc import read_warc

_SIDECARS = (".yaml", ".yml")
# In a folder these are looked at although nothing here reads them: they may well be somebody's article.
_DOCUMENTS = (".doc", ".rtf", ".pages", ".epub", ".webarchive", ".wpd")
_PAGES = (".html", ".htm", ".xhtml")
Each = tuple[int, Place, object]  # a record's number and place, and the record or the problem with it
_TOGETHER = 400  # records that are looked at before the first of them is asked for


def read_articles(
    path_or_url: str, options: ArticleOptions = ArticleOptions(), taken: set[str] | None = None
) -> Iterator[Article | Problem]:
    """Every article at ``path_or_url``, or the problem it has; ``taken`` holds the ids already given."""
    for found in receive_articles(path_or_url, options, taken):
        yield found.article if isinstance(found, Received) else found


def receive_articles(
    path_or_url: str, options: ArticleOptions = ArticleOptions(), taken: set[str] | None = None
) -> Iterator[Received | Problem]:
    """The same with what is needed to keep each article: its bytes, and what was said of it besides."""
    taken = set() if taken is None else taken
    if is_afar(path_or_url):
        most = _LARGEST_AFAR if _streamed(path_or_url) else options.max_bytes
        yield from receive_afar(path_or_url, most, partial(_guarded, options=options, taken=taken))
        return
    if is_address(path_or_url):
        try:
            yield from read_address(path_or_url, options, taken)
        except Exception as error:
            yield problem("article-failed", Place(path_or_url), value=path_or_url, why=failure(error))
        return
    path = Path(path_or_url)
    try:
        if path.is_dir():
            yield from _folder(path, options, taken)
        elif path.exists():
            yield from _guarded(path, options, taken)
        elif fitting := _fitting(path_or_url):
            for one in fitting:
                yield from receive_articles(one, options, taken)
        else:
            yield problem("article-missing", Place(path_or_url), value=path_or_url)
    except (OSError, ValueError) as error:  # a name with a NUL, a folder one may not enter
        yield problem("article-unreadable", Place(path_or_url), value=path_or_url, why=failure(error))


def _fitting(pattern: str) -> list[str]:
    """The files and folders that a name with a star fits, by name."""
    return sorted(glob(pattern, recursive=True)) if _PATTERN.search(pattern) else []  # noqa: PTH207 - as it is typed


def _folder(folder: Path, options: ArticleOptions, taken: set[str]) -> Iterator[Received | Problem]:
    """The files of a folder and its folders by name, without hidden ones, sidecars and what is no article."""
    found = False
    passed: Counter[str] = Counter()
    links = 0
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not _is_attached(name, names)
        )
        links += sum((Path(root) / name).is_symlink() for name in folders)
        for name in sorted(names):
            ending = Path(name).suffix.lower()
            if name.startswith(".") or ending in _SIDECARS:
                continue
            found = True
            if (Path(root) / name).is_symlink():
                links += 1
                continue
            if ending and ending not in READERS and ending not in _DOCUMENTS and not _streamed(name):
                passed[ending] += 1
            else:
                yield from _guarded(Path(root) / name, options, taken)
    if passed:
        shown = ", ".join(f"{number} {ending}" for ending, number in sorted(passed.items()))
        yield problem("files-passed-over", Place(str(folder)), value=shown)
    if links:
        yield problem("links-passed-over", Place(str(folder)), value=links)
    if not found and not links:
        yield problem("folder-empty", Place(str(folder)), value=str(folder))


def _is_attached(folder: str, files: list[str]) -> bool:
    """Whether a folder holds the pictures and scripts that a browser saved with a page ("Storm_files")."""
    stems = (Path(name).stem for name in files if Path(name).suffix.lower() in _PAGES)
    return any(folder.startswith(f"{stem}{sign}") for stem in stems for sign in "_-.")


def _guarded(path: Path, options: ArticleOptions, taken: set[str]) -> Iterator[Received | Problem]:
    """The articles of one file; whatever goes wrong is that file's problem."""
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        shown = os.fsencode(path).decode("utf-8", "backslashreplace")
        yield problem("file-name", Place(shown), value=shown)
        return
    try:
        yield from _file(path, options, taken)
    except OSError as error:
        yield problem("article-unreadable", Place(str(path)), value=str(path), why=failure(error))
    except Exception as error:
        yield problem("article-failed", Place(str(path)), value=str(path), why=failure(error))


@dataclass(frozen=True, slots=True)
class _File:
    """A file's bytes, its sidecar, and what its reader needs besides."""

    path: Path
    data: bytes
    sidecar: Metadata
    options: ArticleOptions
    taken: set[str]

    @property
    def place(self) -> Place:
        return Place(str(self.path))

    @property
    def beside(self) -> Metadata:
        """What was said of the article and does not stand in the file."""
        return _first_dated((self.options.known, self.sidecar))

    def received(self, article: Article) -> Received:
        return Received(replace(article, file=str(self.path)), beside=self.beside, said=self.options.known)


def _file(path: Path, options: ArticleOptions, taken: set[str]) -> Iterator[Received | Problem]:
    shown = str(path)
    place = Place(shown)
    if not path.is_file():
        yield problem("article-unreadable", place, value=shown, why="it is no file")
        return
    ending = path.suffix.lower()
    if _streamed(path.name) and (stream := _STREAMED.get(ending) or _warc) is not _long_lines:
        yield from stream(path, options, taken)
        return
    if path.stat().st_size > options.max_bytes and READERS.get(ending) is _lines:
        yield from _long_lines(path, options, taken)
        return
    if path.stat().st_size > options.max_bytes:
        yield problem("article-too-large", place, value=shown, most=f"{options.max_bytes / MEGABYTE:g}")
        return
    data = path.read_bytes()
    sidecars = [read_sidecar(beside, str(beside)) for beside in _beside(path, data, options)]
    for _, problems in sidecars:
        yield from problems
    file = _File(path, data, _first_dated([known for known, _ in sidecars]), options, taken)
    if not data.strip():
        yield problem("article-empty", place, value=shown)
        return
    reader = READERS.get(ending) or (_feed if is_feed(data) else _text)
    yield from reader(file)


def _beside(path: Path, data: bytes, options: ArticleOptions) -> Iterator[Path]:
    """The sidecars of a file: its own, then that of the same file kept when it was added before."""
    kept = Path(options.kept_in) / path.name if options.kept_in else path
    own = sidecar_of(path)
    if own:
        yield own
    if kept != path and kept.is_file() and kept.read_bytes() == data:
        copy = sidecar_of(kept)
        if copy and copy != own:
            yield copy


def _first_dated(sources: Sequence[Metadata]) -> Metadata:
    """The fields of the first that gives each, the date among them."""
    dated = next((source for source in sources if source.published), Metadata())
    return replace(first_of(sources), published=dated.published, zone=dated.zone)


def _feed(file: _File) -> Iterator[Received | Problem]:
    yield from read_feed(file.data, file.place, file.options, file.taken)


def _html(file: _File) -> Iterator[Received | Problem]:
    yield _page(file, file.data)


def _page(file: _File, html: str | bytes, given: Metadata = Metadata()) -> Received | Problem:
    """The article of a page that stands in a file; ``given`` is what the file says around the page."""
    url = file.options.known.url or file.sidecar.url or given.url
    known: dict[str, Any] = {
        "option": file.options.known,
        "sidecar": file.sidecar,
        "given": given,
        "url": url,
    }
    make = partial(article_from_html, html, id="", **known, place=file.place)
    article = file.options.remember((html, known), make)
    if isinstance(article, Problem):
        return article
    return file.received(named(article, file.path.stem, file.options, file.taken))


def _text(file: _File) -> Iterator[Received | Problem]:
    decoded = decode_article(file.data, file.place)
    if isinstance(decoded, Problem):
        yield decoded
        return
    yield _plain(file, decoded[0], exact=decoded[1])


def _plain(
    file: _File, text: str, metadata: Metadata = Metadata(), *, exact: bool = False
) -> Received | Problem:
    """The article of a text; ``exact``: the file is this very text, so that none need be kept beside it."""
    if not text.strip():
        return problem("article-empty", file.place, value=str(file.path))
    if long := too_long(text, file.place, str(file.path)):
        return long
    known: dict[str, Any] = {"option": file.options.known, "sidecar": file.sidecar, "metadata": metadata}
    article = file.options.remember((text, known), partial(article_from_text, text, id="", **known))
    if isinstance(article, Problem):
        return article
    article = named(article, file.path.stem, file.options, file.taken)
    return file.received(replace(article, text_file="") if exact else article)


def _markdown(file: _File) -> Iterator[Received | Problem]:
    decoded = decode_article(file.data, file.place)
    if isinstance(decoded, Problem):
        yield decoded
        return
    text, metadata, problems = read_markdown(decoded[0], str(file.path))
    yield from problems
    yield _plain(file, text, metadata, exact=decoded[1] and text == decoded[0])


def _mail(file: _File) -> Iterator[Received | Problem]:
    yield _letter(file, read_mail(file.data))


def _saved_page(file: _File) -> Iterator[Received | Problem]:
    yield _letter(file, read_saved_page(file.data))


def _letter(file: _File, mail: Mail) -> Received | Problem:
    return _plain(file, mail.text, mail.metadata) if mail.text else _page(file, mail.page, mail.metadata)


def _office(file: _File) -> Iterator[Received | Problem]:
    most = file.options.max_bytes
    try:
        text = read_office(file.data, most)
    except OfficeTooLarge:
        yield problem("article-too-large", file.place, value=str(file.path), most=f"{most / MEGABYTE:g}")
        return
    if text is None:
        yield problem("office-unreadable", file.place, value=str(file.path))
    else:
        yield _plain(file, text)


def _pdf(file: _File) -> Iterator[Received | Problem]:
    read = read_pdf(file.data)
    if read.why:
        yield problem(f"pdf-{read.why}", file.place, value=str(file.path))
    else:
        yield _parted(file, read.text, known_of(read))


def _transcript(file: _File) -> Iterator[Received | Problem]:
    decoded = decode_article(file.data, file.place)
    if isinstance(decoded, Problem):
        yield decoded
        return
    text, parts = read_transcript(decoded[0])
    if parts:
        yield _parted(file, text, Metadata(title=title_of(decoded[0])), decoded[0])
    else:
        yield problem("transcript-empty", file.place, value=str(file.path))


def _parted(file: _File, text: str, metadata: Metadata, received: str = "") -> Received | Problem:
    """The article of a text with pages or seconds."""
    found = _plain(file, text, metadata)
    if isinstance(found, Problem):
        return found
    return replace(found, article=replace(found.article, parts=parts_of(text, str(file.path), received)))


def _table(file: _File) -> Iterator[Received | Problem]:
    """An article a row."""
    decoded = decode_article(file.data, file.place)
    if isinstance(decoded, Problem):
        yield decoded
        return
    broken: Problem | None = None
    found: list[tuple[dict[str, object], Place, Received | Problem]] = []
    for number, (row, line) in enumerate(read_table(decoded[0]), 1):
        place = replace(file.place, line=line)
        if isinstance(row, csv.Error):
            broken = problem("table-broken", place, why=str(row))
        else:
            found.append((row, place, _record(row, place, file, number)))
    if not broken and not any(isinstance(one, Received) for _, _, one in found):
        shown = ", ".join(columns(decoded[0])) or "none"
        yield problem("table-no-text", file.place, value=shown)
        return
    for row, place, one in found:
        yield from _with_doubt(row, place, one)
    if broken:
        yield broken


def _records(file: _File) -> Iterator[Received | Problem]:
    """The records of a JSON file: an object, a list of them, or the list in an envelope."""
    decoded = decode_article(file.data, file.place)
    if isinstance(decoded, Problem):
        yield decoded
        return
    value = _json(decoded[0], file.place)
    if isinstance(value, Problem):
        # Some call a file .json that holds an object a line.
        lines = [line for line in decoded[0].split("\n") if line.strip()]
        if len(lines) > 1 and all(line.lstrip().startswith("{") for line in lines):
            yield from _lines(file)
        else:
            yield value
        return
    yield from _each(((number, file.place, item) for number, item in enumerate(records_in(value), 1)), file)


def _lines(file: _File) -> Iterator[Received | Problem]:
    """One record a line."""
    decoded = decode_article(file.data, file.place)
    if isinstance(decoded, Problem):
        yield decoded
        return
    places = ((replace(file.place, line=at), line) for at, line in enumerate(decoded[0].split("\n"), 1))
    yield from _each(
        ((place.line, place, _json(line, place)) for place, line in places if line.strip()), file
    )


def _each(found: Iterator[Each], file: _File) -> Iterator[Received | Problem]:
    """The articles of records, each with its number and place, or of the problem in its stead."""
    for some in _together(found):
        records = [(place, item) for _, place, item in some if isinstance(item, dict)]
        file.options.foresee([_asked(item, place, file) for place, item in records])
        for number, place, item in some:
            if isinstance(item, Problem):
                yield item
            else:
                yield from _with_doubt(item, place, _record(item, place, file, number))


def _together(found: Iterator[Each]) -> Iterator[list[Each]]:
    """So many at a time; where it fails, those before are given first."""
    failed: Exception | None = None
    while failed is None:
        some: list[Each] = []
        try:
            for one in islice(found, _TOGETHER):
                some.append(one)
        except Exception as error:
            failed = error
        if not some:
            break
        yield some
    if failed is not None:
        raise failed


def _long_lines(path: Path, options: ArticleOptions, taken: set[str]) -> Iterator[Received | Problem]:
    """One record a line of a file of any length, which is never in memory whole: the limit holds for a line."""
    beside = sidecar_of(path)
    sidecar, problems = read_sidecar(beside, str(beside)) if beside else (Metadata(), ())
    yield from problems
    file = _File(path, b"", sidecar, options, taken)
    yield from _each(_long_line(file, options.max_bytes), file)


def _long_line(file: _File, most: int) -> Iterator[Each]:
    """Each line that says something, a part of the file at a time."""
    path = file.path
    with path.open("rb") as stream:
        for number, data in enumerate(iter(partial(stream.readline, most + 1), b""), 1):
            place = replace(file.place, line=number)
            if len(data) > most:
                while data and not data.endswith(b"\n"):
                    data = stream.readline(most + 1)
                long = problem(
                    "article-too-large", place, value=f"{path}#{number}", most=f"{most / MEGABYTE:g}"
                )
                yield number, place, long
            elif data.strip():
                decoded = decode_article(data, place)
                line = decoded if isinstance(decoded, Problem) else decoded[0].rstrip("\r\n")
                if isinstance(line, Problem):
                    yield number, place, line
                elif line.strip():
                    yield number, place, _json(line, place)


def _parquet(path: Path, options: ArticleOptions, taken: set[str]) -> Iterator[Received | Problem]:
    """A record a row; the file may be of any length."""
    beside = sidecar_of(path)
    sidecar, problems = read_sidecar(beside, str(beside)) if beside else (Metadata(), ())
    yield from problems
    file = _File(path, b"", sidecar, options, taken)
    rows = enumerate(read_parquet(path, is_field), 1)
    found = ((at, file.place, row if isinstance(row, Problem) else dict(row)) for at, row in rows)
    yield from _each(found, file)


def _warc(path: Path, options: ArticleOptions, taken: set[str]) -> Iterator[Received | Problem]:
    """A page a record; the file may be of any length. The page is what is kept, not the file."""
    for page in read_warc(path, options.max_bytes):
        if isinstance(page, Problem):
            yield page
            continue
        place = Place(page.url or f"{path}#{page.number}")
        known = replace(options.known, url=options.known.url or page.url)
        try:
            found = article_from_html(page.data, id="", option=options.known, url=page.url, place=place)
        except Exception as error:
            yield problem("article-failed", place, value=place.path, why=failure(error))
            continue
        if isinstance(found, Problem):
            yield found
            continue
        article = named(found, page.url or f"{path.stem}-{page.number}", options, taken)
        if page.day:
            article = replace(article, extra=json.dumps({"accessed": page.day}))
        yield Received(article, page.data, ".html", known, options.known)


def _streamed(name: str) -> bool:
    """Whether a file is read piece by piece, so that it may be of any length."""
    return name.lower().endswith((*_STREAMED, ".warc.gz"))


_PATTERN = re.compile(r"[*?\[]")
_LARGEST_AFAR = 64 * 1024 * MEGABYTE  # of what is read piece by piece


def _json(text: str, place: Place) -> object:
    """The value of a JSON text, or the problem with it."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1) + max(place.line - 1, 0)
        where = Place(place.path, line, getattr(error, "colno", 1))
        return problem("json-broken", where, why=getattr(error, "msg", "") or type(error).__name__)


def _record(item: object, place: Place, file: _File, number: int) -> Received | Problem:
    """The article of one record; whatever goes wrong is that record's problem."""
    try:
        return _read_record(item, place, file, number)
    except Exception as error:
        shown = f"{file.path}#{number}"
        return problem("article-failed", place, value=shown, why=failure(error))


def _read_record(item: object, place: Place, file: _File, number: int) -> Received | Problem:
    if not isinstance(item, dict):
        return problem("record-no-object", place, value=type(item).__name__)
    article = file.options.remember(*_asked(item, place, file))
    if isinstance(article, Problem):
        return article
    if article.id and not article.id.isdigit():  # a row's number names nothing
        id = article_id("", "", "", article.id, file.taken)
        file.taken.add(id)
        article = replace(article, id=id, text_file=f"{file.options.text_folder}/{id}.txt")
    else:
        article = named(article, f"{file.path.stem}-{article.id or number}", file.options, file.taken)
    return file.received(article)


def _asked(
    item: dict[str, object], place: Place, file: _File
) -> tuple[object, Callable[[], Article | Problem]]:
    """All that the article of a record rests on, and what makes it."""
    known: dict[str, Any] = {"option": file.options.known, "sidecar": file.sidecar}
    return (item, known), partial(read_record, item, **known, place=place, default_id="")


def _with_doubt(item: object, place: Place, found: Received | Problem) -> Iterator[Received | Problem]:
    """What came of a record, and a word on a date of its that was passed over."""
    yield found
    if isinstance(found, Received) and isinstance(item, dict) and not found.beside.published:
        doubt = unread_date(item, place)
        if doubt is not None:
            yield replace(doubt, article=found.article.id)


_STREAMED: dict[str, Callable[[Path, ArticleOptions, set[str]], Iterator[Received | Problem]]] = {
    ".jsonl": _long_lines,
    ".ndjson": _long_lines,
    ".parquet": _parquet,
    ".warc": _warc,
}

# By the ending of the file's name; a file of any other is read as text when it is named, and passed over in a folder.
READERS: dict[str, Callable[[_File], Iterator[Received | Problem]]] = {
    ".txt": _text,
    ".text": _text,
    ".md": _markdown,
    ".markdown": _markdown,
    ".mdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".mhtml": _saved_page,
    ".mht": _saved_page,
    ".eml": _mail,
    ".docx": _office,
    ".odt": _office,
    ".pdf": _pdf,
    ".srt": _transcript,
    ".vtt": _transcript,
    ".csv": _table,
    ".tsv": _table,
    ".json": _records,
    ".jsonl": _lines,
    ".ndjson": _lines,
    ".xml": _feed,
    ".rss": _feed,
    ".atom": _feed,
    ".rdf": _feed,
}
