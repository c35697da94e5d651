# shellcheck shell=bash
# To be sourced: where the tools are and in which versions.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit

TOOLS=${XDG_CACHE_HOME:-$HOME/.cache}/rungs-tools
PATH=$root/node_modules/.bin:$TOOLS/bin:$PATH
export PATH

# What cargo builds, natively and for the page; one folder, so that both share what runs at build time.
CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target}
export CARGO_TARGET_DIR

TRUNK_VERSION=0.21.14
DENY_VERSION=0.20.2
SPLIT_VERSION=0.2.4
LIGHTHOUSE_VERSION=12.8.2
# The command line tool of wasm-bindgen must be of the very version that the page is compiled with.
BINDGEN_VERSION=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/"/, "", $3); print $3 }' Cargo.lock)
export SPLIT_VERSION TRUNK_VERSION DENY_VERSION LIGHTHOUSE_VERSION BINDGEN_VERSION

# Trunk refuses any other value than true or false.
unset NO_COLOR

say() { printf '\n── %s\n' "$*"; }
fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# Runs a step and says how long it took.
step() {
  local name=$1 began=$SECONDS
  shift
  say "$name"
  "$@"
  printf '   %s: %d s\n' "$name" $((SECONDS - began))
}

# The browser and its driver, wherever this system keeps them.
find_browser() {
  local place
  for place in "${CHROME_PATH:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    [ -n "$place" ] && command -v "$place" && return
  done
  return 1
}
find_driver() {
  local place
  for place in "${CHROMEDRIVER:-}" chromedriver "${CHROMEWEBDRIVER:-/nowhere}/chromedriver" /usr/lib/chromium/chromedriver; do
    [ -n "$place" ] && command -v "$place" && return
  done
  return 1
}
