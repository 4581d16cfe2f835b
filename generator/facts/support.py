"""Two neighbouring statements in, whether the second belongs to the first as its quotation out.

A desk editor keeps a quotation with the report it bears out: when it goes on from the same
speaker's quotation, when its first word points back, when it repeats what was reported, or when the
sentence before only says that someone spoke.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ..language import language, pattern, words
from ..model import Sentence
from .speech import Voice

# continues: goes on in the same quotation. supports: bears out the report before. spells-out: says
# what the sentence before only announced. same-breath: "The same source said …".
Link = Literal["", "continues", "supports", "spells-out", "same-breath"]

_POINTS_BACK = re.compile(
    r"^(?:they|it|this|that|these|those|he|she|such|which)\b(?!['’]s (?:why|how) )", re.IGNORECASE
)
_SHORT = 16  # words of a quotation that, in its report's own paragraph, only bears it out
_SAME = re.compile(r"^(?:the|that) same \w+", re.IGNORECASE)
_CONTRAST = pattern("contrast")
_ASKED = pattern("asked-about")
_ANOTHER = re.compile(
    r"^(?:[\w’'-]+\s+){1,3}(?:also|further|separately|auch|zudem|außerdem|також|теж|также|тоже|również|także|też|też|aussi|également|también|además)\b",
    re.IGNORECASE,
)
_SPEECH_ONLY = pattern("speech-only")
_STOP = words("""
    the a an of in on at to from for with by and or but as is are was were be been being has have had will would can
    could not no it its they their them he his she her we our us you your i me my this that these those there here
    who which what when where how why so if than then also just very more most all any some one two up out into over
    about after before again still now only even said says say do does did don't it's that's we're they're i'm
    """)


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
    voice, held = now.voice, before.voice
    if not voice.speaker or voice.speaker != held.speaker:
        return ""
    together = before.sentence.block == now.sentence.block
    if together and _SAME.match(now.whole) and held.form != "act":
        return "same-breath"
    if (
        together
        and voice.form == "indirect"
        and held.form in ("indirect", "according")
        and _CONTRAST.search(voice.text)
    ):
        return "same-breath"
    if not voice.direct or _ASKED.match(now.whole):
        return ""
    if voice.form == "carried" and held.direct:
        return "continues"
    if held.direct and voice.spans and held.spans and _one_quotation(before):
        return "continues"
    if held.direct and voice.cue_sentence == before.index and together:
        return "continues"
    if held.direct:
        return ""
    if _ANOTHER.match(now.whole):
        return ""  # "Він також спростував …": another thing the same speaker said
    if voice.via and voice.via != held.via and voice.via.lower() not in language("en").used_as("platform"):
        return ""  # told an outlet, on another occasion
    if held.form == "act" and _SPEECH_ONLY.search(before.whole):
        return "spells-out"
    short = len(voice.text.split()) <= _SHORT and not re.search(r"\d", voice.text)
    if together and (short or held.form == "act") and voice.form == "direct" and not voice.mixed:
        return "supports"
    if voice.form == "carried" and _own_cue(now):
        return ""  # «Es un día importante», dijo: said on another occasion, not a proof of what stands before
    points_back = held.form != "act" and _POINTS_BACK.match(voice.text)
    if points_back or repeats(held.text, voice.text) or voice.form == "carried":
        return "supports"
    return ""


def _own_cue(now: Spoken) -> bool:
    """Words of reporting stand beside the quotation, though they name nobody."""
    beside, count = re.subn(r"[“\"„«][^”\"“»]*[”\"“»]", " ", now.whole)
    return count > 0 and len(re.findall(r"[^\W\d_]{2,}", beside)) >= 1


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
    return {word[:6] for word in found if word not in _STOP and len(word) > 2}
