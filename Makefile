# Everything here works from a fresh clone with nothing but Python >= 3.11 and make.
# PYTHON=python3.12 make test   uses another interpreter.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
FLOORS := $(VENV)-floors
PAGES  := $(VENV)-docs
PIP    := python -m pip install --quiet --disable-pip-version-check
RECORD := examples/kosovo-serbia-plates-2022.accord.json

# What Python has compiled is kept: otherwise every process that a test starts compiles the package anew.
unexport PYTHONDONTWRITEBYTECODE

# Chromium and its driver from Debian, where root may install them.
CHROMIUM := { command -v chromium && command -v chromedriver; } >/dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get install -y -qq chromium chromium-driver; } \
	|| { echo "this needs chromium and chromedriver (on Debian: apt-get install chromium chromium-driver)"; exit 1; }

# The same for LibreOffice Calc.
OFFICE := command -v soffice >/dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get install -y -qq libreoffice-calc; } \
	|| { echo "this needs LibreOffice Calc (on Debian: apt-get install libreoffice-calc)"; exit 1; }

# The same for Java.
JAVA := { java -version 2>&1 | grep -q 'version "\(17\|21\)'; } \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get install -y -qq openjdk-17-jre-headless; } \
	|| { echo "this needs Java 17 or 21 (on Debian: apt-get install openjdk-17-jre-headless)"; exit 1; }

.PHONY: help demo site fuzz quick test test-thorough lint types generate generated docs docs-serve constraints test-floors test-installed test-long test-node test-browser test-office test-spark picture bench bench-long clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# The environment, made anew when the project's requirements or the pinned versions change. What builds the package is
# installed first, for pip's own isolated builds know nothing of pins.
$(VENV)/.ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "accords needs Python 3.11 or newer; try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/$(PIP) --constraint constraints.txt hatchling editables
	@$(BIN)/$(PIP) --constraint constraints.txt --no-build-isolation --editable '.[dev]'
	@touch $@

# Another one, with the lowest versions of what accords needs that pyproject.toml allows.
$(FLOORS)/.ready: pyproject.toml constraints.txt scripts/floors.py
	@echo "Setting up $(FLOORS) ..."
	@$(PYTHON) -m venv --clear $(FLOORS)
	@$(PYTHON) scripts/floors.py >$(FLOORS)/constraints.txt
	@$(FLOORS)/bin/$(PIP) --constraint $(FLOORS)/constraints.txt hatchling editables
	@$(FLOORS)/bin/$(PIP) --constraint $(FLOORS)/constraints.txt --no-build-isolation --editable '.[test]'
	@touch $@

# Another one, with what makes the site of the documentation.
$(PAGES)/.ready: pyproject.toml constraints.txt
	@echo "Setting up $(PAGES) ..."
	@$(PYTHON) -m venv --clear $(PAGES)
	@$(PAGES)/bin/$(PIP) --constraint constraints.txt hatchling editables
	@$(PAGES)/bin/$(PIP) --constraint constraints.txt --no-build-isolation --editable '.[docs]'
	@touch $@

docs: $(PAGES)/.ready ## build the documentation as a site, in build/docs; a warning is an error
	@$(PAGES)/bin/python scripts/site_of_docs.py stage build/docs-source
	@$(PAGES)/bin/zensical build --strict --clean
	@$(PAGES)/bin/python scripts/site_of_docs.py check build/docs

docs-serve: docs ## show that site on this machine, at port 8000
	@$(PAGES)/bin/python -m http.server --directory build/docs --bind 127.0.0.1 8000

constraints: ## pin the newest versions of everything that work on accords needs
	@$(PYTHON) -m venv --clear $(VENV)-newest
	@$(VENV)-newest/bin/$(PIP) --editable '.[dev,bench,fuzz,browser,docs,spark]'
	@{ sed -n '/^#/p' constraints.txt; $(VENV)-newest/bin/python -m pip freeze --exclude accords; } >$(VENV)-newest/constraints.txt
	@mv $(VENV)-newest/constraints.txt constraints.txt
	@rm -rf $(VENV)-newest

