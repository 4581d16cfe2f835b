"""The documentation: its tutorial run as it stands, its reference made from the program, its site built strictly."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import COMMANDS, main
from generator.config import Settings
from generator.errors import CATALOGUE

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
BLOCK = re.compile(
    r"(?:`(?P<file>[\w./-]+)`:\n\n)?^```(?P<kind>[a-z]*)\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL
)


def test_the_tutorial_ends_with_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every block of the tutorial in its order: files written, commands run; all of them go well."""
    monkeypatch.chdir(tmp_path)
    ran = []
    for block in BLOCK.finditer((DOCS / "tutorial.md").read_text("utf-8")):
        if block["file"]:
            Path(block["file"]).write_text(block["text"], "utf-8")
            continue
        if block["kind"] == "sh":  # what installs; ``make newcomer`` runs that too
            continue
        assert block["kind"] == "console", block[0]
        for line in block["text"].splitlines():
            program, *words = shlex.split(line)
            if program == "cd":
                monkeypatch.chdir(Path.cwd() / words[0])
            elif program == "chronofact":
                said = CliRunner().invoke(main, words)
                assert said.exit_code == 0, f"{line}\n{said.output}"
            else:
                command = [sys.executable, "-m", program, *words]
                done = subprocess.run(
                    command,
                    capture_output=True,
                    text=True,
                    check=False,
                    env={"NO_MKDOCS_2_WARNING": "1", "PATH": ""},
                )
                assert done.returncode == 0, f"{line}\n{done.stderr}"
            ran.append(line)
    assert len(ran) > 8 and (Path("site") / "f").is_dir()
    home = (Path("site") / "index.html").read_text("utf-8")
    assert "3 June 2021" in home and "May 1962" in home
    assert "by the king" not in home  # a draft


def test_the_reference_is_made_anew() -> None:
    said = subprocess.run(
        [sys.executable, "docs/tables.py", "--check", "--reference"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, f"Run: python docs/tables.py\n{said.stdout}{said.stderr}"


def test_every_command_setting_and_problem_is_in_the_reference() -> None:
    pages = {path.stem: path.read_text("utf-8") for path in (DOCS / "reference").glob("*.md")}
    assert [name for name in COMMANDS if f"\n## {name}\n" not in pages["commands"]] == []
    assert [name for name in Settings.__dataclass_fields__ if f"`{name}`" not in pages["settings"]] == []
    assert [code for code in CATALOGUE if f"\n## {code}\n" not in pages["problems"]] == []


class _Loader(yaml.SafeLoader):
    """YAML whose tags of others are passed over."""


_Loader.add_multi_constructor("", lambda _, suffix, __: suffix)


def test_every_page_has_its_place() -> None:
    config = yaml.load((ROOT / "docs.yml").read_text("utf-8"), _Loader)

    def uris(item: object) -> list[str]:
        if isinstance(item, str):
            return [item]
        return [uri for one in (item.values() if isinstance(item, dict) else item) for uri in uris(one)]  # type: ignore[union-attr]

    assert sorted(uris(config["nav"])) == sorted(
        path.relative_to(DOCS).as_posix()
        for path in DOCS.rglob("*.md")
        if not re.match(r"0\d{3}-", path.name)
    )


def test_every_link_of_the_docs_leads_somewhere() -> None:
    """What a strict build of the site would find, for links between pages; CI builds it whole."""
    lost = []
    for path in DOCS.rglob("*.md"):
        text = re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
        for link in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
            if not re.match(r"[a-z]+:", link) and not (
                (path.parent / link).exists() and (path.parent / link).resolve().is_relative_to(DOCS)
            ):
                lost.append(f"{path.relative_to(DOCS)}: {link}")
    assert lost == []
