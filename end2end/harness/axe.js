// What axe says of a page.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe says, a line for each element. */
export async function axe(page) {
  await page.evaluate(source);
  return page.evaluate(async (values) => {
    const found = await window.axe.run(document, { runOnly: { type: "tag", values } });
    return found.violations.flatMap((v) => v.nodes.map((n) =>
      `${v.id}: ${n.target.join(" ")}: ${n.failureSummary.split("\n").slice(1).join(";").trim()}`));
  }, RULES);
}
