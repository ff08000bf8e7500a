# Everything a checkout needs: `make help` lists it. Needs Python 3.11 to 3.14 with venv.

PYTHON ?= python3
VENV ?= .venv
CORE ?= $(VENV)-core
ARGS ?=

# The benchmarks that run by themselves; the others are parts of these.
EACH = $(shell grep -l "^def main" benchmarks/*.py | grep -v side_by_side)
UV_VERSION := 0.13.9
IN_VENV := $(VENV)/bin/python
MAKEFLAGS += --no-print-directory

# $(call quietly,COMMAND): its output is worth reading only when it fails
quietly = output=$$($(1) 2>&1) || { echo "$$output" >&2; exit 1; }
pip = $*/bin/python -m pip --disable-pip-version-check
install = $(call quietly,$(pip) install --require-hashes -r $<)

.PHONY: help run test test-core check package deb tar test-package bench bench-each pictures lock \
  licences clean

help:  ## This list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

run: libraries-run $(VENV)/.run  ## The app; ARGS="--person scott-kelly" are its arguments
	@$(IN_VENV) -m compileall -q src
	@$(IN_VENV) -m countdown $(ARGS)

test: libraries-test $(VENV)/.dev  ## All tests; ARGS="tests/core -k moments" are pytest's
	@$(IN_VENV) -m compileall -q src
	@$(IN_VENV) -m pytest $(ARGS)

test-core: $(CORE)/.core  ## The tests of core and data in an environment without Qt
	@! $(CORE)/bin/python -c 'import PySide6' 2>/dev/null || { \
	  echo "PySide6 is in $(CORE)" >&2; exit 1; }
	@$(CORE)/bin/python -m pytest tests/core tests/data $(ARGS)

check: $(VENV)/.dev  ## Style, types, and the arrows between the packages
	@$(VENV)/bin/ruff check
	@$(VENV)/bin/ruff format --check
	@$(IN_VENV) -m mypy
	@$(VENV)/bin/lint-imports --no-logo

package: libraries-package $(VENV)/.dev  ## The app with its own Python and Qt: dist/countdown
	@echo "Building dist/countdown"
	@$(call quietly,$(IN_VENV) -m PyInstaller --noconfirm build.spec)

deb: package  ## That as a Debian package: dist/mission-countdown_*.deb
	@$(IN_VENV) tools/linux_packages.py deb

tar: package  ## That with an install script, for other Linuxes: dist/mission-countdown-*.tar.xz
	@$(IN_VENV) tools/linux_packages.py tar

test-package: libraries-test-package deb tar  ## Tests of these three; those in a bare root as root
	@COUNTDOWN_PACKAGE=$(CURDIR)/dist/countdown $(IN_VENV) -m pytest tests/package tests/desktop $(ARGS)

bench: package libraries-bench  ## The app beside a bare window and Debian's clocks; ARGS="--quick"
	@$(IN_VENV) -m compileall -q src benchmarks
	@$(IN_VENV) benchmarks/side_by_side.py --out docs/benchmarks.md $(ARGS)

bench-each: libraries-run $(VENV)/.run  ## Each thing that the app should do fast, by itself
	@$(IN_VENV) -m compileall -q src
	@for script in $(EACH); do echo "== $$script"; $(IN_VENV) $$script || exit 1; done

pictures: libraries-run $(VENV)/.run  ## The README's pictures, drawn by the app
	@mkdir -p docs
	@set -e; draw() { \
	  $(IN_VENV) -m countdown picture --view $$1 --page "$$2" --theme $$3 --person $$4 --at $$5 \
	    --size $$6 --out docs/$$7.png; }; \
	main() { draw main $$1 $$2 $$3 $$4 1440x900 $$5; }; \
	display() { draw display $$1 $$2 $$3 $$4 1920x1080 display-$$5; }; \
	story=2015-10-16T12:00:00Z; crowd=2024-09-12T12:00:00Z; \
	main mission dark scott-kelly $$story main-dark; \
	main mission light scott-kelly $$story main-light; \
	main records dark scott-kelly $$story records-dark; \
	main chart dark scott-kelly $$story chart-dark; \
	main highlights light scott-kelly $$story highlights-light; \
	main race dark scott-kelly $$story race-dark; \
	main words light scott-kelly $$story words-light; \
	main vehicle dark scott-kelly $$story vehicle-dark; \
	main up light oleg-kononenko $$crowd up-light; \
	display counter dark scott-kelly $$story counter-dark; \
	display fall light scott-kelly 2015-10-15T09:02:20Z fall-light; \
	display timeline dark scott-kelly $$story timeline-dark; \
	display up dark oleg-kononenko $$crowd up-dark; \
	draw pin "" dark scott-kelly $$story 360x132 pin-dark; \
	draw pin "" light scott-kelly $$story 360x132 pin-light

lock:  ## New versions into requirements/
	@$(PYTHON) -m venv .venv-lock
	@$(call quietly,.venv-lock/bin/python -m pip install uv==$(UV_VERSION))
	@set -e; compile() { \
	  UV_CUSTOM_COMPILE_COMMAND="make lock" .venv-lock/bin/uv pip compile --quiet --upgrade \
	    --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --annotation-style line "$$@"; }; \
	compile pyproject.toml --group dev -o requirements/dev.txt; \
	compile pyproject.toml -c requirements/dev.txt -o requirements/run.txt; \
	compile --group core-test -c requirements/dev.txt -o requirements/core-test.txt
	@rm -rf .venv-lock

licences: $(VENV)/.dev  ## The licences of what is locked, into resources/licences/
	@$(IN_VENV) tools/licences.py

clean:  ## Away with everything that was made here
	rm -rf .venv* build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find src tests tools benchmarks -name __pycache__ -prune -exec rm -rf {} +

.PHONY: libraries-run libraries-test libraries-package libraries-test-package libraries-bench
libraries-run libraries-test libraries-package libraries-test-package libraries-bench: \
    libraries-%: $(IN_VENV)
	@$(IN_VENV) tools/system_libraries.py $*

# Made again when the Python behind it is gone.
$(IN_VENV) $(CORE)/bin/python: %/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' || { \
	  echo "Python 3.11 to 3.14 is needed, not $(PYTHON): try make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Python's venv is missing: apt-get install python3-venv" >&2; exit 1; }
	@echo "Making $*"
	@rm -rf $*
	@$(PYTHON) -m venv $*

# The path file puts src/ on the import path: a checkout runs without a build backend.
$(VENV)/.run: %/.run: requirements/run.txt tools/shiboken_support.py %/bin/python
	@echo "Installing what the app needs (100 MB the first time)"
	@$(install)
	@$(IN_VENV) -c 'import os, pathlib, sysconfig; site = sysconfig.get_path("purelib"); \
	  pathlib.Path(site, "countdown.pth").write_text(os.path.relpath("src", site) + "\n")'
	@$(IN_VENV) tools/shiboken_support.py $*/unpacked
	@touch $@

$(VENV)/.dev: %/.dev: requirements/dev.txt %/.run
	@echo "Installing what tests and checks need"
	@$(install)
	@touch $@

$(CORE)/.core: %/.core: requirements/core-test.txt %/bin/python
	@echo "Installing what the tests of core and data need"
	@$(install)
	@touch $@
