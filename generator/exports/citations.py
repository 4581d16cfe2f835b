"""Articles and facts in, citations out: BibTeX and CSL-JSON.

An author is given as the article gives it. Nothing guesses which part of a name is the family's: CSL
gets it as a ``literal``, and BibTeX protects in braces what cannot be one person's name.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Iterator

from ..entries.manner import manner_of
from ..fields import extra_data
from ..model import Article, Fact
from ..timeline import closed, opened, sentence, told
from .days import added_day, article_line, voice, when
from .selection import Selection
from .spans import span_of

_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # BibTeX counts a brace behind a backslash too
        "}": r"\textbraceright{}",
        "$": r"\$",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_KEY = re.compile(r"[^a-z0-9-]+")

Fields = list[tuple[str, str]]

# The fields of a fact whose values it holds.
CARRIES = frozenset({"sources"})


def write_bibtex(selection: Selection) -> Iterator[str]:
    """Every article the facts rest on, as BibTeX (UTF-8), an entry each."""
    taken: set[str] = set()
    for article in selection.cited():
        yield _article_bibtex(article, taken) + "\n"


def write_csl(selection: Selection) -> Iterator[str]:
    """Every article the facts rest on, as CSL-JSON, an item a line."""
    mark = "["
    for article in selection.cited():
        yield f"{mark}\n{json.dumps(article_csl(article), ensure_ascii=False)}"
        mark = ","
    yield "[]\n" if mark == "[" else "\n]\n"


def fact_bibtex(fact: Fact, selection: Selection) -> str:
    """A fact of the timeline as one BibTeX entry."""
    site = selection.site
    fields: Fields = [
        ("title", _protect(opened(fact.text))),
        ("howpublished", _protect(site.name or "Chronofact")),
    ]
    fields += _date_fields(added_day(fact, selection.sources(fact)))
    if site.url:
        fields.append(("url", _url(selection.link(fact))))
    note = _fact_note(fact, selection)
    if note:
        fields.append(("note", _tex(note)))
    return _entry("misc", _key(fact.id, set()), fields)


def fact_csl(fact: Fact, selection: Selection) -> dict[str, object]:
    """A fact of the timeline as one CSL-JSON item; ``annote`` says when it happened and where it is written."""
    site = selection.site
    item: dict[str, object] = {
        "id": fact.id,
        "type": "entry",
        "title": opened(fact.text),
        "container-title": site.name or "Chronofact",
        "issued": {"date-parts": [_date_parts(added_day(fact, selection.sources(fact)))]},
        "language": site.language,
    }
    if site.url:
        item["URL"] = selection.link(fact)
    note = _fact_note(fact, selection)
    if note:
        item["annote"] = note
    return item


def fact_plain(fact: Fact, selection: Selection) -> str:
    """A fact as a line of plain text: speaker, words, when, its articles, the timeline and the link."""
    said = told(fact)
    lang = next((article.lang for article in selection.sources(fact)), "")
    verbatim = bool(fact.sources) and fact.text in fact.sources[0].quote
    if manner_of(fact, lang or "en") == "quoted" if fact.speaker else verbatim:
        # Only what was quoted stands in quotation marks: a speaker's own words, or the article's.
        said = selection.say("“%(words)s”") % {"words": said}
    who = [part for part in (voice(fact, selection.say), fact.via) if part]
    parts = [f"{selection.say(', ').join(who)}: {said}" if fact.speaker else said]
    parts += [closed(part) for part in (_fact_note(fact, selection), selection.site.name) if part]
    if selection.site.url:
        parts.append(selection.link(fact))
    return " ".join(parts)


def article_csl(article: Article) -> dict[str, object]:
    """An article as one CSL-JSON item; what is unknown is left out."""
    item: dict[str, object] = {"id": article.id, "type": article.type or "article-newspaper"}
    # Fields that have no key of their own are kept under CSL's names.
    item |= {name: value for name, value in (extra_data(article.extra) or {}).items() if name not in item}
    texts = {
        "title": article.title,
        ("publisher" if "container-title" in item else "container-title"): article.publisher,
        "URL": article.url,
        "language": article.lang,
        "archive_location": article.archive_url,
    }
    item |= {name: text for name, text in texts.items() if text}
    if article.authors:
        item["author"] = [{"literal": author} for author in article.authors]
    span = span_of(article.published.day)
    if span.precision in ("day", "month", "year"):
        item["issued"] = {"date-parts": [_date_parts(article.published.day)]}
        if span.approximate or span.uncertain or article.published.basis == "inferred":
            item["issued"] |= {"circa": True}  # type: ignore[operator]
    return item


def article_bibtex(article: Article) -> str:
    """An article as one BibTeX entry; what is unknown is left out."""
    return _article_bibtex(article, set())


def _article_bibtex(article: Article, taken: set[str]) -> str:
    """The entry, under a key that is not yet taken."""
    fields: Fields = []
    if article.authors:
        fields.append(
            ("author", " and ".join(_author(author, article.publisher) for author in article.authors))
        )
    if article.title:
        fields.append(("title", _protect(article.title)))
    if article.publisher:
        fields.append(("journal", _tex(article.publisher)))
    fields += _date_fields(article.published.day)
    if article.url:
        fields.append(("url", _url(article.url)))
    if article.archive_url:
        fields.append(("note", r"Archived: \url{" + _url(article.archive_url) + "}"))
    if article.lang:
        fields.append(("language", _tex(article.lang)))
    key = _key(article.id, taken)
    taken.add(key)
    return _entry("article" if article.publisher else "misc", key, fields)


def _entry(kind: str, key: str, fields: Fields) -> str:
    """An entry with a field a line; the month is a macro and stands without braces."""
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}" for name, value in fields]
    return ",\n".join([f"@{kind}{{{key}", *lines]) + "\n}\n"


def _date_fields(day: str) -> Fields:
    """``year`` and ``month`` for BibTeX, ``date`` for biblatex: as much as the date says."""
    span = span_of(day)
    if span.precision not in ("day", "month", "year") or span.approximate or span.uncertain:
        return [("date", _tex(day))] if day else []
    parts = _date_parts(day)
    fields = [("year", str(parts[0]))]
    if len(parts) > 1:
        fields.append(("month", _MONTHS[parts[1] - 1]))
    return [*fields, ("date", day)]


def _date_parts(day: str) -> list[int]:
    """Year, month and day as far as the EDTF goes; CSL, too, counts years astronomically."""
    span = span_of(day)
    assert span.start is not None
    return list(span.start[: {"year": 1, "month": 2}.get(span.precision, 3)])


def _fact_note(fact: Fact, selection: Selection) -> str:
    """When it happened, then the articles it rests on."""
    say, locale = selection.say, selection.site.language
    lines = [article_line(article, locale, say) for article in selection.sources(fact)]
    parts = [sentence(when(fact.date, locale))] if fact.date else []
    if lines:
        label = say("Source") if len(lines) == 1 else say("Sources")
        parts.append(f"{label}: {say('; ').join(lines)}")
    return " ".join(parts)


def _author(author: str, publisher: str) -> str:
    """An author in TeX; a desk or a whole newsroom goes into braces, or BibTeX would take it apart."""
    words = author.split()
    lower = " ".join(words).casefold()
    newsroom = (
        len(words) <= 1
        or len(words) > 4
        or words[0].casefold() == "the"
        or (publisher and publisher.casefold() in lower)
        or " and " in lower
        or "," in author
    )
    return f"{{{_tex(author)}}}" if newsroom else _tex(author)


def _protect(text: str) -> str:
    """A title in its own letters: the outer braces keep BibTeX styles from changing its case."""
    return f"{{{_tex(text)}}}"


def _tex(text: str) -> str:
    """``text`` with TeX's own characters escaped, white space made single."""
    return " ".join(text.split()).translate(_TEX)


def _url(url: str) -> str:
    """An address for a ``url`` field, where only braces, backslash and spaces would break the entry."""
    return re.sub(r"[{}\\\s]", lambda found: f"%{ord(found[0]):02X}", url)


def _key(identifier: str, taken: Collection[str]) -> str:
    """A citation key in plain ASCII that is not taken yet."""
    plain = unicodedata.normalize("NFKD", identifier).encode("ascii", "ignore").decode().lower()
    base = key = _KEY.sub("-", plain).strip("-") or "entry"
    count = 2
    while key in taken:
        key, count = f"{base}-{count}", count + 1
    return key
