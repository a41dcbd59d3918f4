// Measures the suggestions of similar texts and of groups: how many needs and proposals of the
// demonstration's groups have a true partner among the first three, how often a text that only looks
// alike stands above the true partner, and how suggested groups agree with the true ones (F1 over pairs).
//
//   node end2end/similarity.mjs [path of the built trama]
//
// Five copies of the demonstration, each with random ids, shuffled items and without ground truth,
// are imported into a fresh database each; then five more in which no proposal says which needs it
// answers; then five in which all items have one and the same policy too. The ground truth is read here alone. Exit 1 below what
// is aimed at (VARIANTS), 2 if nothing could be measured.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const built = ["target/release/trama", "target/debug/trama"].map((path) => join(root, path));
const trama = process.argv[2] ?? built.find((path) => existsSync(path));
const demonstration = readFileSync(join(root, "server/demo/val-d-arcina.json"), "utf8");

const COPIES = 5;
const FIRST = 3;
const VARIANTS = [
  { name: "as written", policy: true, declared: true, least: { proposals: 23, needs: 16, groups: 0.75 }, misled: 2 },
  { name: "with policy", policy: true, declared: false, least: { proposals: 23, needs: 15, groups: 0.72 }, misled: 2 },
  { name: "without policy", policy: false, declared: false, least: { proposals: 21, needs: 14, groups: 0.5 }, misled: 2 },
];
const SECTIONS = ["needs", "proposals"];
const FORGOTTEN = ["ground_truth", "moderation_samples", "hostile_inputs"];
const FORGOTTEN_FIELDS = ["group", "duplicates_of", "similar_to"];
// Fields in which a need or a proposal is named.
const NAMING = new Set(["on", "item", "source"]);

// Numbers that look random and are the same for the same seed (mulberry32).
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(list, random) {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other], list[last]];
  }
}

// Calls `each` with every field of an object, however deep.
function walk(value, each) {
  if (Array.isArray(value)) {
    for (const entry of value) walk(entry, each);
  } else if (value !== null && typeof value === "object") {
    for (const [name, entry] of Object.entries(value)) {
      each(value, name, entry);
      walk(entry, each);
    }
  }
}

// A copy without what must not help; with the old id of each new one.
function copyOf(seed, { policy: keepPolicy, declared }) {
  const random = dice(seed);
  const file = JSON.parse(demonstration);
  for (const section of FORGOTTEN) delete file[section];
  const items = SECTIONS.flatMap((section) => file[section]);
  const renamed = new Map();
  for (const item of items) {
    let id;
    do {
      id = `T${Math.floor(random() * 1e9).toString(36).toUpperCase()}`;
    } while (renamed.has(id));
    renamed.set(item.id, id);
  }
  const [area] = file.areas;
  for (const item of items) {
    for (const field of FORGOTTEN_FIELDS) delete item[field];
    if (item.kind === "proposta") {
      item.answers_needs = declared ? item.answers_needs.map((need) => renamed.get(need)) : [];
    }
    item.id = renamed.get(item.id);
    if (!keepPolicy) {
      item.area = area.id;
      item.policy = area.policies[0].id;
    }
  }
  walk(file, (holder, name, value) => {
    if (NAMING.has(name) && renamed.has(value)) holder[name] = renamed.get(value);
  });
  for (const section of [...SECTIONS, "comments", "supports"]) shuffle(file[section], random);
  const old = new Map([...renamed].map(([before, after]) => [after, before]));
  return { file, old };
}

function run(args, database) {
  const done = spawnSync(trama, ["--database-url", `sqlite://${database}`, "--log", "warn", ...args], {
    encoding: "utf8",
    maxBuffer: 64_000_000,
  });
  if (done.status !== 0) {
    throw new Error(`trama ${args.join(" ")}: ${done.error ?? ""}${done.stderr}`);
  }
  return done.stdout;
}

