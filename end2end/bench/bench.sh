#!/usr/bin/env bash
# Measures the release server and prints a table in Markdown on standard output.
# `make bench` builds what this needs: target/release/trama and its examples.
#   SECONDS_EACH=5 CONNECTIONS="16 64" SIZES="1000 100000" end2end/bench/bench.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
built=${BUILT:-target/release}
for needed in "$built"/{trama,examples/generate,examples/bare,examples/rawcommits,examples/crowd}; do
  [ -x "$needed" ] || { echo "There is no $needed: make bench builds it" >&2; exit 1; }
done
command -v wrk >/dev/null || { echo "There is no wrk: apt-get install wrk" >&2; exit 1; }
exec node end2end/bench/bench.js
