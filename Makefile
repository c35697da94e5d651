# Rungs: how it is built, served, tested and measured. `make help` lists the targets.
#
# The tools that a target needs are installed by it when they are missing: into $XDG_CACHE_HOME/rungs-tools
# (~/.cache/rungs-tools), except for the browser, which the system's package manager installs.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

# The path below which the site will stand: / or /name/.
PUBLIC_URL ?= /
# The port of `make serve` and `make dev`; if it is taken, any free one.
PORT ?= 8080
# What `make deny` checks; `advisories` needs the network.
CHECKS ?= bans licenses sources
# The revision with whose ids `make check-links` compares: what is published. MISSING=pass where there is none yet.
AGAINST ?= origin/main
MISSING ?=
# Arguments for the tests of `make e2e` and `make native`, such as a part of a test's name.
ARGS ?=

.PHONY: help serve dev build test lint native browser e2e copy deny check-links bench lighthouse pictures tools clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

serve: build ## Build the site as it is published, serve it here and print its address
	@node scripts/serve.mjs --dir dist --base "$(PUBLIC_URL)" --port $(PORT)

dev: node_modules/.package-lock.json ## The same, built faster and larger, for work on the code
	@scripts/tools.sh build
	@scripts/site.sh --dev --to dist --base "$(PUBLIC_URL)"
	@node scripts/serve.mjs --dir dist --base "$(PUBLIC_URL)" --port $(PORT)

build: node_modules/.package-lock.json ## Build the site into dist/ (PUBLIC_URL=/name/ for a sub-path)
	@scripts/tools.sh build
	@scripts/site.sh --to dist --base "$(PUBLIC_URL)"

test: node_modules/.package-lock.json ## Run every test, in the order of what is quickest to fail
	@scripts/tools.sh build test
	@scripts/test.sh all

lint: node_modules/.package-lock.json ## Check format, lints and documentation
	@scripts/tools.sh build
	@scripts/test.sh lint

native: ## Run the native tests (ARGS=part-of-a-name)
	@scripts/test.sh native $(ARGS)

browser: node_modules/.package-lock.json ## Run the unit tests that need a browser
	@scripts/tools.sh build test
	@scripts/test.sh browser

e2e: node_modules/.package-lock.json ## Run the end-to-end tests (ARGS=part-of-a-name)
	@scripts/tools.sh build test
	@scripts/test.sh e2e $(ARGS)

copy: node_modules/.package-lock.json ## Test a copy in which one other ladder stands in place of the samples
	@scripts/tools.sh build test
	@scripts/test.sh copy

deny: ## Check licences, bans and sources of all dependencies (installs cargo-deny)
	@scripts/tools.sh deny
	@scripts/test.sh deny $(CHECKS)

check-links: ## Say which ids of the ladders were published and are gone (AGAINST=another-revision)
	@cargo run --quiet --package check-links -- $(if $(filter pass,$(MISSING)),--missing-passes) "$(AGAINST)"

bench: node_modules/.package-lock.json ## Measure sizes and speeds (see docs/performance.md)
	@scripts/tools.sh build test
	@scripts/bench.sh

lighthouse: node_modules/.package-lock.json ## Measure every kind of page as a phone on a slow network sees it
	@scripts/tools.sh build test
	@scripts/lighthouse.sh

pictures: node_modules/.package-lock.json ## Take the pictures of the documents from the real app
	@scripts/tools.sh build test
	@scripts/pictures.sh

tools: node_modules/.package-lock.json ## Install what building and testing needs, and nothing else
	@scripts/tools.sh build test

node_modules/.package-lock.json: package.json package-lock.json
	@scripts/tools.sh node
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

clean: ## Remove what was built (tools stay)
	rm -rf dist target node_modules
