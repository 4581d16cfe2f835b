"""Style declarations in, whether they hide what they style out; colours as red, green, blue."""

from __future__ import annotations

import re
from functools import lru_cache

# Properties in small letters, each with its value.
Look = dict[str, str]
Colour = tuple[int, int, int]
_IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.IGNORECASE)
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?"
_LENGTH = re.compile(rf"(?P<n>{_NUMBER})(?P<unit>[a-z%]*)", re.IGNORECASE)
_AWAY = -300  # pixels beyond the edge where nothing is seen any more
_PIXELS = {"": 1.0, "px": 1.0, "pt": 1.33, "em": 16.0, "rem": 16.0, "ex": 8.0, "ch": 8.0, "vw": 12.0, "vh": 8.0,
           "in": 96.0, "cm": 38.0, "mm": 3.8, "%": 10.0}  # fmt: skip
_NAMED: dict[str, Colour] = {
    "white": (255, 255, 255), "black": (0, 0, 0), "snow": (255, 250, 250), "ivory": (255, 255, 240),
    "whitesmoke": (245, 245, 245), "ghostwhite": (248, 248, 255), "floralwhite": (255, 250, 240),
    "red": (255, 0, 0), "blue": (0, 0, 255), "green": (0, 128, 0), "yellow": (255, 255, 0), "gray": (128, 128, 128),
    "grey": (128, 128, 128), "silver": (192, 192, 192), "navy": (0, 0, 128), "lightgray": (211, 211, 211),
    "lightgrey": (211, 211, 211), "beige": (245, 245, 220), "transparent": (-1, -1, -1),
}  # fmt: skip
_NEAR = 12  # steps of a colour that no eye tells apart on a page
HIDING = (
    "display", "visibility", "opacity", "font-size", "font", "clip", "clip-path", "position", "left", "top", "right",
    "text-indent", "margin-left", "margin-top", "transform", "scale", "width", "height", "max-height", "max-width",
    "overflow", "overflow-x", "overflow-y", "color", "background", "background-color", "content-visibility", "filter",
    "zoom", "background-image", "-webkit-text-fill-color",
)  # fmt: skip


def declarations(style: str) -> Look:
    """The declarations of a style attribute or a rule; the last of each property holds, an important one most."""
    found: Look = {}
    firm: set[str] = set()
    for part in style[:10_000].split(";"):
        name, colon, value = part.partition(":")
        name = name.strip().lower()
        if not colon or name not in HIDING:
            continue
        important = bool(_IMPORTANT.search(value))
        if name in firm and not important:
            continue
        found[name] = _IMPORTANT.sub("", value).strip().lower()
        if important:
            firm.add(name)
    return found


_FADED = re.compile(r"opacity\(\s*(?:0|0?\.0\d?|0%)\s*\)")
_LETTERS = ("color", "-webkit-text-fill-color")


def hides(look: Look) -> bool:
    """Whether one of the declarations alone, or a pair of them, hides the text."""
    return (
        look.get("display") == "none"
        or look.get("visibility") in ("hidden", "collapse")
        or look.get("content-visibility") == "hidden"
        or _is_nothing(look.get("opacity", ""), 0.03)
        or ("filter" in look and bool(_FADED.search(look["filter"])))
        or _font_is_nothing(look)
        or _is_nothing(look.get("zoom", ""), 0.05)
        or _is_clipped(look)
        or _is_away(look)
        or _has_no_room(look)
        or any(colour(look[name]) == _NAMED["transparent"] for name in _LETTERS if name in look)
    )


def _is_nothing(value: str, most: float) -> bool:
    """Whether a number is there and as good as zero."""
    match = _LENGTH.fullmatch(value) if value else None
    return match is not None and abs(float(match["n"])) * (0.01 if match["unit"] == "%" else 1) <= most


def _pixels(value: str) -> float | None:
    match = _LENGTH.fullmatch(value.strip())
    if match is None or match["unit"].lower() not in _PIXELS:
        return None
    return float(match["n"]) * _PIXELS[match["unit"].lower()]


_SHORT_FONT = re.compile(rf"(?:^|\s)({_NUMBER}(?:px|pt|em|rem|%)?)(?:/|\s)")


def _font_is_nothing(look: Look) -> bool:
    if "font-size" not in look and "font" not in look:
        return False
    size = look.get("font-size", "")
    short = _SHORT_FONT.search(look.get("font", ""))
    if not size and short and (not short[1].isdigit() or short[1] == "0"):
        size = short[1]
    match = _LENGTH.fullmatch(size)
    if match is None:
        return False
    return float(match["n"]) * (0.16 if match["unit"] == "%" else _PIXELS.get(match["unit"], 1.0)) <= 3


