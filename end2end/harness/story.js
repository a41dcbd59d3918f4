// How stories speak: `visitor.goes("/bisogni")`, `visitor.writes({ title: "…" })`,
// `visitor.presses("go", "next")`. Fields are found by their names, which are the contract
// between pages and server (domain::citizen_forms, domain::staff_forms); everything is done
// through what a person sees.
import { test as base, expect } from "@playwright/test";
import { EMAILS, PASSWORD } from "./people.js";
import { check, database, serve } from "./site.js";

/** Somebody with a browser. */
export class Person {
  constructor(page, site) {
    this.page = page;
    this.site = site;
    this.prefix = `/${site.slug}`;
  }

  /** Goes to an address of the Ambito; expects its status and one heading. */
  async goes(path, status = 200) {
    const answer = await this.page.goto(this.address(path));
    expect(answer.status(), `${path}`).toBe(status);
    await expect(this.page.locator("h1")).toHaveCount(1);
    return answer;
  }

  /** A whole address. */
  address(path) {
    return path.startsWith(this.prefix) || path === "/" || path.startsWith("//")
      ? this.site.base + path
      : `${this.site.base}${this.prefix}${path}`;
  }

  /** Follows a link whose address ends so (a string) or matches (a regular expression). */
  async follows(href) {
    const link = await this.link(href);
    await this.clicks(link);
  }

  /** Clicks what leads to another page, and waits for it. */
  async clicks(link) {
    await this.reveals(link);
    await Promise.all([this.page.waitForNavigation(), link.click()]);
    await expect(this.page.locator("h1")).toHaveCount(1);
  }

  /** A visible link by its address, one in the page's content if there is one. */
  async link(href) {
    const wanted = (at) => (typeof href === "string" ? at.split("?")[0].endsWith(href) : href.test(at));
    for (const scope of ["main", "body"]) {
      for (const link of await this.page.locator(`${scope} a[href]`).all()) {
        if (wanted(await link.getAttribute("href"))) return link;
      }
    }
    throw new Error(`no link to ${href} on ${this.page.url()}`);
  }

  /** Opens what folds an element away, as one does who looks for it. */
  async reveals(element) {
    const folded = element.locator("xpath=ancestor::details[not(@open)]");
    for (let left = await folded.count(); left > 0; left -= 1) {
      await folded.first().locator("xpath=./summary").click();
    }
  }

  /** Fills fields by name, within a form or the whole page. */
  async writes(values, within = this.page) {
    for (const [name, value] of Object.entries(values)) {
      await this.writesOne(within, name, value);
    }
  }

  async writesOne(within, name, value) {
    const named = within.locator(`[name="${name}"]:not([type="hidden"])`);
    const first = named.first();
    await expect(first, `a field ${name} on ${this.page.url()}`).toBeAttached();
    await this.reveals(first);
    const kind = await first.evaluate((field) => field.type ?? field.localName);
    if (kind === "radio") {
      await this.ticks(within.locator(`[name="${name}"][value="${value}"]`), true);
    } else if (kind === "checkbox") {
      const box = typeof value === "boolean"
        ? first
        : within.locator(`[name="${name}"][value="${value}"]`).first();
      await this.ticks(box, value !== false);
    } else if (kind.startsWith("select")) {
      await first.selectOption(value);
    } else {
      await first.fill(value);
    }
  }

  /** Ticks a box through its label, which is what is large enough for a thumb. */
  async ticks(box, ticked) {
    await this.reveals(box);
    if ((await box.isChecked()) !== ticked) {
      const id = await box.getAttribute("id");
      const label = id ? this.page.locator(`label[for="${id}"]`).first() : box;
      await label.click({ position: { x: 5, y: 5 } });
    }
    expect(await box.isChecked()).toBe(ticked);
  }

  /** A button that sends a field with this value. */
  button(name, value, within = this.page) {
    return within.locator(
      `button[name="${name}"][value="${value}"], ` +
      `form:has(input[type="hidden"][name="${name}"][value="${value}"]) button:not([name="${name}"])`,
    ).first();
  }

  /** The button of what a form does: «support», «withdraw», … */
  act(what, within = this.page) {
    return this.button("do", what, within);
  }

  /** Presses it and waits for the page that comes; returns its answer. */
  async presses(name, value, within = this.page) {
    return this.sends(this.button(name, value, within));
  }

