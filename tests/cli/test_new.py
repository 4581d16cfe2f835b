"""``chronofact new``: what is asked, what is written, and that each of it can be read by those it is for."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

import generator.cli
from generator.check.report import as_gitlab
from generator.cli import main
from generator.errors import problem
from generator.model import Place
from generator.store import load_content, load_project


class _Loader(yaml.SafeLoader):
    """YAML with MkDocs' own tag."""


_Loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node)[-1])


def new(folder: Path, *options: str, input: str | None = None) -> Result:
    return CliRunner().invoke(main, ["new", str(folder), *options], input=input)


def settings(folder: Path) -> dict:
    return yaml.load((folder / "mkdocs.yml").read_text("utf-8"), _Loader)


@pytest.mark.parametrize(
    ("host", "there", "not_there"),
    [
        (
            "github",
            (".github/workflows/publish.yml", ".github/workflows/check.yml", ".github/dependabot.yml"),
            (".gitlab-ci.yml",),
        ),
        ("gitlab", (".gitlab-ci.yml",), (".github",)),
        ("folder", (), (".gitlab-ci.yml", ".github")),
    ],
)
def test_a_project_for_each_host(
    tmp_path: Path, host: str, there: tuple[str, ...], not_there: tuple[str, ...]
) -> None:
    said = new(
        tmp_path / "p",
        "--title",
        "Quay",
        "--host",
        host,
        "--zone",
        "Europe/Kyiv",
        "--address",
        "https://a.example/q",
    )
    assert said.exit_code == 0, said.output
    root = tmp_path / "p"
    usual = (
        "README.md",
        ".gitignore",
        ".editorconfig",
        ".vscode/settings.json",
        "requirements.txt",
        "chronofact.txt",
        "seeds/.gitkeep",
    )
    assert all(
        (root / path).is_file()
        for path in (*usual, *there, "content/.schema/facts.json", "content/facts/example.yaml")
    )
    assert not any((root / path).exists() for path in not_there)
    assert not list(root.glob("readme*")) + list(root.glob("words*"))
    assert settings(root)["site_url"] == "https://a.example/q/"
    for path in root.rglob("*.yml"):
        found = yaml.load(path.read_text("utf-8"), _Loader)
        text = path.read_text("utf-8")
        if "pip install" in text:
            assert "TZ: Europe/Kyiv" in text and found
            assert text.count("pip install") == text.count("--require-hashes") == 2
    json.loads((root / ".vscode/settings.json").read_text("utf-8"))
    content = load_content(load_project(root))
    assert not content.problems and not content.facts


@pytest.mark.parametrize(
    ("language", "readme", "switch", "theme"),
    [
        ("uk", "Хронологія", "темну", ""),
        ("ar", "خط زمني", "الداكن", ""),
        ("de", "Chronik mit Quellen", "Dunkel", ""),
        ("fr", "chronologie sourcée", "sombre", ""),
        ("es", "cronología con fuentes", "oscuro", ""),
        ("pl", "Kronika ze źródłami", "Ciemny", ""),
        ("ru", "Хронология с источниками", "тёмную", ""),
        ("pt-BR", "A sourced", "dark", ""),
        ("de-AT", "Chronik mit Quellen", "Dunkel", "de"),
        ("no", "A sourced", "dark", "nb"),
        ("sw", "A sourced", "dark", "en"),
    ],
)
def test_in_the_language_of_the_project(
    tmp_path: Path, language: str, readme: str, switch: str, theme: str
) -> None:
    assert new(tmp_path / "p", "--language", language).exit_code == 0
    assert readme in (tmp_path / "p/README.md").read_text("utf-8")
    found = settings(tmp_path / "p")
    assert found["theme"]["language"] == (theme if theme else language)
    assert load_project(tmp_path / "p").site.language == {"no": "nb"}.get(language, language)
    assert switch in found["theme"]["palette"][1]["toggle"]["name"]


def test_every_readme_says_the_same() -> None:
    """The same commands in the same order, the same files and the same cases of hosts; each in its own words."""
    folder = Path(generator.cli.__file__).with_name("starter")
    pages = {path.name: path.read_text("utf-8") for path in folder.glob("readme.*.md")}
    assert set(pages) == {f"readme.{tag}.md" for tag in ("ar", "de", "en", "es", "fr", "pl", "ru", "uk")}
    for name, text in pages.items():
        english = pages["readme.en.md"]
        for pattern in (r"^(?:chronofact|python|mkdocs) .*?(?=  |$)", r"`[^`\n]+`", r"{%.*?%}"):
            said, wanted = (sorted(re.findall(pattern, one, re.MULTILINE)) for one in (text, english))
            assert set(said) == set(wanted), name
        assert len(text.splitlines()) < 40 and max(map(len, text.splitlines())) <= 130


