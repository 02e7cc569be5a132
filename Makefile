# Everything a person or a machine does with this checkout. `make` or `make help` lists it.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run test check fmt lint types imports docs screenshots bench race wheel lock clean

PORT ?= 8000
WORKERS ?= 2
ARGS ?=

PYTHON := .venv/bin/python
READY := .venv/.ready
CODE := src tests scripts $(wildcard benchmarks)

help: ## list the targets
	@echo 'Geleit plans business delegation trips. Targets:'
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo 'Variables: PORT=$(PORT) (run), WORKERS=$(WORKERS) and ARGS="-k dates" (test), UPGRADE=1 (lock)'

setup: $(READY) ## make .venv with the command .venv/bin/geleit (only when something changed)

$(READY): pyproject.toml requirements.lock .python-version scripts/setup scripts/build_native.py $(wildcard src/geleit/planner/native/*.[ch])
	@scripts/setup
	@touch $@

run: setup ## plan the two example trips and start the application with them
	@exec .venv/bin/geleit demo --port $(PORT)

test: setup ## run all tests; finds or installs a browser for those that need one
	@GELEIT_CHROMIUM="$$($(PYTHON) -m scripts.browser --install)" && export GELEIT_CHROMIUM && \
	$(PYTHON) -m pytest -n $(WORKERS) $(ARGS) && scripts/test_postgresql $(WORKERS) $(ARGS)

check: lint types imports docs wheel test ## everything that must hold before a change lands

fmt: setup ## format the code and repair what can be repaired by itself
	@.venv/bin/ruff check --fix-only --quiet $(CODE)
	@.venv/bin/ruff format $(CODE)

lint: setup ## check format and style
	@.venv/bin/ruff format --check $(CODE)
	@.venv/bin/ruff check $(CODE)
	@$(PYTHON) -m scripts.check_tree
	@$(PYTHON) -m scripts.check_vendored

types: setup ## check the types, strictly
	@.venv/bin/mypy $(CODE)

imports: setup ## check the import order of the architecture
	@.venv/bin/lint-imports

docs: setup ## check that the documentation names every command, target and field
	@$(PYTHON) -m scripts.check_docs

screenshots: setup ## make the pictures of the documentation anew, in docs/images
	@$(PYTHON) -m scripts.screenshots

bench: setup ## measure the planner and the documents; results go to benchmarks/results
	@exec $(PYTHON) -m benchmarks.run $(ARGS)

race: setup ## race the planner against its peers, for eight minutes a call (ARGS=--quick for a short one)
	@exec $(PYTHON) -m benchmarks.race $(ARGS)

wheel: setup ## build the wheel, install it into a fresh environment and plan a trip with it
	@scripts/check_wheel

lock: setup ## write requirements.lock anew from pyproject.toml (UPGRADE=1: to the newest versions)
	@.venv/bin/uv pip compile pyproject.toml --extra dev --universal --python-version 3.12 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --quiet \
	  --custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade) --output-file requirements.lock

clean: ## remove everything that was built; the next target sets up again
	@rm -rf .venv .uv build dist .*_cache .hypothesis
	@find $(CODE) -name __pycache__ -prune -exec rm -rf {} +
