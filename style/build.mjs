// Builds the site's static assets: one stylesheet, four fonts, one icon sprite, one favicon.
//
//   node style/build.mjs OUTDIR
//
// Every file has its content's hash in its name, a .br and a .gz
// beside it (text only; woff2 is brotli inside already), and a line in OUTDIR/manifest.json.
// The build FAILS when the first view would weigh more than the gates below.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { fileURLToPath } from 'node:url';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const BI = path.join(HERE, 'node_modules', 'bootstrap-italia');

/** Gates, in bytes. `css` is brotli; `firstView` is css + fonts of the first view + sprite, as sent. */
const GATE = { css: 35_000, cssRaw: 200_000, firstView: 105_000, font: 16_000 };

/** Name in the manifest → source. `first` fonts are counted in the first view; `preload` ones are named to the page's head. */
const FONTS = {
  'titillium-400.woff2': { from: 'Titillium_Web/titillium-web-v10-latin-ext_latin-regular.ttf', first: true, preload: true },
  'titillium-600.woff2': { from: 'Titillium_Web/titillium-web-v10-latin-ext_latin-600.ttf', first: true, preload: true },
  'titillium-700.woff2': { from: 'Titillium_Web/titillium-web-v10-latin-ext_latin-700.ttf', first: true, preload: true },
  'lora-400.woff2': { from: 'Lora/lora-v20-latin-ext_latin-regular.ttf', first: true },
};

/** Letters kept in the fonts: Italian, English, Albanian, Serbian in Latin letters, Romanian, and what their neighbours need for names. */
const range = (a, b) => Array.from({ length: b - a + 1 }, (_, i) => String.fromCodePoint(a + i)).join('');
const LETTERS = range(0x20, 0x7e)
  + '\u00a0«»°·×©§ªº'
  + 'ÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜàáâäçèéêëìíîïñòóôöùúûüßÿæœø' // Italian, Albanian, and the neighbours
  + 'ĆČĐŠŽćčđšžĂȘȚŞŢășțşţłńśźżąęğı' // Serbian, Romanian; Polish and Turkish names
  + '–—‘’“”„…€−';

const outDir = process.argv[2];
if (!outDir) fail('usage: node style/build.mjs OUTDIR');
if (!fs.existsSync(BI)) fail('style/node_modules is missing: run `npm ci` in style/ first');
const out = path.resolve(outDir);

// ---- nothing changed? -------------------------------------------------------------------------
const stampFile = path.join(out, '.stamp');
const inputs = [
  ...list(HERE, /\.(scss|mjs|txt)$/),
  ...list(path.join(HERE, 'icons'), /\.svg$/),
  path.join(HERE, 'favicon.svg'),
  path.join(HERE, 'leave.js'),
  path.join(HERE, 'package-lock.json'),
];
const stamp = sha(inputs.map((f) => `${path.relative(HERE, f)} ${sha(fs.readFileSync(f))}`).join('\n') + process.version);
if (upToDate()) {
  console.log(`style: up to date in ${path.relative(process.cwd(), out) || '.'}`);
  process.exit(0);
}

// ---- build ------------------------------------------------------------------------------------
fs.mkdirSync(out, { recursive: true });
const manifest = {};
const sizes = [];
const firstView = {};

const fontUrls = await buildFonts();
const css = await buildCss(fontUrls);
const sprite = buildSprite();
const favicon = fs.readFileSync(path.join(HERE, 'favicon.svg'), 'utf8');

for (const [name, text] of [['main.css', css], ['icons.svg', sprite], ['favicon.svg', minifySvg(favicon)]]) {
  const { br } = write(name, Buffer.from(text), true);
  if (name !== 'favicon.svg') firstView[name] = br;
  if (name === 'main.css' && br > GATE.css) fail(`main.css is ${br} B brotli, over the gate of ${GATE.css} B`);
  if (name === 'main.css' && text.length > GATE.cssRaw) fail(`main.css is ${text.length} B raw, over the gate of ${GATE.cssRaw} B`);
}

// Of few pages, so not counted in the first view: «Esci in fretta».
const leave = fs.readFileSync(path.join(HERE, 'leave.js'), 'utf8').replace(/^\/\/.*\n/gm, '');
write('leave.js', Buffer.from(leave), true);

const total = Object.values(firstView).reduce((a, b) => a + b, 0);
report(total);
if (total > GATE.firstView) fail(`first view (css + fonts + sprite) is ${total} B, over the gate of ${GATE.firstView} B`);

