// Puts load on the release server, on a small and on a large database, beside a bare axum route
// that sends the same bytes and beside SQLite alone; prints a table. Progress on standard error.
import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";

const SECONDS = Number(process.env.SECONDS_EACH ?? 5);
const CONNECTIONS = (process.env.CONNECTIONS ?? "16 64").split(" ").map(Number);
const SIZES = (process.env.SIZES ?? "1000 100000").split(" ").map(Number);
const SLUG = process.env.AMBITO ?? "val-d-arcina";
// `BUILT=target/debug` tries the scripts themselves without an optimised build.
const BUILT = path.resolve(process.env.BUILT ?? "target/release");
const WORK = path.resolve("target/bench");
const TRAMA = path.join(BUILT, "trama");
const EXAMPLES = path.join(BUILT, "examples");
const HERE = path.dirname(new URL(import.meta.url).pathname);
const PASSWORD = "filo-di-trama-2027";
const PEOPLE = [
  "nadia.rinaldi@posta.example", "irene.baldini@posta.example", "ahmed.rahmani@posta.example",
  "silvia.tosi@associazioni.example", "matteo.renzetti@associazioni.example",
  "graziella.monti@associazioni.example", "teuta.hoxha@associazioni.example",
];
const TICKS = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

const say = (text) => process.stderr.write(`${text}\n`);
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Seconds of processor time a process has used. */
function processor(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Megabytes of memory a process holds. */
function memory(pid) {
  return Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]) / 1024;
}