// The reports of a copy, in the old ids: what is similar to each, and the groups.
function report(folder, seed, variant) {
  const { file, old } = copyOf(seed, variant);
  const name = `${seed}-${variant.name.replace(" ", "-")}`;
  const path = join(folder, `${name}.json`);
  const database = join(folder, `${name}.db`);
  writeFileSync(path, JSON.stringify(file));
  run(["import", path], database);
  const found = JSON.parse(run(["similar", "--ambito", file.ambito.slug, "--json"], database));
  const before = (id) => {
    if (!old.has(id)) throw new Error(`similar names ${id}, which was not imported`);
    return old.get(id);
  };
  const groups = JSON.parse(run(["groups", "--ambito", file.ambito.slug, "--json"], database));
  return {
    similar: new Map(Object.entries(found).map(([id, list]) => [before(id), list.map(before)])),
    suggested: groups.map((group) => group.map(before)),
  };
}

// All pairs of a group, each as one text.
function pairsOf(group) {
  const sorted = [...group].sort();
  return sorted.flatMap((one, at) => sorted.slice(at + 1).map((other) => `${one} ${other}`));
}

// How two ways to group agree: the harmonic mean of precision and recall over pairs.
function agreement(suggested, groups) {
  const truth = new Set(groups.flatMap(pairsOf));
  const pairs = suggested.flatMap(pairsOf);
  return (2 * pairs.filter((pair) => truth.has(pair)).length) / (pairs.length + truth.size);
}

// How often a text that only looks alike stands above the true partners of a text in a group.
function misleading(found, groups, negatives) {
  let above = 0;
  for (const group of groups) {
    for (const item of group) {
      const ranked = found.get(item) ?? [];
      const partner = ranked.findIndex((other) => group.includes(other));
      const first = partner < 0 ? ranked : ranked.slice(0, partner);
      for (const { pair } of negatives) {
        const other = pair.find((id) => id !== item);
        if (pair.includes(item) && !group.includes(other) && first.includes(other)) above += 1;
      }
    }
  }
  return above;
}

// Of the items in groups, those with a partner among the first.
function score(found, groups, section) {
  const own = new Set(JSON.parse(demonstration)[section].map((item) => item.id));
  const missed = [];
  let hits = 0;
  for (const group of groups) {
    for (const item of group.filter((id) => own.has(id))) {
      const first = (found.get(item) ?? []).slice(0, FIRST);
      if (group.some((other) => other !== item && first.includes(other))) hits += 1;
      else missed.push(item);
    }
  }
  return { hits, of: hits + missed.length, missed };
}

if (trama === undefined || !existsSync(trama)) {
  console.error("build trama first, or name it: node end2end/similarity.mjs PATH");
  process.exit(2);
}
const truth = JSON.parse(demonstration).ground_truth;
const groups = Object.values(truth.merge_groups);
const folder = mkdtempSync(join(tmpdir(), "trama-similarity-"));
let reached = true;
try {
  console.log(
    "variant         copy  proposals      needs        groups  misled  without a partner in the first three",
  );
  for (const variant of VARIANTS) {
    const { name, least, misled } = variant;
    for (let copy = 1; copy <= COPIES; copy += 1) {
      const { similar: found, suggested } = report(folder, copy, variant);
      const scores = Object.fromEntries(
        SECTIONS.map((section) => [section, score(found, groups, section)]),
      );
      const cell = (section) => {
        const { hits, of } = scores[section];
        if (hits < least[section]) reached = false;
        return `${hits}/${of} (≥${least[section]})`.padStart(11);
      };
      const f1 = agreement(suggested, groups);
      const above = misleading(found, groups, truth.hard_negatives);
      if (f1 < least.groups || above > misled) reached = false;
      const missed = [...scores.proposals.missed, ...scores.needs.missed].join(" ");
      console.log(
        `${name.padEnd(14)}  ${String(copy).padStart(4)} ${cell("proposals")} ${cell("needs")}  ` +
          `${f1.toFixed(3)} (≥${least.groups})`.padStart(12) +
          `  ${above} (≤${misled})  ${missed}`,
      );
    }
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (!reached && process.exitCode === undefined) process.exitCode = 1;
