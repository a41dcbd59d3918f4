#!/usr/bin/env bash
# The browser stories, against servers that they start themselves. Builds nothing.
#   end2end/run.sh [what playwright takes: a file, --project=nojs, -g "…"]
# TEST_POSTGRES_URL (see .ci/postgres.sh) adds the main stories on PostgreSQL.
# CHROMIUM names another browser, TRAMA another server (default: target/debug/trama).
set -euo pipefail
cd "$(dirname "$0")"
export TRAMA=${TRAMA:-$PWD/../target/debug/trama}
[ -x "$TRAMA" ] || { echo "There is no $TRAMA: cargo build --bin trama" >&2; exit 1; }
if [ -z "${CHROMIUM:-}" ]; then
  for name in chromium chromium-browser google-chrome; do
    CHROMIUM=$(command -v "$name") && break
  done
fi
[ -n "${CHROMIUM:-}" ] || { echo "There is no Chromium: name one in CHROMIUM" >&2; exit 1; }
export CHROMIUM
export PATH="$PATH:$(pg_config --bindir 2>/dev/null || true)"
rm -rf results
node_modules/.bin/playwright test "$@"
