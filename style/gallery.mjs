// Draws the gallery (hand-written mock-ups with real texts) to look at it:
//
//   node style/gallery.mjs OUTDIR      then serve OUTDIR with any static server
//
// In gallery/*.html: `<!-- include part.html key="value" -->` takes gallery/parts/part.html ({{key}} filled in);
// `[[it-search]]`, `[[it-search sm]]` draw an icon; `{asset main.css}` is the hashed file's URL.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(process.argv[2] ?? path.join(HERE, '..', 'target', 'gallery'));
execFileSync(process.execPath, [path.join(HERE, 'build.mjs'), path.join(out, 'assets')], { stdio: 'inherit' });
const manifest = JSON.parse(fs.readFileSync(path.join(out, 'assets', 'manifest.json'), 'utf8'));
const url = (name) => `assets/${manifest[name] ?? (() => { throw new Error(`no asset ${name}`); })()}`;

const include = (text) => text.replace(/<!-- include (\S+)((?: [\w-]+="[^"]*")*) -->/g, (_, part, args) => {
  const keys = Object.fromEntries([...args.matchAll(/([\w-]+)="([^"]*)"/g)].map((m) => [m[1], m[2]]));
  return include(fs.readFileSync(path.join(HERE, 'gallery', 'parts', part), 'utf8').replace(/\{\{([\w-]+)\}\}/g, (_, k) => keys[k] ?? ''));
});

const known = new Set(fs.readFileSync(path.join(HERE, 'icons.txt'), 'utf8').split('\n').map((l) => l.trim()));
for (const page of fs.readdirSync(path.join(HERE, 'gallery')).filter((f) => f.endsWith('.html'))) {
  const html = include(fs.readFileSync(path.join(HERE, 'gallery', page), 'utf8'))
    .replace(/\[\[([\w-]+)((?: \w+)*)\]\]/g, (_, name, sizes) => {
      if (!known.has(name)) throw new Error(`${page}: icon ${name} is not in icons.txt`);
      const classes = ['icon', ...sizes.trim().split(' ').filter(Boolean).map((s) => `icon-${s}`)].join(' ');
      return `<svg class="${classes}" aria-hidden="true" focusable="false"><use href="${url('icons.svg')}#${name}"/></svg>`;
    })
    .replace(/\{preload\}/g, manifest.preload.map((f) => `<link rel="preload" href="assets/${f}" as="font" type="font/woff2" crossorigin>`).join('\n'))
    .replace(/\{asset ([\w.-]+)\}/g, (_, name) => url(name));
  fs.writeFileSync(path.join(out, page), html);
}
console.log(`gallery: ${out}`);