function ask(base, target, { method = "GET", headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(base + target, { method, headers, agent: false }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => resolve({
        status: answer.statusCode, headers: answer.headers, raw: answer.rawHeaders,
        body: Buffer.concat(parts),
      }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

/** Starts something that says `NAME: http://…`; how long until it answers. */
async function start(command, args, env = {}) {
  const since = process.hrtime.bigint();
  const child = spawn(command, args, {
    env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"],
  });
  const base = await new Promise((resolve, reject) => {
    let out = "";
    child.stdout.on("data", (bytes) => {
      out += bytes;
      const said = out.match(/: (http:\/\/[\d.:]+)\/?\n/);
      if (said) resolve(said[1]);
    });
    child.once("exit", (code) => reject(new Error(`${command} ended with ${code}`)));
  });
  const stop = () => new Promise((resolve) => {
    child.removeAllListeners("exit");
    child.once("exit", resolve);
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 5_000).unref();
  });
  const took = () => Number(process.hrtime.bigint() - since) / 1e6;
  return { base, pid: child.pid, stop, took };
}

/** Waits until a process has nothing to do: the similarity index loads in the background. */
async function idle(pid) {
  for (let quiet = 0, before = processor(pid); quiet < 3;) {
    await sleep(500);
    const now = processor(pid);
    quiet = now - before < 0.02 ? quiet + 1 : 0;
    before = now;
  }
}

async function trama(file, cacheMb) {
  const server = await start(
    TRAMA, ["--log", "error", "serve", "--listen", "127.0.0.1:0", "--page-cache-mb", String(cacheMb)],
    { DATABASE_URL: `sqlite://${file}`, TRAMA_TRIES: "100000000" },
  );
  const answer = await ask(server.base, `/${SLUG}`);
  if (answer.status !== 200) throw new Error(`the home answers ${answer.status}`);
  server.first = server.took();
  return server;
}

/** Runs wrk; requests a second, quantiles in milliseconds, what went wrong. */
async function wrk(base, target, connections, { script, args = [], headers = ["Accept-Encoding: br"] } = {}) {
  const options = ["-t2", `-c${connections}`, `-d${SECONDS}s`, "--latency", "--timeout", "10s"];
  for (const header of headers) options.push("-H", header);
  if (script) options.push("-s", path.join(HERE, script));
  const out = await new Promise((resolve, reject) => {
    const child = spawn("wrk", [...options, base + target, ...(args.length ? ["--", ...args] : [])]);
    let text = "";
    child.stdout.on("data", (bytes) => { text += bytes; });
    child.stderr.on("data", (bytes) => { text += bytes; });
    child.once("exit", (code) => (code === 0 ? resolve(text) : reject(new Error(text))));
  });
  const ms = (name) => {
    const [, value, unit] = out.match(new RegExp(`${name}\\s+([\\d.]+)(us|ms|s|m)`));
    return Number(value) * { us: 0.001, ms: 1, s: 1000, m: 60_000 }[unit];
  };
  return {
    rate: Number(out.match(/Requests\/sec:\s+([\d.]+)/)[1]),
    requests: Number(out.match(/(\d+) requests in/)[1]),
    p50: ms("50%"), p99: ms("99%"),
    wrong: Number(out.match(/Non-2xx or 3xx responses: (\d+)/)?.[1] ?? 0) +
      (out.match(/Socket errors: .*/) ? 1 : 0),
    said: out,
  };
}

/** Load on a process: what wrk says, and processor time a request. */
async function loaded(server, target, connections, options) {
  const before = processor(server.pid);
  const result = await wrk(server.base, target, connections, options);
  const used = processor(server.pid) - before;
  return { ...result, cpu: (used * 1000) / Math.max(result.requests, 1), memory: memory(server.pid) };
}

async function signIn(base, email) {
  const body = new URLSearchParams({ email, password: PASSWORD }).toString();
  const answer = await ask(base, `/${SLUG}/accedi`, {
    method: "POST", body,
    headers: { "content-type": "application/x-www-form-urlencoded", "content-length": body.length },
  });
  const cookie = (answer.headers["set-cookie"] ?? []).find((c) => c.startsWith("__Host-session="));
  return cookie?.split(";")[0];
}

/** The generated database of a size, made once for each build of the generator. */
function database(size) {
  mkdirSync(WORK, { recursive: true });
  const file = path.join(WORK, `${size}.db`);
  const generator = path.join(EXAMPLES, "generate");
  if (existsSync(file) && statSync(file).mtimeMs > statSync(generator).mtimeMs) return file;
  for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true });
  say(`Generating ${size} contributions …`);
  execFileSync(TRAMA, ["--log", "error", "--database-url", `sqlite://${file}`, "demo"],
    { stdio: ["ignore", "ignore", "inherit"] });
  execFileSync(generator,
    ["--database-url", `sqlite://${file}`, "--contributions", String(size), "--seed", "1"],
    { stdio: ["ignore", "ignore", "inherit"] });
  return file;
}

/** A copy to write into. */
function copy(file) {
  const to = path.join(WORK, "written.db");
  for (const end of ["", "-wal", "-shm"]) {
    rmSync(to + end, { force: true });
    if (existsSync(file + end)) copyFileSync(file + end, to + end);
  }
  return to;
}

/** Links of a kind on a page of the site. */
async function links(base, target, kind) {
  const html = (await ask(base, target)).body.toString();
  return [...new Set([...html.matchAll(new RegExp(`href="(/${SLUG}/${kind}/\\d+)"`, "g"))].map((m) => m[1]))];
}

/** The addresses that are measured. */
async function targets(base) {
  const home = `/${SLUG}`;
  // The detail whose comments come nearest to twelve, so that sizes compare.
  let detail = null;
  let many = -1;
  for (let page = 1; page <= 5; page += 1) {
    for (const one of await links(base, `/${SLUG}/proposte?pagina=${page}`, "proposte")) {
      const comments = (await ask(base, one)).body.toString().split('class="comment"').length - 1;
      if (Math.abs(comments - 12) < Math.abs(many - 12)) [detail, many] = [one, comments];
    }
  }
  say(`The detail is ${detail}, with ${many} comments`);
  return [
    ["home", home],
    ["list", `${home}/bisogni`],
    ["list, filtered", `${home}/bisogni?politica=3.a&comune=CVN`],
    ["detail with comments", detail],
    ["search", `${home}/cerca?q=anziani+soli`],
  ];
}

const rows = [];
const round = (value, digits = 0) => value.toFixed(digits);
function row(size, what, how, connections, result, ratio) {
  if (result.wrong) say(`! ${what}: ${result.wrong} answers were wrong\n${result.said}`);
  rows.push([
    size, what, how, connections, round(result.rate), round(result.p50, 2), round(result.p99, 2),
    result.cpu === undefined ? "" : round(result.cpu, 3),
    result.memory === undefined ? "" : round(result.memory),
    ratio === undefined ? "" : `${round(ratio * 100)} %`,
    result.wrong || "",
  ]);
  say(`${size} ${what} (${how}, ${connections}): ${round(result.rate)}/s`);
}

async function pages(size, file) {
  const cached = await trama(file, 16);
  const afresh = await trama(file, 0);
  await idle(cached.pid);
  await idle(afresh.pid);
  for (const [what, target] of await targets(cached.base)) {
    const answer = await ask(cached.base, target, { headers: { "accept-encoding": "br" } });
    const body = path.join(WORK, "bare.body");
    const headers = path.join(WORK, "bare.headers");
    writeFileSync(body, answer.body);
    const lines = [];
    for (let i = 0; i < answer.raw.length; i += 2) {
      if (!/^(content-length|date|connection|transfer-encoding|keep-alive)$/i.test(answer.raw[i])) {
        lines.push(`${answer.raw[i]}: ${answer.raw[i + 1]}`);
      }
    }
    writeFileSync(headers, lines.join("\n"));
    const bare = await start(path.join(EXAMPLES, "bare"), ["--file", body, "--headers", headers]);
    for (const connections of CONNECTIONS) {
      const beside = await loaded(bare, target, connections);
      row(size, what, `bare, ${answer.body.length} bytes`, connections, beside);
      const kept = await loaded(cached, target, connections);
      row(size, what, "cached", connections, kept, kept.rate / beside.rate);
      const drawn = await loaded(afresh, target, connections);
      row(size, what, "drawn afresh", connections, drawn, drawn.rate / beside.rate);
    }
    await bare.stop();
  }
  for (const connections of CONNECTIONS) {
    const similar = await loaded(afresh, `/api/${SLUG}/similar?lang=it`, connections, {
      script: "similar.lua", headers: ["Content-Type: application/json"],
    });
    row(size, "similar", "JSON", connections, similar);
  }
  await cached.stop();
  await afresh.stop();
}

async function writes(size, file) {
  const own = copy(file);
  // Rates of SQLite alone on the same rows, on a copy of the same file.
  const raw = JSON.parse(execFileSync(
    path.join(EXAMPLES, "rawcommits"), ["--database", own, "--seconds", String(SECONDS)],
    { encoding: "utf8" }));
  rows.push([size, "support", `SQLite alone (${raw.rate === raw.prepared ? "prepared" : "one text"})`,
    1, round(raw.rate), "", "", "", "", "", ""]);
  say(`${size} raw commits: prepared ${raw.prepared}/s, one text ${raw.one_text}/s`);
  copy(file);
  const server = await trama(own, 16);
  await idle(server.pid);
  const sessions = (await Promise.all(PEOPLE.map((email) => signIn(server.base, email))))
    .filter(Boolean);
  if (!sessions.length) throw new Error("nobody of the demonstration can sign in");
  const open = new Set();
  for (let page = 1; page <= 40 && open.size < 400; page += 1) {
    const before = open.size;
    for (const kind of ["bisogni", "proposte"]) {
      for (const one of await links(server.base, `/${SLUG}/${kind}?pagina=${page}&stato=pubblicato`, kind)) open.add(one);
    }
    if (open.size === before) break;
  }
  writeFileSync(path.join(WORK, "paths.txt"), [...open].join("\n"));
  writeFileSync(path.join(WORK, "sessions.txt"), sessions.join("\n"));
  for (const connections of CONNECTIONS) {
    const support = await loaded(server, "/", connections, {
      script: "support.lua", headers: [],
      args: [path.join(WORK, "paths.txt"), path.join(WORK, "sessions.txt")],
    });
    row(size, "support", "synced before the answer", connections, support, support.rate / raw.rate);
    const need = await loaded(server, `/${SLUG}/bisogni/nuovo`, connections, { script: "need.lua", headers: [] });
    row(size, "new need", "synced before the answer", connections, need);
  }
  await server.stop();
  execFileSync(TRAMA, ["--log", "error", "check"], {
    env: { ...process.env, DATABASE_URL: `sqlite://${own}` }, stdio: ["ignore", "ignore", "inherit"],
  });
}

/**
 * A burst: 5,000 people support one text, 64 connections at once, while others read the home and
 * that text. Every one is counted, none twice: `trama check` counts again.
 */
async function burst(size, file) {
  const own = copy(file);
  const people = Number(process.env.BURST ?? 5_000);
  const cookies = execFileSync(
    path.join(EXAMPLES, "crowd"), ["--database-url", `sqlite://${own}`, "--people", String(people)],
    { encoding: "utf8", maxBuffer: 1 << 26 }).trim().split("\n");
  const server = await trama(own, 16);
  await idle(server.pid);
  const [text] = await links(server.base, `/${SLUG}/proposte?stato=pubblicato`, "proposte");
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  const readers = new http.Agent({ keepAlive: true, maxSockets: 8 });
  const timed = (options, body) => new Promise((resolve, reject) => {
    const since = process.hrtime.bigint();
    const request = http.request(server.base + options.path, options, (answer) => {
      answer.resume();
      answer.on("end", () => resolve([answer.statusCode, Number(process.hrtime.bigint() - since) / 1e6]));
    });
    request.on("error", reject);
    request.end(body);
  });
  const quantile = (all, q) => all[Math.min(all.length - 1, Math.floor(all.length * q))] ?? 0;
  const told = (what, how, connections, times, seconds, wrong) => {
    times.sort((a, b) => a - b);
    row(size, what, how, connections, {
      rate: times.length / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99),
      wrong, said: "",
    });
  };
  let going = true;
  const reads = [];
  let unread = 0;
  const reading = Promise.all(Array.from({ length: 8 }, async (_, n) => {
    while (going) {
      const [status, ms] = await timed({ path: n % 2 ? text : `/${SLUG}`, agent: readers });
      reads.push(ms);
      if (status !== 200) unread += 1;
    }
  }));
  const body = "do=support";
  const since = process.hrtime.bigint();
  const given = [];
  let refused = 0;
  let next = 0;
  await Promise.all(Array.from({ length: 64 }, async () => {
    while (next < cookies.length) {
      const cookie = cookies[next++];
      const [status, ms] = await timed({
        path: text, method: "POST", agent,
        headers: {
          cookie, "content-type": "application/x-www-form-urlencoded", "content-length": body.length,
        },
      }, body);
      given.push(ms);
      if (status !== 303) refused += 1;
    }
  }));
  const seconds = Number(process.hrtime.bigint() - since) / 1e9;
  going = false;
  await reading;
  told(`burst of ${people} supports on one text`, "synced before the answer", 64, given, seconds, refused);
  told("reading meanwhile", "the home and that text", 8, reads, seconds, unread);
  agent.destroy();
  readers.destroy();
  await server.stop();
  execFileSync(TRAMA, ["--log", "error", "check"], {
    env: { ...process.env, DATABASE_URL: `sqlite://${own}` }, stdio: ["ignore", "ignore", "inherit"],
  });
}