demo: $(VENV)/.ready ## validate the reference record and print its checklist
	$(BIN)/accords validate $(RECORD)
	$(BIN)/accords checklist $(RECORD)

site: $(VENV)/.ready ## make a site of the real agreements among the examples, in build/site
	$(BIN)/accords site 'examples/*-*.accord.json' -o build/site --as-of 2022-12-20,2023-06-01 --contact "the people of this project"

test: $(VENV)/.ready ## run the suite, in two minutes
	$(BIN)/python -m pytest -q -n 2 --dist worksteal

test-thorough: $(VENV)/.ready ## the tests of large inputs and of other processes, in another minute
	$(BIN)/python -m pytest -q -n 2 --dist worksteal \
		-m 'thorough and not (slow or installed or node or browser or office or spark)'

quick: $(VENV)/.ready ## half a minute of tests, to run all the time while working
	$(BIN)/python -m pytest -q -n 2 --dist worksteal --hypothesis-profile=quick tests/unit tests/cli tests/contract \
		-m 'not (further or thorough or slow or installed or node or browser or office or spark)'

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
	$(BIN)/python -m pytest -q -n 2 --dist worksteal -m slow
	$(BIN)/python -m pytest -q -n 2 --dist worksteal --hypothesis-profile=long \
		-m 'hypothesis and not (slow or installed or node or browser or office or spark)'

test-floors: $(FLOORS)/.ready ## the tests with the lowest versions that are allowed of what accords needs
	$(FLOORS)/bin/python -m pytest -q -n 2 -p no:cacheprovider --hypothesis-profile=quick tests/unit tests/cli tests/contract

test-installed: $(VENV)/.ready ## the built wheel in an empty environment, by the commands of the README
	$(BIN)/python -m pytest -q -m installed

fuzz: $(VENV)/.ready ## a million inputs made by chance, which takes hours
	@$(BIN)/$(PIP) --constraint constraints.txt --no-build-isolation --editable '.[fuzz]'
	$(BIN)/python scripts/fuzz.py --inputs 1000000

test-node: $(VENV)/.ready ## the tests that need node and npm
	$(BIN)/python -m pytest -q -m node

test-browser: $(VENV)/.ready ## the tests in headless Chromium (installs what it can, or says what is missing)
	@command -v npm >/dev/null || { echo "the browser tests need node and npm"; exit 1; }
	@$(CHROMIUM)
	@$(BIN)/$(PIP) --constraint constraints.txt --no-build-isolation --editable '.[browser]'
	$(BIN)/python -m pytest -q -m browser

test-office: $(VENV)/.ready ## the tests in headless LibreOffice (installs it, or says what is missing)
	@$(OFFICE)
	$(BIN)/python -m pytest -q -m office

test-spark: $(VENV)/.ready ## the tests on a local Apache Spark (installs it, and Java where it can)
	@$(JAVA)
	@$(BIN)/$(PIP) --constraint constraints.txt --editable '.[spark]'
	$(BIN)/python -m pytest -q -m spark

picture: $(VENV)/.ready ## take the pictures of the README anew
	@$(CHROMIUM)
	$(BIN)/python scripts/picture.py

bench: $(VENV)/.ready ## measure every goal for speed, against peers in the same run, in five minutes
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python benchmarks/goals.py

bench-long: $(VENV)/.ready ## the longer tables: shapes of records that invite slow work, findings compared
	$(BIN)/python benchmarks/validation.py
	$(BIN)/python benchmarks/status.py
	$(BIN)/python benchmarks/growth.py
	$(BIN)/python benchmarks/site.py
	@$(BIN)/$(PIP) --constraint constraints.txt --no-build-isolation --editable '.[bench]'
	$(BIN)/python benchmarks/findings.py
	$(BIN)/python benchmarks/million.py

clean: ## remove what was made
	rm -rf $(VENV) $(FLOORS) .mypy_cache .pytest_cache .ruff_cache build dist
