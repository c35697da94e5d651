#!/usr/bin/env bash
# Runs tests: `test.sh all`, or the parts named: lint, native, deny, browser, e2e, copy.
# `native` and `e2e` take further arguments for the test runner, `deny` the checks to make. The last line counts all tests that ran.
# shellcheck disable=SC2119,SC2120 # what a part is given comes from the command line, if anything
set -euo pipefail
# shellcheck source=scripts/env.sh
source "$(dirname "$0")/env.sh"

log=$(mktemp)
trap 'rm -f "$log"' EXIT

wasm=wasm32-unknown-unknown

# Runs a test command and keeps what it printed for the count at the end.
counted() { "$@" 2>&1 | tee -a "$log"; }

lint() {
  step "Format" cargo fmt --all --check
  step "Lints, native" cargo clippy --quiet --workspace --all-targets -- -D warnings
  step "Lints, page" cargo clippy --quiet --package rungs --target $wasm --features split --lib --bins --test browser -- -D warnings
  step "Lints, catalogue alone" cargo clippy --quiet --package rungs --target $wasm --examples -- -D warnings
  step "Documentation" env RUSTDOCFLAGS="-D warnings" cargo doc --quiet --workspace --no-deps --document-private-items
  step "Scripts" scripts_parse
}

scripts_parse() {
  local file
  for file in scripts/*.mjs scripts/bench/*.mjs ./*.js; do node --check "$file"; done
  for file in scripts/*.sh .ci/run; do bash -n "$file"; done
  if command -v shellcheck >/dev/null; then shellcheck -x scripts/*.sh .ci/run; fi
  if command -v actionlint >/dev/null; then actionlint; fi
  if command -v zizmor >/dev/null; then zizmor --offline --quiet .github/workflows; fi
}

# The list of known vulnerabilities comes from the network; the workflow checks it. This part can do without.
deny() {
  if ! command -v cargo-deny >/dev/null; then
    say "Licences: cargo-deny is not installed, left out (make deny installs it; the workflow runs it)"
    return
  fi
  [ $# -gt 0 ] || set -- bans licenses sources
  step "Dependencies: $*" cargo deny --workspace --log-level error check "$@"
}

native() { step "Native tests" counted cargo test --quiet --workspace --exclude rungs-e2e "$@"; }

# Without --quiet, which cargo would hand on to a runner that does not know it.
browser() {
  [ -d tests/browser ] || return 0
  step "Browser unit tests" counted env \
    CHROMEDRIVER="$(find_driver)" \
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
    cargo test --package rungs --target $wasm --features web --test browser
}

# The site of the test ladders and the published one, each for the addresses that tests visit, and sites of any size.
sites() {
  local fixtures=tests/fixtures/ladders
  scripts/site.sh --ladders $fixtures --base /rungs/ --to target/site/fixtures
  scripts/site.sh --ladders $fixtures --base /rungs/ --to target/site/fixtures-next --next
  scripts/site.sh --ladders $fixtures --base / --to target/site/fixtures-root
  published_site
  scripts/generated.sh catalogue-3 catalogue-100 catalogue-1000 framework
}
# As the workflow publishes it, which knows where: pages weigh most with an address.
published_site() { SITE_ADDRESS=https://example.github.io/rungs/ scripts/site.sh --base /rungs/ --to target/site/published; }

# A failed test says what it waited for in words; a trace through the runtime would bury them.
run_e2e() {
  env RUST_LIB_BACKTRACE=0 CHROMEDRIVER="$(find_driver)" CHROME_PATH="$(find_browser)" RUNGS_SITES="$root/target/site" \
    cargo test --quiet --package rungs-e2e "$@"
}
e2e() {
  step "Release builds" sites
  step "End-to-end tests" counted run_e2e "$@"
}

# Nothing may depend on the three samples: a copy with one other ladder in their place passes as well. Of what does not
# read ladders/ the first run has spoken already.
copy() {
  local copy=$root/target/copy
  rm -rf "$copy"
  mkdir -p "$copy"
  # What is deleted and not committed yet is listed too, and not there.
  git ls-files -z --cached --others --exclude-standard |
    while IFS= read -r -d '' file; do [ ! -e "$file" ] || printf '%s\0' "$file"; done |
    xargs -0 tar -cf - | tar -xf - -C "$copy"
  find "$copy/ladders" -name '*.toml' ! -name site.toml ! -name themes.toml -delete
  cp tests/fixtures/other-ladder.toml "$copy/ladders/"
  ln -s "$root/node_modules" "$copy/node_modules"
  (cd "$copy" && step "With one other ladder in place of the samples" scripts/test.sh copied) 2>&1 | tee -a "$log"
}
copied() {
  native
  step "Release build" published_site
  step "End-to-end tests of the published site" counted run_e2e published::
}

# The closing lines of all runners that ran, added up.
closing_line() {
  awk '/^test result: / { passed += $4; failed += $6 } END { printf "%d passed, %d failed\n", passed, failed }' "$log"
}

began=$SECONDS
part=$1
shift
case $part in
  all)
    lint
    deny
    native
    browser
    e2e
    copy
    ;;
  lint | native | deny | browser | e2e | copy | copied) "$part" "$@" ;;
  *) fail "test.sh knows no part '$part'" ;;
esac
printf '\nAll steps: %d s\n' $((SECONDS - began))
closing_line
