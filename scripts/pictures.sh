#!/usr/bin/env bash
# Takes the pictures of the documents from the real app: a release build of the ladders in ladders/.
set -euo pipefail
# shellcheck source=scripts/env.sh
source "$(dirname "$0")/env.sh"

scripts/site.sh --base / --to target/site/pictures
CHROME_PATH=$(find_browser) node scripts/pictures.mjs target/site/pictures docs/pictures
