// Once after all stories: the databases go, traces of what failed stay.
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { RESULTS } from "./site.js";

export default async function after() {
  for (const name of await readdir(RESULTS)) {
    if (/\.db(-wal|-shm)?$/.test(name)) await rm(path.join(RESULTS, name), { force: true });
  }
}