/** Start to first answer, and memory before and after the similarity index is there. */
async function starts(size, file) {
  const took = [];
  for (let n = 0; n < 5; n += 1) {
    const server = await trama(file, 16);
    took.push(server.first);
    if (n === 4) {
      const first = memory(server.pid);
      const body = JSON.stringify({
        kind: "bisogno", title: "Mia madre è sola", policy: null, lang: "it",
        body: "Assisto mia madre anziana da sola e non ho mai una pausa.",
      });
      await ask(server.base, `/api/${SLUG}/similar?lang=it`, {
        method: "POST", body,
        headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body) },
      });
      await idle(server.pid);
      rows.memory ??= [];
      rows.memory.push([size, round(Math.min(...took)), round(Math.max(...took)), round(first),
        round(memory(server.pid))]);
    }
    await server.stop();
  }
}

const table = (head, body) => [
  `| ${head.join(" | ")} |`, `|${head.map(() => "---").join("|")}|`,
  ...body.map((cells) => `| ${cells.join(" | ")} |`),
].join("\n");

for (const size of SIZES) {
  const file = database(size);
  await starts(size, file);
  await pages(size, file);
  await writes(size, file);
  await burst(size, file);
}
const cpu = os.cpus();
console.log(`${cpu.length} cores (${cpu[0].model}), shared by the server and wrk; ` +
  `${SECONDS} s each, 2 threads of wrk; Linux ${os.release()}.\n`);
console.log(table(
  ["contributions", "what", "how", "connections", "requests/s", "p50 ms", "p99 ms",
    "processor ms a request", "memory MB", "ratio", "wrong"], rows));
console.log(`\n${table(
  ["contributions", "first answer ms, best of 5", "worst", "memory MB at first answer",
    "with the similarity index"], rows.memory)}`);
