"""Two neighbouring statements in, whether the second belongs to the first as its quotation out.

A desk editor keeps a quotation with the report it bears out: when it goes on from the same
speaker's quotation, when its first word points back, when it repeats what was reported, or when the
sentence before only says that someone spoke. "These were the first …" of any statement leans on the one before.
"""

import re
from dataclasses import dataclass
from typing import Literal

from ..language import english, pattern, pattern_everywhere
from ..model import Sentence
from .speech import Voice

# continues: goes on in the same quotation. supports: bears out the report before. spells-out: says
# what the sentence before only announced. same-breath: "The same source said …".
Link = Literal["", "continues", "supports", "spells-out", "same-breath"]

_POINTS_BACK = pattern("opens-pointing-back")
_SHORT = 16  # words of a quotation that, in its report's own paragraph, only bears it out
_SAME = re.compile(r"^(?:the|that) same \w+", re.IGNORECASE)
_CONTRAST = pattern("contrast")
_ASKED = pattern("asked-about")
_ANOTHER = re.compile(rf"^(?:[\w’'-]+\s+){{1,3}}{pattern_everywhere('spoke-too').pattern}", re.IGNORECASE)
_SPEECH_ONLY = pattern("speech-only")
_LEANS = pattern("leans")
_EMPTY_IT = pattern("empty-it")
_THE = re.compile(r"the (?!move|decision|announcement|statement|two|same|latter|former)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A body sentence with its voice and place."""

    index: int
    sentence: Sentence
    whole: str
    voice: Voice
    quoted: Sentence | None = None  # the whole sentence, when a dateline opens it


def link(before: Spoken, now: Spoken) -> Link:
    """How ``now`` hangs on ``before``, the body sentence right in front of it; ``""`` when it stands for itself."""
    if not now.voice.speaker or now.voice.speaker != before.voice.speaker:
        return ""
    pair = _Pair(before, now, before.sentence.block == now.sentence.block)
    return next((answer for rule in _LINKS if (answer := rule(pair)) is not None), "")


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two statements of one speaker, the second right behind the first; ``together`` in one paragraph."""

    before: Spoken
    now: Spoken
    together: bool


def _same_breath(pair: _Pair) -> Link | None:
    """ "The same source said …"; "…, in turn, …"."""
    held, voice = pair.before.voice, pair.now.voice
    same = _SAME.match(pair.now.whole) and held.form != "act"
    told = same or (voice.form == "indirect" and _CONTRAST.search(voice.text))
    return "same-breath" if pair.together and told else None


def _another_matter(pair: _Pair) -> Link | None:
    """Not the speaker's own words, or an answer to a question."""
    return "" if not pair.now.voice.direct or _ASKED.match(pair.now.whole) else None


def _goes_on(pair: _Pair) -> Link | None:
    """A quotation behind a quotation goes on, or is another."""
    held, voice = pair.before.voice, pair.now.voice
    if not held.direct:
        return None
    one = voice.spans and held.spans and _one_quotation(pair.before)
    on = voice.form == "carried" or one or (voice.cue_sentence == pair.before.index and pair.together)
    return "continues" if on else ""


def _on_another_occasion(pair: _Pair) -> Link | None:
    """ "Він також спростував …": another thing; or told an outlet that the words before were not told."""
    voice = pair.now.voice
    told = voice.via and voice.via != pair.before.voice.via
    elsewhere = told and voice.via.lower() not in english.platform
    return "" if _ANOTHER.match(pair.now.whole) or elsewhere else None


def _spells_out(pair: _Pair) -> Link | None:
    """The sentence before only says that somebody spoke."""
    told = pair.before.voice.form == "act" and _SPEECH_ONLY.search(pair.before.whole)
    return "spells-out" if told else None


def _short_beside(pair: _Pair) -> Link | None:
    """A short quotation in its report's own paragraph only bears it out."""
    voice = pair.now.voice
    short = len(voice.text.split()) <= _SHORT and not re.search(r"\d", voice.text)
    beside = pair.together and (short or pair.before.voice.form == "act")
    return "supports" if beside and voice.form == "direct" and not voice.mixed else None


def _bears_out(pair: _Pair) -> Link | None:
    """It points back, repeats what was told, or stands without a cue; «…», dijo: another occasion."""
    held, voice = pair.before.voice, pair.now.voice
    if voice.form == "carried":
        return "" if _own_cue(pair.now) else "supports"
    points_back = held.form != "act" and _POINTS_BACK.match(voice.text)
    return "supports" if points_back or repeats(held.text, voice.text) else None


# The first that answers decides.
_LINKS = (
    _same_breath, _another_matter, _goes_on, _on_another_occasion, _spells_out, _short_beside, _bears_out,
)  # fmt: skip


def _own_cue(now: Spoken) -> bool:
    """Words of reporting stand beside the quotation, though they name nobody."""
    beside, count = re.subn(r"[“\"„«][^”\"“»]*[”\"“»]", " ", now.whole)
    return count > 0 and re.search(r"[^\W\d_]{2}", beside) is not None


def _one_quotation(before: Spoken) -> bool:
    """Both sentences lie in one pair of quotation marks: the mark opens before and closes after."""
    quoted = before.whole.rstrip()
    return not quoted.endswith(("”", '"', "»", "“", "’", "'")) and not re.search(r"[”\"»]", quoted[1:])


def repeats(report: str, quotation: str) -> bool:
    """The quotation shares its telling words with the report it follows."""
    said, told = _stems(quotation), _stems(report)
    shared = said & told
    return len(shared) >= 3 or (len(shared) >= 2 and 3 * len(shared) >= len(said))


def _stems(words: str) -> set[str]:
    """The telling words of a text, cut to their first six letters."""
    found = re.findall(r"[^\W_]+(?:['’][^\W_]+)?", words.lower())
    return {word[:6] for word in found if word not in english.untelling and len(word) > 2}


def leans(sentence: str) -> bool:
    """Whether ``sentence`` cannot be understood without the one before it."""
    return bool(_LEANS.match(sentence)) and not _EMPTY_IT.match(sentence) and not _THE.match(sentence)
