#!/usr/bin/env bash
# Compiles the islands to WebAssembly, names them by their content, compresses them, and fails
# where wasm and glue together are over 140 kB of brotli.
#   app/islands/build.sh OUTPUT_FOLDER
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$1
most=140000
stamp=target/wasm/.islands-stamp
newest=$(find app/islands Cargo.lock Cargo.toml -type f -newer "$stamp" -print -quit 2>/dev/null || echo none)
if [ -e "$stamp" ] && [ -z "$newest" ] && [ -e "$out/islands.manifest.json" ]; then
  exit 0
fi
target=wasm32-unknown-unknown
cargo=(cargo build)
if [ ! -d "$(rustc --print sysroot)/lib/rustlib/$target" ]; then
  # Debian's compiler with the standard library built here (rustup's target can't be fetched).
  lld=$(find "$(rustc --print sysroot)/lib/rustlib" -name rust-lld -print -quit)
  export RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER="$lld"
  cargo=(cargo +debian build "-Zbuild-std=std,panic_abort")
fi
CARGO_TARGET_DIR=target/wasm "${cargo[@]}" --quiet -p islands --profile wasm --target "$target" \
  --no-default-features --features hydrate
work=target/wasm/islands
rm -rf "$work"
target/tools/bin/wasm-bindgen --target web --no-typescript --out-dir "$work" --out-name trama \
  "target/wasm/$target/wasm/islands.wasm"
app/islands/node_modules/.bin/wasm-opt -Oz --strip-debug --strip-producers --enable-bulk-memory \
  --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals --enable-reference-types \
  --enable-multivalue -o "$work/trama_bg.wasm" "$work/trama_bg.wasm"
node app/islands/pack.mjs "$work" "$out" "$most"
touch "$stamp"
