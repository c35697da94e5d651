#!/usr/bin/env bash
# Installs the tools that are missing, for each purpose named: node, build, test, deny.
# A tool that is there in the right version is left alone.
set -euo pipefail
# shellcheck source=scripts/env.sh
source "$(dirname "$0")/env.sh"

need_node() {
  command -v npm >/dev/null || fail "Node 20 or newer with npm is needed: install it from your system's packages or nodejs.org"
  node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 20 ? 1 : 0)' ||
    fail "Node $(node --version) is too old: 20 or newer is needed"
}

need_wasm_target() {
  command -v cargo >/dev/null || fail "Rust is needed: install it with rustup, see rustup.rs"
  [ -d "$(rustc --print target-libdir --target wasm32-unknown-unknown)" ] && return
  command -v rustup >/dev/null ||
    fail "the standard library for wasm32-unknown-unknown is missing: install it with your system's packages, or Rust with rustup"
  say "Adding the WASM target"
  rustup target add wasm32-unknown-unknown
}

# need_crate <command> <version> <crate> [cargo flags]: little of a tool's own speed matters here, so it is compiled
# for a quick installation.
need_crate() {
  local command=$1 version=$2 crate=$3
  shift 3
  [[ "$("$command" --version 2>/dev/null || true)" == *" $version"* ]] && return
  # Not every tool tells its version; what was installed here is on record.
  grep -qs "^\"$crate $version " "$TOOLS/.crates.toml" && return
  say "Installing $crate $version into $TOOLS (once; some minutes)"
  env -u CARGO_TARGET_DIR CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=64 CARGO_PROFILE_RELEASE_DEBUG=false \
    cargo install --quiet --force --root "$TOOLS" --version "$version" "$@" "$crate"
}

install_browser() {
  local sudo=
  case $(uname -s) in
    Linux)
      command -v apt-get >/dev/null || fail "Chromium and chromedriver are needed for the tests: install both with your package manager"
      if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || fail "Chromium and chromedriver are needed: as root, run 'apt-get install chromium chromium-driver'"
        sudo=sudo
      fi
      say "Installing Chromium and its driver"
      $sudo apt-get update -qq
      DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends chromium chromium-driver ||
        DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends chromium-browser chromium-chromedriver
      ;;
    Darwin)
      command -v brew >/dev/null || fail "Chrome and chromedriver are needed for the tests: install both, for example with Homebrew"
      say "Installing Chrome and its driver"
      find_browser >/dev/null || brew install --cask google-chrome
      find_driver >/dev/null || brew install --cask chromedriver
      ;;
    *) fail "Chromium and chromedriver are needed for the tests: install both" ;;
  esac
}

for purpose in "$@"; do
  case $purpose in
    node) need_node ;;
    build)
      need_node
      need_wasm_target
      # Without --locked: the tool's own lock file may ask for a version that is no longer on offer.
      need_crate wasm-bindgen "$BINDGEN_VERSION" wasm-bindgen-cli
      need_crate wasm-split-cli "$SPLIT_VERSION" wasm_split_cli_support --locked --features build-binary
      need_crate trunk "$TRUNK_VERSION" trunk --locked --no-default-features --features rustls
      ;;
    test) if ! { find_browser && find_driver; } >/dev/null; then install_browser; fi ;;
    deny) need_crate cargo-deny "$DENY_VERSION" cargo-deny --locked ;;
    *) fail "tools.sh knows no purpose '$purpose'" ;;
  esac
done
