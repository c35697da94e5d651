#!/usr/bin/env bash
# Builds the site.
#
#   site.sh --to dist [--base /name/] [--ladders folder] [--dev] [--next] [--no-previews]
#
# SITE_ADDRESS in the environment is the address that the site will have, for what needs it whole; without it the one in
# site.toml counts.
# --next makes the site as its next release might be, for tests of updates: one sentence differs.
# Compiles only if something that goes into the WASM has changed since the last time, and writes the site only if anything
# that it is made of has: for another address that takes seconds.
set -euo pipefail
# shellcheck source=scripts/env.sh
source "$(dirname "$0")/env.sh"

base=/ to="" ladders="" mode=release next=no previews=()
while [ $# -gt 0 ]; do
  case $1 in
    --to) to=$2 && shift ;;
    --base) base=$2 && shift ;;
    --ladders) ladders=$2 && shift ;;
    --dev) mode=dev ;;
    --next) next=yes ;;
    --no-previews) previews=(--no-previews) ;;
    *) fail "site.sh does not know $1" ;;
  esac
  shift
done
case $mode in
  release) trunk_flags=(--log warn --release) finish_flags=(--base "$base") ;;
  dev) trunk_flags=(--log warn) finish_flags=(--base "$base" --plain) ;;
esac
[ -n "$to" ] || fail "site.sh needs --to"

native_flags=${RUSTFLAGS:-}

# What a panic says of its place need not tell of this machine, nor take many bytes.
if [ $mode = release ]; then
  # The folders that hold the sources have to be there to be named.
  cargo fetch --quiet --locked
  sysroot=$(rustc --print sysroot)
  commit=$(rustc -vV | awk '/^commit-hash:/ { print $2 }')
  remaps="--remap-path-prefix $sysroot/lib/rustlib/src/rust/library= --remap-path-prefix /rustc/$commit/library="
  for folder in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
    [ ! -d "$folder" ] || remaps="$remaps --remap-path-prefix $folder="
  done
  export RUSTFLAGS="${RUSTFLAGS:-} $remaps"
fi

# Where the compiled parts are gathered, one folder for each catalogue and mode.
name=${ladders:-ladders}
gathered=target/gathered/$mode-${name//\//-}

# The state of all files in these places.
state() { find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 cksum; }

# A fingerprint of everything that is compiled or gathered.
fingerprint() {
  {
    rustc -V
    state Cargo.toml Cargo.lock Trunk.toml build.rs index.html package-lock.json scripts/env.sh scripts/split.sh src \
      crates/core crates/view crates/view-macro public "${ladders:-ladders}"
    env | grep -E '^(RUSTFLAGS|CARGO_PROFILE_)' || true
  } | cksum
}

# A fingerprint of everything that the site is made of.
whole() {
  {
    echo "$now $to $base $mode $next ${SITE_ADDRESS:-}"
    node --version
    state crates styles scripts/*.* ./*.js
  } | cksum
}

[ -z "$ladders" ] || export RUNGS_LADDERS="$root/$ladders"
now=$(fingerprint)
if [ "$(cat "$gathered.stamp" 2>/dev/null)" != "$now" ]; then
  rm -f "$gathered.stamp"
  mkdir -p "$gathered"
  trunk build "${trunk_flags[@]}" --dist "$gathered"
  echo "$now" >"$gathered.stamp"
fi

pages=target/pages/$(basename "$to")
stamp=$pages.stamp
made=$(whole)
# The last file of a site is its service worker.
[ "$(cat "$stamp" 2>/dev/null)" != "$made" ] || [ ! -e "$to/sw.js" ] || exit 0
rm -f "$stamp"
if [ $next = yes ]; then
  rm -rf "$gathered-next"
  node scripts/next.mjs --from "$gathered" --to "$gathered-next"
  gathered=$gathered-next
fi

# The pages themselves are printed natively, for each address anew.
rm -rf "$pages"
env -u RUNGS_LADDERS RUSTFLAGS="$native_flags" cargo run --quiet --locked --package rungs-site -- \
  --ladders "${ladders:-ladders}" --base "$base" --to "$pages" --address "${SITE_ADDRESS:-}" "${previews[@]}"
if [ $next = yes ]; then
  rm -rf "$pages-next"
  node scripts/next.mjs --from "$pages" --to "$pages-next"
  pages=$pages-next
fi
node scripts/finish.mjs --from "$gathered" --pages "$pages" --to "$to" "${finish_flags[@]}"
echo "$made" >"$stamp"
