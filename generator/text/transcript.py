"""Subtitles in (SRT, WebVTT), what is said and when out: a text to quote from, and the second of each of its pieces.

Words stay as they stand, markup and time codes go. A pause, another voice or a long stretch begins a paragraph.
The text is kept beside the file; the seconds are read again from the file whenever they are needed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from ..model import Part

ENDINGS = (".srt", ".vtt")
_STAMP = r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)[.,](\d{1,3})"
_TIMES = re.compile(rf"\s*{_STAMP}\s*-->\s*{_STAMP}(?:\s.*)?")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,100})>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|<\d[\d:.]{0,20}>|\{\\[^{}]{0,100}\}")
_SKIPPED = ("WEBVTT", "NOTE", "STYLE", "REGION")
_PAUSE = 2.5  # seconds without a word after which a paragraph begins
_LONG = 500  # characters after which the next sentence begins one
_ENDS = re.compile(r"[.!?…][\"'”’»)]*$")


@dataclass(frozen=True, slots=True)
class _Cue:
    start: float
    end: float
    voice: str
    text: str


def read_transcript(text: str) -> tuple[str, tuple[Part, ...]]:
    """The words and the second each piece begins at; nothing of a text that holds no time code."""
    pieces: list[str] = []
    parts: list[Part] = []
    at = paragraph = 0
    before: _Cue | None = None
    for cue in _cues(text):
        fresh = before is None or cue.voice != before.voice or cue.start - before.end > _PAUSE
        if not fresh and at - paragraph > _LONG and before is not None:
            fresh = bool(_ENDS.search(before.text))
        gap = "" if before is None else "\n\n" if fresh else " "
        paragraph = at + len(gap) if fresh else paragraph
        said = f"{cue.voice}: {cue.text}" if fresh and cue.voice else cue.text
        parts.append(Part(at + len(gap), second=int(cue.start)))
        pieces += [gap, said]
        at += len(gap) + len(said)
        before = cue
    return "".join(pieces) + ("\n" if pieces else ""), tuple(parts)


def title_of(text: str) -> str:
    """What a WebVTT file says of itself behind its first word; ``""`` for others."""
    first = text.lstrip("\ufeff").partition("\n")[0].strip()
    return first.removeprefix("WEBVTT").strip(" \t-–—:") if first.startswith("WEBVTT") else ""


def _cues(text: str) -> Iterator[_Cue]:
    """Each cue with words; a line said twice in a row, as rolling captions do, is said once."""
    last: tuple[str, ...] = ()
    for block in re.split(r"\n[ \t]*\n", text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.strip("\n").split("\n")
        at = next((number for number, line in enumerate(lines[:3]) if _TIMES.fullmatch(line)), -1)
        if at < 0 or (at and lines[0].startswith(_SKIPPED) and not lines[0].startswith("WEBVTT")):
            continue
        times = _TIMES.fullmatch(lines[at])
        assert times
        voice = _VOICE.search(block)
        words = tuple(plain for line in lines[at + 1 :] if (plain := _plain(line)))
        fresh = words[1:] if words and last and words[0] == last[-1] else words
        last = words or last
        if fresh:
            start, end = _seconds(times.groups()[:4]), _seconds(times.groups()[4:])
            yield _Cue(start, max(start, end), _plain(voice[1]) if voice else "", " ".join(fresh))


def _plain(line: str) -> str:
    words = unescape(_TAG.sub("", line)).replace("\u200b", "")
    return " ".join(words.split())


def _seconds(parts: tuple[str | None, ...]) -> float:
    *whole, rest = parts
    counted = sum(int(part or 0) * unit for part, unit in zip(whole, (3600, 60, 1), strict=True))
    return counted + float(f"0.{rest}")
