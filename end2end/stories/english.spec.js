// The same in English: a need, its receipt, the thread; and people's words stay in their language.
import { expect, test } from "../harness/story.js";

test("a visitor writes a need in English and finds it again", async ({ people }) => {
  const visitor = await people(null, { locale: "en-GB" });
  const { page } = visitor;
  await page.goto(`${visitor.site.base}/`);
  await expect(page).toHaveURL(/\/val-d-arcina\/en$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await visitor.follows("/en/needs/new");
  await visitor.writes({
    title: "No bus passes on Sundays",
    body: "My neighbours and I cannot visit anyone on Sundays because no bus stops in our street.",
  });
  await visitor.presses("go", "next");
  await visitor.writes({ municipality: "CVN", policy: "3.b" });
  await visitor.presses("go", "next");
  await visitor.writes({ author_kind: "cittadino_straniero" });
  await visitor.presses("go", "next");
  await visitor.presses("go", "send");
  const code = (await page.locator(".receipt-code").innerText()).trim();
  await visitor.goes("/en/follow");
  await visitor.writes({ code });
  await visitor.sends(page.locator("form:has([name='code']) button").last());
  await visitor.sees("No bus passes on Sundays");

  await visitor.goes(`/bisogni?${new URLSearchParams({ q: "bus Sundays" })}`);
  const link = page.locator("main a", { hasText: "No bus passes on Sundays" }).first();
  await expect(link).toBeVisible();
  expect(await link.evaluate((a) => a.closest("[lang]").lang)).toBe("en");
});

test("Italian words on an English page say that they are Italian", async ({ people }) => {
  const visitor = await people(null, { locale: "en-GB" });
  await visitor.goes("/en/needs");
  const title = visitor.page.locator(".entry-title").first();
  expect(await title.evaluate((t) => t.closest("[lang]").lang)).toBe("it");
  await visitor.goes("/en/proposals");
  const language = visitor.page.locator(".site-lang a[lang='it']").first();
  await language.click();
  await expect(visitor.page).toHaveURL(/\/val-d-arcina\/proposte$/);
});

test("an English error is in English and keeps what was written", async ({ people }) => {
  const visitor = await people(null, { locale: "en-GB" });
  await visitor.goes("/en/needs/new");
  await visitor.writes({ title: "Bus" });
  expect((await visitor.presses("go", "next")).status()).toBe(422);
  await visitor.seesFaultsOf("body");
  await expect(visitor.page).toHaveTitle(/^Error: /);
  await expect(visitor.page.locator("[name='title']")).toHaveValue("Bus");
});
