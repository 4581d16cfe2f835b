"""A name as a dictionary has it in, its forms in the other cases out: "Коваль" -> "Коваля", "Ковалю" …

For Ukrainian, Russian and Polish names, by the ending of each word; a table of endings, not a grammar, and
a form that no word has does no harm: it stands in no text. Forms are folded (lower case, no accents).
"""

from collections.abc import Iterator
from pathlib import Path

# ending -> the same ending in genitive, dative, accusative, instrumental, locative. Longest ending first;
# several rows of one ending are several ways to decline. A word of no row stays as it is.
_TABLE = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
_CONSONANTS = "бвгґджзклмнпрстфхцчшщ"
# The last: a woman's surname, which stays.
_ROWS = "а у а ом і, а ові а ом ові, а у а ом е, а у а ем і, а у а ем е, а у  ом і, а у  ом е,     "
_HARD = [tuple(row.split(" ")) for row in _ROWS.split(", ")]
_FOLDED = str.maketrans("йїё", "иіе")  # as folding leaves them
_HARD_POLISH = (("a", "owi", "a", "em", "ie"), ("u", "owi", "", "em", "u"), ("",) * 5)
_POLISH = ("ski", "cki", "dzki", "ska", "cka", "dzka")
_CASES = 5
_SHORTEST = 2  # letters before an ending


def _endings() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for line in _TABLE.translate(_FOLDED).strip().splitlines():
        ending, _, rows = line.partition(": ")
        table.setdefault(ending, []).extend(tuple(row.split(" ")) for row in rows.split(", "))
    longest_first = sorted(table.items(), key=lambda item: -len(item[0]))
    return tuple((ending, tuple(rows)) for ending, rows in longest_first)


_ENDINGS = _endings()


def decline(words: tuple[str, ...], *, polish: bool = False) -> Iterator[tuple[str, ...]]:
    """The forms of a folded name, every word in the same case; none where no word can be declined.

    Words in Latin letters are Polish when the last has a Polish ending, or when ``polish`` says so.
    """
    polish = polish or (bool(words) and words[-1].endswith(_POLISH))
    ways = [_forms(word, polish) for word in words]
    seen = {words}
    for case in range(_CASES):
        for form in _combine([{row[case] for row in way} for way in ways]):
            if form not in seen:
                seen.add(form)
                yield form


def _combine(choices: list[set[str]]) -> Iterator[tuple[str, ...]]:
    if not choices:
        yield ()
        return
    for rest in _combine(choices[1:]):
        for word in sorted(choices[0]):
            yield (word, *rest)


def _forms(word: str, polish: bool) -> list[tuple[str, ...]]:
    """Each way to decline ``word``: its five other cases."""
    cyrillic = word >= "а"  # folded
    if len(word) <= _SHORTEST or not (cyrillic or polish):
        return [(word,) * _CASES]
    ways: list[tuple[str, ...]] = []
    for ending, rows in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            stem = word[: -len(ending)]
            ways += [tuple(stem + form for form in row) for row in rows]
    if word[-1] in _CONSONANTS:
        ways += [tuple(word + form for form in row) for row in _HARD]
    elif polish and not ways and word[-1] not in "eiouy":
        ways += [tuple(word + form for form in row) for row in _HARD_POLISH]
    return ways or [(word,) * _CASES]
