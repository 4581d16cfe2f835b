"""The program in, the pages of reference out: every command with its options, setting, key, problem and rule of dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click

from generator.check.report import FORMATS as CHECK_FORMATS
from generator.cli import COMMANDS, main
from generator.config import Settings
from generator.dates import RULES
from generator.errors import CATALOGUE
from generator.store.keys import ARTICLE, ENTITY, Key

MADE = "<!-- made by docs/tables.py -->"


def pages() -> Iterator[tuple[str, str]]:
    """Each page's name and text."""
    yield "commands.md", _page("Commands", _commands())
    yield "settings.md", _page("Settings", _settings())
    yield "records.md", _page("Records and names", _records())
    yield "decisions.md", _page("All decisions", _decisions())
    yield "problems.md", _page("Problems", _problems())
    yield "rules.md", _page("Rules of dates", _rules())


def _rules() -> list[str]:
    return [
        "Each rule that can stand in a fact's `date: {rule: …}`.",
        "",
        "| rule | family | reads | example |",
        "|---|---|---|---|",
        *(
            f"| `{rule.id}` | {rule.family} | {rule.description} | {rule.example} |"
            for rule in RULES.values()
        ),
        "",
    ]


def _page(title: str, lines: list[str]) -> str:
    return "\n".join([f"# {title}", MADE, "", *lines]).rstrip() + "\n"


def _commands() -> list[str]:
    lines = ["`chronofact COMMAND --help` says the same on a terminal.", ""]
    root = click.Context(main, info_name="chronofact")
    for name in COMMANDS:
        command = main.get_command(root, name)
        assert command is not None
        context = click.Context(command, info_name=name, parent=root)
        usage = command.get_usage(context).removeprefix("Usage: ")
        lines += [
            f"## {name}",
            "",
            "```",
            " ".join(usage.split()),
            "```",
            "",
            *_paragraphs(command.help or ""),
            "",
        ]
        records = [param.get_help_record(context) for param in command.get_params(context)]
        shown = [record for record in records if record is not None]
        if shown:
            lines += [
                "| option | |",
                "|---|---|",
                *(f"| `{_cell(option)}` | {_cell(about)} |" for option, about in shown),
                "",
            ]
        if command.epilog:
            lines += ["```text", *command.epilog.replace("\b\n", "").strip("\n").splitlines(), "```", ""]
    return lines


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.replace("\b", "").splitlines()]


def _settings() -> list[str]:
    rows = [
        "Under `plugins: chronofact:` of `mkdocs.yml`; the command line reads them there too.",
        "",
        "| setting | default | |",
        "|---|---|---|",
    ]
    for spec in fields(Settings):
        default = (
            ""
            if spec.default == ""
            else f"`{str(spec.default).lower() if isinstance(spec.default, bool) else spec.default}`"
        )
        rows.append(f"| `{spec.name}` | {default} | {_cell(spec.metadata['about'])} |")
    return [*rows, "", f"`check --format` writes {', '.join(f'`{name}`' for name in CHECK_FORMATS)}."]


def _records() -> list[str]:
    lines = ["The keys of a fact stand in [Editing](../editing.md)."]
    for title, about, table in (
        ("A record of a source", "`content/articles/<id>.yaml`", ARTICLE), ("A name", "`content/entities.yaml`", ENTITY),
    ):  # fmt: skip
        lines += ["", f"## {title}", "", f"In {about}.", "", "| key | |", "|---|---|", *_keys(table)]
    return lines


def _keys(table: tuple[Key, ...]) -> Iterator[str]:
    for key in table:
        needed = " Required." if key.required else ""
        choices = f" One of: {', '.join(f'`{one}`' for one in key.choices)}." if key.choices else ""
        yield f"| `{key.name}` | {_cell(key.about)}{needed}{choices} |"
        for inner in key.inner:
            yield f"| … `{inner.name}` | {_cell(inner.about)} |"


def _problems() -> list[str]:
    lines = [
        "What `check` and the other commands may say, by its code. `…` stands for what is filled in.",
        "",
    ]
    for code in sorted(CATALOGUE):
        kind = CATALOGUE[code]
        lines += [
            f"## {code}",
            "",
            f"*{kind.severity}*: {_plain(kind.message)}",
            "",
            *([_plain(kind.remedy), ""] if kind.remedy else []),
        ]
    return lines


def _decisions() -> list[str]:
    """Each decision by its title."""
    folder = Path(__file__).parent / "decisions"
    titles = {
        path.name: path.read_text("utf-8").split("\n", 1)[0].lstrip("# ")
        for path in sorted(folder.glob("0*.md"))
    }
    return [f"- [{title}](../decisions/{name})" for name, title in titles.items()]


def _plain(text: str) -> str:
    import re

    return re.sub(r"\{[a-z_]+\}", "…", text).replace("{{", "{").replace("}}", "}").replace("<", "&lt;")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
