// The sentences of a synthesis say from which sentences of the texts they come; what is not in it
// is read in the texts' own words.
import { expect, numberOf, test } from "../harness/story.js";
import { sound } from "../harness/sound.js";

const ONE = "Abbiamo lo sfratto a giugno e nessuno ci affitta";
const TWO = "Lavorano, ma con questi affitti diventano poveri";
const SYNTHESIS =
  "Chi ha lo sfratto non trova una casa, perché le agenzie chiedono due garanzie. Servono garanzie per chi spende metà del reddito in affitto.";

test("Paolo dice da dove viene ogni frase della sintesi, e tutti leggono che cosa è rimasto fuori", async ({ people, site, javaScriptEnabled }) => {
  test.setTimeout(180_000);
  const paolo = await people("paolo");
  const visitor = await people(null);
  const [one, two] = [await numberOf(paolo.request, site, ONE), await numberOf(paolo.request, site, TWO)];
  const home = await (await paolo.page.request.get(`${site.base}/${site.slug}`)).text();
  const round = Number(home.match(/\/percorsi\/(\d+)"/)[1]);
  const looks = async (person, name) => {
    await person.page.locator("main details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
    await sound(person, javaScriptEnabled);
    if (!process.env.PICTURES) return;
    for (const width of [1280, 360]) {
      await person.page.setViewportSize({ width, height: 900 });
      await person.page.screenshot({ path: `${process.env.PICTURES}/${name}-${width}.png`, fullPage: true });
    }
    await person.page.setViewportSize({ width: 1280, height: 900 });
  };
  let cluster;

  await test.step("Propone il gruppo", async () => {
    await paolo.goes(`/lavoro/banco/${round}/gruppo?s=${one}&s=${two}`);
    await paolo.writes({ title: "Garanzie per chi cerca casa", synthesis: SYNTHESIS, reason: "Raccontano la stessa porta chiusa." });
    await paolo.page.getByRole("button", { name: "Proponi il gruppo" }).click();
    await paolo.sees("Garanzie per chi cerca casa");
    cluster = new URL(paolo.page.url()).pathname.replace(`/${site.slug}`, "");
  });
  await test.step("I segni sono suggerimenti, finché non salva", async () => {
    await visitor.goes(cluster);
    await visitor.seesNot("Di' da dove viene ogni frase");
    await paolo.goes(cluster);
    await paolo.page.getByRole("link", { name: "Di' da dove viene ogni frase" }).click();
    await paolo.sees("I segni sono suggerimenti");
    await expect(paolo.page.locator(`[name^='from-${one}-']:checked`).first()).toBeVisible();
    await looks(paolo, "sintesi-suggerita");
  });
  await test.step("Segna, dice che cosa non serve, e salva", async () => {
    await paolo.page.locator(`[name='from-${two}-3'][value='2']`).check();
    await paolo.writes({ [`skip-${one}-1`]: "È la premessa del racconto." });
    for (const box of await paolo.page.locator(`[name='from-${one}-1']:checked`).all()) await box.uncheck();
    await paolo.page.getByRole("button", { name: "Salva" }).first().click();
    await paolo.sees("Non raccolto");
  });
  await test.step("Chi legge vede da dove viene ogni frase, e che cosa manca", async () => {
    await visitor.goes(cluster);
    await visitor.sees("Non raccolto");
    await visitor.sees("È la premessa del racconto.");
    const note = visitor.page.locator(".collected-note a").first();
    await expect(note).toHaveAttribute("href", /^#fonte-\d+$/);
    const target = await note.getAttribute("href");
    await expect(visitor.page.locator(target)).toHaveCount(1);
    await looks(visitor, "gruppo-con-fonti");
    const file = await (await visitor.page.request.get(`${site.base}/${site.slug}${cluster}/filo.json`)).json();
    expect(Object.keys(file.entity).filter((id) => id.includes("#sentence-"))).toHaveLength(2);
  });
  await test.step("Chi salva su una pagina vecchia lo viene a sapere, e non perde i segni", async () => {
    await paolo.goes(`${cluster}/sintesi`);
    const other = await people("paolo");
    await other.goes(`${cluster}/sintesi`);
    await other.page.getByRole("button", { name: "Salva" }).first().click();
    await other.sees("Non raccolto");
    await paolo.page.locator(`[name='from-${one}-3'][value='1']`).check();
    await paolo.page.getByRole("button", { name: "Salva" }).first().click();
    await paolo.sees("Qualcun altro ha salvato nel frattempo");
    await expect(paolo.page.locator(`[name='from-${one}-3'][value='1']`)).toBeChecked();
    await looks(paolo, "sintesi-vecchia");
  });
});
