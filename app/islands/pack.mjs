// Names the islands' files by their content, compresses them beside themselves, writes
// islands.manifest.json, and fails where a bundle is too large.
//   node pack.mjs BUILT_FOLDER OUTPUT_FOLDER BUNDLE:STARTED_BY:MOST_BYTES…
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [built, out, ...bundles] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
for (const name of readdirSync(out)) {
  if (/^(trama|workbench|room|hydrate(-workbench|-room)?)\.[0-9a-f]{12}\.(js|wasm)(\.br|\.gz)?$/.test(name)) {
    rmSync(`${out}/${name}`);
  }
}

const manifest = {};
function keep(logical, bytes) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const [stem, ending] = logical.split(".");
  const name = `${stem}.${hash}.${ending}`;
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  writeFileSync(`${out}/${name}`, bytes);
  writeFileSync(`${out}/${name}.br`, brotli);
  writeFileSync(`${out}/${name}.gz`, gzipSync(bytes, { level: 9 }));
  manifest[logical] = name;
  return { name, size: brotli.length };
}

let tooLarge = false;
for (const [bundle, start, most] of bundles.map((one) => one.split(":"))) {
  const wasm = keep(`${bundle}.wasm`, readFileSync(`${built}/${bundle}_bg.wasm`));
  const glue = readFileSync(`${built}/${bundle}.js`, "utf8").replaceAll(`${bundle}_bg.wasm`, wasm.name);
  const js = keep(`${bundle}.js`, Buffer.from(glue));
  const text = readFileSync(new URL(`${start}.js`, import.meta.url), "utf8")
    .replaceAll(`./${bundle}.wasm`, `./${wasm.name}`)
    .replaceAll(`./${bundle}.js`, `./${js.name}`);
  const first = keep(`${start}.js`, Buffer.from(text));
  const total = wasm.size + js.size + first.size;
  console.log(`${bundle}: ${total} bytes of brotli (at most ${most})`);
  if (total > Number(most)) {
    console.error(`The islands of ${bundle} are too large for a phone.`);
    tooLarge = true;
  }
}
writeFileSync(`${out}/islands.manifest.json`, JSON.stringify(manifest, null, 1));
if (tooLarge) process.exit(1);