sweep();
fs.writeFileSync(path.join(out, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');
fs.writeFileSync(stampFile, JSON.stringify({ stamp, files: Object.values(manifest).flat() }));

// ---- parts ------------------------------------------------------------------------------------
async function buildFonts() {
  const { default: subset } = await import('subset-font');
  const urls = {};
  manifest.preload = [];
  for (const [name, font] of Object.entries(FONTS)) {
    const source = fs.readFileSync(path.join(BI, 'dist', 'fonts', font.from));
    // Hints are dropped (no screen of today reads them in woff2); kerning, local forms and ligatures stay.
    const bytes = await subset(source, LETTERS, { targetFormat: 'woff2', keepFeatures: ['kern', 'locl', 'liga'], noHinting: true });
    if (bytes.length > GATE.font) fail(`${name} is ${bytes.length} B, over the gate of ${GATE.font} B for one font`);
    write(name, bytes, false);
    urls[name] = manifest[name];
    if (font.preload) manifest.preload.push(manifest[name]);
    if (font.first) firstView[name] = bytes.length;
  }
  return urls;
}

async function buildCss(urls) {
  const sass = await import('sass');
  const { css } = sass.compile(path.join(HERE, 'main.scss'), {
    style: 'compressed',
    charset: false,
    loadPaths: [path.join(BI, 'src', 'scss')],
    quietDeps: true,
    // Bootstrap Italia 2.x is written with @import and the older colour functions; sass is pinned until it moves.
    silenceDeprecations: ['import', 'global-builtin', 'color-functions'],
  });
  const text = css
    .replace(/\.btn-close[^{}]*\{[^{}]*\}/g, '') // Bootstrap's close button needs script, and a data: image
    .replace(/url\("?font:([\w.-]+)"?\)/g, (_, name) => `url(${urls[name] ?? fail(`main.scss asks for the unknown font ${name}`)})`)
    .replace(/:root\{--bootstrap-italia-version: ?"[^"]*"\}/, '');
  const foreign = text.match(/url\((?!lora|titillium)[^)]{0,60}/);
  if (foreign) fail(`the stylesheet may name no file but our fonts (content security policy): ${foreign[0]}`);
  return text;
}

function buildSprite() {
  const all = fs.readFileSync(path.join(BI, 'dist', 'svg', 'sprites.svg'), 'utf8');
  const names = fs.readFileSync(path.join(HERE, 'icons.txt'), 'utf8').split('\n').map((l) => l.replace(/#.*/, '').trim()).filter(Boolean);
  const symbols = names.map((name) => {
    const own = path.join(HERE, 'icons', `${name}.svg`);
    if (fs.existsSync(own)) {
      const svg = minifySvg(fs.readFileSync(own, 'utf8'));
      const [, box] = svg.match(/viewBox="([^"]+)"/) ?? fail(`icons/${name}.svg has no viewBox`);
      return `<symbol id="${name}" viewBox="${box}">${svg.replace(/^<svg[^>]*>|<\/svg>$/g, '')}</symbol>`;
    }
    const found = all.match(new RegExp(`<symbol id="${name}"[^>]*>.*?</symbol>`, 's'));
    return found ? minifySvg(found[0]).replace(/ (fill-rule|clip-rule)="evenodd"(?=.*\1)/g, ' $1="evenodd"') : fail(`icons.txt: Bootstrap Italia has no icon ${name}, nor is there icons/${name}.svg`);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}

function minifySvg(text) {
  return text.replace(/<!--.*?-->/gs, '').replace(/>\s+</g, '><').replace(/\s+/g, ' ').trim();
}

// ---- small things -----------------------------------------------------------------------------
function write(name, bytes, compress) {
  const ext = path.extname(name);
  const hashed = `${path.basename(name, ext)}.${sha(bytes).slice(0, 10)}${ext}`;
  fs.writeFileSync(path.join(out, hashed), bytes);
  manifest[name] = hashed;
  let br = bytes.length, gz = bytes.length;
  if (compress) {
    const b = zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
    const g = zlib.gzipSync(bytes, { level: 9 });
    fs.writeFileSync(path.join(out, `${hashed}.br`), b);
    fs.writeFileSync(path.join(out, `${hashed}.gz`), g);
    br = b.length; gz = g.length;
  }
  sizes.push({ name, raw: bytes.length, br, gz });
  return { br };
}

function report(total) {
  for (const s of sizes) console.log(`style: ${s.name.padEnd(22)} ${String(s.raw).padStart(7)} B raw ${String(s.br).padStart(6)} B sent`);
  console.log(`style: first view (css + ${Object.keys(firstView).length - 2} fonts + sprite) ${total} B of ${GATE.firstView} B`);
}

/** Removes what an earlier build left under another hash, and nothing that is not ours. */
function sweep() {
  const keep = new Set(Object.values(manifest).flat());
  let old = [];
  try { old = JSON.parse(fs.readFileSync(stampFile, 'utf8')).files; } catch { /* first build */ }
  for (const f of old) if (!keep.has(f)) for (const s of ['', '.br', '.gz']) fs.rmSync(path.join(out, f + s), { force: true });
}

function upToDate() {
  try {
    const was = JSON.parse(fs.readFileSync(stampFile, 'utf8'));
    return was.stamp === stamp && fs.existsSync(path.join(out, 'manifest.json')) && was.files.every((f) => fs.existsSync(path.join(out, f)));
  } catch { return false; }
}

function list(dir, pattern) {
  return fs.existsSync(dir) ? fs.readdirSync(dir).filter((f) => pattern.test(f) && f !== 'gallery.mjs').sort().map((f) => path.join(dir, f)) : [];
}
function sha(data) { return createHash('sha256').update(data).digest('hex'); }
function fail(message) { console.error(`style: ${message}`); process.exit(1); }
