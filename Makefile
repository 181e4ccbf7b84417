# make run | test | demo | check : each sets itself up on a machine with python3, pip, make and git.
PY := .venv/bin/python
# Compiled once, beside the libraries: a start of `monitor` costs half as much, and the tests start it 150 times.
export PYTHONDONTWRITEBYTECODE :=
export PYTHONPYCACHEPREFIX := $(CURDIR)/.venv/pycache

.PHONY: setup run test demo check lint types contracts budgets lock browser bench clean

setup: .venv/.ready

.venv/.ready: pyproject.toml requirements.lock
	test -x $(PY) || python3 -m venv .venv
	$(PY) -m pip install --quiet --disable-pip-version-check uv && $(PY) -m uv pip install --quiet --require-hashes -r requirements.lock \
		|| $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

run: setup
	.venv/bin/monitor run

demo: setup
	.venv/bin/monitor demo

test: setup
	$(PY) -m pytest

check: setup lint types contracts budgets

lint:
	$(PY) -m ruff check monitor tests benchmarks
	$(PY) -m ruff format --check monitor tests benchmarks

types:
	$(PY) -m mypy

contracts:
	.venv/bin/lint-imports

budgets:
	$(PY) -m tests.house.budgets

lock:
	$(PY) -m pip install --quiet uv
	$(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --group dev pyproject.toml -o requirements.lock
	$(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url -c requirements.lock pyproject.toml -o deploy/requirements.lock

bench: setup
	$(PY) -m benchmarks

clean:
	rm -rf .venv var .mypy_cache .ruff_cache .pytest_cache .hypothesis
