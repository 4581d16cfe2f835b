"""An article's text and blocks in; title, authors, publisher, agency, day and time, and tags out.

Only what the furniture says is read; nothing is guessed. A time zone is kept as written. A news
agency ("(Reuters) —", "By AFP") is a credit, never the publisher.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from ..model import Block, BlockKind
from ..text.credits import SHELVES, agency_name, is_outlet
from ..text.patterns import pattern
from ..text.stated_date import StatedDate, stated_dates
from .date_labels import date_label
from .metadata import Metadata

_DATELINE_AGENCY = re.compile(r"[^.!?]{0,80}?[(/\[]([A-Za-zА-Яа-яІіЇї -]{2,30})[)/\]]\s*[—–-]{1,2}\s")
_END_AGENCY = re.compile(r"[(\[]([A-Za-zА-Яа-яІіЇї -]{2,30})[)\]]\.?\Z")
_LEAD = pattern("by")
_NOISE = pattern("noise")
_JOIN = pattern("joins-names")
_DESK = pattern("desk")
_ROLE = pattern("role")
# "Jane Doe Political editor": the name goes on to the first two to three words.
_ROLE_TAIL = pattern("role-behind")
# "Additional reporting by …", "Editing by …": who helped is not who wrote.
_HELPED = pattern("helped")
# "Jane Doe at Moor Lane", "Jane Doe in Oslo": where she wrote it.
WHENCE = re.compile(r"(?<=\w)\s+(?:at|in|from|aus|à|en|w|з|из)\s+(?-i:[^\W\d_a-z]).*\Z", re.IGNORECASE)
_CREDIT = re.compile(r"\s*(?:джерело|источник|źródło|quelle|fuente|source)\s*:", re.IGNORECASE)
_CONTRIBUTED = re.compile(r"\bcontributed\b", re.IGNORECASE)  # who helped is not who wrote
_COPYRIGHT = pattern("copyright")
_TITLE_TAIL = re.compile(r"(?P<title>.{12,}?)\s+[|–—-]\s+(?P<name>[^|–—]{2,40})\Z")
_TAG_LABEL = re.compile(r"[^,|#:]{3,24}:\s*")
_TAG_SPLIT = re.compile(r"\s*(?:,(?!\d)|[|·•/>›»;#])\s*")
_UPDATED = pattern("updated-before")
_STRAY = " .:;,–—-|*_\t\n"


def read_byline(text: str, blocks: Sequence[Block]) -> Metadata:
    """What the furniture of ``text`` says about the article; empty where it says nothing."""
    bylines = _texts(text, blocks, "byline")
    title, tail = _split_title(next(iter(_texts(text, blocks, "headline")), ""))
    names = list(_unique(name for line in bylines if not _CONTRIBUTED.search(line) for name in _names(line)))
    agency = next((found for name in names if (found := agency_name(name))), "")
    several = len(names) > 1
    people = (name for name in names if not (several and is_outlet(name) and not _DESK.fullmatch(name)))
    authors = tuple(name for name in people if not agency_name(name))  # not "BBC News" beside "Jane Doe"
    publisher = _publisher(names) or tail or _copyright(text, blocks)
    date = _published(bylines, text, blocks)
    published, zone = (date.value, date.zone) if date else ("", "")
    agency, tags = agency or _dateline_agency(text, blocks), _tags(_texts(text, blocks, "tags"))
    return Metadata(title, authors, publisher, agency, published, zone, tags=tags)


def may_be_place(name: str) -> bool:
    """Whether a piece of a byline is one word and no outlet: what stands so beside a whole name is a place."""
    return " " not in name and name[:1].isupper() and not (is_outlet(name) or agency_name(name))


def _texts(text: str, blocks: Sequence[Block], kind: BlockKind) -> list[str]:
    return [text[block.start : block.end] for block in blocks if block.kind == kind]


def _unique(values: Iterable[str]) -> Iterator[str]:
    """Each value once, compared without case; the first spelling stays."""
    seen: set[str] = set()
    for value in values:
        if value and value.lower() not in seen:
            seen.add(value.lower())
            yield value


def _names(line: str) -> Iterator[str]:
    """The names of people and desks in a byline."""
    for date in reversed(stated_dates(line)):
        line = f"{line[: date.start]}|{line[date.end :]}"
    line = _NOISE.sub("|", line)
    line = re.sub(r"\(([^)]*)\)", r"|\1|", line)
    line = _HELPED.sub("", line)
    for number, piece in enumerate(_JOIN.split(line)):
        if (credit := _CREDIT.match(piece)) is not None:
            if agency := agency_name(piece[credit.end() :]):
                yield agency
            return
        led = _LEAD.match(piece)
        bare = piece[led.end() if led else 0 :].strip("@" + _STRAY)
        whole = re.sub(r"(?i)^by\s+", "", bare)
        name = WHENCE.sub("", _ROLE_TAIL.sub("", whole))
        beside = number > 0 or not led or name != whole or "@" in piece
        if _is_name(name) and not (beside and may_be_place(name)):
            yield _cased(name)


def _is_name(name: str) -> bool:
    """Whether the piece of a byline names someone: capitalised words, not a role or a number."""
    words = name.split()
    if not words or len(words) > 7 or any(char.isdigit() for char in name):
        return False
    if _ROLE.fullmatch(name) and not (_DESK.fullmatch(name) and words[0][0].isupper()):
        return False
    return words[0][0].isupper() or words[0].lower() in ("de", "von", "van", "al", "el", "bin", "di", "da")


def _cased(name: str) -> str:
    """``JANE DOE`` as ``Jane Doe``; short capitals (BBC, AFP) stay."""
    words = name.split()
    if name.isupper() and len(words) >= 2 and not is_outlet(name):
        return " ".join(word if len(word) <= 2 and word.endswith(".") else word.title() for word in words)
    return name


def _publisher(names: Sequence[str]) -> str:
    """The outlet among the names: of a desk ("The Example news desk") or by its own word ("BBC News")."""
    for name in names:
        own = desk["name"] if (desk := _DESK.fullmatch(name)) else ""
        if len(own) > 2 and not agency_name(own) and own.lower() not in ("our", "the", "news", "web"):
            return own
    return next((name for name in names if is_outlet(name) and not agency_name(name)), "")


def _split_title(headline: str) -> tuple[str, str]:
    """A headline and the outlet at its end: ``Storm hits coast | BBC News``."""
    tail = _TITLE_TAIL.fullmatch(headline)
    if tail and (" | " in headline[tail.end("title") : tail.start("name")] or is_outlet(tail["name"])):
        return tail["title"], tail["name"].strip()
    return headline, ""


def _copyright(text: str, blocks: Sequence[Block]) -> str:
    """The outlet of a copyright line."""
    for line in _texts(text, blocks, "promo"):
        notice = _COPYRIGHT.search(line)
        if notice and not agency_name(notice["name"]) and notice["name"][:1].isupper():
            return re.sub(r"(?i)\s*(?:all rights.*|limited|ltd|inc|llc)$", "", notice["name"]).strip()
    return ""


def _dateline_agency(text: str, blocks: Sequence[Block]) -> str:
    """The agency of a dateline ("OSLO, May 3 (Reuters) —") or of the last line ("(dpa)")."""
    body = [block for block in blocks if block.kind == "body"]
    if not body:
        return ""
    first = _DATELINE_AGENCY.match(text, body[0].start, min(body[0].end, body[0].start + 160))
    if first and (name := agency_name(first[1])):
        return name
    last = _END_AGENCY.search(text, max(body[-1].start, body[-1].end - 40), body[-1].end)
    return agency_name(last[1]) if last else ""


def _published(bylines: Sequence[str], text: str, blocks: Sequence[Block]) -> StatedDate | None:
    """The date of publication in the furniture: a first publishing before an update, a byline before a banner."""
    updated: StatedDate | None = None
    promos = _texts(text, blocks, "promo")
    banners = [line for line in promos if re.match(r"\s*(?:\w+\s+)?\d{4}-\d\d-\d\d", line)]
    found: list[StatedDate] = []
    for line in (*bylines, *banners):
        for date in stated_dates(line):
            label = date_label(line[: date.start])
            if label == "other":
                continue
            if label == "changed" or _UPDATED.search(line[: date.start]):
                updated = updated or date
            else:
                found.append(date)
    if not found:
        return updated
    return next((date for date in found if date.clock and date.day == found[0].day), found[0])


def _tags(lines: Sequence[str]) -> tuple[str, ...]:
    """The topics listed, without the labels of the site's shelves."""
    items = (item.strip() for line in lines for item in _TAG_SPLIT.split(_TAG_LABEL.sub("", line, count=1)))
    topics = (item for item in items if item.lower() not in SHELVES and any(c.isalpha() for c in item))
    return tuple(_unique(topics))
