// All with the keyboard: what has the focus is seen, and the way through is short.
import { expect, test } from "../harness/story.js";

const BODY = "Nella nostra via non passa più l'autobus e chi è anziano resta a casa tutto il giorno.";

/** Presses Tab until the element that has the focus is the one wanted. */
async function tabsTo(page, what, wanted, most = 60) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const one = document.activeElement;
      const style = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      const around = one.id ? document.querySelector(`label[for="${one.id}"]`) : null;
      const ring = (el) => {
        if (!el) return false;
        const drawn = getComputedStyle(el);
        const before = getComputedStyle(el, "::before");
        const after = getComputedStyle(el, "::after");
        return [drawn, before, after].some((s) =>
          (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== "none");
      };
      return {
        tag: one.localName, name: one.getAttribute("name"), value: one.getAttribute("value"),
        type: one.getAttribute("type"), href: one.getAttribute("href"), id: one.id,
        // A radio or a box is drawn by what is around it.
        ring: ring(one) || ring(around) || ring(one.closest(".choice, .check")), words: one.innerText ?? "",
        inView: box.bottom > 0 && box.top < innerHeight && style.visibility !== "hidden",
      };
    });
    if (seen.tag === "body") continue;
    expect(seen.ring, `the focus is seen on ${JSON.stringify(seen)}`).toBe(true);
    expect(seen.inView, `the focus is in view on ${JSON.stringify(seen)}`).toBe(true);
    if (wanted(seen)) return seen;
  }
  throw new Error(`${what} is not reached in ${most} presses of Tab`);
}

const field = (name) => (at) => at.name === name && at.type !== "hidden";
const goes = (value) => (at) => at.tag === "button" && at.name === "go" && at.value === value;

test("un bisogno, dalla prima pagina alla ricevuta, senza mouse", async ({ people }) => {
  const nadia = await people(null);
  const { page } = nadia;
  const enters = async () => {
    const answered = page.waitForResponse((a) => a.request().isNavigationRequest());
    const landed = page.waitForNavigation();
    await page.keyboard.press("Enter");
    const answer = await answered;
    await landed;
    await expect(page.locator("h1")).toHaveCount(1);
    return answer.status();
  };

  await nadia.goes("");
  await test.step("il primo Tab porta al contenuto", async () => {
    await tabsTo(page, "the skip link", (at) => at.href === "#main", 1);
    await page.keyboard.press("Enter");
    await tabsTo(page, "the way to write", (at) => at.href?.split("?")[0].endsWith("/bisogni/nuovo"), 15);
  });
  await enters();

  await tabsTo(page, "the words", field("body"));
  await page.keyboard.type(BODY);
  await tabsTo(page, "the title", field("title"));
  await page.keyboard.type("Non passa più l'autobus");
  await tabsTo(page, "on", goes("next"));
  expect(await enters()).toBe(200);

  for (const [name, letters, value] of [["municipality", "Castel", "CVN"], ["policy", null, "3.b"]]) {
    const at = await tabsTo(page, name, field(name));
    if (at.tag === "select") {
      if (letters) await page.keyboard.type(letters);
      for (let n = 0; n < 40; n += 1) {
        if ((await page.locator(`select[name="${name}"]`).inputValue()) === value) break;
        await page.keyboard.press("ArrowDown");
      }
    } else {
      await page.keyboard.press("Space");
      for (let n = 0; n < 40; n += 1) {
        if (await page.locator(`[name="${name}"][value="${value}"]`).isChecked()) break;
        await page.keyboard.press("ArrowDown");
      }
    }
  }
  await tabsTo(page, "on", goes("next"));
  expect(await enters()).toBe(200);

  await tabsTo(page, "who", field("author_kind"));
  await page.keyboard.press("Space");
  await tabsTo(page, "on", goes("next"));
  expect(await enters()).toBe(200);

  await tabsTo(page, "send", goes("send"), 80);
  expect(await enters()).toBeLessThan(400);
  await expect(page.locator(".receipt-code")).toBeVisible();
});

test("dopo un errore la tastiera arriva al campo sbagliato in due passi", async ({ people }) => {
  const nadia = await people(null);
  const { page } = nadia;
  await nadia.goes("/bisogni/nuovo");
  await nadia.presses("go", "next");
  const first = await tabsTo(page, "the first fault",
    (at) => at.tag === "a" && at.href?.startsWith("#") && /titolo|scriv/i.test(at.words), 40);
  await page.keyboard.press("Enter");
  const target = first.href.slice(1);
  await expect(page.locator(`#${target}`)).toBeFocused();
});

test("il menu e la ricerca si aprono dalla tastiera, sul telefono", async ({ people }) => {
  const nadia = await people(null, { viewport: { width: 360, height: 740 } });
  const { page } = nadia;
  await nadia.goes("");
  await tabsTo(page, "the menu", (at) => at.tag === "summary", 15);
  await page.keyboard.press("Enter");
  await tabsTo(page, "a page of the menu", (at) => at.href?.endsWith("/bisogni") || at.href?.endsWith("/proposte"), 15);
});
