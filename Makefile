# The front door. `make run` and `make test` need python3 (3.11 or later), make and git.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
UV_VERSION := 0.13.9

export UV_PYTHON_DOWNLOADS := never
export UV_LINK_MODE := copy
export UV_SYSTEM_CERTS := 1
export UV_CUSTOM_COMPILE_COMMAND := make lock
# Without compiled modules every start would take a second longer.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test check fmt bench lock clean

help: ## list these commands
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 8

run: $(VENV)/.runtime ## start the whole site on http://127.0.0.1:8000 (PORT=8001 for another)
	@exec $(BIN)/python -m config.local

# Side by side where it pays: a second process has to make a second database first.
test: $(VENV)/.development ## run the suite (ARGS="tests/config -k settings" for a part)
	@exec $(BIN)/python -m pytest $(or $(ARGS),--numprocesses auto --maxprocesses 4 --dist loadgroup)

check: $(VENV)/.development ## format, lint, import contracts, types, templates, migrations
	@exec .ci/check

fmt: $(VENV)/.development ## put everything in form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix-only .
	git ls-files -z 'templates/django/*.html' | xargs -0r $(BIN)/djade

bench: $(VENV)/.development ## measure speed and quality, as a table and as JSON
	@exec $(BIN)/python -m bench

lock: $(VENV)/.boot ## choose newer versions of what we depend on
	$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --python $(BIN)/python pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --python $(BIN)/python pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt

clean: ## remove the virtualenv and the caches (never var/, where the data is)
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(VENV)/.boot:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed (PYTHON=/path/to/python3.x chooses one).")'
	@echo "Making $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@touch $@

$(VENV)/.runtime: requirements.txt $(VENV)/.boot
	@echo "Installing what the site needs ..."
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.development: requirements-dev.txt $(VENV)/.runtime
	@echo "Installing what the checks need ..."
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.txt
	@touch $@
