"""The data file of a language in, its ``Language`` out; a file that says something unknown is refused whole."""

import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from types import MappingProxyType
from typing import Any

from .keys import PARTS, PATTERNS, SKIPS, TAKES, VERB_USES, WORD_USES
from .time import TimeTableError, TimeWords, read_time
from .value import FORMS, NOTHING, TENSES, Abbreviations, Language, Sign, Verb

FOLDER = Path(__file__).parent / "data"
FALLBACK = "en"
_SHORT = 3  # letters of a month or weekday cut short
OTHERS = "other"  # the folder of languages of which only some words are known
_SECTIONS = frozenset({"name", "grammar", "abbreviations", "words", "verbs", "tenses", "time"})
_SECTIONS |= {"patterns", "parts", "events", "counts", "kinds", "skips"}
_FLAGS = frozenset({"strict_that", "dashes", "nouns_capital", "names_decline", "drops_subject"})
_BRACES = re.compile(r"([^{}\s]*)\{([^{}]*)\}([^{}\s]*)")


class LanguageFileError(ValueError):
    """A language file that cannot be used: where, what, and what would be right."""

    def __init__(self, path: Path, place: str, reason: str) -> None:
        super().__init__(f"{path.name}: {place}: {reason}")


@cache
def known_languages() -> tuple[str, ...]:
    """The codes that have a file, in order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@lru_cache(maxsize=64)
def language(tag: str) -> Language:
    """The words of ``tag`` (its primary subtag counts), English where there is no file."""
    code = (tag or FALLBACK).split("-")[0].lower()
    return _stored(code if code in known_languages() else FALLBACK)


@cache
def _stored(code: str) -> Language:
    """One file, read once."""
    return _read(FOLDER / f"{code}.toml")


@cache
def pattern(name: str, code: str = FALLBACK) -> re.Pattern[str]:
    """A pattern that the file of a language must have, in either case."""
    return re.compile(language(code).patterns[name], re.IGNORECASE)


@lru_cache(maxsize=1024)
def pattern_of(tag: str, name: str) -> re.Pattern[str]:
    """A pattern of a language as whole words; one that finds nothing where the language has none, or no file."""
    return _stored(tag).whole(name) if tag in known_languages() else NOTHING


@cache
def pattern_everywhere(name: str) -> re.Pattern[str]:
    """What the files of all languages together call by a name, as whole words in either case."""
    rows = [_stored(code).patterns[name] for code in known_languages() if name in _stored(code).patterns]
    return re.compile(rf"\b(?:{'|'.join(rows)})\b", re.IGNORECASE)


@cache
def known_others() -> tuple[str, ...]:
    """The codes of the languages of which only some words are known."""
    return tuple(sorted(path.stem for path in (FOLDER / OTHERS).glob("*.toml")))


@cache
def time_words(code: str) -> TimeWords:
    """The words of time of a language; none where there is no file."""
    if code in known_languages():
        return _stored(code).time
    return _other(code)[1]


@cache
def words_used_as(use: str) -> Mapping[str, frozenset[str]]:
    """The words of one use in every language that has some, by its code."""
    own = {code: _stored(code).used_as(use) for code in known_languages()}
    others = {code: _other(code)[0].get(use, frozenset()) for code in known_others()}
    return MappingProxyType({code: found for code, found in (own | others).items() if found})


@cache
def words_everywhere(use: str) -> frozenset[str]:
    """The words of one use in all languages together."""
    return frozenset[str]().union(*words_used_as(use).values())


class Words:
    """Words by use, each use an attribute that is looked up once: ``own.article``, ``own.of``, ``own.in_``."""

    def __init__(self, used_as: Callable[[str], frozenset[str]], known: Collection[str] = WORD_USES) -> None:
        self._used_as, self._known = used_as, known

    def __getattr__(self, use: str) -> frozenset[str]:
        name = use.rstrip("_").replace("_", "-")
        if use.startswith("_") or name not in self._known:
            raise AttributeError(f"no word has the use {name!r}")
        found = self._used_as(name)
        setattr(self, use, found)
        return found


@cache
def words_of(tag: str) -> Words:
    """The words of ``tag`` by use, English where there is no file."""
    return Words(language(tag).used_as)


@cache
def _other(code: str) -> tuple[Mapping[str, frozenset[str]], TimeWords]:
    """The words of a language of which only some are known: by use, and those of time."""
    if code not in known_others():
        return {}, TimeWords()
    path = FOLDER / OTHERS / f"{code}.toml"
    rows = _parsed(path)
    named = [use for use in WORD_USES if isinstance(rows.get(use), str)]
    used = {use: frozenset(_forms(path, use, rows.pop(use))) for use in named}
    return used, _time(path, "", rows)


@cache
def calendar_names(kind: str) -> Mapping[str, int]:
    """Every name of a ``month`` or ``weekday`` in every language that has a file, its final stop aside."""
    names = (pair for code in known_languages() for pair in time_words(code).names(kind).items())
    return MappingProxyType({name.removesuffix("."): number for name, number in names})


@cache
def calendar_pattern(kind: str) -> str:
    """The names of ``calendar_names`` as a regular expression, longest first."""
    return "|".join(sorted(map(re.escape, calendar_names(kind)), key=len, reverse=True))


def _parsed(path: Path) -> dict[str, Any]:
    """The tables of a file."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise LanguageFileError(path, "file", f"is no TOML in UTF-8: {fault}") from fault


