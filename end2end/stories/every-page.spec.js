// Every page in every state: the security policy holds, nothing scrolls sideways at 320 px,
// letters twice as large lose nothing, and axe finds nothing to say, in both languages.
import { axe } from "../harness/axe.js";
import { expect, Person, session, test as story } from "../harness/story.js";
import { places, prepare, SENDS } from "../harness/places.js";

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

const test = story.extend({
  made: [async ({ playwright, readonly }, use) => use(await prepare(playwright, readonly)),
    { scope: "worker" }],
});

/** What is wider than the page, and by how much. */
const sideways = (page) => page.evaluate(() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > wide + 1)
    .filter((one) => !one.closest("[class*='scroll'], .table-responsive"))
    .slice(0, 5)
    .map((one) => `${one.localName}.${one.className} to ${Math.round(one.getBoundingClientRect().right)} px`);
});

/** Text that is cut off; not the excerpts of cards, which lead to the whole text at any size. */
const cut = (page) => page.evaluate(() =>
  [...document.querySelectorAll("body *")]
    .filter((one) => [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
    .filter((one) => !one.closest(".visually-hidden, .visually-hidden-focusable, svg"))
    .filter((one) => {
      const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(one);
      if (webkitLineClamp !== "none" && one.closest(":is(li, article):has(a[href])")) return false;
      const hides = (value) => value === "hidden" || value === "clip";
      return (hides(overflowX) && one.scrollWidth > one.clientWidth + 1) ||
        (hides(overflowY) && one.scrollHeight > one.clientHeight + 1);
    })
    .slice(0, 5)
    .map((one) => `${one.localName}.${one.className}: «${one.textContent.trim().slice(0, 40)}»`));

async function tried(browser, place, world) {
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 }, locale: "it-IT", timezoneId: "Europe/Rome",
  });
  try {
    const page = await context.newPage();
    const person = new Person(page, world.site);
    const complaints = [];
    page.on("console", (said) => {
      // A page that is an error says so in the console: that is the browser's, not ours.
      if (["error", "warning"].includes(said.type()) && !/status of 4\d\d/.test(said.text())) {
        complaints.push(said.text());
      }
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    if (place.who) await session(context.request, world.site, place.who);
    for (const lang of ["it", "en"]) {
      await test.step(lang, async () => {
        const path = await place.path(lang, { ...world, request: context.request });
        await page.setViewportSize({ width: 320, height: 640 });
        const answer = await page.goto(`${world.site.base}/${world.site.slug}${path}`);
        expect.soft(answer.status(), path).toBe(place.status);
        const headers = answer.headers();
        expect.soft(headers["content-security-policy"]).toBe(POLICY);
        expect.soft(headers["x-content-type-options"]).toBe("nosniff");
        expect.soft(await answer.text()).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/);
        if (place.then) await place.then(person, lang);
        await expect.soft(page.locator("h1")).toHaveCount(1);
        await expect.soft(page.locator("html")).toHaveAttribute("lang", lang);
        expect.soft((await page.title()).trim()).not.toBe("");
        expect.soft(await sideways(page), `320 px: ${path}`).toEqual([]);
        expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `320 px: ${path}`)
          .toBeLessThanOrEqual(320);
        // One language on a wide screen, the other on a phone.
        await page.setViewportSize(lang === "it" ? { width: 1280, height: 900 } : { width: 360, height: 740 });
        expect.soft(await axe(page), `axe: ${path}`).toEqual([]);
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
        expect.soft(await sideways(page), `200 %: ${path}`).toEqual([]);
        expect.soft(await cut(page), `200 %: ${path}`).toEqual([]);
        expect.soft(complaints, `console: ${path}`).toEqual([]);
      });
    }
  } finally {
    await context.close();
  }
}

for (const place of await places()) {
  test(place.name, async ({ browser, readonly, made }) => {
    await tried(browser, place, { site: readonly, made });
  });
}

for (const place of SENDS) {
  test(place.name, async ({ browser, site }) => tried(browser, place, { site }));
}

test("The front page of an installation", async ({ readonly, request }) => {
  const answer = await request.get(`${readonly.base}/`, { maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  expect(answer.headers().location).toMatch(/^\/val-d-arcina/);
});
