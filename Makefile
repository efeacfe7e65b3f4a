# make demo: het voorbeeld bekijken.  make test: de tests draaien.  make check: alles wat moet slagen.
# make dekking: welke takken van store en domain de tests raken.  make mutatie: welke fouten zij missen.
# make bench: hoe snel het is, naast andere programma's; zie docs/snelheid.md.
# make robustness: elke schrijfactie op elk punt laten mislukken; duurt lang, en heeft strace nodig.
PYTHON ?= python3
VENV := .venv
CODE := src tests bench
# voor make bench: hoeveel cycli het grote en het kleine leertraject hebben
CYCLI ?= 10000
KLEIN ?= 1000
# de tests op elke processor
OVERAL := --numprocesses=auto --dist=worksteal
PIP := $(VENV)/bin/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

.PHONY: demo test check robustness dekking mutatie bench format clean

demo: $(VENV)/.demo
	$(VENV)/bin/leercyclus status --map cycles

test: $(VENV)/.test
	$(VENV)/bin/pytest $(OVERAL)

check: $(VENV)/.check
	$(VENV)/bin/ruff format --check $(CODE)
	$(VENV)/bin/ruff check $(CODE)
	$(VENV)/bin/mypy
	$(VENV)/bin/pytest $(OVERAL)

robustness: $(VENV)/.test
	LEERCYCLUS_ROBUUST=1 LEERCYCLUS_TEST_STRACE=1 $(VENV)/bin/pytest tests/robustness

dekking: $(VENV)/.robuust
	$(VENV)/bin/coverage run -m pytest
	$(VENV)/bin/coverage report

mutatie: $(VENV)/.robuust
	$(VENV)/bin/mutmut run
	$(VENV)/bin/mutmut results

bench: $(VENV)/.demo
	$(VENV)/bin/python -m bench meet --cycli $(CYCLI) --klein $(KLEIN) --naar docs/snelheid.md

format: $(VENV)/.check
	$(VENV)/bin/ruff check --fix $(CODE)
	$(VENV)/bin/ruff format $(CODE)

# First pip itself: with an old one, leercyclus loads "re" before it starts, which takes half as long as that.
$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(PIP) pip

$(VENV)/.demo: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) --editable .
	touch $@

$(VENV)/.test: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) --editable '.[test]'
	touch $@

$(VENV)/.check: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) --editable '.[check]'
	touch $@

$(VENV)/.robuust: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) --editable '.[robuust]'
	touch $@

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage mutants .bench
