"""Every page of the built sites is valid HTML for the Nu checker; what the theme does wrong is named here."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from .tools import command, package

pytestmark = pytest.mark.xdist_group("html")

# What the theme writes into each page and no setting of ours changes; it fits an element of the theme only.
OF_THE_THEME = {
    "autocomplete on the switches of drawer and search": (
        r"Attribute “autocomplete” is only allowed when the input type is",
        r'class="md-toggle"',
    ),
    "an empty tabindex on the label of a closed part of the navigation": (
        r"Bad value “” for attribute “tabindex” on element “label”",
        r'class="md-nav__link"',
    ),
}

# A run of seconds does not earn back what the machine spends on its best code and on collecting beside the work.
OF_A_SHORT_RUN = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m")

# The checker reads pages from disk, where it has no answer to what 'self' is: of an address that is relative, so the
# site's own, it says nothing that holds. Nor is data in a script element run, and no policy is asked about it.
# What is run inline or lies elsewhere it judges as a browser does.
_NOT_OF_THE_POLICY = (
    (
        re.compile(r"violates Content Security Policy .*“(?![a-z][a-z0-9+.-]*:|//)[^”]+” blocked by"),
        re.compile(""),
    ),
    (re.compile(r"^Inline script violates"), re.compile(r'type="application/(ld\+)?json"')),
)


def test_every_page_is_valid(sample_site: Path, own_site: Path) -> None:
    jar = package("vnu-jar/build/dist/vnu.jar")
    run = subprocess.run(
        [
            command("java"),
            *OF_A_SHORT_RUN,
            "-jar",
            jar,
            "--skip-non-html",
            "--format",
            "json",
            "--stdout",
            sample_site,
            own_site,
        ],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    # The checker reads files, none of which is its own origin, and takes data for code; browsers see the policy held.
    messages = [
        one
        for one in json.loads(run.stdout)["messages"]
        if "violates Content Security Policy (meta tag)" not in one["message"]
    ]
    seen: Counter[str] = Counter()
    wrong = []
    for message in messages:
        if name := _of_the_theme(message["message"], message.get("extract", "")):
            seen[name] += 1
        elif not _of_no_policy(message["message"], message.get("extract", "")):
            wrong.append(f"{message['url']}:{message.get('lastLine')}: {message['message']}")
    assert wrong == []
    # An omission that the theme has mended is struck from the list; and the checker did look.
    assert set(seen) == set(OF_THE_THEME)
    pages = [page for page in sample_site.rglob("*.html") if "md-toggle" in page.read_text("utf-8")]
    assert max(seen.values()) >= 2 * len(pages)


def _of_no_policy(message: str, extract: str) -> bool:
    return any(said.search(message) and where.search(extract) for said, where in _NOT_OF_THE_POLICY)


def _of_the_theme(message: str, extract: str) -> str:
    return next(
        (
            name
            for name, (said, element) in OF_THE_THEME.items()
            if re.search(said, message) and re.search(element, extract)
        ),
        "",
    )
