// Databases and servers of the stories. The demonstration is loaded once a run; each story
// begins with its own copy, so that none depends on what another did.
import { execFile, spawn } from "node:child_process";
import { copyFile, mkdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const here = path.dirname(new URL(import.meta.url).pathname);

/** The repository. */
export const ROOT = path.resolve(here, "../..");
/** What the stories leave behind. */
export const RESULTS = path.resolve(here, "../results");
const TRAMA = process.env.TRAMA ?? path.join(ROOT, "target/debug/trama");
const TEMPLATE = path.join(RESULTS, "demonstration.db");
const TEMPLATE_POSTGRES = "trama_demonstration";

async function trama(url, ...args) {
  const env = { ...process.env, DATABASE_URL: url };
  return (await run(TRAMA, ["--log", "warn", ...args], { env, maxBuffer: 1 << 26 })).stdout;
}

/**
 * Runs `trama check` on a database; fails if it finds anything, and says what. Of a round or a
 * cluster whose window the story moved past all rules, check says so, and must.
 */
export async function check(url, moved = new Set()) {
  try {
    await trama(url, "check");
  } catch (error) {
    const found = (error.stdout ?? "").split("\n").filter(Boolean);
    const told = found.map((line) => line.match(/window_wrong: (round|cluster) (\d+):/));
    const which = told.map((words) => (words?.[1] === "round" ? Number(words[2]) : words?.slice(1).join(" ")));
    const left = found.filter((_, place) => !moved.has(which[place]));
    if (found.length === 0 || left.length > 0) {
      throw new Error([error.message, ...left].join("\n"));
    }
    const missed = [...moved].filter((one) => String(one).startsWith("cluster") && !which.includes(one));
    if (missed.length > 0) throw new Error(`check says nothing of the moved windows: ${missed.join(", ")}`);
    return;
  }
  const clusters = [...moved].filter((one) => String(one).startsWith("cluster"));
  if (clusters.length > 0) throw new Error(`check says nothing of the moved windows: ${clusters.join(", ")}`);
}

async function sql(statement) {
  await run("psql", ["--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1",
    "--dbname", process.env.TEST_POSTGRES_URL, "--command", statement]);
}

function postgresUrl(name) {
  const url = new URL(process.env.TEST_POSTGRES_URL);
  url.pathname = `/${name}`;
  return url.toString();
}

/** Loads the demonstration, once a run. */
export async function loadTemplates() {
  await mkdir(RESULTS, { recursive: true });
  await rm(TEMPLATE, { force: true });
  await trama(`sqlite://${TEMPLATE}`, "demo");
  if (process.env.TEST_POSTGRES_URL) {
    await sql(`DROP DATABASE IF EXISTS ${TEMPLATE_POSTGRES}`);
    await sql(`CREATE DATABASE ${TEMPLATE_POSTGRES}`);
    await trama(postgresUrl(TEMPLATE_POSTGRES), "demo");
  }
}

let made = 0;
const fresh = () => `story_${process.pid}_${++made}`;

/** A database of one's own with the demonstration in it: its URL, and how to drop it. */
export async function database({ postgres = false } = {}) {
  const name = fresh();
  if (postgres) {
    await sql(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE_POSTGRES}`);
    return { url: postgresUrl(name), drop: () => sql(`DROP DATABASE ${name} WITH (FORCE)`) };
  }
  const file = path.join(RESULTS, `${name}.db`);
  await copyFile(TEMPLATE, file);
  const drop = () =>
    Promise.all(["", "-wal", "-shm"].map((end) => rm(file + end, { force: true })));
  return { url: `sqlite://${file}`, drop };
}

/** Moves the window of a round, as if days had passed: it opens and closes so many from now. */
export async function moves(site, round, opens, closes) {
  site.moved.add(round);
  const at = (days) => new Date(Date.now() + days * 864e5).toISOString().replace("Z", "+00:00");
  await rewrites(site,
    `UPDATE rounds SET opens_at = '${at(opens)}', closes_at = '${at(closes)}' WHERE number = ${round}`);
}

/** Approves an action, as the Comitato's act would: what is under way goes back to that. */
export async function approves(site, action) {
  await rewrites(site, `UPDATE actions SET state = 'approvata' WHERE number = ${action}; ` +
    "INSERT INTO action_history (action_id, position, state, at) SELECT a.id, 99, 'approvata', " +
    `a.changed_at FROM actions a WHERE a.number = ${action}`);
}

/** Changes the database past all rules. */
async function rewrites(site, change) {
  const statement = `${change}; UPDATE ambiti SET version = version + 1;`;
  if (site.url.startsWith("sqlite://")) {
    await run("sqlite3", ["-cmd", ".timeout 5000", site.url.slice("sqlite://".length), statement]);
  } else {
    await run("psql", ["--quiet", "--no-psqlrc", "--dbname", site.url, "--command", statement]);
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Starts a server on a database; resolves when it says where it listens. */
export async function serve(url, { env = {}, args = [] } = {}) {
  const port = await freePort();
  const child = spawn(
    TRAMA, ["--log", "warn", "serve", "--listen", `127.0.0.1:${port}`, ...args],
    {
      env: { ...process.env, DATABASE_URL: url, TRAMA_TRIES: "100000", ...env },
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let log = "";
  child.stderr.on("data", (bytes) => { log += bytes; });
  const base = await new Promise((resolve, reject) => {
    let out = "";
    child.stdout.on("data", (bytes) => {
      out += bytes;
      const said = out.match(/Trama: (http:\/\/\S+?)\/?\s/);
      if (said) resolve(said[1]);
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`trama serve ended with ${code}:\n${log}`)));
  });
  return {
    // A name, not 127.0.0.1: Playwright's own requests send Secure cookies to `localhost` alone.
    base: base.replace("127.0.0.1", "localhost"),
    url,
    slug: "val-d-arcina",
    /** Rounds (3) and clusters («cluster 7») whose window a story moved past all rules. */
    moved: new Set(),
    /** What it logged so far. */
    log: () => log,
    /** Tells it to stop and waits until it has. */
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.removeAllListeners("error");
      child.kill("SIGTERM");
      const code = await ended;
      if (code !== 0) throw new Error(`trama serve stopped with ${code}:\n${log}`);
    },
  };
}

/** Every page of the site as `app/src/urls.rs` names it: `{ name, it, en }`. */
export async function routes() {
  const source = await readFile(path.join(ROOT, "app/src/urls.rs"), "utf8");
  const line = /^ {4}([A-Z]\w+)(?:\(i64(?:, i64)?\))?: "([^"]*)", "([^"]*)";$/gm;
  const found = [...source.matchAll(line)].map(([, name, it, en]) => ({ name, it, en }));
  if (found.length < 30) throw new Error("app/src/urls.rs is written in another way now");
  return found;
}
