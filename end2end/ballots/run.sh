#!/usr/bin/env bash
# Ten thousand people vote at the last minute, 200 connections at once, against the real binary
# on SQLite and PostgreSQL: every acknowledgement is compared with the rows.
#   end2end/ballots/run.sh [HOW MANY]
# Without TEST_POSTGRES_URL a throw-away PostgreSQL is started.
set -euo pipefail
cd "$(dirname "$0")/../.."
export VOTERS=${1:-10000}
test() { cargo test --workspace --test ballots last_minute -- --nocapture; }
export -f test
if [ -n "${TEST_POSTGRES_URL:-}" ]; then test; else .ci/postgres.sh bash -c test; fi
