"""What a page is called and when its facts happened in, the picture that link previews show out: a PNG.

The words are the site's own: title, counts, name. DejaVu Sans Bold lies in the package, so every machine
draws the same picture; it has Latin, Cyrillic, Greek, Arabic, Hebrew, Armenian and Georgian letters. Words
it has no letters for are left out, and the picture of time stands alone.
"""

from __future__ import annotations

import io
import json
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from math import sqrt
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont, features

from ..edtf import ordinal
from ..model import Fact
from .spans import place_of

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
BARS = 48
# Raised when the drawing changes, so that no old picture is taken for a new one.
DRAWING = 2
# The palette: two ramps from paper to ink for smooth letters, then the bars and the rail. Drawing indices
# instead of colours spares finding a palette afterwards, which took two thirds of the time.
_TONES = 32
_TITLE_PAPER, _TITLE_INK = 0, _TONES - 1
_SOFT_PAPER, _SOFT_INK = _TONES, 2 * _TONES - 1
_BAR_INDEX, _RAIL_INDEX = 2 * _TONES, 2 * _TONES + 1
_FONT = Path(__file__).parent / "fonts" / "DejaVuSans-Bold.ttf"
_PAPER, _INK, _SOFT, _BAR, _RAIL = "#fdfcfa", "#1c1b19", "#5b5853", "#39668f", "#8f897f"
_TITLE_SIZES = (76, 64, 54, 46)
_TITLE_HEIGHT = 270
_BARS_TOP, _BARS_BOTTOM = 412, 512


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What stands in a picture: ``bars`` are facts over time, ``below`` the site under them."""

    title: str
    line: str = ""
    below: str = ""
    bars: tuple[int, ...] = ()
    right_to_left: bool = False

    @property
    def path(self) -> str:
        """Where the picture lies under the site: named after what is in it."""
        content = json.dumps([DRAWING, asdict(self)], ensure_ascii=False)
        return f"assets/share/{sha256(content.encode()).hexdigest()[:16]}.png"

    @property
    def alt(self) -> str:
        """The picture in words."""
        return ", ".join(part.rstrip(".") for part in (self.title, self.line) if part)


def bars_of(facts: Iterable[Fact], bars: int = BARS) -> tuple[int, ...]:
    """How many facts begin in each of ``bars`` equal stretches of their time; none without dates."""
    days = sorted(ordinal(place[0]) for place in (place_of(fact.date) for fact in facts) if place)
    if not days:
        return ()
    width = max(1, days[-1] - days[0] + 1)
    counts = [0] * bars
    for day in days:
        counts[(day - days[0]) * bars // width] += 1
    return tuple(counts)


def draw_share_image(card: ShareCard) -> bytes:
    """The picture as PNG, the same bytes for the same card."""
    image = Image.new("L", (WIDTH, HEIGHT), _TITLE_PAPER)
    draw = ImageDraw.Draw(image)
    side = "right" if card.right_to_left else "left"
    font, lines = _title(draw, card.title)
    top = MARGIN - 12
    for line in lines:
        _write(draw, line, top, font, _TITLE_INK, side)
        top += round(font.size * 1.25)
    draw.rectangle((0, top + 8, WIDTH, HEIGHT), fill=_SOFT_PAPER)
    _write(draw, _fitting(draw, card.line, _font(34)), top + 14, _font(34), _SOFT_INK, side)
    _draw_bars(draw, card.bars)
    size, below = 34, _wrap(draw, card.below, _font(34))
    if len(below) > 1:
        size, below = 26, _wrap(draw, card.below, _font(26))
        below = [below[0], _fitting(draw, " ".join(below[1:]), _font(26))]
    for at, line in enumerate(below):
        _write(draw, line, 534 + 34 * at, _font(size), _SOFT_INK, side)
    coloured = Image.frombytes("P", image.size, image.tobytes())
    coloured.putpalette(_palette())
    out = io.BytesIO()
    coloured.save(out, "PNG", bits=8, compress_level=5)
    return out.getvalue()


@cache
def _palette() -> bytes:
    """Both ramps, the bars' colour and the rail's."""
    paper = ImageColor.getrgb(_PAPER)
    colours = [
        tuple(round(p + (i - p) * tone / (_TONES - 1)) for p, i in zip(paper, ink, strict=True))
        for ink in map(ImageColor.getrgb, (_INK, _SOFT))
        for tone in range(_TONES)
    ]
    colours += [ImageColor.getrgb(_BAR), ImageColor.getrgb(_RAIL)]
    return bytes(value for colour in colours for value in colour)


def _title(draw: ImageDraw.ImageDraw, title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest size at which the title fits, and its lines; the smallest cuts it with an ellipsis."""
    for size in _TITLE_SIZES:
        font = _font(size)
        lines = _wrap(draw, title, font)
        if round(size * 1.25) * len(lines) <= _TITLE_HEIGHT:
            return font, lines
    most = _TITLE_HEIGHT // round(_TITLE_SIZES[-1] * 1.25)
    return font, [*lines[: most - 1], _fitting(draw, f"{lines[most - 1]} …", font)]


def _wrap(draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Words on lines no wider than the picture; nothing when a letter cannot be drawn."""
    if not _can_draw(text):
        return []
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and draw.textlength(longer, font) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(_fitting(draw, word, font))
    return lines


def _fitting(draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont) -> str:
    """``text`` on one line, cut with an ellipsis if it must be."""
    text = " ".join(text.split()) if _can_draw(text) else ""
    if draw.textlength(text, font) <= WIDTH - 2 * MARGIN:
        return text
    while text and draw.textlength(f"{text}…", font) > WIDTH - 2 * MARGIN:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _write(
    draw: ImageDraw.ImageDraw, text: str, top: float, font: ImageFont.FreeTypeFont, tone: int, side: str
) -> None:
    """A line at the side where reading begins."""
    at, anchor = (WIDTH - MARGIN, "ra") if side == "right" else (MARGIN, "la")
    draw.text((at, top), text, font=font, fill=tone, anchor=anchor)


def _draw_bars(draw: ImageDraw.ImageDraw, bars: tuple[int, ...]) -> None:
    """Facts over time: square-root heights, as in the site's overview."""
    draw.line((MARGIN, _BARS_BOTTOM, WIDTH - MARGIN, _BARS_BOTTOM), fill=_RAIL_INDEX, width=2)
    if not bars:
        return
    step = (WIDTH - 2 * MARGIN) / len(bars)
    most = max(bars)
    for number, count in enumerate(bars):
        if count:
            left = MARGIN + number * step
            height = max(8, (_BARS_BOTTOM - _BARS_TOP) * sqrt(count / most))
            draw.rectangle((left + 2, _BARS_BOTTOM - height, left + step - 2, _BARS_BOTTOM), fill=_BAR_INDEX)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_FONT), size)


def _can_draw(text: str) -> bool:
    """Whether the font has every letter, and this machine can join and order those written from the right."""
    letters = {character for character in text if not character.isspace()}
    shaped = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in letters)
    return all(map(_has, letters)) and (not shaped or bool(features.check("raqm")))


@cache
def _has(character: str) -> bool:
    """A letter the font lacks is drawn as the same box as a character that never is one."""
    font = _font(20)
    return bytes(font.getmask(character)) != bytes(font.getmask("\U0010ffff"))
