#!/usr/bin/env bash
# Compares `trama tally` with public implementations (pabutools for budgets, pref_voting for
# rankings) on a thousand random elections of each kind. Installs them in an environment that it
# throws away. Builds nothing.
#   end2end/tallies/run.sh [--count 1000] [--seed 1] [--files FOLDER]
# TRAMA names another binary (default: target/release/trama, else target/debug/trama), TALLY a
# whole other command that takes files and prints a result a line, PYTHON another Python.
# --files compares the elections of a folder (.pb, .soc, .soi, .toc, .toi) instead of random ones.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
for built in "$root/target/release/trama" "$root/target/debug/trama"; do
  [ -x "${TRAMA:-}" ] || TRAMA=$built
done
export TALLY=${TALLY:-"$TRAMA tally"}
environment=$(mktemp -d)
trap 'rm -rf "$environment"' EXIT
"${PYTHON:-python3}" -m venv "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
"$environment/bin/python" "$here/compare.py" "$@"
