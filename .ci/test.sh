#!/usr/bin/env bash
# All that must hold. Each step says its name and how long it took.
set -euo pipefail
cd "$(dirname "$0")/.."
step() {
  local name=$1 start=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  "$@"
  printf '== %s: %s s\n' "$name" "$((SECONDS - start))"
}
site=target/site/assets
step "Format" cargo fmt --all --check
step "Styles, fonts, icons" node style/build.mjs "$site"
step "Lints" cargo clippy --workspace --all-targets --features server/meaning --quiet -- -D warnings
step "Islands and their size" app/islands/build.sh "$site"
# The tests of the server build its binary too, with the same features: the stories use that one.
step "Rust tests on SQLite and PostgreSQL" .ci/postgres.sh cargo test --workspace --features server/meaning --quiet
step "Browser stories" .ci/postgres.sh end2end/run.sh
