"""Random human edits of every kind of file, three addings after each: nothing a person typed is lost, nothing removed returns.

    python -m tests.attacks.storm --edits 2500 --seed 1

An edit is kept until the project is thrown away after some thirty of them, so that edits meet. What is checked after
each: files that are no content of ours are the same to the byte; every line a person typed into facts, records and
names still stands; keys, facts and names a person removed do not return; the second and third adding change nothing.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from generator.store.document import parse_document

from ..store.test_edit_storm import EDITS, FILE_EDITS
from ..store.worlds import is_kept
from .faults import MEMORY, MORE, STORY

TOGETHER = 30  # edits of one project
SEEDS = {
    "bridge.txt": STORY,
    "again.txt": MORE[1],
    "record.json": '{"title": "Ferry starts", "publisher": "The Quay", "published": "2021-06-07", "text": "A ferry '
    'across the Sarn started on Sunday. It carried 300 people on 6 June 2021, the council said."}\n',
}
LATER = MORE[0]
OTHERS = (
    "README.md", "content/pages/index.md", "content/pages/mine.md", "content/templates/line.html",
    "content/words/loaded.txt", "seeds/bridge.txt.yaml", "seeds/note.bin", ".github/x.yml", "content/notes.txt",
)  # fmt: skip
VALUES = {
    "title": ("My own headline", '"It\'s: a # title"', ">-\n  Folded\n  headline", "日本語の見出し"),
    "authors": ("[Somebody Else]", "\n- One\n- Two", "[]"),
    "publisher": ("The Other Paper", "'It''s'", "NO"),
    "published": ("2021-06-11", "{value: 2021-06-11, basis: byline}", "{value: 2021-06, basis: by hand}"),
    "lang": ("de", "en-GB"),
    "url": ("https://example.org/mine",),
    "tags": ("[mine, two]",),
}
READING = ("published", "lang", "publisher", "title", "authors", "tags")  # what facts are read with
Dice = random.Random


@dataclass
class State:
    """What a person has made of a project so far."""

    root: Path
    typed: Counter[str] = field(default_factory=Counter)  # lines in facts, records and names
    gone: set[tuple[str, str]] = field(default_factory=set)  # keys of records, facts, names
    loose: bool = False  # an edit changed what is read, so the machine's own values may follow


def files(root: Path) -> dict[str, bytes]:
    """Every file but the machine's memory and the cache."""
    found = {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}
    return {
        path: data
        for path, data in found.items()
        if not path.startswith((".chronofact/", "content/.machine/"))
    }


def add(*more: str) -> str:
    said = CliRunner().invoke(main, ["add", "seeds", *more])
    if said.exit_code not in (0, 1, 3) or "Traceback" in said.output:
        raise AssertionError(f"exit code {said.exit_code}: {said.output}\n{said.exception!r}")
    return said.output


def is_content(path: str) -> bool:
    """Whether a file is one that adding writes into."""
    return path.startswith(("content/facts/", "content/articles/")) or path == "content/entities.yaml"


def edit_facts(state: State, dice: Dice) -> str:
    """Any of the edits of facts: fields, sources, comments, layout, order, whole facts, whole files."""
    paths = sorted((state.root / "content/facts").rglob("*.yaml"))
    if not paths:
        return ""
    if dice.random() < 0.2:
        act = dice.choice([act for act in FILE_EDITS if act.__name__ != "edit_record"])
        act(state.root, dice)
        return act.__name__
    return _edit_text(dice.choice(paths), dice.choice(EDITS), dice)


def edit_names(state: State, dice: Dice) -> str:
    """The same layout edits, and other values, in the names file."""
    path = state.root / "content/entities.yaml"
    if dice.random() < 0.3:
        text = path.read_bytes().decode()
        names = re.findall(r"(?m)^( *name: )(.+?)\r?$", text)
        if names:
            head, name = dice.choice(names)
            path.write_bytes(text.replace(head + name, f"{head}Name {dice.randrange(10**6)}", 1).encode())
        return "another name"
    fit = [
        act for act in EDITS if act.__name__ not in ("add_key", "change_source", "change_field", "block_tags")
    ]
    return _edit_text(path, dice.choice(fit), dice)


def _edit_text(path: Path, act: Callable[..., str], dice: Dice) -> str:
    raw = path.read_bytes().decode()
    mark, text = raw[: raw.startswith("\ufeff")], raw.removeprefix("\ufeff")
    document = parse_document("x", text)
    if not document.problems:
        path.write_bytes((mark + act(text, document, dice)).encode())
    return act.__name__


