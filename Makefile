# The commands of the house. Each begins by bringing .venv up to date, which takes no time when nothing changed.
SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.SUFFIXES:
MAKEFLAGS += --no-print-directory --no-builtin-rules

BIN := $(CURDIR)/.venv/bin
WORKERS ?= 2
# Sets and dicts differ from run to run on purpose; the number is printed, so that a run can be repeated.
ifndef PYTHONHASHSEED
PYTHONHASHSEED := $(shell echo $$((RANDOM + 1)))
endif
export PYTHONHASHSEED
PYTEST = $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --maxfail 25

define gate
@echo "== $(1)"
endef

.PHONY: help run test quick long fmt lock set-up format lint types imports dependencies tests

help:
	@echo "make run     set up and start the program with sample data"
	@echo "make test    every gate, as on the build machine"
	@echo "make quick   the gates that a change needs while it grows, in 90 seconds"
	@echo "make long    the tests with their big counts"
	@echo "make fmt     bring all code into shape"
	@echo "make lock    work out the versions of all dependencies anew"

run: set-up
	@$(BIN)/creditbank --demo

test: set-up format lint types imports dependencies tests

quick: set-up format lint types imports
	$(call gate,quick tests)
	@CREDITBANK_COUNTS=quick $(PYTEST) -q

long: set-up
	$(call gate,long tests)
	@CREDITBANK_COUNTS=long $(PYTEST) -q --timeout 7200

fmt: set-up
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

# Hashes only, no addresses: the files come from wherever this machine's pip is told to look.
lock: set-up
	@$(BIN)/uv pip compile pyproject.toml --group dev --extra ocr --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header --quiet --upgrade --output-file requirements.lock

# The first python3 may be a stale shim; any that works will do to look for the best.
set-up:
	@for python in python3 /usr/bin/python3; do \
		if "$$python" -c "" 2>/dev/null; then exec "$$python" installer/set_up.py; fi; \
	done; echo "set-up: no python3 that works was found" >&2; exit 1

format:
	$(call gate,format)
	@$(BIN)/ruff format --check .

lint:
	$(call gate,lint)
	@$(BIN)/ruff check --quiet .

types:
	$(call gate,types)
	@$(BIN)/mypy

imports:
	$(call gate,import contracts)
	@$(BIN)/lint-imports --config pyproject.toml --no-cache | grep -vE '^[╔╚║ ]' 

dependencies:
	$(call gate,unused and missing dependencies)
	@$(BIN)/deptry creditbank_desktop creditbank_server

tests:
	$(call gate,tests)
	@CREDITBANK_COUNTS=gate $(PYTEST)
