"""What the README, the docs and the help tell people to type is what the program takes."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import click
import pytest

from generator.cli import COMMANDS, main

from .conftest import STORY, Run

ROOT = Path(__file__).parents[2]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "generator/cli/starter/readme.en.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "examples").glob("**/README.md")),
]
FENCED = re.compile(r"^```[a-z]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def command(name: str) -> click.Command:
    found = main.get_command(click.Context(main), name)
    assert found is not None, f"no command '{name}'"
    return found


def typed(text: str) -> list[list[str]]:
    """The command lines of ours in a text, split as a shell does; what is piped or redirected is cut off."""
    lines = re.findall(r"(?:^|\||&&)\s*(chronofact [^|&<>\n]*)", text, re.MULTILINE)
    return [shlex.split(line, comments=True)[1:] for line in lines]


def said_in_docs() -> list[tuple[str, list[str]]]:
    found = [
        (path.name, words)
        for path in PAGES
        for block in FENCED.findall(path.read_text("utf-8"))
        for words in typed(block)
    ]
    for name in COMMANDS:
        found += [(f"{name} --help", words) for words in typed(command(name).epilog or "")]
    return found


@pytest.mark.parametrize(
    ("where", "words"),
    said_in_docs(),
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
def test_a_command_that_is_shown_is_understood(where: str, words: list[str]) -> None:
    shown = command(words[0])
    known = {option for param in shown.params for option in (*param.opts, *param.secondary_opts)} | {"--help"}
    options = [word.split("=")[0] for word in words[1:] if word.startswith("-") and len(word) > 1]
    assert set(options) <= known, f"{where}: {set(options) - known}"


def test_options_in_running_text_exist() -> None:
    known = {option for name in COMMANDS for param in command(name).params for option in param.opts}
    known |= {"--help", "--version", "--strict", "--require-hashes", "--no-deps", "--no-build-isolation"}
    for path in PAGES:
        for option in re.findall(r"`(--[a-z-]+)", path.read_text("utf-8")):
            assert option in known, f"{path.name}: {option}"


def test_the_contract_s_page_names_every_key(run: Run) -> None:
    page = (ROOT / "docs/extract.md").read_text("utf-8")
    line = json.dumps({"id": "a", "text": STORY})
    for arguments in ((), ("--merge",)):
        said = run("extract", "--jsonl", *arguments, input=f"{line}\n{{\n")
        for record in map(json.loads, said.stdout.splitlines()):
            for key in keys(record):
                assert f"`{key}`" in page, key


def keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for inner in value.values() for key in keys(inner)}
    return {key for item in value for key in keys(item)} if isinstance(value, list) else set()
