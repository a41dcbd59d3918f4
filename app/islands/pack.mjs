// Names the islands' files by their content, compresses them beside themselves, writes
// islands.manifest.json, and fails where they are too large.
//   node pack.mjs BUILT_FOLDER OUTPUT_FOLDER MOST_BYTES
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [built, out, most] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
for (const name of readdirSync(out)) {
  if (/^(trama|hydrate)\.[0-9a-f]{12}\.(js|wasm)(\.br|\.gz)?$/.test(name)) rmSync(`${out}/${name}`);
}

const manifest = {};
let total = 0;
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
  total += brotli.length;
  return name;
}

const wasm = keep("trama.wasm", readFileSync(`${built}/trama_bg.wasm`));
const glue = readFileSync(`${built}/trama.js`, "utf8").replaceAll("trama_bg.wasm", wasm);
const js = keep("trama.js", Buffer.from(glue));
const start = readFileSync(new URL("hydrate.js", import.meta.url), "utf8")
  .replaceAll("./trama.wasm", `./${wasm}`)
  .replaceAll("./trama.js", `./${js}`);
keep("hydrate.js", Buffer.from(start));
writeFileSync(`${out}/islands.manifest.json`, JSON.stringify(manifest, null, 1));
console.log(`islands: ${total} bytes of brotli (at most ${most})`);
if (total > Number(most)) {
  console.error("The islands are too large for a citizen's phone.");
  process.exit(1);
}
