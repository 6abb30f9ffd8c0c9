# make run       open Facilitator; with no screen, draw the sample review into build/
# make test      every check, the quick ones first
# make bench     the measurements
# make evaluate  how well the coach reads
# make fuzz      feed every reader of sources with bytes for SECONDS (600) each
# make lock      pin the newest releases that pyproject.toml admits
# make clean     remove what the other targets made

PYTHON ?= python3
PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --no-deps
COMPILE := $(PY) -m piptools compile --quiet --upgrade --allow-unsafe --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --strip-extras --no-header
FUZZ := tests/fuzz/requirements
PEERS := tests/benchmarks/peers/requirements
SECONDS ?= 600

.DEFAULT_GOAL := run
.PHONY: run test bench evaluate fuzz lock clean install environment environment-fuzz \
	environment-peers

run: install
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		$(PY) packaging/system_libs.py screen && exec $(PY) -m facilitator; \
	else \
		$(PY) packaging/system_libs.py offscreen && \
		QT_QPA_PLATFORM=offscreen exec $(PY) -m facilitator tour --out build; \
	fi

test: export QT_QPA_PLATFORM := offscreen
test: install
	$(PY) packaging/system_libs.py offscreen
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-logo
	$(PY) -m pytest --numprocesses 2 --dist loadfile

# On a screen if there is one, for that is where it has to be quick; else it chooses offscreen.
bench: install
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(PY) packaging/system_libs.py screen; \
	else $(PY) packaging/system_libs.py offscreen; fi
	@cmp -s $(PEERS).lock .venv-peers/requirements.lock || $(MAKE) --no-print-directory environment-peers
	$(PY) -m tests.benchmarks

# The rows of others lie beside the checkout; where they are absent, the page says so.
evaluate: install
	$(PY) -m tests.evaluation

# What is found lies in build/fuzz, and the next run goes on from what this one reached.
fuzz:
	@cmp -s $(FUZZ).lock .venv-fuzz/requirements.lock || $(MAKE) --no-print-directory environment-fuzz
	.venv-fuzz/bin/python -m tests.fuzz $(SECONDS)

# No host name goes into the locks: everyone installs from the index that their own pip knows.
lock: install
	$(COMPILE) --extra dev --output-file requirements.lock pyproject.toml
	$(COMPILE) --output-file $(FUZZ).lock $(FUZZ).in
	$(COMPILE) --output-file $(PEERS).lock $(PEERS).in

clean:
	rm -rf .venv .venv-fuzz .venv-peers build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find facilitator packaging tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment keeps a copy of the lock it was made from. It is made afresh when the two
# differ: an old environment would keep stray files of the releases it had before.
install:
	@cmp -s requirements.lock .venv/requirements.lock || $(MAKE) --no-print-directory environment

environment:
	@$(PYTHON) packaging/python_ready.py
	rm -rf .venv
	$(PYTHON) -m venv .venv
	$(PIP) --require-hashes --requirement requirements.lock
	$(PIP) --no-build-isolation --editable .
	@cp requirements.lock .venv/requirements.lock

# The program's own environment stays without atheris, which few platforms have.
environment-fuzz:
	@$(PYTHON) packaging/python_ready.py
	rm -rf .venv-fuzz
	$(PYTHON) -m venv .venv-fuzz
	@.venv-fuzz/bin/python -m pip install --quiet --disable-pip-version-check --no-deps \
		--only-binary :all: --require-hashes --requirement $(FUZZ).lock 2>.venv-fuzz/why || { \
		echo "Nothing was fuzzed: the index that pip knows has no wheel of atheris for this" \
			"Python and platform, or cannot be reached; see .venv-fuzz/why."; exit 1; }
	@cp $(FUZZ).lock .venv-fuzz/requirements.lock

# What is measured against has an environment of its own; without it, the table says so.
environment-peers:
	@$(PYTHON) packaging/python_ready.py
	rm -rf .venv-peers
	$(PYTHON) -m venv .venv-peers
	@if .venv-peers/bin/python -m pip install --quiet --disable-pip-version-check --no-deps \
		--only-binary :all: --require-hashes --requirement $(PEERS).lock 2>.venv-peers/why; then \
		cp $(PEERS).lock .venv-peers/requirements.lock; \
	else rm -rf .venv-peers/bin; fi
