#!/usr/bin/env bash
# Builds sites of generated ladders into target/site/, below /rungs/: what grows with a catalogue is tested and measured
# there.
#
#   generated.sh catalogue-3 catalogue-100 catalogue-1000 framework
set -euo pipefail
# shellcheck source=scripts/env.sh
source "$(dirname "$0")/env.sh"

for name in "$@"; do
  ladders=target/catalogues/$name
  # The same ladders every time: what is there already stays untouched.
  cargo run --quiet --locked --package rungs-generator -- "${name#catalogue-}" "$ladders"
  # Each is compiled of itself, so that a test can say that the program does not depend on the ladders.
  scripts/site.sh --ladders "$ladders" --base /rungs/ --to "target/site/$name"
done
