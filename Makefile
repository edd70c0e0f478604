# Everything here works from a fresh clone with nothing but Python >= 3.11 and make.
# PYTHON=python3.12 make test   uses another interpreter.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
RECORD := examples/kosovo-serbia-plates-2022.accord.json

# Chromium and its driver from Debian, where root may install them.
CHROMIUM := { command -v chromium && command -v chromedriver; } >/dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get install -y -qq chromium chromium-driver; } \
	|| { echo "this needs chromium and chromedriver (on Debian: apt-get install chromium chromium-driver)"; exit 1; }

# The same for LibreOffice Calc.
OFFICE := command -v soffice >/dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get install -y -qq libreoffice-calc; } \
	|| { echo "this needs LibreOffice Calc (on Debian: apt-get install libreoffice-calc)"; exit 1; }

.PHONY: help demo fuzz test lint types generate generated test-long test-node test-browser test-office picture bench bench-long clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# The environment, made anew when the project's own requirements change.
$(VENV)/.ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "accords needs Python 3.11 or newer; try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(VENV)/.ready ## validate the reference record and print its checklist
	$(BIN)/accords validate $(RECORD)
	$(BIN)/accords checklist $(RECORD)

test: $(VENV)/.ready ## run the whole suite
	$(BIN)/python -m pytest -q -n 2

lint: $(VENV)/.ready ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready ## static types, by two checkers
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python

generate: $(VENV)/.ready ## write the schema files and the reference pages anew
	$(BIN)/python scripts/generate.py

generated: $(VENV)/.ready ## say which generated files are out of date
	$(BIN)/python scripts/generate.py --check

test-long: $(VENV)/.ready ## the tests that take minutes
	$(BIN)/python -m pytest -q -m slow

fuzz: $(VENV)/.ready ## a million inputs made by chance, which takes hours
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	$(BIN)/python scripts/fuzz.py --inputs 1000000

test-node: $(VENV)/.ready ## the tests that need node and npm
	$(BIN)/python -m pytest -q -m node

test-browser: $(VENV)/.ready ## the tests in headless Chromium (installs what it can, or says what is missing)
	@command -v npm >/dev/null || { echo "the browser tests need node and npm"; exit 1; }
	@$(CHROMIUM)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[browser]'
	$(BIN)/python -m pytest -q -m browser

test-office: $(VENV)/.ready ## the tests in headless LibreOffice (installs it, or says what is missing)
	@$(OFFICE)
	$(BIN)/python -m pytest -q -m office

picture: $(VENV)/.ready ## take the picture of the HTML checklist anew
	@$(CHROMIUM)
	$(BIN)/python scripts/picture.py

bench: $(VENV)/.ready ## measure every goal for speed, against peers in the same run, in five minutes
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python benchmarks/goals.py

bench-long: $(VENV)/.ready ## the longer tables: shapes of records that invite slow work, findings compared
	$(BIN)/python benchmarks/validation.py
	$(BIN)/python benchmarks/status.py
	$(BIN)/python benchmarks/growth.py
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python benchmarks/findings.py

clean: ## remove what was made
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache build dist
