#!/usr/bin/env bash
# Measures every kind of page with Lighthouse, as a phone on a slow network sees it, and writes docs/performance.md.
set -euo pipefail
# shellcheck source=scripts/env.sh
source "$(dirname "$0")/env.sh"

# Beside the other tools: whoever builds or tests the site can do without.
lighthouse=$TOOLS/lighthouse-$LIGHTHOUSE_VERSION
if [ ! -x "$lighthouse/node_modules/.bin/lighthouse" ]; then
  step "Installing Lighthouse $LIGHTHOUSE_VERSION" npm install --silent --no-fund --no-audit --prefix "$lighthouse" "lighthouse@$LIGHTHOUSE_VERSION"
fi

command -v openssl >/dev/null || fail "openssl is needed to make a certificate: install it with your package manager"
tls=$(mktemp -d)
trap 'rm -rf "$tls"' EXIT
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1 \
  -keyout "$tls/key.pem" -out "$tls/cert.pem" 2>/dev/null

step "Release build" env SITE_ADDRESS=https://example.github.io/ scripts/site.sh --base / --to target/site/lighthouse
say "Measurements"
CHROME_PATH=$(find_browser) node scripts/lighthouse.mjs \
  --lighthouse "$lighthouse/node_modules/.bin/lighthouse" \
  --site target/site/lighthouse \
  --tls "$tls" \
  --to docs/performance.md
