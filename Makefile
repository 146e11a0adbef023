# Each target sets up .venv itself. Requirements: Python 3.11 or newer, make and git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev

.DEFAULT_GOAL := help
.PHONY: help site serve quick test lint types fast unit coverage strict twice docs bench lighthouse payloads import-program soak screenshots pictures release clean

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(READY): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(READY_DEV): $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,cluster,data,pdf]'
	@touch $@

site: $(READY)  ## build the site into site/
	$(BIN)/phaen build --out site

serve: $(READY)  ## serve the site at http://127.0.0.1:8000/ and reload it after every change
	$(BIN)/phaen serve

quick: lint types fast  ## lint, types and the fastest tests (a minute)

test: lint types strict twice unit  ## all tests that a change must pass (under ten minutes)

lint: $(READY_DEV)  ## format check and lint
	$(BIN)/ruff format --check generator tests tools setup.py
	$(BIN)/ruff check generator tests tools setup.py

types: $(READY_DEV)  ## strict type check
	$(BIN)/mypy

strict: $(READY_DEV)  ## a strict MkDocs build of the real content, with a check of all links
	rm -rf build/strict
	$(BIN)/mkdocs build --strict --quiet --site-dir build/strict
	$(BIN)/python -m tests.check_site build/strict

twice: $(READY_DEV)  ## build twice, with different folders, hash seeds and locales, and compare all bytes
	rm -rf build/twice && mkdir -p build/twice
	PYTHONHASHSEED=1 LC_ALL=C SOURCE_DATE_EPOCH=1760000000 $(BIN)/phaen build --no-cache --out build/twice/one >build/twice/one.log
	PYTHONHASHSEED=2 LC_ALL=C.UTF-8 TZ=America/Lima SOURCE_DATE_EPOCH=1760000000 $(BIN)/phaen build --no-cache --jobs 1 --out build/twice/deeper/two >build/twice/two.log
	diff -r build/twice/one build/twice/deeper/two

# Figures, machine and versions: build/bench.json. `make bench BENCH=--nation` adds 7,850 LAOs, BENCH=--quick has 100 only.
bench: $(READY_DEV)  ## time builds of 100 and 1,000 LAOs beside other site generators, checks, searches, growth of one LAO, history, pushes
	$(BIN)/python -m tests.scale.bench $(BENCH)
	$(BIN)/python -m tests.scale.bench_check
	$(BIN)/python -m tests.scale.bench_hostile
	$(BIN)/python -m tests.scale.bench_finder
	$(BIN)/python -m tests.scale.bench_full_text
	$(BIN)/python -m tests.scale.bench_growth
	$(BIN)/python -m tests.scale.bench_history
	$(BIN)/python -m tests.scale.bench_publishing

lighthouse: $(READY_DEV)  ## Lighthouse over home, plan, projects and IDP behind nginx: median of five runs (needs Node, Chromium, nginx)
	$(BIN)/python -m tests.site.lighthouse --speed

payloads: $(READY_DEV)  ## fetch public payload lists into build/payloads/ (needs npm and apt-get)
	$(BIN)/python -m tests.site.payloads

import-program: $(READY_DEV)  ## the program that /import/ runs in the browser, into build/import-program/ (needs npm)
	$(BIN)/phaen import-page --out build/import-program

soak: $(READY_DEV) payloads import-program  ## slower tests: more cases, payload lists in a real browser, fuzzing, Lighthouse
	$(BIN)/python -m pytest -m soak --numprocesses auto --dist loadfile
	PHAEN_FUZZ=40 $(BIN)/python -m pytest --numprocesses auto tests/checks/test_fuzz_checks.py tests/views/test_nothing_is_lost.py
	$(BIN)/python -m tests.scale.mutation_run
	$(BIN)/python -m tests.site.lighthouse

screenshots: $(READY_DEV)  ## pictures of every kind of page, phone and desktop, light and dark, into build/screenshots/
	$(BIN)/python -m tests.site.screenshots build/screenshots

pictures: $(READY_DEV)  ## the pictures of the README and of the handbook
	$(BIN)/python -m tests.site.screenshots docs/images --readme
	$(BIN)/python -m tests.site.handbook_pictures content/pages/about/publishing/pictures
	$(BIN)/python -m tests.intake.workbook_pictures content/pages/about/publishing/pictures

# Folders whose tests need no builds, servers or repositories.
FAST := tests/thai tests/model tests/facts tests/words tests/test_architecture.py

fast: $(READY_DEV)  ## the tests of `make quick`
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile -m "not soak and not browser" $(FAST)

unit: $(READY_DEV)  ## tests: unit, golden, architecture, documented promises, browser if installed
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

coverage: $(READY_DEV)  ## tests without a browser, with a report of untested lines; fails below the floor
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --cov --cov-report=term:skip-covered --cov-report=html:build/coverage -m "not soak and not browser"

docs: $(READY_DEV)  ## the docs of the program, in English, into build/docs/
	NO_MKDOCS_2_WARNING=true $(BIN)/mkdocs build --strict --quiet --config-file tools/docs-site.yml

release: $(READY_DEV)  ## make release VERSION=0.2.0: the commit, the tag, wheel and source archive in dist/
	$(BIN)/python -m tools.release $(VERSION)

clean:  ## delete all build output
	rm -rf site build dist
