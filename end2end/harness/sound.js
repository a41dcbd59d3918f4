// What every page of a story must be: nothing for axe to find, nothing wider than the screen.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "./story.js";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Nothing is under the pointer, and no colour is on its way to another. */
export async function settles(page) {
  await page.mouse.move(0, 0);
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {}))));
}

/** axe finds nothing, nothing is wider than the page; where scripts run. */
export async function sound(person, javaScriptEnabled) {
  if (javaScriptEnabled === false) return;
  const { page } = person;
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(wide, `${page.url()} at ${width} px`).toBeLessThanOrEqual(width);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await settles(page);
  await page.evaluate(axeSource);
  const said = await page.evaluate(async (values) => {
    const found = await window.axe.run(document, { runOnly: { type: "tag", values } });
    return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(" ")}`));
  }, RULES);
  expect.soft(said, page.url()).toEqual([]);
}

/** Sends the form that has a field of this name. */
export async function sendsFormOf(person, name) {
  const form = person.page.locator(`form:has([name="${name}"]:not([type="hidden"]))`).last();
  return person.sends(form.locator("button[type='submit']").last());
}