def _is_clipped(look: Look) -> bool:
    """Cut down to nothing, as words for screen readers alone are."""
    clip, path = look.get("clip", ""), look.get("clip-path", "")
    if not clip and not path:
        return False
    if clip.startswith("rect("):
        sides = re.findall(rf"{_NUMBER}|auto", clip)
        if len(sides) == 4 and "auto" not in sides:
            top, right, bottom, left = map(float, sides)
            if right - left <= 1 or bottom - top <= 1:
                return True
    if path.startswith("inset("):
        amounts = [float(number) for number in re.findall(rf"({_NUMBER})%", path)]
        return bool(amounts) and max(amounts) >= 50
    return bool(re.match(r"(?:circle|ellipse)\(\s*0", path)) or bool(re.match(r"polygon\(\s*(?:0(?:px|%)?[\s,]*)+\)", path))  # fmt: skip


def _is_away(look: Look) -> bool:
    """Placed beyond the edge of the page, by place, indent, margin or transformation."""
    for name in ("text-indent", "margin-left", "margin-top"):
        pixels = _pixels(look[name]) if name in look else None
        if pixels is not None and pixels <= _AWAY:
            return True
    if look.get("position") in ("absolute", "fixed", "relative"):
        for name in ("left", "top", "right"):
            pixels = _pixels(look.get(name, ""))
            if pixels is not None and (pixels <= _AWAY or (name != "top" and pixels >= 5000)):
                return True
    moved = look.get("transform", "")
    if look.get("scale") == "0":
        return True
    if not moved:
        return False
    if re.search(r"scale(?:3d|x|y)?\(\s*0(?:\.0+)?\s*[,)]", moved):
        return True
    return any(
        (pixels := _pixels(length)) is not None and pixels <= _AWAY
        for inside in re.findall(r"translate(?:3d|x|y)?\(([^()]*)\)", moved)
        for length in inside.split(",")
    )


def _has_no_room(look: Look) -> bool:
    """A box of no width or height that shows nothing beyond itself."""
    shut = any(look.get(name) in ("hidden", "clip") for name in ("overflow", "overflow-x", "overflow-y"))
    if not shut:
        return False
    sides = (look.get(name, "") for name in ("width", "height", "max-width", "max-height"))
    return any((pixels := _pixels(side)) is not None and pixels <= 1 for side in sides)


@lru_cache(maxsize=1024)
def colour(value: str) -> Colour | None:
    """A colour as red, green, blue from 0 to 255; (-1, -1, -1) when nothing is seen of it; None when unknown."""
    value = value.strip().lower()
    if not value or value in _NAMED:
        return _NAMED.get(value)
    if re.fullmatch(r"#?(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", value):
        digits = value.lstrip("#")
        digits = "".join(digit * 2 for digit in digits) if len(digits) < 6 else digits
        if len(digits) == 8 and int(digits[6:], 16) <= 8:
            return _NAMED["transparent"]
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    if value.startswith(("rgb(", "rgba(", "hsl(", "hsla(")):
        parts = re.findall(rf"({_NUMBER})(%?)", value)
        if len(parts) == 4 and float(parts[3][0]) * (0.01 if parts[3][1] else 1) <= 0.03:
            return _NAMED["transparent"]
        if len(parts) < 3:
            return None
        numbers = [float(number) for number, _ in parts[:3]]
        if value.startswith("hsl"):  # of hues only what is white or black without regard to them
            return (255,) * 3 if numbers[2] >= 97 else (0,) * 3 if numbers[2] <= 2 else None
        red, green, blue = (
            round(n * 2.55) if sign else round(n) for n, (_, sign) in zip(numbers, parts, strict=False)
        )
        return red, green, blue
    return None


def alike(one: Colour, other: Colour) -> bool:
    """Whether no eye tells the two apart."""
    return all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))


def ground(look: Look) -> str:
    """What an element stands on by its own style: a colour, ``"picture"``, or ``""`` when it does not say."""
    if "background-image" in look and look["background-image"] != "none":
        return "picture"
    value = look.get("background-color") or look.get("background", "")
    if not value:
        return ""
    if "url(" in value or "gradient(" in value:
        return "picture"
    for part in re.findall(r"(?:rgba?|hsla?)\([^()]*\)|[#\w-]+", value):
        found = colour(part)
        if found is not None and found != _NAMED["transparent"]:
            return str(part)
    return ""