def edit_record(state: State, dice: Dice) -> str:
    """A key of an article's record: another value, taken out, moved, commented, saved with other line ends."""
    path = dice.choice(sorted((state.root / "content/articles").glob("*.yaml")))
    text = path.read_bytes().decode()
    newline = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    name = dice.choice(list(VALUES))
    block = rf"(?m)^{name}:.*\n(?:(?:[ \t]+|- ).*\n)*"
    how = dice.choice(("value", "value", "value", "gone", "move", "comment", "behind", "crlf"))
    if how == "value":
        line = f"{name}: {dice.choice(VALUES[name])}\n".replace(": \n", ":\n")
        text, times = re.subn(block, lambda _: line, text, count=1)
        text += "" if times else line
    elif how == "gone":
        text = re.sub(block, "", text, count=1)
    elif how == "move":
        found = re.search(block, text)
        text = text.replace(found[0], "", 1) + found[0] if found and text.endswith("\n") else text
    elif how == "comment":
        text = re.sub(rf"(?m)^{name}:", f"# mine {dice.randrange(10**6)}\n{name}:", text, count=1)
    elif how == "behind":
        text = re.sub(r"(?m)^(lang: \S+)$", rf"\1  # mine {dice.randrange(10**6)}", text, count=1)
    else:
        newline = "\r\n"
    state.loose = state.loose or (how in ("value", "gone") and name in READING)
    path.write_bytes(text.replace("\n", newline).encode())
    return f"record {how} {name}"


def edit_settings(state: State, dice: Dice) -> str:
    """A line of mkdocs.yml: a comment, a name, an option, other line ends."""
    path = state.root / "mkdocs.yml"
    text = path.read_bytes().decode()
    act = dice.randrange(4)
    if act == 0:
        text += f"# mine {dice.randrange(10**6)}\n"
    elif act == 1:
        text = re.sub(r"(?m)^site_name:.*", f"site_name: Mine {dice.randrange(99)}", text)
    elif act == 2:
        text = re.sub(
            r"(?m)^( *)- chronofact:?$", r"\1- chronofact:\n\1    facts_per_page: 50", text, count=1
        )
    else:
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    path.write_bytes(text.encode())
    return "settings"


def edit_other(state: State, dice: Dice) -> str:
    """Any other file: pages, templates, word lists, a sidecar, what came with an article, a schema's copy."""
    schemas = sorted(str(p.relative_to(state.root)) for p in (state.root / "content/.schema").glob("*.json"))
    texts = sorted(str(p.relative_to(state.root)) for p in (state.root / "seeds/.text").glob("*"))
    name = dice.choice((*OTHERS, *schemas, *texts, "seeds/bridge.txt", "seeds/again.txt"))
    path = state.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if name.endswith(".txt.yaml"):
        path.write_text(f"# mine\ntags: [mine-{dice.randrange(99)}]\n", "utf-8")
        state.loose = True
    elif name.startswith("seeds/") and name.endswith(".txt"):
        text = path.read_text("utf-8")
        path.write_text(
            text.replace("rust", "cracks") if dice.random() < 0.5 else f"{text}\nMine.\n", "utf-8"
        )
        state.loose = True
    else:
        data = path.read_bytes() if path.exists() else b""
        path.write_bytes(data + f" {dice.randrange(10**6)}\n".encode())
    return name


