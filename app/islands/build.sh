#!/usr/bin/env bash
# Compiles the islands to WebAssembly, names them by their content, compresses them, and fails
# where wasm and glue of a bundle are over 140 kB of brotli. There are three: what citizens'
# pages load, the workbench, and the room of a session. They are compiled in one go, from the same
# dependencies.
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
CARGO_TARGET_DIR=target/wasm "${cargo[@]}" --quiet -p islands -p workbench -p room --profile wasm --target "$target" \
  --no-default-features --features hydrate
work=target/wasm/islands
rm -rf "$work"
for bundle in islands:trama workbench:workbench room:room; do
  crate=${bundle%:*} name=${bundle#*:}
  target/tools/bin/wasm-bindgen --target web --no-typescript --out-dir "$work" --out-name "$name" \
    "target/wasm/$target/wasm/$crate.wasm"
  app/islands/node_modules/.bin/wasm-opt -Oz --strip-debug --strip-producers --enable-bulk-memory \
    --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals \
    --enable-reference-types --enable-multivalue -o "$work/${name}_bg.wasm" "$work/${name}_bg.wasm"
done
node app/islands/pack.mjs "$work" "$out" "trama:hydrate:$most" "workbench:hydrate-workbench:$most" \
  "room:hydrate-room:$most"
touch "$stamp"
