#!/usr/bin/env bash
# Measures what docs/performance.md records, on this machine, and prints it as tables.
set -euo pipefail
# shellcheck source=scripts/env.sh
source "$(dirname "$0")/env.sh"

wasm=$CARGO_TARGET_DIR/wasm32-unknown-unknown/release
bench=target/bench

printf '%s, %s cores, %s\n%s, Node %s, %s\n' \
  "$(uname -sm)" "$(getconf _NPROCESSORS_ONLN)" "$(date -u +%F)" \
  "$(rustc --version)" "$(node --version)" "$("$(find_browser)" --version 2>/dev/null)"

scripts/site.sh --to $bench/site --base /rungs/

node scripts/sizes.mjs $bench/site "$wasm/rungs.wasm"

printf '\n## Compiling the ladders, natively\n\nMedian of 101 runs, from texts in memory to the encoded catalogue: '
cargo run --quiet --release --package rungs-core --features compile --example compile_time -- ladders
