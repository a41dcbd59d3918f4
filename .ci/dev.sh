#!/usr/bin/env bash
# Builds and serves; watches the sources and does it again. Ctrl-C ends it.
set -uo pipefail
cd "$(dirname "$0")/.."
export DATABASE_URL=${DATABASE_URL:-sqlite://data/dev.db}
mkdir -p data
server=
stop() { [ -n "$server" ] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; }
trap 'stop; exit 0' INT TERM EXIT
app/islands/build.sh target/site/assets
stamp=target/.dev-stamp
while :; do
  touch "$stamp"
  if node style/build.mjs target/site/assets && cargo build --bin trama; then
    stop
    target/debug/trama --log warn demo && { target/debug/trama serve --page-cache-mb 0 & server=$!; }
  fi
  until [ -n "$(find app server style migrations -newer "$stamp" -type f -not -path '*/node_modules/*' -print -quit)" ]; do
    sleep 1
  done
done