def break_file(state: State, dice: Dice) -> str:
    """A file of content that no longer parses, or is cut off."""
    path = state.root / dice.choice([path for path in files(state.root) if is_content(path)])
    data = path.read_bytes()
    path.write_bytes(
        dice.choice(
            (data[: len(data) // 2] + b"\n: [", b"\xff" + data, data + b"\n- {", b"<<<<<<< mine\n" + data)
        )
    )
    return f"broken {path.name}"


def drop_record(state: State, dice: Dice) -> str:
    """An article's record is thrown away."""
    paths = sorted((state.root / "content/articles").glob("*.yaml"))
    if len(paths) > 1:
        dice.choice(paths).unlink()
        state.loose = True
    return "record dropped"


_LAYOUT = ("requote", "flow_fact", "trailing_spaces", "indent_file", "comment_behind", "block_tags")
KINDS: tuple[tuple[Callable[[State, Dice], str], int], ...] = (
    (edit_facts, 40), (edit_record, 28), (edit_names, 10), (edit_settings, 5), (edit_other, 12), (break_file, 4),
    (drop_record, 1),
)  # fmt: skip


def lines_of(found: dict[str, bytes]) -> Counter[str]:
    """The lines of all content, without their indentation, and the comments behind values once more by themselves."""
    texts = (data.decode("utf-8", "replace") for path, data in found.items() if is_content(path))
    return Counter(
        line.strip().lstrip("\ufeff") for text in texts for line in text.splitlines() if line.strip()
    )


def things_of(found: dict[str, bytes]) -> set[tuple[str, str]]:
    """What a person may remove: the keys of each record, facts and names by their ids."""
    seen: set[tuple[str, str]] = set()
    for path, data in found.items():
        text = data.decode("utf-8", "replace")
        if path.startswith("content/articles/"):
            seen |= {(path, key) for key in re.findall(r"(?m)^([a-z_]+):", text)}
        elif is_content(path):
            kind = "fact" if "/facts/" in path else "name"
            seen |= {
                (kind, id) for id in re.findall(r"(?m)[-{,] *[\"']?id[\"']?: *[\"']?([^\s\"',}]+)", text)
            }
    return seen


def one_edit(state: State, dice: Dice, number: int) -> Iterator[str]:
    """One edit, three addings, and everything found wrong after them."""
    root = state.root
    before = files(root)
    kind = dice.choices([kind for kind, _ in KINDS], [weight for _, weight in KINDS])[0]
    name = kind(state, dice)
    edited = files(root)
    breaks = kind is break_file or _is_broken(edited)
    now, old = lines_of(edited), lines_of(before)
    new = now - old
    if (
        name in _LAYOUT
    ):  # the same values, which are the machine's as before: only what was said beside them is human
        new = Counter({line: times for line, times in new.items() if line.startswith("#")})
    typed = (state.typed & now) + new
    gone = (state.gone | (things_of(before) - things_of(edited))) - things_of(edited)
    grows = not breaks and number % 12 == 11
    for time_ in range(3):
        if grows and time_ == 1:
            (root / "seeds" / f"later-{number}.txt").write_text(
                LATER.replace("May 1962", f"May {1900 + number % 60}"), "utf-8"
            )
            edited |= {f"seeds/later-{number}.txt": (root / "seeds" / f"later-{number}.txt").read_bytes()}
        last = files(root)
        add()
        found = files(root)
        where = f"{name}, adding {time_ + 1}"
        for path, data in edited.items():
            if (not is_content(path) or breaks) and found.get(path) != data and path in edited:
                yield f"{where}: {path} is not as the person left it"
        if breaks:
            continue
        if lost := typed - _inside(lines_of(found), typed):
            yield f"{where}: typed and lost: {list(lost)[:3]}"
        if back := {
            thing for thing in gone & things_of(found) if thing[0] in ("fact", "name") or thing[0] in edited
        }:
            yield f"{where}: removed and back: {sorted(back)[:3]}"
        if time_ == (2 if grows else 1) and found != last and not grows:
            yield f"{where}: it is not at rest: {[path for path in found if found[path] != last.get(path)][:3]}"
        if not state.loose:
            yield from (
                f"{where}: {path} lost a line"
                for path, data in edited.items()
                if is_content(path) and (path not in found or not is_kept(data, found[path]))
            )
    if breaks:
        for path in files(root):
            if path not in before:
                (root / path).unlink()
        for path, data in before.items():
            (root / path).write_bytes(data)
    else:
        state.typed, state.gone = typed, gone


def _inside(found: Counter[str], typed: Counter[str]) -> Counter[str]:
    """``found``, with a line in brackets counted under the line it was before something was put inside."""
    more = Counter(found)
    for line in typed:
        if line not in more and ("[" in line or "{" in line or line in ("]", "}")):
            more[line] += sum(times for other, times in found.items() if _is_subsequence(line, other))
    return more


def _is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)


def _is_broken(found: dict[str, bytes]) -> bool:
    for path, data in found.items():
        if is_content(path):
            try:
                text = data.decode("utf-8").removeprefix("\ufeff")
            except UnicodeDecodeError:
                return True
            if parse_document(path, text).problems:
                return True
    return False


def storm(
    edits: int, seed: int, *, progress: Callable[[int, list[str]], None] = lambda *_: None
) -> list[str]:
    """So many edits; everything found wrong."""
    import os

    wrong: list[str] = []
    here = Path.cwd()
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        start = Path(folder) / "start"
        try:
            assert CliRunner().invoke(main, ["new", str(start), "--name", "Storm"]).exit_code == 0
            for name, text in SEEDS.items():
                (start / "seeds" / name).write_text(text, "utf-8")
            os.chdir(start)
            add()
            for done in range(0, edits, TOGETHER):
                os.chdir(folder)
                root = Path(folder) / "p"
                shutil.rmtree(root, ignore_errors=True)
                shutil.copytree(start, root)
                os.chdir(root)
                state = State(root)
                for number in range(done, min(done + TOGETHER, edits)):
                    dice = random.Random(f"{seed} {number}")
                    found = [f"edit {number}: {one}" for one in one_edit(state, dice, number)]
                    wrong += found
                    progress(number + 1, found)
        finally:
            os.chdir(here)
    return wrong


def _show(done: int, found: list[str]) -> None:
    print(
        "".join(f"{one}\n" for one in found) + (f"{done} edits\n" if done % 250 == 0 else ""),
        end="",
        flush=True,
    )


def _main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--edits", type=int, default=2500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    began = time.monotonic()
    wrong = storm(options.edits, options.seed, progress=_show)
    print(
        f"seed {options.seed}: {options.edits} edits, {3 * options.edits} addings, {len(wrong)} wrong, {time.monotonic() - began:.0f} s"
    )
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(_main())
