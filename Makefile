# The two commands of the README; each makes its own environment in .venv first.
.PHONY: site test proof corpus

site: # check the content and build the website with its sheets
	@tools/setup run
	@.venv/bin/stepsheet build

test: # the one gate: format, lint, types, layers, tests
	@tools/setup dev
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-logo
	.venv/bin/pytest -q -n auto

proof: # every mutant of content and site: caught, legal or survived
	@tools/setup dev
	@.venv/bin/python -m tests.mutation

corpus: # what an import makes of real repositories: CORPUS=folder, BUILD=1 to build them too
	@tools/setup run
	@.venv/bin/python tools/corpus.py $(CORPUS) $(if $(BUILD),--build)
