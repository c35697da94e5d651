#!/usr/bin/env bash
# Trunk's post_build hook: cuts the program into the file that every page loads and those that are fetched when they
# are first needed (src/parts.rs), and puts them in place of the one file that Trunk made of it.
set -euo pipefail
# shellcheck source=scripts/env.sh
source "$(dirname "$0")/env.sh"

into=$TRUNK_STAGING_DIR
case $TRUNK_PROFILE in
  release) folder=release ;;
  *) folder=debug ;;
esac
cut=$(mktemp -d)
trap 'rm -rf "$cut"' EXIT

wasm-split-cli "$CARGO_TARGET_DIR/wasm32-unknown-unknown/$folder/rungs.wasm" "$cut" --out-name rungs
# The main file goes through wasm-bindgen, the others import what it exports; so its exports have to keep their names.
wasm-bindgen --target web --no-typescript --keep-lld-exports --no-demangle --out-name rungs --out-dir "$into" "$cut/rungs.wasm"
cp "$cut/__wasm_split.js" "$into/"

for file in "$into/rungs_bg.wasm" "$cut"/split_*.wasm "$cut"/chunk_*.wasm; do
  [ -e "$file" ] || continue
  target=$into/$(basename "$file")
  if [ $folder = release ]; then
    wasm-opt -Oz --strip-producers --strip-target-features --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext \
      --enable-mutable-globals --enable-reference-types --enable-multivalue "$file" -o "$target" \
      2> >(grep -v 'unknown name subsection' >&2)
  elif [ "$file" != "$target" ]; then
    cp "$file" "$target"
  fi
done
