"""A text in, its language out as a primary BCP 47 subtag; ``""`` when it is too short or unknown.

Function words decide between languages of one script, letters between Ukrainian and Russian; a
script that belongs to one language decides alone. Only the first few thousand characters are read.
On single short sentences py3langid names a few more, on articles it is no better; it needs numpy,
and never answers that it does not know.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import islice
from pathlib import Path

from ..language import words_used_as
from .abbreviations import stop_words

_READ = 3000  # characters; more does not change the answer
_LEAST = 12  # letters
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


_TABLE: dict[str, dict[str, str]]
_TABLE = tomllib.loads(Path(__file__).with_name("scripts.toml").read_text(encoding="utf-8"))
# Scripts that (nearly) one language of the news uses alone, and letters that one language of a pair has.
_SCRIPTS, _LETTERS = (
    tuple((lang, re.compile(row, re.IGNORECASE)) for lang, row in _TABLE[name].items())
    for name in ("scripts", "letters")
)
# Signs that news prints beside letters: typographic marks, currencies, measures.
_USUAL_SIGNS = frozenset("«»„“”‘’‚–—…№£€¥¢°§©®™²³½¼¾·•×")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def detect_language(text: str) -> str:
    """The language most of ``text`` is in, or ``""``."""
    sample = text[:_READ]
    if not any(islice((char for char in sample if char.isalpha()), _LEAST - 1, None)):
        return ""
    told = _tells(sample)
    letters = sum(map(str.isalpha, sample)) if told else 0
    for lang, script in _SCRIPTS if told else ():
        count = len(script.findall(sample))
        if count * 5 > letters or (lang == "fa" and count * 25 > letters):
            return lang
    votes, words = _votes(sample, _LETTERS if told else ())
    (best, most), (_, second) = votes.most_common(2)
    return best if most >= 2 and most > second and most >= words * 0.08 else ""


def _tells(sample: str) -> bool:
    """Whether there are other signs than those of any Latin text: what the patterns of scripts and letters look for."""
    return not _USUAL_SIGNS.issuperset(_NOT_ASCII.findall(sample))


def language_score(text: str) -> float:
    """How plainly ``text`` is a language: the share of its words that are one language's function words.

    For telling encodings apart: read wrongly, letters turn into signs and few words are left.
    """
    sample = text[:_READ]
    if any("\x7f" <= char <= "\x9f" for char in sample):  # control signs: no text has them
        return 0.0
    words = [word.lower().replace("’", "'") for word in _WORD.findall(sample)]
    most = max(sum(word in known for word in words) for known in words_used_as("common").values())
    strange = sum(not char.isalnum() and not char.isspace() and not char.isascii() for char in sample)
    strange -= sum(char in _USUAL_SIGNS for char in sample)
    strange += _stray_letters(sample)
    mixed = sum(word[1:] != word[1:].lower() and word != word.upper() for word in _WORD.findall(sample))
    score = (most - mixed) / len(words) - 5 * strange / len(sample) if most >= 2 else 0.0
    return score if score >= 0.08 else 0.0


def _stray_letters(sample: str) -> int:
    """Letters of another alphabet scattered over Latin text: "£3" read as "Ј3", "café" as "cafй"."""
    other = len(_CYRILLIC.findall(sample))
    latin = sum(char.isascii() and char.isalpha() for char in sample)
    return other if other * 5 < latin else 0


def _votes(sample: str, letters: Iterable[tuple[str, re.Pattern[str]]]) -> tuple[Counter[str], int]:
    """How many words and ``letters`` of ``sample`` speak for each language, and how many words it has."""
    votes: Counter[str] = Counter(dict.fromkeys(words_used_as("common"), 0))
    spoken_in, words = _spoken_in(), _WORD.findall(sample.lower().replace("’", "'"))
    counts = Counter(words)
    for word in counts.keys() & spoken_in.keys():
        for lang in spoken_in[word]:
            votes[lang] += counts[word]
    for lang, pattern in letters:
        votes[lang] += len(pattern.findall(sample))
    return votes, len(words)


@cache
def _spoken_in() -> dict[str, tuple[str, ...]]:
    """Every function word with the languages that have it."""
    found: dict[str, list[str]] = {}
    for lang, words in words_used_as("common").items():
        stops = stop_words(lang)
        for word in words | (stops.starters | stops.says if stops else frozenset()):
            found.setdefault(word, []).append(lang)
    return {word: tuple(langs) for word, langs in found.items()}
