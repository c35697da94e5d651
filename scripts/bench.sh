#!/usr/bin/env bash
# Measures sizes and speeds on this machine, prints them and writes docs/performance.md.
set -euo pipefail
# shellcheck source=scripts/env.sh
source "$(dirname "$0")/env.sh"

wasm=wasm32-unknown-unknown
step "Release build" scripts/site.sh --base / --to target/site/bench
step "Sites of generated ladders" scripts/generated.sh catalogue-3 catalogue-100 catalogue-1000 framework
step "Comparisons, for WASM" cargo build --quiet --release --package rungs --target $wasm --example comparisons
step "Ladder compiler, native" cargo build --quiet --release --package rungs-core --features compile --example compile_time
step "Growth, native" cargo build --quiet --release --package rungs-core --features compile --example growth

say "Measurements"
CHROME_PATH=$(find_browser) node scripts/bench.mjs \
  --site target/site/bench \
  --symbols "$CARGO_TARGET_DIR/$wasm/release/rungs.wasm" \
  --comparisons "$CARGO_TARGET_DIR/$wasm/release/examples/comparisons.wasm" \
  --compiler "$CARGO_TARGET_DIR/release/examples/compile_time" \
  --ladders ladders \
  --example "$CARGO_TARGET_DIR/release/examples/growth" \
  --generated target/site \
  --to docs/performance.md
