# `make run` starts the site, `make test` tests it; each needs Python 3.11 and no more.
# PORT, HOST, STATE_DIR and DATABASE_URL may be set: make run PORT=9000

PYTHON ?= python3
BIN := .venv/bin
APPS := catalog community moviemeter news
UV := uv pip compile --universal --generate-hashes --no-emit-index-url \
	--no-emit-find-links --no-config --custom-compile-command "make lock" \
	--python-version 3.11 -q pyproject.toml

.DEFAULT_GOAL := run
.PHONY: run test demo lint lock messages picture bench-stories clean

# A recipe's program runs in make's place, so that a signal to make reaches it.
run:
	@$(PYTHON) moviemeter/bootstrap.py run
	@exec $(BIN)/python manage.py serve

test:
	@$(PYTHON) moviemeter/bootstrap.py test
	@exec $(BIN)/python -m pytest -n 2 --dist loadfile $(PYTEST)

# Loads the demonstration once more, as `make run` does by itself.
demo:
	@$(PYTHON) moviemeter/bootstrap.py run
	@exec $(BIN)/python manage.py demo

lint:
	@$(PYTHON) moviemeter/bootstrap.py test
	@exec bash .ci/run lint

# Translations: collects new sentences and compiles.
messages:
	@$(PYTHON) moviemeter/bootstrap.py test
	@exec $(BIN)/python manage.py messages

# Needs uv. The locks name no index: pip asks the one that this machine is set to.
lock:
	$(UV) -o requirements/site.txt
	$(UV) --extra local -o requirements/local.txt
	$(UV) --extra local --extra test -o requirements/test.txt
	$(UV) --extra image -o requirements/image.txt

# The picture in the README, from a site that runs at PORT.
picture:
	@$(PYTHON) moviemeter/bootstrap.py test
	@exec $(BIN)/python docs/picture.py http://localhost:$(or $(PORT),8000)/

# What the magazine's pages cost over 15.270 stories, in a database that is gone after.
bench-stories:
	@$(PYTHON) moviemeter/bootstrap.py test
	@exec $(BIN)/python -m benchmarks stories

# The database and the pictures under var/ go as well; as root the database may lie
# elsewhere, in a folder named by what var/postgres/elsewhere holds.
clean:
	@if [ -s var/postgres/elsewhere ]; then rm -rf "/var/lib/moviemeter/$$(printf %s \
		"$$(cat var/postgres/elsewhere)" | sha256sum | cut -c1-12)"; fi
	rm -rf .venv var .hypothesis .pytest_cache .ruff_cache .mypy_cache \
		.import_linter_cache .coverage .coverage.*
	find $(APPS) benchmarks tests -name __pycache__ -type d -prune -exec rm -rf {} +