def _time(path: Path, place: str, rows: Mapping[str, object]) -> TimeWords:
    """The words of time of a file; ``place`` is where in it they stand."""
    try:
        return read_time(rows)
    except TimeTableError as fault:
        raise LanguageFileError(path, f"{place}{fault.place}", fault.reason) from fault


def read_language(path: Path) -> Language:
    """One language file, each of whose patterns is one and finds its example; those of the program are known to."""
    own = _read(path)
    for section, rows in (("tenses", own.tenses), ("patterns", own.patterns)):
        for name, row in rows.items():
            _compiled(path, f"{section}.{name}", row)
    for section, signs in (("kinds", own.kinds), ("skips", own.skips)):
        for number, sign in enumerate(signs, 1):
            place = f"{section}[{number}]"
            if not _compiled(path, place, sign.row).search(sign.example):
                raise LanguageFileError(path, place, f"does not find its example {sign.example!r}")
    return own


def _read(path: Path) -> Language:
    table = _parsed(path)
    _only(path, "the file", table, _SECTIONS)
    grammar = table.get("grammar", {})
    _only(path, "grammar", grammar, _FLAGS | {"according"})
    for flag in _FLAGS & grammar.keys():
        if not isinstance(grammar[flag], bool):
            raise LanguageFileError(path, f"grammar.{flag}", f"{grammar[flag]!r} is neither true nor false")
    time = _time(path, "time.", table.get("time", {}))
    phrases = [
        words for phrase in grammar.get("according", ()) for words in product(*map(expand, phrase.split()))
    ]
    return Language(
        code=path.stem,
        name=table.get("name", path.stem),
        words=_words(path, table.get("words", {}), time),
        verbs=tuple(_verbs(path, table.get("verbs", {}))),
        abbreviations=_abbreviations(path, table.get("abbreviations", {})),
        tenses=_patterns(path, "tenses", TENSES, table.get("tenses", {})),
        time=time,
        patterns=_patterns(path, "patterns", PATTERNS, table.get("patterns", {})),
        parts=_parts(path, table.get("parts", {})),
        events=_events(path, "events", table.get("events", {})),
        counts=_events(path, "counts", table.get("counts", {})),
        kinds=_signs(path, "kinds", "kind", ("plan", "proposal"), table.get("kinds", [])),
        skips=_signs(path, "skips", "reason", SKIPS, table.get("skips", [])),
        according=tuple(sorted(phrases, key=len, reverse=True)),
        **{flag: grammar[flag] for flag in _FLAGS & grammar.keys()},
    )


def expand(table: str) -> tuple[str, ...]:
    """The words of a table; ``sag{t,en}`` stands for "sagt" and "sagen"."""
    found: list[str] = []
    for word in table.split():
        braces = _BRACES.fullmatch(word)
        if braces:
            found += [braces[1] + ending + braces[3] for ending in braces[2].split(",")]
        elif "{" in word or "}" in word:
            raise ValueError(f"{word!r} has a brace that does not close, or two")
        else:
            found.append(word)
    return tuple(found)


def _forms(path: Path, place: str, table: object) -> tuple[str, ...]:
    """The words of a table that must be a text in lower case."""
    if not isinstance(table, str):
        raise LanguageFileError(path, place, f"{table!r} is no text of words with spaces between")
    try:
        found = expand(table)
    except ValueError as fault:
        raise LanguageFileError(path, place, str(fault)) from fault
    for word in found:
        if word != word.lower():
            raise LanguageFileError(path, place, f"{word!r} must be in lower case")
    return found


def _only(path: Path, place: str, table: Mapping[str, object], known: frozenset[str]) -> None:
    """No key that nobody reads."""
    if not isinstance(table, dict):
        raise LanguageFileError(path, place, "is no table")
    for key in table:
        if key not in known:
            raise LanguageFileError(path, place, f"unknown key {key!r}; known are {', '.join(sorted(known))}")


def _words(path: Path, rows: Mapping[str, object], time: TimeWords) -> dict[str, frozenset[str]]:
    """Use -> words, from rows whose key names all uses of their words, and from the classes of time with uses."""
    by_use: dict[str, set[str]] = {}
    row_of: dict[str, str] = {}
    for kind, also in time.uses.items():
        names = (word for word in time.classes.get(kind, {}) if " " not in word)
        spellings = [word for word in names if len(word) > _SHORT or word.endswith(".")]  # "Jan" is a man
        row_of |= dict.fromkeys(spellings, f"time.{kind}")
        for use in also:
            if use not in WORD_USES:
                raise LanguageFileError(path, f"time.uses.{kind}", f"unknown use {use!r}")
            by_use.setdefault(use, set()).update(spellings)
    _only(path, "words", rows, frozenset(rows))
    for key, table in rows.items():
        uses = key.split()
        for use in uses:
            if use not in WORD_USES:
                known = ", ".join(WORD_USES)
                raise LanguageFileError(path, f"words.{key}", f"unknown use {use!r}; known are {known}")
        for word in _forms(path, f"words.{key}", table):
            if word in row_of:
                fault = f"{word!r} stands in {row_of[word]!r} too: give it one row that names all its uses"
                raise LanguageFileError(path, f"words.{key}", fault)
            row_of[word] = key
            for use in uses:
                by_use.setdefault(use, set()).add(word.replace("_", " ") if use == "platform" else word)
    return {use: frozenset(found) for use, found in by_use.items()}