  /**
   * Presses a button and waits for the page that comes; returns the answer to the form. At the
   * workbench, with JavaScript, its island sends the form and puts the answer into the page.
   */
  async sends(button) {
    await this.reveals(button);
    const answered = this.page.waitForResponse((answer) => answer.request().method() === "POST" &&
      (answer.request().isNavigationRequest() || answer.url().includes("/lavoro/banco/")));
    const landed = this.page.waitForNavigation().catch((error) => error);
    await button.click();
    const answer = await answered;
    if (answer.request().isNavigationRequest()) {
      const error = await landed;
      if (error instanceof Error) throw error;
    }
    await expect(this.page.locator("h1")).toHaveCount(1);
    return answer;
  }

  /** Sees a text in the page's content. */
  async sees(text) {
    await expect(this.page.locator("main")).toContainText(text);
  }

  /** Does not see a text anywhere. */
  async seesNot(text) {
    expect(await this.page.content()).not.toContain(text);
  }

  /** Sees that something is wrong with fields: the summary links to each. */
  async seesFaultsOf(...fields) {
    await expect(this.page).toHaveTitle(/^(Errore|Error): /);
    const summary = this.page.locator(".error-summary");
    await expect(summary).toBeVisible();
    for (const field of fields) {
      // A page may have several forms with such a field; choices are marked around them.
      const named = `main [name="${field}"]:not([type="hidden"])`;
      const type = await this.page.locator(named).first().getAttribute("type");
      const choice = type === "radio" || type === "checkbox";
      const input = this.page.locator(choice ? named : `${named}[aria-invalid="true"]`).first();
      await expect(input, `${field} is said to be wrong`).toBeAttached();
      const marked = input.locator("xpath=ancestor::*[contains(@class, 'is-invalid')]");
      await expect(marked.first(), `${field} is marked`).toBeVisible();
      const target = choice
        ? await input.evaluate((radio) =>
          [...radio.form.elements].filter((e) => e.name === radio.name).map((e) => e.id))
        : [await input.getAttribute("id")];
      const links = await summary.locator("a").evaluateAll((all) =>
        all.map((link) => link.getAttribute("href").slice(1)));
      expect(links.some((link) => target.includes(link)), `${links} → ${field}`).toBe(true);
    }
  }

  /** Signs in with the form, as one of the demonstration. */
  async signsIn(name) {
    await this.goes("/accedi");
    await this.writes({ email: EMAILS[name], password: PASSWORD });
    const answer = await this.sends(this.page.locator(SIGN_IN).locator("button").last());
    expect(answer.status()).toBe(303);
  }
}

/** The form to sign in; the demonstration has one for each of its accounts too. */
export const SIGN_IN = "form:has(input[name='email']:not([type='hidden']))";

/** Signs in without looking at a page, for stories about something else. */
export async function session(request, site, name) {
  const answer = await request.post(`${site.base}/${site.slug}/accedi`, {
    form: { email: EMAILS[name], password: PASSWORD },
    maxRedirects: 0,
  });
  expect(answer.status(), `${name} signs in`).toBe(303);
}

/** The number of a contribution, found by searching for words of its title. */
export async function numberOf(request, site, title) {
  const query = new URLSearchParams({ q: title });
  const answer = await request.get(`${site.base}/${site.slug}/cerca?${query}`);
  expect(answer.status()).toBe(200);
  const html = await answer.text();
  const links = html.matchAll(/<a[^>]*href="[^"]*\/(?:bisogni|proposte)\/(\d+)"[^>]*>([^<]*)/g);
  for (const [, number, words] of links) {
    const plain = words.replaceAll("&#39;", "'").replaceAll("&#x27;", "'").replaceAll("&quot;", '"');
    if (plain.includes(title)) return Number(number);
  }
  throw new Error(`«${title}» is not found by searching for it`);
}

export const test = base.extend({
  postgres: [false, { option: true }],

  /** A server with the demonstration, of this story alone; checked when the story ends. */
  site: async ({ postgres }, use) => {
    const db = await database({ postgres });
    const site = await serve(db.url);
    await use(site);
    await site.stop();
    await check(db.url, site.moved);
    await db.drop();
  },

  /** A server with the demonstration that nobody changes, shared by the stories of a worker. */
  readonly: [async ({}, use) => {
    const db = await database();
    const site = await serve(db.url);
    await use(site);
    await site.stop();
    await db.drop();
  }, { scope: "worker" }],

  /** Makes people, each with a browser of their own: `await people("nadia")` is signed in. */
  people: async ({ browser, site, contextOptions, javaScriptEnabled }, use) => {
    const contexts = [];
    const person = async (name, options = {}) => {
      const context = await browser.newContext({
        ...contextOptions, javaScriptEnabled, locale: "it-IT", timezoneId: "Europe/Rome",
        ...options,
      });
      contexts.push(context);
      const one = new Person(await context.newPage(), site);
      one.request = context.request;
      if (name) await session(context.request, site, name);
      return one;
    };
    await use(person);
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };
