// Moves the window of a round, past the server, so that a story needs not wait for days. What is
// moved is the data, never the server's clock.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The round of this number is open from so many minutes from now to so many. */
export async function window(url, number, { from, to }) {
  const at = (minutes) => new Date(Date.now() + minutes * 60_000).toISOString().replace("Z", "");
  if (url.startsWith("sqlite://")) {
    // Python is there wherever these stories run; Node 18 has no SQLite of its own.
    const script = `
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], timeout=20)
db.execute("UPDATE rounds SET opens_at = ?, closes_at = ? WHERE number = ?", sys.argv[2:5])
db.execute("UPDATE ambiti SET version = version + 1")
db.commit()
`;
    const file = url.slice("sqlite://".length);
    const zone = "+00:00";
    await run("python3", ["-c", script, file, at(from) + zone, at(to) + zone, String(number)]);
  } else {
    const sql = `UPDATE rounds SET opens_at = '${at(from)}+00', closes_at = '${at(to)}+00' ` +
      `WHERE number = ${number}; UPDATE ambiti SET version = version + 1`;
    await run("psql", ["--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", "--dbname", url, "--command", sql]);
  }
}
