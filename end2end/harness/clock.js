// Moves the window of a round or of a merge, past the server, so that a story needs not wait for
// days. What is moved is the data, never the server's clock.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

const at = (minutes) =>
  `${new Date(Date.now() + minutes * 60_000).toISOString().replace("Z", "")}+00:00`;

/** Runs a statement with values on either database; pages learn of it by the version. */
async function moves(url, statement, values) {
  if (url.startsWith("sqlite://")) {
    // Python is there wherever these stories run; Node 18 has no SQLite of its own.
    const script = `
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], timeout=20)
db.execute(sys.argv[2], sys.argv[3:])
db.execute("UPDATE ambiti SET version = version + 1")
db.commit()
`;
    const file = url.slice("sqlite://".length);
    await run("python3", ["-c", script, file, statement, ...values]);
  } else {
    let next = 0;
    const sql = statement.replaceAll("?", () => `'${values[next++]}'`);
    const both = `${sql}; UPDATE ambiti SET version = version + 1`;
    await run("psql", ["--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", "--dbname", url, "--command", both]);
  }
}

/** The round of this number is open from so many minutes from now to so many. */
export async function window(url, number, { from, to }) {
  const sql = "UPDATE rounds SET opens_at = ?, closes_at = ? WHERE number = ?";
  await moves(url, sql, [at(from), at(to), String(number)]);
}

/** The objection window of the cluster of this number ended a minute ago; `trama check` must say so. */
export async function endsWindow(site, number) {
  site.moved.add(`cluster ${number}`);
  await moves(site.url, "UPDATE clusters SET closes_at = ? WHERE number = ?", [at(-1), String(number)]);
}

/** The days to correct the minutes of the session of this number ended a minute ago. */
export async function endsCorrections(url, number) {
  await moves(url, "UPDATE lab_sessions SET correct_until = ? WHERE number = ?", [at(-1), String(number)]);
}
