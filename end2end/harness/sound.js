// What every page of a story must be: nothing for axe to find, nothing wider than the screen.
import { axe } from "./axe.js";
import { expect } from "./story.js";

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
  expect.soft(await axe(page), page.url()).toEqual([]);
}

/** With everything unfolded the page is `sound`; pictures at 1280 and 360 pixels where they are asked for. */
export async function looks(person, name, javaScriptEnabled) {
  const { page } = person;
  await page.locator("main details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
  await sound(person, javaScriptEnabled);
  if (!process.env.PICTURES) return;
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${process.env.PICTURES}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Sends the form that has a field of this name. */
export async function sendsFormOf(person, name) {
  const form = person.page.locator(`form:has([name="${name}"]:not([type="hidden"]))`).last();
  return person.sends(form.locator("button[type='submit']").last());
}
