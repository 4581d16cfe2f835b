"""Explore and the embed pages are clean under axe, light and dark, wide and narrow."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal

import pytest
from playwright.sync_api import Browser, expect

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RUN = """async () => {
  const found = await axe.run(document, { resultTypes: ['violations'] });
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`);
}"""
CHOICE = "explore/?tag=flood&kind.none=plan&from=2021&words=water"


@pytest.mark.parametrize(
    ("address", "width", "scheme"),
    [
        (CHOICE, 360, "light"),
        (CHOICE, 1280, "dark"),
        (CHOICE, 1280, "light"),
        ("embed/?tag=flood", 360, "dark"),
        ("embed/person/n0/", 640, "light"),
    ],
)
def test_axe_finds_nothing(
    browser: Browser, explore_site: str, address: str, width: int, scheme: Literal["light", "dark"]
):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(explore_site + address)
    expect(page.locator('[data-cf="count"]')).to_contain_text(" of " if "?" in address else "fact")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.evaluate(AXE)
    found = page.evaluate(RUN)
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    context.close()
    assert found == []
    assert wide <= 0  # nothing to scroll sideways