@pytest.mark.parametrize(
    "title",
    [
        'A "quoted": title # with signs',
        "true",
        "1931",
        "{{ 7 * 7 }}",
        "- x",
        "Порт",
        "a\nb\x07",
        "<script>x</script>",
        "!ENV X",
        "@x",
    ],
)
def test_any_title_is_a_title(tmp_path: Path, title: str) -> None:
    assert new(tmp_path / "p", "--title", title, "--publisher", title).exit_code == 0
    found = settings(tmp_path / "p")
    assert found["site_name"] == found["site_author"] == " ".join(title.replace("\x07", " ").split())
    assert not load_project(tmp_path / "p").problems


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--language", "klingon!"),
        ("--language", "Deutsch"),
        ("--language", "english"),
        ("--language", "qq"),
        ("--zone", "Berlin"),
        ("--zone", "Mars/Base"),
        ("--zone", "../../etc/passwd"),
        ("--address", "javascript:x"),
        ("--host", "x"),
    ],
)
def test_what_is_none_is_named(tmp_path: Path, option: str, value: str) -> None:
    said = new(tmp_path / "p", option, value)
    assert said.exit_code == 2 and option in said.output
    assert not (tmp_path / "p").exists()


def test_what_no_option_says_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cli.new._somebody", lambda: True)
    said = new(
        tmp_path / "the-quay",
        "--zone",
        "Europe/Kyiv",
        input="\nuk\nSarn Post\ngitlab\nhttps://sarn.example\n",
    )
    assert said.exit_code == 0, said.output
    found = settings(tmp_path / "the-quay")
    assert (found["site_name"], found["site_author"], found["site_url"]) == (
        "The quay",
        "Sarn Post",
        "https://sarn.example/",
    )
    assert (tmp_path / "the-quay/.gitlab-ci.yml").is_file()


@pytest.mark.parametrize(
    ("option", "value", "meant"),
    [
        ("--language", "Deutsch", "'de'"),
        ("--language", "українська", "'uk'"),
        ("--language", "French", "'fr'"),
        ("--zone", "kyiv", "'Europe/Kyiv'"),
        ("--zone", "new york", "'America/New_York'"),
        ("--zone", "europe/berlin", "'Europe/Berlin'"),
    ],
)
def test_what_was_meant_is_named(tmp_path: Path, option: str, value: str, meant: str) -> None:
    assert f"Did you mean {meant}?" in new(tmp_path / "p", option, value).output


def test_an_answer_that_cannot_be_is_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cli.new._somebody", lambda: True)
    said = new(
        tmp_path / "p",
        input="Quay\nDeutsch\nde\nBerlin\nEurope/Berlin\n\nnetlify\nfolder\nquay.example\nhttps://quay.example\n",
    )
    assert said.exit_code == 0, said.output
    assert said.output.count("Error: ") == 4 and "Did you mean 'Europe/Berlin'?" in said.output
    assert settings(tmp_path / "p")["site_url"] == "https://quay.example/"


def test_the_example_is_a_fact_once_its_signs_are_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new(tmp_path / "p", "--title", "Quay")
    monkeypatch.chdir(tmp_path / "p")
    assert "nothing wrong" in CliRunner().invoke(main, ["check"]).output
    assert "chronofact add seeds/" in CliRunner().invoke(main, ["review"]).output
    path = Path("content/facts/example.yaml")
    lines = path.read_text("utf-8").split("\n")
    example = [line[2:] for line in lines[4:] if line.startswith("# ")]
    path.write_text("\n".join(example), "utf-8")
    content = load_content(load_project(Path.cwd()))
    assert [fact.id for fact in content.facts] == ["bridge-opened"]
    assert [found.code for found in content.problems] == ["source-article-unknown"]


def test_gitlab_reads_what_is_wrong() -> None:
    (found,) = json.loads(as_gitlab([problem("import-deep", Place("content/facts/a.yaml", 3, 1), most=3)]))
    assert found["location"] == {"path": "content/facts/a.yaml", "lines": {"begin": 3}}
    assert found["severity"] == "critical" and len(found["fingerprint"]) == 32
