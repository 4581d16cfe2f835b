# Everything the project does, on a machine with only Python, pip and apt.
# The environment lives in .venv and is remade when the lock or pyproject.toml changes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# Material announces MkDocs 2 at every build; the answer stands in docs/decisions.
export NO_MKDOCS_2_WARNING := 1
COMPILE = $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

.PHONY: docs builders dist newcomer fuzz storm site test serve check lint bench screenshots lock sbom wheel messages browser clean help

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(READY): requirements.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); $(PYTHON) -m pip install --user virtualenv && $(PYTHON) -m virtualenv $(VENV); }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

site: $(READY)  ## environment, articles to facts, the built site in site/
	$(BIN)/chronofact add seeds
	$(BIN)/chronofact check
	$(BIN)/mkdocs build --strict
	@echo "The site is in site/. To read it: make serve"

serve: $(READY)  ## preview at http://127.0.0.1:8000, drafts shown and marked
	$(BIN)/mkdocs serve

test: $(READY) browser  ## every check: format, lint, types, tests, browser, wheel
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(MAKE) --no-print-directory -j 2 types suite

# Side by side: types are read by one processor, the tests have two workers.
.PHONY: types suite
types: $(READY)
	$(BIN)/mypy generator

# What Python has compiled once it keeps, wherever that is switched off: two workers and their processes read it again.
suite: $(READY)
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n 2 --dist loadgroup

# LONG_ARTICLES=2000 LONG_FACTS=20000 say how many.
.PHONY: test-long
test-long: $(READY) browser  ## what takes minutes: killed while adding, a cluster, 20,000 facts in a browser
	$(BIN)/python -m pytest -m long tests/long

FUZZ_SECONDS ?= 60
SEED ?= 1
fuzz: $(READY)  ## damaged inputs of every type from SEED=1 on, for FUZZ_SECONDS=60
	$(BIN)/python -m tests.attacks.fuzz --seed $(SEED) --seconds $(FUZZ_SECONDS) --keep .fuzz

check: $(READY)  ## only the content: every fact, quote and date
	$(BIN)/chronofact check

lint: $(READY)  ## format and mend what has one right answer
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/mypy generator

# Annotated texts do not come with the repository; name those that are at hand:
#   make bench DATES=set.jsonl SAME=set.jsonl DAYS=folder SIZES="100 1000 10000 50000" FACTS="3000 20000"
SIZES ?= 100 1000
FACTS ?= 1000
bench: $(READY)  ## speed against peers in the same run; with DATES=, SAME=, DAYS= also the scores
	$(BIN)/python benchmarks/stages.py --json benchmarks-stages.json
	$(BIN)/python -m benchmarks.stories 200 --statistics
	$(BIN)/python -m benchmarks.page_days
	$(BIN)/python -m benchmarks.build $(FACTS) --json benchmarks-build.json
	$(BIN)/python -m benchmarks.scale $(SIZES) --json benchmarks-scale.json
	$(if $(DATES),$(BIN)/python benchmarks/dates.py "$(DATES)")
	$(if $(SAME),$(BIN)/python benchmarks/same.py "$(SAME)")
	$(if $(DAYS),$(BIN)/python benchmarks/highlights.py "$(DAYS)")

# Every writing command killed and refused by a full disk, and random edits of every kind of file with three addings
# after each. A seed makes a run again; the test suite holds a short version.
SEED ?= 1
EDITS ?= 2500
KILLS ?= 200
storm: $(READY)  ## nothing lost: EDITS=2500 random edits, KILLS=200 of each command, SEED=1
	$(BIN)/python -m tests.attacks.storm --edits $(EDITS) --seed $(SEED)
	$(BIN)/python -m tests.attacks.faults kills --times $(KILLS) --seed $(SEED)
	$(BIN)/python -m tests.attacks.faults full --times 50 --seed $(SEED)

screenshots: $(READY) browser  ## the pictures of README and docs
	$(BIN)/python docs/screenshots.py

messages: $(READY)  ## every catalogue of the site's words brought up to date
	$(BIN)/python -m generator.pages.messages

wheel: $(READY)  ## dist/*.whl
	$(BIN)/python -m build --wheel --no-isolation

docs: $(READY)  ## the documentation as a site of its own, built strictly: site-docs/
	$(BIN)/python docs/tables.py --check --reference
	$(BIN)/mkdocs build --strict -f docs.yml

builders: $(READY)  ## this timeline built by ProperDocs, MaterialX and Zensical too, and the sites compared
	$(BIN)/python -m tests.builders.compare

dist: $(READY)  ## dist/*.whl and *.tar.gz, checked: what they hold, and that one makes the other
	rm -rf dist
	$(BIN)/python -m build --no-isolation
	$(BIN)/python -m tests.wheel.dist dist

newcomer: $(READY)  ## the tutorial word for word from the files of a release, with pip 23.2 and the newest
	$(BIN)/python -m tests.wheel.newcomer $(PIPS)

lock: $(READY)  ## remake the locks, every package with its hashes: ours, and the one a new project starts with
	$(COMPILE) --extra dev --extra import --output-file requirements.txt pyproject.toml
	$(COMPILE) --constraint requirements.txt --output-file generator/cli/starter/requirements.txt pyproject.toml
	sed -i '/^ *# *-c requirements.txt$$/d; s/^\( *# *via\) -c requirements.txt$$/\1 chronofact/' generator/cli/starter/requirements.txt

sbom: $(READY)  ## what a wheel of Chronofact runs with, as CycloneDX: dist/sbom.json
	mkdir -p dist
	$(BIN)/cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible --of JSON -o dist/sbom.json generator/cli/starter/requirements.txt

browser: $(READY)
	@.ci/browser

clean:  ## what can be made again
	rm -rf site dist build .chronofact
