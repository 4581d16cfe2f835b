"""Addresses in, what Lighthouse says of each out."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .tools import command, package

SCRIPT = Path(__file__).parent / "lighthouse.mjs"
# Those that do not depend on how busy the machine is.
STEADY = ("accessibility", "best-practices", "seo")


@dataclass(frozen=True)
class Audit:
    """One visit of a page: its scores from 0 to 1, what lowered them, and how fast the machine was."""

    address: str
    scores: dict[str, float]
    lowered: tuple[str, ...]
    speed: float


def audit(
    addresses: Sequence[str],
    categories: Sequence[str] = STEADY,
    *,
    chromium: str,
    runs: int = 1,
    desktop: bool = False,
) -> tuple[Audit, ...]:
    """Visits in the order of ``addresses``, each ``runs`` times: as a slow phone, or as a desktop machine."""
    package("lighthouse/package.json")
    wanted = {"addresses": addresses, "categories": categories, "runs": runs, "desktop": desktop}
    run = subprocess.run(
        [command("node"), SCRIPT, json.dumps(wanted)],
        env={**os.environ, "CHROME_PATH": chromium},
        capture_output=True,
        text=True,
        timeout=120 * len(addresses) * runs,
        check=False,
    )
    if run.returncode:
        raise RuntimeError(run.stderr[-2000:])
    return tuple(
        Audit(one["address"], one["scores"], tuple(one["lowered"]), one["speed"])
        for one in json.loads(run.stdout)
    )
