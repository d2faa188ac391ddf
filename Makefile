# Dateline's commands. The first one makes .venv with the locked packages, which takes about a minute; after that it is kept.
# Needed: Python 3.11 or newer, make, and a package index. On Windows: uv run dateline build.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
NEWEST := import sys; sys.exit(sys.version_info < (3, 11))
# the first of these that is 3.11 or newer; another: make site PYTHON=/path/to/python3
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$name -c '$(NEWEST)' 2>/dev/null && echo $$name && break; done)

.DEFAULT_GOAL := help
.PHONY: help site serve check test lint format lock

help: ## list these commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/:/' | awk -F': ' '{ printf "make %-8s%s\n", $$1, $$2 }'

site: $(VENV)/.site-ready ## read new seeds, build the site into site/
	$(BIN)/dateline build $(ARGS)

serve: $(VENV)/.site-ready ## build, show the site on this machine, and build again whenever a file changes
	$(BIN)/dateline serve $(ARGS)

check: $(VENV)/.site-ready ## find mistakes in content/ and seeds/ without building
	$(BIN)/dateline check $(ARGS)

test: $(VENV)/.dev-ready ## run the tests
	$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/.dev-ready ## check formatting, style, types and who imports whom
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(VENV)/.dev-ready ## format the code and mend what can be mended by itself
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(VENV)/.dev-ready ## write the lock files from pyproject.toml; newer versions with ARGS=--upgrade
	@$(PIP) install uv
	$(call compile,requirements.txt)
	$(call compile,requirements-dev.txt,--group dev)

compile = @UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile pyproject.toml --group build $(2) --output-file $(1) \
	--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --quiet $(ARGS)

$(VENV)/.site-ready: requirements.txt pyproject.toml | $(BIN)/python
	$(call install,requirements.txt)
	@touch $@

$(VENV)/.dev-ready: requirements-dev.txt pyproject.toml | $(BIN)/python
	$(call install,requirements-dev.txt)
	@touch $@ $(VENV)/.site-ready

define install
@echo "Installing the packages of $(1) into $(VENV) (once, about a minute)"
@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null
@$(PIP) install --require-hashes --requirement $(1)
@$(PIP) install --no-deps --no-build-isolation --editable .
endef

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Dateline needs Python 3.11 or newer, and found $$(python3 --version 2>&1 || echo none)." \
		"Install one, or name one: make site PYTHON=/path/to/python3"; exit 1; } >&2
	@$(PYTHON) -c '$(NEWEST)' || { echo "Dateline needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1)."; exit 1; } >&2
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make a virtual environment." \
		"On Debian and Ubuntu: apt install python3-venv, then try again."; exit 1; } >&2
	@$(PYTHON) -m venv --clear $(VENV)
