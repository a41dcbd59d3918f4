#!/usr/bin/env bash
# Installs what is missing for `make run`, `make test` or `make bench`, saying what and why.
# System packages are installed where we are root or have sudo; else the line to run is printed.
set -euo pipefail
cd "$(dirname "$0")/.."
purpose=${1:-run}
tools=$PWD/target/tools
mkdir -p "$tools"
bindgen=0.2.130 # the command and the crate (Cargo.toml) must be the same version

say() { printf '%s\n' "$*" >&2; }

need=() why=()
want() { need+=("$1"); why+=("  $1: $2"); }
command -v cc >/dev/null || want build-essential "compiles SQLite into the server"
command -v node >/dev/null || want nodejs "builds the styles"
command -v npm >/dev/null || want npm "fetches Bootstrap Italia"
if [ "$purpose" = test ]; then
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ||
    want chromium "runs the browser stories"
  if ! command -v pg_config >/dev/null && [ -z "$(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null)" ]; then
    want postgresql "every statement is tested on it too"
  elif [ -z "$(ls -d /usr/lib/postgresql/*/bin/initdb "$(pg_config --bindir 2>/dev/null)/initdb" 2>/dev/null)" ]; then
    want postgresql "every statement is tested on it too"
  fi
  command -v sqlite3 >/dev/null || want sqlite3 "lets the browser stories move the window of a round"
  command -v strace >/dev/null || want strace "shows that a write is synced before it is answered"
fi
if [ "$purpose" = bench ]; then
  command -v wrk >/dev/null || want wrk "puts load on the server"
fi

if ! command -v cargo >/dev/null; then
  say "Trama needs Rust 1.94 or newer, and cargo is not on the PATH: install it with rustup (rustup.rs)."
  exit 1
fi
# WebAssembly: rustup's target, or where its downloads can't be reached, Debian's own compiler.
sysroot=$(rustc --print sysroot)
wasm=ready
if [ ! -d "$sysroot/lib/rustlib/wasm32-unknown-unknown" ]; then
  if command -v rustup >/dev/null && timeout 120 rustup target add wasm32-unknown-unknown >/dev/null 2>&1; then
    say "Added the WebAssembly target to the Rust toolchain (rustup)."
  else
    wasm=debian
    for package in rustc-web cargo-web rust-web-src rust-web-llvm; do
      dpkg -s "$package" >/dev/null 2>&1 || want "$package" "compiles the islands to WebAssembly (rustup's target can't be fetched)"
    done
  fi
fi

if [ ${#need[@]} -gt 0 ]; then
  say "Missing on this machine:"
  printf '%s\n' "${why[@]}" >&2
  line="apt-get update && apt-get install -y --no-install-recommends ${need[*]}"
  if [ "$(id -u)" = 0 ]; then
    root=""
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    root="sudo"
  else
    say "Run this once, as root, then the same command again:"
    say "  $line"
    exit 1
  fi
  say "Installing them with apt-get …"
  $root apt-get update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends "${need[@]}" >/dev/null
fi
if [ "$wasm" = debian ] && ! rustup toolchain list 2>/dev/null | grep -q '^debian'; then
  command -v rustup >/dev/null && rustup toolchain link debian /usr
fi
major=$(node -p 'process.versions.node.split(".")[0]')
if [ "$major" -lt 18 ]; then
  say "Node $major is too old: install Node 18 or newer (Debian 12's nodejs will do)."
  exit 1
fi

# Node packages, by their lock files; skipped when nothing changed.
node_packages() {
  local folder=$1 stamp="$1/node_modules/.trama-lock"
  if ! cmp -s "$folder/package-lock.json" "$stamp"; then
    say "Fetching the Node packages of $folder …"
    (cd "$folder" && npm ci --no-audit --no-fund --silent)
    cp "$folder/package-lock.json" "$stamp"
  fi
}
node_packages style
node_packages app/islands
[ "$purpose" = test ] && node_packages end2end

if ! "$tools/bin/wasm-bindgen" --version 2>/dev/null | grep -q " $bindgen$"; then
  say "Installing wasm-bindgen $bindgen (two to five minutes) …"
  cargo install --quiet wasm-bindgen-cli --version "$bindgen" --root "$tools"
fi