def _verbs(path: Path, rows: Mapping[str, Any]) -> Iterator[Verb]:
    """The verbs of reporting; a form belongs to one verb."""
    verb_of: dict[str, str] = {}
    _only(path, "verbs", rows, frozenset(rows))
    for lemma, row in rows.items():
        place = f"verbs.{lemma}"
        _only(path, place, row, frozenset({*FORMS, "takes", "act", "uses", "also", "particle"}))
        forms = {key: _forms(path, f"{place}.{key}", row[key]) for key in FORMS if key in row}
        takes = row.get("takes", "")
        if takes and takes not in TAKES:
            raise LanguageFileError(path, f"{place}.takes", f"{takes!r} is none of {', '.join(TAKES)}")
        uses = frozenset(_forms(path, f"{place}.uses", row.get("uses", "")))
        if wrong := sorted(uses - VERB_USES.keys()):
            raise LanguageFileError(path, f"{place}.uses", f"{wrong[0]!r} is none of {', '.join(VERB_USES)}")
        for form in {form for found in forms.values() for form in found}:
            if form in verb_of:
                raise LanguageFileError(path, place, f"{form!r} is a form of {verb_of[form]!r} too")
            verb_of[form] = lemma
        also = frozenset(_forms(path, f"{place}.also", row.get("also", "")))
        if lost := sorted(also - {form for found in forms.values() for form in found}):
            raise LanguageFileError(path, f"{place}.also", f"{lost[0]!r} is none of the verb's forms")
        act = row.get("act")
        needed = None if act is None else () if act == "*" else _forms(path, f"{place}.act", act)
        particle = _forms(path, f"{place}.particle", row.get("particle", ""))
        yield Verb(lemma, **forms, particle=particle, takes=takes, act=needed, uses=uses, also=also)


def _patterns(path: Path, place: str, known: Collection[str], rows: Mapping[str, Any]) -> Mapping[str, str]:
    """Patterns by name."""
    _only(path, place, rows, frozenset(known))
    return MappingProxyType(dict(rows))


def _compiled(path: Path, place: str, pattern: Any) -> re.Pattern[str]:
    """A pattern that is one, in either case."""
    try:
        return re.compile(pattern, re.IGNORECASE)
    except (re.error, TypeError) as fault:
        raise LanguageFileError(path, place, f"is no pattern: {fault}") from fault


def _parts(path: Path, rows: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Beginnings, endings and phrases by name."""
    _only(path, "parts", rows, frozenset(PARTS))
    return {
        name: tuple(part.replace("_", " ") for part in _forms(path, f"parts.{name}", row))
        for name, row in rows.items()
    }


def _events(path: Path, place: str, rows: Mapping[str, Any]) -> dict[str, str]:
    """Word -> the row it stands in; a word stands in one."""
    found: dict[str, str] = {}
    for name, row in rows.items():
        for word in _forms(path, f"{place}.{name}", row):
            if found.setdefault(word, name) != name:
                raise LanguageFileError(path, f"{place}.{name}", f"{word!r} stands in {found[word]!r} too")
    return found


def _signs(path: Path, place: str, key: str, known: Collection[str], rows: Iterable[Any]) -> tuple[Sign, ...]:
    """Patterns of sentences in order."""
    found = []
    for number, row in enumerate(rows, 1):
        at = f"{place}[{number}]"
        _only(path, at, row, frozenset({key, "pattern", "example", "needs"}))
        if row.get(key) not in known:
            raise LanguageFileError(path, at, f"{row.get(key)!r} is none of {', '.join(known)}")
        needs = frozenset(_forms(path, at, row.get("needs", "")))
        found.append(Sign(row[key], row.get("pattern"), row.get("example", ""), needs))
    return tuple(found)


def _abbreviations(path: Path, rows: Mapping[str, Any]) -> Abbreviations:
    """The words before a full stop."""
    sorts = ("title", "number", "may_end", "year")
    _only(path, "abbreviations", rows, frozenset({*sorts, "ordinals", "number_endings"}))
    sets = {key: frozenset(_forms(path, f"abbreviations.{key}", rows[key])) for key in sorts if key in rows}
    endings = _forms(path, "abbreviations.number_endings", rows.get("number_endings", ""))
    return Abbreviations(**sets, ordinals=bool(rows.get("ordinals", False)), number_endings=endings)
