# make run       open Facilitator; with no screen, draw the sample review into build/
# make test      every check, the quick ones first
# make bench     the measurements
# make evaluate  how well the coach reads
# make lock      pin the newest releases that pyproject.toml admits
# make clean     remove what the other targets made

PYTHON ?= python3
PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --no-deps

.DEFAULT_GOAL := run
.PHONY: run test bench evaluate lock clean install environment

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
	$(PY) -m tests.benchmarks

# The rows of others lie beside the checkout; where they are absent, the page says so.
evaluate: install
	$(PY) -m tests.evaluation

# No host name goes into the lock: everyone installs from the index that their own pip knows.
lock: install
	$(PY) -m piptools compile --quiet --upgrade --extra dev --allow-unsafe --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
		--strip-extras --no-header --output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
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
