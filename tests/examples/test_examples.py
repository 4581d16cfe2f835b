"""Each example as a person has it: adding again changes nothing, nothing is wrong, the site is right."""

from __future__ import annotations

import importlib.util
import re
import shutil
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.utils.yaml import yaml_load
from playwright.sync_api import Browser

from generator.cli import main
from generator.store import Content, load_content, load_project
from generator.timeline import sentence
from tests.explore.browser import served

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = sorted(path.parent.name for path in EXAMPLES.glob("*/mkdocs.yml"))
# One process builds an example once for all of its tests.
pytestmark = pytest.mark.xdist_group("examples")

REMADE = "The program reads this example otherwise than before: run 'chronofact add seeds' in it and read the difference."


@pytest.fixture(scope="session", params=NAMES)
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of one example, without what a build leaves in it."""
    copy = tmp_path_factory.mktemp("examples") / request.param
    return Path(
        shutil.copytree(EXAMPLES / request.param, copy, ignore=shutil.ignore_patterns("site", ".chronofact"))
    )


@pytest.fixture(scope="session")
def content(example: Path) -> Content:
    return load_content(load_project(example))


@pytest.fixture(scope="session")
def site(example: Path) -> Path:
    """The public site, built as strictly as MkDocs can."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        config = load_config(str(example / "mkdocs.yml"), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    return example / "site"


def run(folder: Path, *arguments: str) -> Result:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return CliRunner().invoke(main, list(arguments))


def written(folder: Path) -> Mapping[str, bytes]:
    """Everything a person reads, by path; the machine's own memory may follow its newest reading."""
    # With spaCy more names are proposed than the example was made with.
    names = {"entities.yaml"} if importlib.util.find_spec("spacy") else set()
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for part in ("content", "seeds")
        for path in (folder / part).rglob("*")
        if path.is_file() and path.name not in names and ".machine" not in path.parts
    }


def shown(page: Path) -> str:
    """A built page's words, without its markup."""
    return unescape(re.sub(r"<[^>]+>", " ", page.read_text("utf-8")))


def test_there_is_an_example() -> None:
    assert NAMES


def test_adding_again_changes_nothing(example: Path) -> None:
    before = written(example)
    result = run(example, "add", "seeds")
    assert result.exit_code == 0, result.output
    after = written(example)
    assert sorted(before) == sorted(after), REMADE
    assert [path for path in before if before[path] != after[path]] == [], REMADE


def test_nothing_is_wrong(example: Path) -> None:
    result = run(example, "check")
    assert (result.exit_code, "nothing wrong" in result.output) == (0, True), result.output


def test_its_readme_says_that_the_texts_were_written_for_it(example: Path) -> None:
    assert "written for this" in (example / "README.md").read_text("utf-8")


def test_its_files_are_where_its_readme_says(example: Path) -> None:
    named = re.findall(r"`(content/[^`]+)`", (example / "README.md").read_text("utf-8"))
    assert [path for path in named if not (example / path).exists()] == []


def test_nothing_in_it_waits_to_be_read(content: Content) -> None:
    assert [fact.id for fact in content.facts if fact.status == "draft"] == []
    assert [entity.name for entity in content.entities if entity.status == "proposed"] == []


def test_every_kind_of_entry_is_there(content: Content) -> None:
    facts = content.facts
    assert {fact.status for fact in facts} == {"reviewed", "disputed", "withdrawn"}
    assert {fact.kind for fact in facts} == {"event", "statement", "plan", "proposal"}
    assert all(fact.reason for fact in facts if fact.status in ("disputed", "withdrawn"))
    assert any(fact.corrections for fact in facts)
    assert any(fact.disagrees_with for fact in facts)
    assert any(len(fact.sources) > 1 for fact in facts)
    assert any(fact.date == "" for fact in facts)


def test_every_kind_of_date_is_there(content: Content) -> None:
    dates = {fact.date for fact in content.facts}
    forms = {
        "before the common era": r"-\d{4}",
        "about": r"\d{4}~",
        "day": r"\d{4}-\d\d-\d\d",
        "month": r"\d{4}-(0[1-9]|1[0-2])",
        "season": r"\d{4}-2[1-4]",
        "year": r"\d{4}",
        "decade": r"\d{3}X",
        "century": r"\d\dXX",
        "range": r"\d{4}/\d{4}",
        "since": r"[-\d]+/\.\.",
    }
    assert [name for name, form in forms.items() if not any(re.fullmatch(form, date) for date in dates)] == []


def test_years_before_the_common_era_read_as_people_write_them(site: Path) -> None:
    home = shown(site / "index.html")
    assert "44 BC" in home
    assert "about 240 BC" in home
    assert "-0043" not in home
    assert "-0239" not in home


@pytest.mark.parametrize("words", ["About 830", "1030s", "12th century", "1615–1617", "1760s", "2028"])
def test_home_has_the_years(site: Path, words: str) -> None:
    assert words in shown(site / "index.html")


def test_images_are_there_and_described(example: Path, content: Content, site: Path) -> None:
    images = re.findall(r"<img[^>]+cf-image[^>]*>", (site / "index.html").read_text("utf-8"))
    facts = [fact for fact in content.facts if fact.image]
    assert len(images) == len(facts) >= 2
    for fact in facts:
        assert (example / "content" / "pages" / fact.image).is_file()
        assert (site / fact.image).is_file()
        assert any(fact.image_alt in unescape(image) for image in images)


def test_what_was_withdrawn_stands_only_among_the_corrections(content: Content, site: Path) -> None:
    withdrawn = next(fact for fact in content.facts if fact.status == "withdrawn")
    assert withdrawn.text not in shown(site / "index.html")
    corrections = shown(site / "corrections" / "index.html")
    assert withdrawn.text in corrections
    assert withdrawn.reason in corrections


def test_both_sides_of_a_disagreement_are_shown(content: Content, site: Path) -> None:
    page = shown(site / "disagreements" / "index.html")
    texts = {fact.id: fact.text for fact in content.facts}
    for fact in content.facts:
        for other in fact.disagrees_with:
            assert sentence(fact.text) in page
            assert sentence(texts[other]) in page


def test_its_articles_are_not_published(example: Path, site: Path) -> None:
    for path in (example / "seeds").rglob("*"):
        assert not list(site.rglob(path.name)) or path.is_dir()


def test_its_settings_are_those_of_a_new_project(example: Path, tmp_path: Path) -> None:
    """What the starter gives stands here too; only what a person chose differs."""

    def settings(path: Path) -> dict[str, object]:
        loaded: dict[str, object] = yaml_load(path.read_text("utf-8"))
        return {key: loaded[key] for key in ("theme", "docs_dir", "markdown_extensions", "validation")}

    assert CliRunner().invoke(main, ["new", str(tmp_path / "p")]).exit_code == 0
    assert settings(example / "mkdocs.yml") == settings(tmp_path / "p" / "mkdocs.yml")


def test_a_phone_shows_the_images_and_needs_no_sideways_scrolling(browser: Browser, site: Path) -> None:
    with served(site) as address:
        page = browser.new_page(viewport={"width": 390, "height": 900})
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        for image in page.locator("img.cf-image").all():
            image.scroll_into_view_if_needed()
            page.wait_for_function("image => image.complete", arg=image.element_handle())
            assert image.evaluate("image => image.naturalWidth") > 0
            assert image.bounding_box()["width"] <= 390
        page.close()
        assert wrong == []
