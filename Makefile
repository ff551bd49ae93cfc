# make help lists what there is. Needs Python 3.11 or newer and make; everything else is installed into .venv.
PORT ?= 8080
PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3; do command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin

.PHONY: help install demo run test check format bench chaos pictures requirements clean
.DEFAULT_GOAL := help

help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

install: .venv/ready ## what the program runs on, into .venv

demo: .venv/ready ## the bot, a local Telegram and a demo school on http://127.0.0.1:$(PORT)
	@exec $(BIN)/python -m bot demo --port $(PORT)

run: .venv/ready ## the bot, with the settings of .env
	@exec $(BIN)/python -m bot run

test: .venv/dev-ready ## every test; installs PostgreSQL and Chromium where it may
	@.ci/services
	@$(BIN)/python -m pytest -n 2 --dist loadgroup $(ARGS)

check: .venv/dev-ready ## formatting, lint, types, architecture
	@$(BIN)/ruff format --check --quiet . || { echo "some files are not formatted: make format"; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy bot handlers domain storage scheduler
	@mkdir -p build; PYTHONPATH=. $(BIN)/lint-imports --no-cache > build/imports.txt || { cat build/imports.txt; exit 1; }

format: .venv/dev-ready ## format and mend what can be mended
	@$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format .

bench: .venv/dev-ready ## figures beside a bare aiogram bot, into build/bench.json
	@$(BIN)/python -m tests.bench $(ARGS)

chaos: .venv/dev-ready ## kills the bot in the middle of saves and announcements, counts into build/chaos.json
	@$(BIN)/python -m tests.chaos --at-once 2 --rounds $(or $(ROUNDS),5) $(if $(SEED),--seed $(SEED))

pictures: .venv/dev-ready ## the pictures of the README, from the demo
	@mkdir -p docs/pictures; ZVONOK_PICTURES=docs/pictures $(BIN)/python -m pytest -q tests/browser/test_demo.py tests/browser/test_new_school.py

requirements: ## pin the newest versions allowed, with hashes (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate requirements.in -o requirements.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate requirements-dev.in -o requirements-dev.txt

clean: ## remove what was made, the data of the demo too; a real school's database stays
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it, or say make PYTHON=/path/to/python"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || .ci/services venv
	@$(PYTHON) -m venv .venv

.venv/ready: requirements.txt | .venv/bin/python
	@echo "installing what the program runs on (about a minute)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@mkdir -p build && touch $@

.venv/dev-ready: requirements-dev.txt .venv/ready
	@echo "installing what checks and tests need…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@mkdir -p build && touch $@
